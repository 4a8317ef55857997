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
  const given = read(args, ['--items', '--seed', '--database'], USAGE);
  const items = whole(given.get('--items') ?? '1000000', USAGE);
  if (items < ITEMS_EACH || items % ITEMS_EACH !== 0) throw new UsageError(USAGE);
  const database = given.get('--database') ?? databaseOf(items);
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(database))
    throw new UsageError('The name of the database is lower case: letters, digits and underscores.');
  return { items, seed: whole(given.get('--seed') ?? '1', USAGE), database };
}

export const databaseOf = (items: number): string => `bench_${items}`;

export interface ScaleOptions {
  readonly small: number;
  readonly large: number;
  readonly rounds: number;
  readonly out: string;
}

const SCALE_USAGE = `npm run scale -- [--small N] [--large N] [--rounds N] [--out FILE]
Compares 10000 with 1000000 items in 7 rounds, and writes docs/results/scale.json, where nothing else is said.`;

export function readScaleOptions(args: readonly string[]): ScaleOptions {
  const given = read(args, ['--small', '--large', '--rounds', '--out'], SCALE_USAGE);
  return {
    small: whole(given.get('--small') ?? '10000', SCALE_USAGE),
    large: whole(given.get('--large') ?? '1000000', SCALE_USAGE),
    rounds: Math.max(1, whole(given.get('--rounds') ?? '7', SCALE_USAGE)),
    out: given.get('--out') ?? 'docs/results/scale.json',
  };
}

function read(args: readonly string[], names: readonly string[], usage: string): Map<string, string> {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at] ?? '', args[at + 1]];
    if (!names.includes(name) || value === undefined) throw new UsageError(usage);
    given.set(name, value);
  }
  return given;
}

function whole(text: string, usage: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(usage);
  return Number(text);
}
