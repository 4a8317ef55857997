/**
 * The smallest world that still fails: rows are taken out, with what depends on them, many at once and then one by one,
 * until no removal keeps it failing.
 */
import { without } from './shrink-without.js';
import { tables, type Row } from './world-soundness.js';
import type { World } from './world.js';

export type Fails = (world: World) => boolean | Promise<boolean>;

export async function shrink(world: World, fails: Fails): Promise<World> {
  if (!(await fails(world))) throw new Error('The world does not fail');
  let smallest = world;
  for (let shrunk = true; shrunk;) {
    const before = sizeOf(smallest);
    smallest = await withoutAsked(await withoutRows(smallest, fails), fails);
    shrunk = sizeOf(smallest) < before;
  }
  return smallest;
}

export const sizeOf = (world: World): number =>
  world.asked.length + tables(world).reduce((sum, rows) => sum + rows.length, 0);

/** What goes with others only: an item's caps and earlier versions. */
const notAlone: readonly string[] = ['asked', 'seed', 'evidenceCaps', 'evidenceVersions'];

/** Whole inspections first, then what they hold. */
async function withoutRows(world: World, fails: Fails): Promise<World> {
  let smallest = world;
  const names = (Object.keys(world) as (keyof World)[]).filter((name) => !notAlone.includes(name));
  for (const table of ['inspections' as const, ...names.filter((name) => name !== 'inspections')]) {
    for (let chunk = rowsOf(smallest, table).length; chunk >= 1; chunk = Math.floor(chunk / 2)) {
      for (let from = 0; from < rowsOf(smallest, table).length;) {
        const candidate = without(smallest, rowsOf(smallest, table).slice(from, from + chunk));
        if (candidate !== null && (await fails(candidate))) smallest = candidate;
        else from += chunk;
      }
    }
  }
  return smallest;
}

async function withoutAsked(world: World, fails: Fails): Promise<World> {
  let smallest = world;
  for (const at of world.asked) {
    const candidate = { ...smallest, asked: smallest.asked.filter((one) => one !== at) };
    if (candidate.asked.length > 0 && (await fails(candidate))) smallest = candidate;
  }
  return smallest;
}

function rowsOf(world: World, table: keyof World): readonly Row[] {
  const rows: unknown = world[table];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
}
