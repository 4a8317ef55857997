import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { catalogueChecks, plantedFaults } from './catalogue-checks.js';

describe('the catalogue of the database', () => {
  const owner = new pg.Client({ connectionString: process.env['TEST_DATABASE_OWNER_URL'] });
  const application = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });

  beforeAll(async () => {
    await owner.connect();
    await application.connect();
  });
  afterAll(async () => {
    await owner.end();
    await application.end();
  });

  it.each(Object.entries(catalogueChecks))('%s', async (_, check) => {
    expect(await check(owner)).toEqual([]);
  });

  it.each(Object.entries(plantedFaults))('finds a fault that was planted: %s', async (name, statements) => {
    await owner.query('BEGIN');
    try {
      // As in a migration, which is a member of the access kernel while it runs.
      await owner.query('GRANT jip_access TO CURRENT_USER');
      await owner.query('GRANT CREATE ON SCHEMA app TO jip_access');
      await owner.query(statements);
      expect(await catalogueChecks[name]?.(owner)).not.toEqual([]);
    } finally {
      await owner.query('ROLLBACK');
    }
  });

  it('shows no row of any table to a transaction without principal and clock', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' AND has_table_privilege('jip_application', oid, 'SELECT')`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name } of rows) {
      const counted = await application.query<{ count: string }>(`SELECT count(*) FROM app.${name}`);
      expect([name, counted.rows[0]?.count]).toEqual([name, '0']);
    }
  });

  it('shows no row to a principal who is nobody', async () => {
    await application.query('BEGIN');
    await application.query(
      `SELECT set_config('app.user_id', gen_random_uuid()::text, true), set_config('app.now', '2024-03-19T10:00:00Z', true)`,
    );
    for (const table of [
      'evidence',
      'evidence_summary',
      'evidence_body',
      'case_file',
      'inspection_conduct',
      'assignment',
      'app_user',
      'audit_event',
    ]) {
      const counted = await application.query<{ count: string }>(`SELECT count(*) FROM app.${table}`);
      expect([table, counted.rows[0]?.count]).toEqual([table, '0']);
    }
    await application.query('ROLLBACK');
  });

  it('lets the application read no audience, grant or outbox', async () => {
    for (const table of ['audience', 'audience_grant', 'outbox'])
      await expect(application.query(`SELECT 1 FROM app.${table}`)).rejects.toThrow(/permission denied/);
  });
});
