/** A world without one of its rows, and without all that belongs to it. */
import type { World } from '../oracle/world.js';
import { rowsOf, shownBy, tables, type Row, type Table } from './hidden-rows.js';
import type { ObjectRef } from '../oracle/objects.js';

export interface Removal {
  readonly world: World;
  /** All that would be seen to be gone. */
  readonly gone: readonly ObjectRef[];
}

/** Lists of ids that a row keeps when one of them goes: a text rests on what is left, a request asks of what is left. */
const LOSES = ['findingIds', 'caseIds'];

/** Null where something stands that cannot without it. */
export function without(world: World, table: Table, row: Row): Removal | null {
  const removed = new Set<Row>([row]);
  const ids = new Set<unknown>(typeof row['id'] === 'string' ? [row['id']] : []);
  const gone: ObjectRef[] = [...shownBy(table, row)];
  let grew = true;
  while (grew) {
    grew = false;
    for (const name of tables) {
      for (const each of rowsOf(world, name)) {
        if (removed.has(each) || !restsOn(each, ids)) continue;
        removed.add(each);
        if (typeof each['id'] === 'string') ids.add(each['id']);
        gone.push(...shownBy(name, each));
        grew = true;
      }
    }
  }
  const changed: Record<string, readonly Row[]> = {};
  for (const name of tables) {
    const rows = rowsOf(world, name).filter((each) => !removed.has(each));
    const lighter = rows.map((each) => losing(each, ids));
    if (lighter.includes(null)) return null;
    changed[name] = lighter.filter((each) => each !== null);
  }
  return { world: { ...world, ...changed }, gone };
}

function restsOn(row: Row, ids: ReadonlySet<unknown>): boolean {
  return Object.entries(row).some(([column, value]) =>
    Array.isArray(value) ? !LOSES.includes(column) && value.some((each) => ids.has(each)) : ids.has(value),
  );
}

/** Null where the list would be left empty: that a sentence rests on nothing is told with it. */
function losing(row: Row, ids: ReadonlySet<unknown>): Row | null {
  const lists = LOSES.filter(
    (column) => Array.isArray(row[column]) && (row[column] as unknown[]).some((id) => ids.has(id)),
  );
  if (lists.length === 0) return row;
  const left = lists.map((column) => [column, (row[column] as unknown[]).filter((id) => !ids.has(id))] as const);
  if (left.some(([, list]) => list.length === 0)) return null;
  return { ...row, ...Object.fromEntries(left) };
}
