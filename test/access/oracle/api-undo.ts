import type pg from 'pg';

/**
 * Undoes every act at the very end of its transaction, so that one world can be acted in by everybody: each act has
 * then passed all that the database demands of it. A sequence is not rolled back, and tells that the end was reached.
 * For databases of tests only.
 */
export async function undoActs(db: pg.Client): Promise<void> {
  await db.query(`
    CREATE SCHEMA IF NOT EXISTS oracle;
    CREATE SEQUENCE IF NOT EXISTS oracle.reached;
    CREATE OR REPLACE FUNCTION oracle.undo() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN PERFORM nextval('oracle.reached'); RAISE EXCEPTION 'undone, on purpose'; END $$`);
  for (const stream of STREAMS)
    await db.query(`
      DROP TRIGGER IF EXISTS undone ON ${stream};
      CREATE CONSTRAINT TRIGGER undone AFTER INSERT ON ${stream} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION oracle.undo()`);
}

/** Every act leaves a row in one of these. */
const STREAMS = ['app.audit_event', 'app.whistleblowing_event'];

/** How many acts have reached their end. */
export async function actsReached(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    'SELECT CASE WHEN is_called THEN last_value::int ELSE 0 END AS n FROM oracle.reached',
  );
  return rows[0]?.n ?? 0;
}

/** Of all that the database holds: a refused act leaves no trace anywhere. */
export async function hashOfEverything(db: pg.Client): Promise<string> {
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT format('app.%I', relname) AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'
     AND relname <> 'area' ORDER BY 1`,
  );
  const each = tables.map(({ name }) => `SELECT '${name}' || md5(t::text) AS row FROM ${name} t`);
  const { rows } = await db.query<{ hash: string }>(
    `SELECT md5(coalesce(string_agg(row, '' ORDER BY row), '')) AS hash FROM (${each.join(' UNION ALL ')}) everything`,
  );
  return rows[0]?.hash ?? '';
}
