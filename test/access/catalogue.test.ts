import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { anInspection } from '../support/an-inspection.js';
import { sqlAs } from '../support/sql-as.js';
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

  it('lets the application read no audience or outbox', async () => {
    for (const table of ['audience', 'outbox'])
      await expect(application.query(`SELECT 1 FROM app.${table}`)).rejects.toThrow(/permission denied/);
  });

  it('shows a principal the grants of his own circles alone, while they are in force', async () => {
    const at = '2024-03-19T10:00:00Z';
    const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const member = inspection.member('CQC', 'INSPECTOR');
    const circles = await sqlAs(member, at, (db) =>
      db.query<{ circle: string }>('SELECT unnest(auth.circles()) AS circle'),
    );
    const granted = await sqlAs(member, at, (db) =>
      db.query<{ circle: string; inForce: boolean }>(
        `SELECT DISTINCT circle, (starts_at IS NULL OR starts_at <= auth.at()) AND (ends_at IS NULL OR auth.at() < ends_at) AS "inForce" FROM app.audience_grant`,
      ),
    );
    expect(granted.rows.length).toBeGreaterThan(1);
    expect(granted.rows.every(({ inForce }) => inForce)).toBe(true);
    const own = new Set(circles.rows.map(({ circle }) => circle));
    expect(granted.rows.filter(({ circle }) => !own.has(circle))).toEqual([]);
  });
});
