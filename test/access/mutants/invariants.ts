import type pg from 'pg';

const policyFor = `SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = c.relname
  AND p.permissive = 'PERMISSIVE' AND 'jip_application' = ANY (p.roles)`;

/**
 * What holds of the catalogue whatever its policies say: each is a query for the names of what breaks it. Rules, not a
 * picture of how the catalogue stands: docs/access.md, "How it is enforced".
 */
const RULES: readonly (readonly [rule: string, breaks: string])[] = [
  [
    'every table has forced row security',
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p')
       AND NOT (relrowsecurity AND relforcerowsecurity)`,
  ],
  [
    'no policy is for everybody',
    `SELECT policyname::text FROM pg_policies WHERE schemaname = 'app' AND 'public' = ANY (roles)`,
  ],
  [
    'a row that has subjects is hidden by a conflict of interest, for every command',
    `SELECT c.relname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND a.attname = 'subject_ids' AND NOT EXISTS (
       SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = c.relname AND p.permissive = 'RESTRICTIVE'
         AND p.cmd = 'ALL' AND 'jip_application' = ANY (p.roles) AND p.qual ~ '^\\(*NOT \\(subject_ids && .*auth\\.conflicts\\(\\)')`,
  ],
  [
    'a privilege of the application has a policy, and a policy a privilege',
    `SELECT c.relname || ' ' || command FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) command
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'
       AND CASE CASE command WHEN 'DELETE' THEN has_table_privilege('jip_application', c.oid, command)
                  ELSE has_any_column_privilege('jip_application', c.oid, command) END
           WHEN true THEN NOT EXISTS (${policyFor} AND p.cmd IN (command, 'ALL'))
           ELSE EXISTS (${policyFor} AND p.cmd = command) END`,
  ],
  [
    'the application truncates nothing',
    `SELECT relname::text FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'
       AND has_table_privilege('jip_application', oid, 'TRUNCATE')`,
  ],
  [
    'the application updates columns, never whole tables',
    `SELECT relname::text FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'
       AND has_table_privilege('jip_application', oid, 'UPDATE')`,
  ],
  [
    'the application says of no row whom it is for, nor what hides it',
    `SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND a.attname ~ '(audience_id|subject_ids)$'
       AND has_any_column_privilege('jip_application', c.oid, 'SELECT')
       AND (has_column_privilege('jip_application', c.oid, a.attnum, 'INSERT') OR has_column_privilege('jip_application', c.oid, a.attnum, 'UPDATE'))`,
  ],
  [
    'the application is no member of the access kernel',
    `SELECT 'jip_access' WHERE pg_has_role('jip_application', 'jip_access', 'MEMBER')`,
  ],
  [
    'the application owns nothing and bypasses nothing',
    `SELECT rolname::text FROM pg_roles r WHERE rolname = 'jip_application' AND (rolsuper OR rolbypassrls OR rolcreaterole
       OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) OR EXISTS (SELECT FROM pg_proc WHERE proowner = r.oid))`,
  ],
  [
    'a function of the kernel runs with its rights and pins its search path',
    `SELECT p.proname::text FROM pg_proc p WHERE pronamespace = 'auth'::regnamespace AND proowner = 'jip_access'::regrole
       AND NOT (prosecdef AND coalesce(proconfig, '{}') @> ARRAY['search_path=pg_catalog, pg_temp'])`,
  ],
  [
    'nobody calls what a trigger does',
    `SELECT p.proname::text FROM pg_proc p WHERE pronamespace = 'auth'::regnamespace AND prorettype = 'trigger'::regtype
       AND has_function_privilege('jip_application', oid, 'EXECUTE')`,
  ],
  [
    'the application does not call what settles audiences',
    `SELECT p.proname::text FROM pg_proc p WHERE pronamespace = 'auth'::regnamespace
       AND (proname ~ '^place_' OR proname IN ('audience', 'sees', 'rebuild', 'share_entitlements'))
       AND has_function_privilege('jip_application', oid, 'EXECUTE')`,
  ],
  [
    // But for facts that everybody may know, and what is asked before there is a principal.
    'a function of the kernel that takes arguments asks who asks',
    `SELECT p.proname::text FROM pg_proc p WHERE pronamespace = 'auth'::regnamespace AND prosecdef AND pronargs > 0
       AND has_function_privilege('jip_application', oid, 'EXECUTE')
       AND prosrc !~ 'auth\\.(circles|user_id|audiences|organisation_id)\\('
       AND proname NOT IN ('identify', 'provider_organisation', 'audiences', 'has_safeguarding_contact', 'has_other_administrator')`,
  ],
  [
    'nobody reads audiences, or what was sent out, but the kernel',
    `SELECT c.relname::text FROM pg_class c WHERE oid IN ('app.audience'::regclass, 'app.outbox'::regclass)
       AND has_any_column_privilege('jip_application', oid, 'SELECT')`,
  ],
];

const STATEMENT = RULES.map(
  ([, breaks], place) => `(SELECT ${place} AS rule, broken.name FROM (${breaks}) broken (name) LIMIT 1)`,
).join(' UNION ALL ');

/** The first rule that the catalogue breaks, and by what. */
export async function brokenInvariant(db: pg.Client): Promise<string | null> {
  const { rows } = await db.query<{ rule: number; name: string }>({ name: 'invariants', text: `${STATEMENT} LIMIT 1` });
  const [first] = rows;
  return first === undefined ? null : `"${RULES[first.rule]?.[0] ?? ''}" broken by ${first.name}`;
}
