import type pg from 'pg';

/** Settling an audience writes a row again, so each has left a dead one: written anew, tables are half as large. */
export async function compact(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND pg_relation_size(c.oid) > 8192 ORDER BY pg_relation_size(c.oid)`,
  );
  for (const { name } of rows) await db.query(`VACUUM (FULL) ${name}`);
}
