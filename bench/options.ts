import { ITEMS_EACH } from './data/sizes.js';

export interface LoadOptions {
  readonly items: number;
  readonly seed: number;
  readonly database: string;
}

export class UsageError extends Error {}

const USAGE = `npm run bench:data -- [--items N] [--seed S] [--database NAME]
N is a multiple of ${ITEMS_EACH}, the items of one inspection; 1000000 where it is not said. The same seed makes the same data.`;

export function readLoadOptions(args: readonly string[]): LoadOptions {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at] ?? '', args[at + 1]];
    if (!['--items', '--seed', '--database'].includes(name) || value === undefined) throw new UsageError(USAGE);
    given.set(name, value);
  }
  const items = whole(given.get('--items') ?? '1000000');
  if (items < ITEMS_EACH || items % ITEMS_EACH !== 0) throw new UsageError(USAGE);
  const database = given.get('--database') ?? databaseOf(items);
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(database))
    throw new UsageError('The name of the database is lower case: letters, digits and underscores.');
  return { items, seed: whole(given.get('--seed') ?? '1'), database };
}

export const databaseOf = (items: number): string => `bench_${items}`;

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(USAGE);
  return Number(text);
}
