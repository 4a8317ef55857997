import type { Client as Connection } from 'pg';

/** A fault in what the migrations made, with the thing's name. */
type Check = (db: Connection) => Promise<string[]>;

const names = async (db: Connection, query: string): Promise<string[]> =>
  (await db.query<{ name: string }>(query)).rows.map(({ name }) => name);

/** The list of docs/access.md, "How it is enforced", as queries: each answers what breaks it. */
export const catalogueChecks: Record<string, Check> = {
  'row security is forced on every table': (db) =>
    names(
      db,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p')
      AND NOT (relrowsecurity AND relforcerowsecurity)`,
    ),

  'no table, view or sequence that the application may read lies outside the schema app': (db) =>
    names(
      db,
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND relnamespace NOT IN
      ('app'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND has_table_privilege('jip_application', c.oid, 'SELECT')`,
    ),

  'there is no view, materialised view or foreign table': (db) =>
    names(
      db,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('v', 'm', 'f')`,
    ),

  'the roles of the application own nothing, bypass nothing and cannot make roles': (db) =>
    names(
      db,
      `SELECT rolname AS name FROM pg_roles r WHERE pg_has_role(r.oid, 'jip_application', 'USAGE') AND NOT rolsuper AND (rolbypassrls OR rolcreaterole
        OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) OR EXISTS (SELECT FROM pg_proc WHERE proowner = r.oid))
      UNION SELECT rolname FROM pg_roles r WHERE rolname = 'jip_access' AND (rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole
        OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid))`,
    ),

  'nobody is a member of the access kernel': (db) =>
    names(
      db,
      `SELECT m.member::regrole::text AS name FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
      WHERE m.roleid = 'jip_access'::regrole AND NOT r.rolsuper AND pg_has_role(m.member, 'jip_access', 'USAGE')`,
    ),

  'a definer function belongs to the access kernel and pins its search path': (db) =>
    names(
      db,
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE pronamespace IN ('app'::regnamespace, 'auth'::regnamespace) AND prosecdef
      AND (proowner <> 'jip_access'::regrole OR NOT coalesce(proconfig, '{}') @> ARRAY['search_path=pg_catalog, pg_temp'])`,
    ),

  'no function is open to everybody, leakproof, or a trigger that can be called': (db) =>
    names(
      db,
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE pronamespace IN ('app'::regnamespace, 'auth'::regnamespace)
      AND (proleakproof OR EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0)
        OR (prorettype = 'trigger'::regtype AND has_function_privilege('jip_application', p.oid, 'EXECUTE')))`,
    ),

  'the application may not truncate, refer to, or set triggers on any table': (db) =>
    names(
      db,
      `SELECT DISTINCT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'
      AND (has_table_privilege('jip_application', oid, 'TRUNCATE') OR has_table_privilege('jip_application', oid, 'REFERENCES') OR has_table_privilege('jip_application', oid, 'TRIGGER'))`,
    ),

  'the application never writes an audience, its grants or the subjects of a row': (db) =>
    names(
      db,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.column_privileges
      WHERE table_schema = 'app' AND grantee = 'jip_application' AND privilege_type = 'UPDATE'
        AND (table_name IN ('audience', 'audience_grant') OR column_name IN ('audience_id', 'subject_ids'))`,
    ),

  'what was recorded is never changed or deleted': (db) =>
    names(
      db,
      `SELECT relname AS name FROM pg_class WHERE oid = ANY ('{app.audit_event, app.opening, app.outbox, app.sealing_key,
        app.whistleblowing_event, app.whistleblowing_step, app.whistleblowing_words, app.whistleblowing_receipt}'::regclass[])
      AND (has_table_privilege('jip_application', oid, 'DELETE') OR has_any_column_privilege('jip_application', oid, 'UPDATE'))`,
    ),

  'a row with an audience is read by it, in the form that was measured': (db) =>
    names(
      db,
      `SELECT a.attrelid::regclass::text AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND a.attname = 'audience_id' AND c.relname <> 'audience_grant'
        AND has_table_privilege('jip_application', c.oid, 'SELECT')
        AND EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = c.relname AND p.cmd IN ('SELECT', 'ALL')
          AND 'jip_application' = ANY (p.roles) AND p.permissive = 'PERMISSIVE' AND p.qual !~ ('g\\.audience_id = ' || c.relname || '\\.audience_id\\) AND \\(g\\.degree >= [1-4]\\)\\)\\s+OFFSET 0'))`,
    ),

  'a conflict of interest hides every row that has subjects': (db) =>
    names(
      db,
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND a.attname = 'subject_ids'
        AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = c.relname AND p.permissive = 'RESTRICTIVE'
          AND p.cmd = 'ALL' AND 'jip_application' = ANY (p.roles) AND p.qual ~ 'auth\\.conflicts\\(\\)')`,
    ),

  'no policy, function, default or check reads the clock of the server': (db) =>
    names(
      db,
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE pronamespace = 'auth'::regnamespace
        AND prosrc ~* '\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp)\\s*\\(|current_(timestamp|date)'
      UNION SELECT policyname FROM pg_policies WHERE schemaname = 'app' AND coalesce(qual, '') || coalesce(with_check, '') ~* '\\mnow\\(|current_(timestamp|date)|CURRENT_TIMESTAMP'
      UNION SELECT table_name FROM information_schema.columns WHERE table_schema = 'app' AND column_default ~* '\\mnow\\(|current_(timestamp|date)'`,
    ),

  'every table keeps a random id: there is no gapless number but the inner ones': (db) =>
    names(
      db,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'app' AND is_identity = 'YES'
      AND table_name NOT IN ('audience', 'outbox')`,
    ),
};

/** Faults planted one by one, to see each check fail: statements of the owner or of a superuser. */
export const plantedFaults: Record<keyof typeof catalogueChecks, string> = {
  'row security is forced on every table': 'CREATE TABLE app.planted (id uuid)',
  'no table, view or sequence that the application may read lies outside the schema app':
    'CREATE SCHEMA planted; CREATE TABLE planted.table_there (id uuid); GRANT SELECT ON planted.table_there TO jip_application',
  'there is no view, materialised view or foreign table': 'CREATE VIEW app.planted AS SELECT 1 AS one',
  'the roles of the application own nothing, bypass nothing and cannot make roles':
    'CREATE TABLE app.planted (id uuid); ALTER TABLE app.planted OWNER TO jip_access',
  'nobody is a member of the access kernel': 'GRANT jip_access TO jip_application',
  'a definer function belongs to the access kernel and pins its search path': `CREATE FUNCTION auth.planted() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
  'no function is open to everybody, leakproof, or a trigger that can be called': `CREATE FUNCTION auth.planted() RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION auth.planted() TO PUBLIC`,
  'the application may not truncate, refer to, or set triggers on any table':
    'GRANT TRUNCATE ON app.evidence TO jip_application',
  'the application never writes an audience, its grants or the subjects of a row':
    'GRANT UPDATE (audience_id) ON app.evidence TO jip_application',
  'what was recorded is never changed or deleted': 'GRANT DELETE ON app.audit_event TO jip_application',
  'a row with an audience is read by it, in the form that was measured':
    'CREATE POLICY planted ON app.evidence FOR SELECT TO jip_application USING (true)',
  'a conflict of interest hides every row that has subjects': 'DROP POLICY evidence_conflict ON app.evidence',
  'no policy, function, default or check reads the clock of the server':
    'CREATE POLICY planted ON app.area FOR SELECT TO jip_application USING (now() IS NOT NULL)',
  'every table keeps a random id: there is no gapless number but the inner ones':
    'CREATE TABLE app.planted (id bigint GENERATED ALWAYS AS IDENTITY)',
};
