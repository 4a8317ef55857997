/** What two answers may differ in: made up anew for each request. Nothing else is set aside. */
interface SetAside {
  /** Where it stands in the answer. */
  readonly at: RegExp;
  readonly because: string;
  /** In answers to mutations alone, and only ids that neither twin holds. */
  readonly onlyNew: boolean;
}

export const setAside: readonly SetAside[] = [
  { at: /\.receipt\.code$/, because: 'each act has a receipt of its own, by chance', onlyNew: false },
  { at: /^errors\.\d+\.extensions\.reference$/, because: 'the log finds an unexpected error by it', onlyNew: false },
  { at: /^token$/, because: 'a sign-in is signed anew, with its time', onlyNew: false },
  { at: /(^|\.)id$/, because: 'what a mutation makes gets an id by chance', onlyNew: true },
];

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** The bytes of a body with the same word in place of each that is set aside, in the order in which they stand. */
export function settled(body: string, isKnown: (id: string) => boolean): string {
  const found: string[] = [];
  for (const [path, value] of leavesOf(body)) {
    const rule = setAside.find(({ at }) => at.test(path));
    if (rule === undefined || value === '') continue;
    const id = rule.onlyNew ? ID.exec(value)?.[0] : value;
    if (id === undefined || (rule.onlyNew && isKnown(id)) || found.includes(id)) continue;
    found.push(id);
  }
  return found.reduce((text, value, place) => text.replaceAll(value, `«${place}»`), body);
}

function leavesOf(body: string): readonly (readonly [string, string])[] {
  try {
    return [...leaves(JSON.parse(body), '')];
  } catch {
    return [];
  }
}

function* leaves(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value !== null && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) yield* leaves(inner, path === '' ? name : `${path}.${name}`);
}
