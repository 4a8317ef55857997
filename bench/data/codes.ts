import { inspectorates } from '../../src/inspectorates/index.js';

/** The inspectorates by their codes, with the rules of their own. */
export const byCode = new Map(inspectorates.map((inspectorate) => [inspectorate.code, inspectorate]));

export function of<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no ${key}`);
  return value;
}
