import { DataSource, type QueryRunner } from 'typeorm';
import { applyAccessRules } from './access/apply-access-rules.js';
import { migrations } from './migrations/index.js';
import type { ReferenceData } from './reference-data.js';
import { syncReferenceData } from './reference-data.js';

/** Any number: two processes that migrate the same database wait for one another by it. */
const MIGRATION_LOCK = 7_001;

/**
 * Brings the database up to date as its owner: roles, migrations, access rules, reference data, and the application's login
 * as a member of the application role, which owns nothing and which row security binds.
 */
export async function migrate(ownerUrl: string, applicationUrl: string, reference: ReferenceData): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migration',
    schema: 'migrations',
    poolSize: 2,
  });
  await owner.initialize();
  const guard = owner.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await guard.query('CREATE SCHEMA IF NOT EXISTS migrations');
    await prepareRoles(guard, decodeURIComponent(new URL(applicationUrl).username));
    await owner.runMigrations({ transaction: 'each' });
    await applyAccessRules(guard);
    await syncReferenceData(guard, reference);
    await guard.query('REVOKE jip_access FROM CURRENT_USER');
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await owner.destroy();
  }
}

/** What the application may do; who owns the definer functions of the access rules; see access/other-roles.ts for the rest. */
const ROLES = ['jip_application', 'jip_access', 'jip_publisher', 'jip_sealer', 'jip_search'];

/**
 * None of them can log in, own a table or bypass row security. The owner is a member of `jip_access` only while it
 * migrates; the application's login takes the publisher's role for the public pages.
 */
async function prepareRoles(db: QueryRunner, login: string): Promise<void> {
  for (const role of ROLES)
    await db.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
    END $$`);
  await db.query(`GRANT jip_application, jip_publisher TO "${login.replaceAll('"', '""')}"`);
  await db.query('GRANT jip_access TO CURRENT_USER');
}
