import { isDeepStrictEqual } from 'node:util';

/** An instant in any of the forms that ISO 8601 leaves open. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Brings an answer into a form that is the same for all who say the same. Instants may be written in several ways, and a
 * cursor is whoever made it's own affair: that there is one is compared.
 */
export function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => comparable(each));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each, name)]));
  if (typeof value !== 'string') return value;
  if (key === 'endCursor') return 'a cursor';
  return INSTANT.test(value) ? new Date(value).getTime() : value;
}

/** Where two answers differ first, or null where they say the same. */
export function difference(one: unknown, other: unknown, at = 'data'): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  if (!isTree(one) || !isTree(other)) return `${at}: ${shown(one)} and ${shown(other)}`;
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(one[name], other[name], `${at}.${name}`);
    if (found !== null) return found;
  }
  return `${at}: not the same`;
}

const isTree = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 200);
