import type pg from 'pg';

export interface Policy {
  readonly table: string;
  readonly name: string;
  readonly restrictive: boolean;
  readonly command: string;
  /** Of the application (or the publisher), not of the kernel's or the owner's role, which it lets do anything. */
  readonly applications: boolean;
  readonly using: string | null;
  readonly check: string | null;
}

export interface Table {
  readonly name: string;
  /** What the application may do with all of the table; columns apart. */
  readonly granted: readonly string[];
  readonly columnGranted: readonly string[];
}

export interface KernelFunction {
  /** With the types of its arguments. */
  readonly signature: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  readonly definer: boolean;
  readonly trigger: boolean;
  /** The application may call it. */
  readonly open: boolean;
}

export interface Trigger {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly before: boolean;
}

export interface Catalogue {
  readonly policies: readonly Policy[];
  readonly tables: readonly Table[];
  readonly functions: readonly KernelFunction[];
  readonly triggers: readonly Trigger[];
}

/** The access rules as a database holds them. */
export async function readCatalogue(db: pg.Client): Promise<Catalogue> {
  const rows = async <Row extends pg.QueryResultRow>(query: string): Promise<readonly Row[]> =>
    (await db.query<Row>(query)).rows;
  return {
    policies: await rows<Policy & pg.QueryResultRow>(`
      SELECT tablename AS table, policyname AS name, permissive = 'RESTRICTIVE' AS restrictive, cmd AS command,
        NOT (roles && '{jip_access}'::name[]) AND coalesce(qual, with_check) <> 'true' AS applications, qual AS using, with_check AS check
      FROM pg_policies WHERE schemaname = 'app' ORDER BY tablename, policyname`),
    tables: await rows<Table & pg.QueryResultRow>(`
      SELECT c.relname AS name,
        ARRAY(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
              WHERE has_table_privilege('jip_application', c.oid, p)) AS granted,
        ARRAY(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) p
              WHERE has_any_column_privilege('jip_application', c.oid, p) AND NOT has_table_privilege('jip_application', c.oid, p)) AS "columnGranted"
      FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`),
    functions: await rows<KernelFunction & pg.QueryResultRow>(`
      SELECT p.oid::regprocedure::text AS signature, p.proname AS name, pg_get_functiondef(p.oid) AS definition,
        p.prosrc AS source, p.prosecdef AS definer, p.prorettype = 'trigger'::regtype AS trigger,
        has_function_privilege('jip_application', p.oid, 'EXECUTE') AS open
      FROM pg_proc p WHERE p.pronamespace = 'auth'::regnamespace ORDER BY 1`),
    triggers: await rows<Trigger & pg.QueryResultRow>(`
      SELECT c.relname AS table, t.tgname AS name, pg_get_triggerdef(t.oid) AS definition, t.tgtype::int & 2 <> 0 AS before
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'app'::regnamespace AND NOT t.tgisinternal ORDER BY 1, 2`),
  };
}
