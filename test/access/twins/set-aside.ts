/** What two answers may differ in: made up anew for each request. Nothing else is set aside. */
interface SetAside {
  /** Where it stands in the answer. */
  readonly at: RegExp;
  readonly because: string;
  /** In answers to mutations alone, and of this form: only what neither twin holds. */
  readonly onlyNew?: RegExp;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export const setAside: readonly SetAside[] = [
  { at: /\.receipt\.code$/, because: 'each act has a receipt of its own, by chance' },
  { at: /^errors\.\d+\.extensions\.reference$/, because: 'the log finds an unexpected error by it' },
  { at: /^token$/, because: 'a sign-in is signed anew, with its time' },
  { at: /(^|\.)id$/, because: 'what a mutation makes gets an id by chance', onlyNew: ID },
  { at: /\.case\.code$/, because: 'a case that is made gets a code by chance', onlyNew: /^[0-9A-Z]{6}$/ },
];

/** The bytes of a body with the same word in place of each that is set aside, in the order in which they stand. */
export function settled(body: string, isKnown: (word: string) => boolean): string {
  const found: string[] = [];
  for (const [path, value] of leavesOf(body)) {
    const rule = setAside.find(({ at }) => at.test(path));
    if (rule === undefined || value === '') continue;
    const { onlyNew } = rule;
    const word = onlyNew === undefined ? value : onlyNew.exec(value)?.[0];
    if (word === undefined || (onlyNew !== undefined && isKnown(word)) || found.includes(word)) continue;
    found.push(word);
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
