/** A world without one of its rows, and without all that belongs to it. */
import type { World } from '../oracle/world.js';
import { rowsOf, tables, type Row, type Table } from './hidden-rows.js';

/** Lists of ids that a row keeps when one of them goes: a text rests on what is left, a request asks of what is left. */
const LOSES = ['findingIds', 'caseIds'];

/** Rows of an inspection that rest on its narrative, which has no id of its own. */
const OF_NARRATIVE: readonly Table[] = ['narrativeParagraphs', 'narrativeSentences', 'qualityPasses', 'frozenTexts'];

/** Null where something stands that cannot without it. */
export function without(world: World, table: Table, row: Row): World | null {
  const removed = new Set<Row>([row]);
  const ids = new Set<unknown>(typeof row['id'] === 'string' ? [row['id']] : []);
  const texts = new Set<unknown>(table === 'narratives' ? [row['inspectionId']] : []);
  let grew = true;
  while (grew) {
    grew = false;
    for (const name of tables) {
      for (const each of rowsOf(world, name)) {
        const goesWithText = OF_NARRATIVE.includes(name) && texts.has(each['inspectionId']);
        if (removed.has(each) || (!goesWithText && !restsOn(each, ids))) continue;
        removed.add(each);
        if (typeof each['id'] === 'string') ids.add(each['id']);
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
  return { ...world, ...changed };
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
