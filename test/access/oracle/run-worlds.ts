import { generateWorld } from './generate.js';
import { smallWorlds } from './small-worlds.js';
import type { World } from './world.js';

/** A world by its name can be made again, in another process and after its database is gone. */
export interface WorldName {
  readonly kind: 'random' | 'small';
  readonly number: number;
}

/** Inspections in a packed small world: more would make each reader's circles many, fewer the loading long. */
const PACKED = 40;

let small: readonly World[] | null = null;
const allSmall = (): readonly World[] => (small ??= [...smallWorlds(PACKED)]);

export const randomWorlds = (first: number, count: number): readonly WorldName[] =>
  Array.from({ length: count }, (_, place) => ({ kind: 'random', number: first + place }));
export const everySmallWorld = (): readonly WorldName[] => allSmall().map((_, number) => ({ kind: 'small', number }));

export function worldOf({ kind, number }: WorldName): World {
  if (kind === 'random') return generateWorld(number);
  const found = allSmall()[number];
  if (found === undefined) throw new Error(`no small world ${number}`);
  return found;
}
