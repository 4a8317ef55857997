import type pg from 'pg';

/**
 * Keeps of every row what it was, so that what an asker did can be taken back, and the next thing be asked of the same
 * world. For databases of tests only.
 */
export async function keepJournal(db: pg.Client): Promise<void> {
  await db.query(`
    CREATE SCHEMA IF NOT EXISTS twins;
    CREATE TABLE IF NOT EXISTS twins.journal (n bigserial PRIMARY KEY, tab text NOT NULL, was jsonb, is_now jsonb);
    CREATE OR REPLACE FUNCTION twins.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      INSERT INTO twins.journal (tab, was, is_now) VALUES (TG_TABLE_NAME,
        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
      RETURN NULL;
    END $$;
    CREATE OR REPLACE FUNCTION twins.take_back() RETURNS int LANGUAGE plpgsql AS $$
    DECLARE entry record; columns text; n int := 0;
    BEGIN
      PERFORM set_config('session_replication_role', 'replica', true);
      FOR entry IN SELECT * FROM twins.journal ORDER BY n DESC LOOP
        n := n + 1;
        IF entry.is_now IS NOT NULL THEN
          EXECUTE format('DELETE FROM app.%I t WHERE to_jsonb(t) = $1', entry.tab) USING entry.is_now;
        END IF;
        IF entry.was IS NOT NULL THEN
          SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
          WHERE attrelid = ('app.' || quote_ident(entry.tab))::regclass AND attnum > 0 AND NOT attisdropped
            AND attgenerated = '';
          EXECUTE format('INSERT INTO app.%I (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM jsonb_populate_record(NULL::app.%I, $1)',
            entry.tab, columns, columns, entry.tab) USING entry.was;
        END IF;
      END LOOP;
      DELETE FROM twins.journal;
      RETURN n;
    END $$`);
  const { rows } = await db.query<{ name: string }>(
    `SELECT format('%I', relname) AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'`,
  );
  await db.query(
    rows
      .map(
        ({ name }) =>
          `CREATE OR REPLACE TRIGGER zz_journal AFTER INSERT OR UPDATE OR DELETE ON app.${name}
           FOR EACH ROW EXECUTE FUNCTION twins.note()`,
      )
      .join(';'),
  );
}

/** What stands now is what is gone back to. */
export const forgetJournal = (db: pg.Client): Promise<unknown> => db.query('TRUNCATE twins.journal');

/** How many changes of rows were taken back. */
export async function takeBack(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>('SELECT twins.take_back() AS n');
  return rows[0]?.n ?? 0;
}
