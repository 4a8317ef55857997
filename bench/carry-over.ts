import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { createIndexes, dropIndexes } from './indexes.js';

/**
 * Copies all rows, audiences included, into a database of the same columns whose indexes or rules of reading are
 * newer: no audience would be another, so none is settled again.
 */
export async function carryOver(source: pg.Client, target: pg.Client): Promise<void> {
  const { rows } = await target.query<{ name: string; columns: string }>(
    `SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' GROUP BY c.relname`,
  );
  await target.query('SET session_replication_role = replica');
  await target.query(`TRUNCATE ${rows.map(({ name }) => `app.${name}`).join(', ')}`);
  const dropped = await dropIndexes(target);
  for (const { name, columns } of rows)
    await pipeline(
      source.query(to(`COPY app.${name} (${columns}) TO STDOUT (FORMAT binary)`)),
      target.query(from(`COPY app.${name} (${columns}) FROM STDIN (FORMAT binary)`)),
    );
  await createIndexes(target, dropped);
  await target.query(`SELECT setval(pg_get_serial_sequence('app.audience', 'id'), max(id)) FROM app.audience`);
  await target.query('SET session_replication_role = origin');
  await target.query('VACUUM (ANALYZE)');
  await target.query('CHECKPOINT');
}
