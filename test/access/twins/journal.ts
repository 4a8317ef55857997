import type pg from 'pg';

/**
 * Keeps of every row what it was, so that what an asker did can be taken back, and the next thing be asked of the same
 * world. The order of notes is not that of the changes, since triggers change rows in between: what a row was before
 * all of them is what no other note made of it. Where a table has no key,
 * a row is its own. For databases of tests only.
 */
export async function keepJournal(db: pg.Client): Promise<void> {
  await db.query(`
    CREATE SCHEMA IF NOT EXISTS twins;
    CREATE TABLE IF NOT EXISTS twins.journal (tab text NOT NULL, key jsonb NOT NULL, was jsonb, is_now jsonb);
    CREATE OR REPLACE FUNCTION twins.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE before jsonb; after jsonb;
    BEGIN
      IF current_setting('twins.idle', true) = 'yes' THEN RETURN NULL; END IF;
      IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD); END IF;
      IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW); END IF;
      INSERT INTO twins.journal VALUES (TG_TABLE_NAME,
        coalesce((SELECT jsonb_object_agg(name, coalesce(after, before) -> name) FROM unnest(TG_ARGV) name),
          coalesce(after, before)), before, after);
      RETURN NULL;
    END $$;
    CREATE OR REPLACE FUNCTION twins.take_back() RETURNS int LANGUAGE plpgsql AS $$
    DECLARE entry record; columns text; n int := 0;
    BEGIN
      PERFORM set_config('session_replication_role', 'replica', true);
      FOR entry IN
        SELECT j.tab, j.key, first.was FROM (SELECT DISTINCT tab, key FROM twins.journal) j,
          LATERAL (SELECT was FROM twins.journal k WHERE (k.tab, k.key) = (j.tab, j.key)
                   EXCEPT ALL SELECT is_now FROM twins.journal k WHERE (k.tab, k.key) = (j.tab, j.key)) first
      LOOP
        n := n + 1;
        EXECUTE format('DELETE FROM app.%I t WHERE to_jsonb(t) @> $1', entry.tab) USING entry.key;
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
  const { rows } = await db.query<{ name: string; keys: string[] }>(
    `SELECT format('%I', c.relname) AS name, array_remove(array_agg(a.attname::text), NULL) AS keys
     FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' GROUP BY 1`,
  );
  await db.query(
    rows
      .map(
        ({ name, keys }) =>
          `CREATE OR REPLACE TRIGGER zz_journal AFTER INSERT OR UPDATE OR DELETE ON app.${name}
           FOR EACH ROW EXECUTE FUNCTION twins.note(${keys.map((key) => `'${key}'`).join(', ')})`,
      )
      .join(';'),
  );
}

/** How many rows are again as they were. */
export async function takeBack(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>('SELECT twins.take_back() AS n');
  return rows[0]?.n ?? 0;
}
