import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { ACCESS_RULES } from './access-rules.js';

/** Policies, triggers, functions and grants that stand, of whatever version: none outlives the text that made it. */
const CLEAR = `DO $$
  DECLARE it record;
  BEGIN
    FOR it IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'app' LOOP
      EXECUTE format('DROP POLICY %I ON app.%I', it.policyname, it.tablename); END LOOP;
    FOR it IN SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
              WHERE c.relnamespace = 'app'::regnamespace AND NOT t.tgisinternal LOOP
      EXECUTE format('DROP TRIGGER %I ON app.%I', it.tgname, it.relname); END LOOP;
    FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'auth'::regnamespace LOOP
      EXECUTE format('DROP FUNCTION %s', it.name); END LOOP;
    REVOKE ALL ON ALL TABLES IN SCHEMA app FROM jip_application, jip_access;
  END $$`;

/**
 * Brings the access rules to what this version of the program says, in one transaction: nobody meets the tables
 * without them. Audiences are settled anew, since the rules that settled them may have changed.
 */
export async function applyAccessRules(db: QueryRunner): Promise<void> {
  const fingerprint = createHash('sha256').update(ACCESS_RULES.join('\n')).digest('hex');
  await db.query('CREATE TABLE IF NOT EXISTS migrations.access_rules (fingerprint text NOT NULL)');
  const standing = (await db.query('SELECT fingerprint FROM migrations.access_rules')) as { fingerprint: string }[];
  if (standing[0]?.fingerprint === fingerprint) return;
  await db.startTransaction();
  try {
    // Functions name one another.
    await db.query('SET LOCAL check_function_bodies = off');
    await db.query(CLEAR);
    for (const statements of ACCESS_RULES) await db.query(statements);
    await db.query('SELECT auth.rebuild()');
    await db.query('DELETE FROM migrations.access_rules');
    await db.query('INSERT INTO migrations.access_rules VALUES ($1)', [fingerprint]);
    await db.commitTransaction();
  } catch (error) {
    await db.rollbackTransaction();
    throw error;
  }
}
