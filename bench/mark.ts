import { createHash } from 'node:crypto';
import type pg from 'pg';
import { inspectorates } from '../src/inspectorates/index.js';
import { databaseText } from '../src/schema/database-text.js';
import { inspected } from './data/inspection.js';
import { organisations } from './data/organisations.js';
import { programme } from './data/programme.js';
import { sizesFor } from './data/sizes.js';
import { peopled } from './data/world.js';
import type { LoadOptions } from './options.js';

/** As many as show what every kind of inspection would hold. */
const SHOWN = 5;

export interface Mark {
  readonly items: number;
  readonly seed: number;
  /** Of what decides the rows: the data that would be made, the tables' columns, and the functions that settle audiences. */
  readonly rows: string;
  /** Of all tables, indexes and rules. */
  readonly database: string;
}

/** Functions that nobody may call but others of the kernel: those that settle audiences, and what they rest on. */
const DECIDING = `
  SELECT line FROM (
    SELECT format('%s.%s %s', table_name, column_name, udt_name) AS line FROM information_schema.columns WHERE table_schema = 'app'
    UNION ALL
    SELECT pg_get_functiondef(p.oid) FROM pg_proc p
    WHERE p.pronamespace = 'auth'::regnamespace AND p.prorettype <> 'trigger'::regtype
      AND NOT has_function_privilege('jip_application', p.oid, 'EXECUTE')) decides
  ORDER BY line`;

/** Tells a database that holds what would be loaded now from one that does not: by a sample, and by its tables and rules. */
export async function markFor(
  { items, seed }: Pick<LoadOptions, 'items' | 'seed'>,
  db: pg.Client,
  ownerUrl: string,
): Promise<Mark> {
  const rows = createHash('sha256');
  const sizes = sizesFor(items);
  const world = peopled(sizes, seed, new Map(inspectorates.map(({ code }) => [code, code])));
  const planned = programme(sizes, seed, world);
  const books = [organisations(world, seed), ...planned.slice(0, SHOWN).map((each) => inspected(each, world, seed))];
  for (const book of books)
    for (const sheet of book.sheets) rows.update(`${sheet.table} ${sheet.columns.join(' ')}\n${sheet.text}`);
  const deciding = await db.query<{ line: string }>(DECIDING);
  for (const { line } of deciding.rows) rows.update(line);
  const database = createHash('sha256').update(await databaseText(ownerUrl));
  return { items, seed, rows: rows.digest('hex'), database: database.digest('hex') };
}

export const holdsSameRows = (one: Mark | null, other: Mark): boolean =>
  one !== null && one.items === other.items && one.seed === other.seed && one.rows === other.rows;

export const isSame = (one: Mark | null, other: Mark): boolean =>
  holdsSameRows(one, other) && one?.database === other.database;
