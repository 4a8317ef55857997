import type pg from 'pg';
import type { Book } from './data/sheet.js';

/** Kernel functions that settle the audiences of an inspection's rows, in the order of auth.rebuild(). */
const PLACING: readonly (readonly [place: string, table: string])[] = [
  ['inspection', 'inspection'],
  ['participation', 'inspection'],
  ['assignment', 'assignment'],
  ['case', 'case_file'],
  ['case_member', 'case_member'],
  ['evidence', 'evidence'],
  ['finding', 'finding'],
  ['narrative', 'narrative'],
];

/**
 * Settles who sees what in an inspection. One inspection at a time: its audiences are its own, so that two
 * connections on two inspections never wait for one another.
 */
export async function placeInspection(db: pg.Client, book: Book): Promise<void> {
  for (const [place, table] of PLACING)
    await db.query(`SELECT count(auth.place_${place}(key)) FROM unnest($1::uuid[]) key`, [book.keysOf(table)]);
}
