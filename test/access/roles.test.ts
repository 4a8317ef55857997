import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

/** What each role may do to each table of the platform, by the least that its work needs. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  jip_publisher: ['letter SELECT', 'letter_text SELECT'],
  jip_sealer: ['audit_event SELECT'],
  jip_search: ['audience_grant SELECT'],
};

describe('the roles beside the application’s', () => {
  let db: pg.Client;

  beforeAll(async () => {
    const server = new URL(process.env['TEST_DATABASE_SUPERUSER_URL'] ?? '');
    server.pathname = new URL(process.env['TEST_DATABASE_OWNER_URL'] ?? '').pathname;
    db = new pg.Client({ connectionString: server.href });
    await db.connect();
  });
  afterAll(() => db.end());

  it.each(Object.entries(MAY))('%s can do this and no more', async (role, may) => {
    const { rows } = await db.query<{ privilege: string }>(
      `SELECT c.relname || ' ' || p AS privilege FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
       WHERE c.relnamespace IN ('app'::regnamespace, 'auth'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm')
         AND (has_table_privilege($1, c.oid, p)
           OR (p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege($1, c.oid, p))) ORDER BY 1`,
      [role],
    );
    expect(rows.map(({ privilege }) => privilege)).toEqual(may);
    const { rows: calls } = await db.query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'auth'::regnamespace AND has_function_privilege($1, oid, 'EXECUTE')`,
      [role],
    );
    expect(calls).toEqual([]);
    const { rows: attributes } = await db.query(
      'SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = $1',
      [role],
    );
    expect(attributes).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  });

  it('serve public pages with what is published and stands alone', async () => {
    await db.query('BEGIN');
    try {
      const { rows: all } = await db.query<{ id: string; public: boolean }>(
        `SELECT id, published_at IS NOT NULL AND withdrawn_at IS NULL AND superseded_at IS NULL AS public FROM app.letter ORDER BY id`,
      );
      await db.query('SET LOCAL ROLE jip_publisher');
      const { rows: seen } = await db.query<{ id: string }>('SELECT id FROM app.letter ORDER BY id');
      expect(seen.map(({ id }) => id)).toEqual(all.filter((letter) => letter.public).map(({ id }) => id));
      const { rows: pages } = await db.query<{ id: string }>('SELECT letter_id AS id FROM app.letter_text ORDER BY 1');
      expect(pages).toEqual(seen);
    } finally {
      await db.query('ROLLBACK');
    }
  });
});

describe('the application’s login, a member of the publisher’s role', () => {
  it('reads no more by it unless it takes the role', async () => {
    const db = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await db.connect();
    try {
      const letters = 'SELECT count(*)::int AS count FROM app.letter_text';
      expect((await db.query(letters)).rows).toEqual([{ count: 0 }]);
    } finally {
      await db.end();
    }
  });
});
