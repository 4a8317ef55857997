/** A world without some rows and without what depends on them. */
import { faultsOf, isId, type Row } from './world-soundness.js';
import type { World } from './world.js';

type Table = keyof World;

interface Removal {
  readonly world: World;
  readonly gone: Set<Row>;
  readonly ids: Set<string>;
}

/** Nothing, if what is left would not satisfy the database. */
export function without(world: World, removed: readonly Row[]): World | null {
  const removal: Removal = { world, gone: new Set(), ids: new Set() };
  for (const row of removed) remove(removal, row);
  for (let grown = true; grown;) {
    const before = removal.gone.size;
    for (const [table, row] of everyRow(world)) {
      if (!removal.gone.has(row) && dependsOnGone(removal, table, row)) remove(removal, row);
    }
    grown = removal.gone.size > before;
  }
  const left = remaining(removal);
  return faultsOf(left).length === 0 ? left : null;
}

function remove({ gone, ids }: Removal, row: Row): void {
  gone.add(row);
  if (isId(row['id'])) ids.add(row['id']);
}

function everyRow(world: World): readonly (readonly [Table, Row])[] {
  return (Object.entries(world) as [Table, unknown][]).flatMap(([table, rows]) =>
    Array.isArray(rows) && table !== 'asked' ? (rows as readonly Row[]).map((row) => [table, row] as const) : [],
  );
}

/** What a row can lose and still be: who did it becomes another, what it names beside is left out. */
const optional: readonly string[] = ['sourceAgencyId', 'agencyId', 'replacedBy', 'keptFindingId', 'shareId'];
const optionalLists: readonly string[] = ['spokenOfIds', 'agencyIds', 'caseIds', 'findingIds'];
const optionalCase: readonly Table[] = ['evidence', 'findings', 'concerns'];

const isOptional = (table: Table, field: string): boolean =>
  optional.includes(field) || (field === 'caseId' && optionalCase.includes(table));

const isActor = (field: string): boolean => field.endsWith('By') && field !== 'replacedBy';

function dependsOnGone(removal: Removal, table: Table, row: Row): boolean {
  const { ids } = removal;
  for (const [field, value] of Object.entries(row)) {
    if (isId(value) && ids.has(value) && !isOptional(table, field)) {
      if (!isActor(field) || another(removal, row) === null) return true;
    }
    if (Array.isArray(value) && !optionalLists.includes(field) && value.some((one) => isId(one) && ids.has(one))) {
      return true;
    }
  }
  return [...removal.gone].some((lost) => goesWith(table, row, lost));
}

/** Rows without ids of their own: who takes part, which agencies do, and the narrative of an inspection. */
function goesWith(table: Table, row: Row, lost: Row): boolean {
  if ('id' in lost || row['inspectionId'] !== lost['inspectionId'] || row['inspectionId'] === undefined) return false;
  if ('gateway' in lost) return row['inspectorate'] === lost['inspectorate'] || row['owner'] === lost['inspectorate'];
  if ('principalAuthority' in lost) return row['organisationId'] === lost['organisationId'];
  return 'compiledBy' in lost && ['narrativeParagraphs', 'frozenTexts', 'qualityPasses'].includes(table);
}

/** Somebody who is left to have done it, but not to himself. */
function another({ world, ids }: Removal, row: Row): string | null {
  return world.users.find((user) => !ids.has(user.id) && user.id !== row['userId'])?.id ?? null;
}

function remaining(removal: Removal): World {
  const { world, gone } = removal;
  const left = Object.fromEntries(
    (Object.entries(world) as [Table, unknown][]).map(([table, rows]) => [
      table,
      Array.isArray(rows) && table !== 'asked'
        ? (rows as readonly Row[]).filter((row) => !gone.has(row)).map((row) => mended(removal, table, row))
        : rows,
    ]),
  );
  // Every part was mapped onto itself, row by row.
  return left as unknown as World;
}

function mended(removal: Removal, table: Table, row: Row): Row {
  const { ids } = removal;
  const lost = (value: unknown): boolean => isId(value) && ids.has(value);
  const isTouched = Object.values(row).some(
    (value) => lost(value) || (Array.isArray(value) && value.some(lost)) || isReplyOfGone(removal, value),
  );
  if (!isTouched) return row;
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (Array.isArray(value)) return [field, value.filter((one) => !lost(one))];
      if (isReplyOfGone(removal, value)) return [field, null];
      if (!lost(value)) return [field, value];
      return [field, isOptional(table, field) ? null : another(removal, row)];
    }),
  );
}

function isReplyOfGone({ ids }: Removal, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((one) => isId(one) && ids.has(one));
}
