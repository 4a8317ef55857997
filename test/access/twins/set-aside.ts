/** What two answers may differ in: made up anew for each request. Nothing else is set aside. */
interface SetAside {
  /** Where it stands in the answer. */
  readonly at: RegExp;
  readonly because: string;
  /** In answers to what writes alone: of what stands there only what neither twin holds. */
  readonly onlyNew?: (value: string) => string | undefined;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const idIn = (value: string): string | undefined => ID.exec(value)?.[0];

export const setAside: readonly SetAside[] = [
  { at: /\.receipt\.code$/, because: 'each act has a receipt of its own, by chance' },
  { at: /^errors\.\d+\.extensions\.reference$/, because: 'the log finds an unexpected error by it' },
  { at: /^token$/, because: 'a sign-in is signed anew, with its time' },
  { at: /(^|\.)(id|shareIds\.\d+)$/, because: 'what a mutation makes gets an id by chance', onlyNew: idIn },
  {
    at: /(^|\.)(cursor|startCursor|endCursor)$/,
    because: 'a cursor names the row at which it stands',
    onlyNew: (value) => idIn(Buffer.from(value, 'base64url').toString('latin1')),
  },
  {
    at: /\.case\.code$/,
    because: 'a case that is made gets a code by chance',
    onlyNew: (value) => /^[0-9A-Z]{6}$/.exec(value)?.[0],
  },
];

/** The bytes of a body with the same word in place of each that is set aside, in the order in which they stand. */
export function settled(told: string, isKnown: (word: string) => boolean): string {
  const body = newOnesLast(told, isKnown);
  const found: string[] = [];
  for (const [path, value] of leavesOf(body)) {
    const rule = setAside.find(({ at }) => at.test(path));
    if (rule === undefined || value === '') continue;
    const { onlyNew } = rule;
    const made = onlyNew === undefined ? value : onlyNew(value);
    if (made === undefined || (onlyNew !== undefined && isKnown(made))) continue;
    // An id stands in other words too; what only tells of one stands by itself.
    const word = value.includes(made) ? made : value;
    if (!found.includes(word)) found.push(word);
  }
  return found.reduce((text, value, place) => text.replaceAll(value, `«${place}»`), body);
}

/** Where a list goes by ids, what has just been made stands anywhere in it; else the bytes stay as they are. */
function newOnesLast(body: string, isKnown: (word: string) => boolean): string {
  const isNew = (value: unknown): boolean => {
    if (value === null || typeof value !== 'object' || !('id' in value)) return false;
    const id = idIn(String(value.id));
    return id !== undefined && !isKnown(id);
  };
  const moved: unknown[] = [];
  const settle = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(settle);
      const made = items.filter(isNew);
      if (made.length === 0) return items;
      moved.push(...made);
      return [...items.filter((item) => !isNew(item)), ...made];
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, settle(inner)]));
  };
  try {
    const rest = settle(JSON.parse(body));
    return moved.length > 0 ? JSON.stringify(rest) : body;
  } catch {
    return body;
  }
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
