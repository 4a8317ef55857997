import { DataSource } from 'typeorm';

/** Each part of the schema as lines of text, in an order that does not depend on when a thing was made. */
const PARTS: readonly (readonly [title: string, query: string])[] = [
  ['Columns', `SELECT format('%s.%s %s%s', table_name, column_name, udt_name, CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END) AS line
    FROM information_schema.columns WHERE table_schema = 'app' ORDER BY table_name, ordinal_position`],
  ['Constraints', `SELECT format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND contype <> 'n' ORDER BY 1`],
  ['Indexes', `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'app' ORDER BY 1`],
  ['Row security', `SELECT format('%s: %s', c.relname, CASE WHEN relforcerowsecurity THEN 'forced' WHEN relrowsecurity THEN 'ENABLED, NOT FORCED' ELSE 'OFF' END) AS line
    FROM pg_class c WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`],
  ['Policies', `SELECT format('%s %s %s %s to %s using (%s) check (%s)', tablename, policyname, permissive, cmd,
      array_to_string(array_replace(roles, current_user, 'the owner'), ','), coalesce(qual, ''), coalesce(with_check, '')) AS line
    FROM pg_policies WHERE schemaname = 'app' ORDER BY tablename, policyname`],
  ['Grants', `SELECT format('%s %s on %s%s', grantee, privilege_type, table_name, coalesce('(' || columns || ')', '')) AS line FROM (
      SELECT grantee, privilege_type, table_name, NULL::text AS columns FROM information_schema.role_table_grants WHERE table_schema = 'app'
      UNION ALL
      SELECT c.grantee, c.privilege_type, c.table_name, string_agg(c.column_name, ', ' ORDER BY c.column_name)
      FROM information_schema.role_column_grants c
      WHERE c.table_schema = 'app' AND NOT EXISTS (SELECT FROM information_schema.role_table_grants t
        WHERE (t.grantee, t.table_schema, t.table_name, t.privilege_type) = (c.grantee, c.table_schema, c.table_name, c.privilege_type))
      GROUP BY c.grantee, c.privilege_type, c.table_name) g
    WHERE grantee LIKE 'jip\\_%' AND grantee <> current_user ORDER BY 1`],
  ['Triggers', `SELECT pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'app'::regnamespace AND NOT tgisinternal ORDER BY 1`],
  ['Functions', `SELECT format(E'%s\\n-- owner %s; %s\\n', pg_get_functiondef(p.oid), CASE p.proowner WHEN (SELECT oid FROM pg_roles WHERE rolname = current_user) THEN 'of the schema' ELSE p.proowner::regrole::text END,
      CASE WHEN has_function_privilege('jip_application', p.oid, 'EXECUTE') THEN 'the application may call it' ELSE 'closed' END) AS line
    FROM pg_proc p WHERE pronamespace = 'auth'::regnamespace ORDER BY p.proname, p.oid::regprocedure::text`],
];

/** `schema/database.sql`: what the migrations made, to be read as a review of security where it changes. */
export async function databaseText(ownerUrl: string): Promise<string> {
  const database = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 1 }).initialize();
  try {
    const parts: string[] = [];
    for (const [title, query] of PARTS) {
      const rows: { line: string }[] = await database.query(query);
      parts.push(`-- ${title}\n${rows.map(({ line }) => line).join('\n')}\n`);
    }
    return parts.join('\n');
  } finally {
    await database.destroy();
  }
}
