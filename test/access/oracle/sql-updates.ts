import type pg from 'pg';
import { instant } from './load-steps.js';
import type { Part } from './sql-parts.js';
import type { Id, Instant } from './world-base.js';

interface Database {
  readonly superuser: pg.Client;
  readonly application: pg.Client;
  readonly parts: readonly Part[];
}

/** With no trigger of the tables that are written: what an UPDATE reaches is for its policies alone. */
export async function withoutTriggers({ superuser, parts }: Database, work: () => Promise<void>): Promise<void> {
  const all = (verb: 'DISABLE' | 'ENABLE'): Promise<unknown> =>
    superuser.query(
      parts
        .filter(({ written }) => written)
        .map(({ table }) => `ALTER TABLE app.${table} ${verb} TRIGGER USER`)
        .join(';'),
    );
  await all('DISABLE');
  try {
    await work();
  } finally {
    await all('ENABLE');
  }
}

/** What an UPDATE that changes nothing reaches in each table that is written, under the application's own login. */
export async function updatedKeys(
  { superuser, application, parts }: Database,
  user: Id,
  at: Instant,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const reached = new Map<string, ReadonlySet<string>>();
  for (const { table, key } of parts.filter(({ written }) => written)) {
    const column = await changeableColumn(superuser, table);
    await application.query('BEGIN');
    try {
      await application.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [
        user,
        instant(at),
      ]);
      const { rows } = await application.query<{ key: string }>(
        `UPDATE app.${table} SET "${column}" = "${column}" RETURNING (${key})::text AS key`,
      );
      reached.set(table, new Set(rows.map((row) => row.key)));
    } finally {
      await application.query('ROLLBACK');
    }
  }
  return reached;
}

async function changeableColumn(db: pg.Client, table: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND has_column_privilege('jip_application', attrelid, attnum, 'UPDATE')
     ORDER BY 1 LIMIT 1`,
    [`app.${table}`],
  );
  const [first] = rows;
  if (first === undefined) throw new Error(`the application changes no column of app.${table}`);
  return first.name;
}
