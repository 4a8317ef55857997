/**
 * The few forms of row security that every table of the platform takes. Tables differ in the degree of sight
 * that they hold (docs/access.md, "Degrees of sight"), not in the form of their policies: the form decides speed.
 */

/** 1 exists, 2 summary, 3 whole, 4 write: each includes those below it. */
export type Degree = 1 | 2 | 3 | 4;

/**
 * A grant of the row's audience that reaches the asker: `app.audience_grant` shows him his own that are in force. One
 * probe of an index for each row that is looked at; without OFFSET 0 PostgreSQL first reads all his grants, for every
 * table anew (docs/decisions/0012).
 */
const seen = (table: string, degree: Degree, column = 'audience_id'): string =>
  `EXISTS (SELECT FROM app.audience_grant g WHERE g.audience_id = ${table}.${column} AND g.degree >= ${degree} OFFSET 0)`;

/** A conflict of interest overrides every grant (R10). */
const NO_CONFLICT = `NOT (subject_ids && (SELECT auth.conflicts())::uuid[])`;

/** Row security on, for the owner too; only the access kernel's definer functions pass. */
export function lock(table: string, kernelMay: string): string {
  const name = table.split('.')[1] ?? table;
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    GRANT ${kernelMay} ON ${table} TO jip_access;
    CREATE POLICY ${name}_kernel ON ${table} TO jip_access USING (true) WITH CHECK (true);`;
}

export interface Protection {
  readonly table: string;
  /** The degree of sight that a row of this table holds. */
  readonly read: Degree;
  /** A second audience that the reader has to be of as well, in a column of its own: that of what the row points to. */
  readonly alsoRead?: { readonly column: string; readonly degree: Degree };
  /** Rows have `subject_ids`: agencies and cases whose conflicts hide them. */
  readonly subjects: boolean;
  /** Who may add a row: a condition on the row that is added. */
  readonly insert?: string;
  /** Columns that a holder of degree 4 may change. */
  readonly update?: readonly string[];
  /** Degree 4 may delete. */
  readonly remove?: boolean;
  readonly kernelMay?: string;
}

/** A table whose rows carry an audience: read at its degree, written at degree 4, hidden by a conflict. */
export function protect(p: Protection): string {
  const name = p.table.split('.')[1] ?? p.table;
  const statements = [
    lock(p.table, p.kernelMay ?? 'SELECT, UPDATE'),
    `GRANT SELECT ON ${p.table} TO jip_application;`,
    `CREATE POLICY ${name}_read ON ${p.table} FOR SELECT TO jip_application USING (${seen(name, p.read)});`,
  ];
  if (p.alsoRead !== undefined)
    for (const command of ['SELECT', 'UPDATE', 'DELETE'])
      statements.push(
        `CREATE POLICY ${name}_also_${command.toLowerCase()} ON ${p.table} AS RESTRICTIVE FOR ${command} TO jip_application
           USING (${seen(name, p.alsoRead.degree, p.alsoRead.column)});`,
      );
  if (p.subjects)
    statements.push(
      `CREATE POLICY ${name}_conflict ON ${p.table} AS RESTRICTIVE TO jip_application USING (${NO_CONFLICT});`,
    );
  if (p.insert !== undefined)
    statements.push(
      insertable(p.table),
      `CREATE POLICY ${name}_add ON ${p.table} FOR INSERT TO jip_application WITH CHECK (${p.insert});`,
    );
  if (p.update !== undefined)
    statements.push(
      `GRANT UPDATE (${p.update.join(', ')}) ON ${p.table} TO jip_application;`,
      `CREATE POLICY ${name}_change ON ${p.table} FOR UPDATE TO jip_application USING (${seen(name, 4)}) WITH CHECK (true);`,
    );
  if (p.remove === true)
    statements.push(
      `GRANT DELETE ON ${p.table} TO jip_application;`,
      `CREATE POLICY ${name}_remove ON ${p.table} FOR DELETE TO jip_application USING (${seen(name, 4)});`,
    );
  return statements.join('\n');
}

/** Who may add a row to a protected table, and which columns he states: the kernel settles the rest. */
export const addable = (table: string, columns: readonly string[], check: string): string => `
  GRANT INSERT (${columns.join(', ')}) ON ${table} TO jip_application;
  CREATE POLICY ${table.split('.')[1] ?? table}_add ON ${table} FOR INSERT TO jip_application WITH CHECK (${check});`;

/** Whom a row is for is settled by the kernel alone: nobody supplies it. */
const insertable = (table: string): string => `
  DO $$ BEGIN
    EXECUTE (SELECT format('GRANT INSERT (%s) ON ${table} TO jip_application', string_agg(quote_ident(attname), ', ' ORDER BY attnum))
      FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped
        AND attname !~ '(audience_id|subject_ids)$');
  END $$;`;

/** The principal is in the circle whose key is `inspection_id`, a colon and the rest: `inCircle("'writers:' || owner")`. */
export const inCircle = (rest: string): string =>
  `(inspection_id::text || ':' || ${rest}) = ANY ((SELECT auth.circles())::text[])`;

/**
 * A definer function of the access kernel: owned by a role that can do no more than its policies allow.
 * `open`: the application may call it; else only other functions and triggers of the kernel.
 *
 * `body` is one query, unless `how` says otherwise. It is run by PL/pgSQL, which keeps its plan for the session: an
 * SQL function that cannot be inlined is planned again at each call, and a statement calls several of these.
 */
export function kernelFunction(
  signature: string,
  returns: string,
  body: string,
  { how, open = true }: { how?: string; open?: boolean } = {},
): string {
  const name = signature.replace(/ DEFAULT \w+/g, '');
  return `
    CREATE OR REPLACE FUNCTION ${signature} RETURNS ${returns} ${how ?? 'LANGUAGE plpgsql STABLE'} SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS $kernel$ ${how === undefined ? planned(returns, body) : body} $kernel$;
    ALTER FUNCTION ${name} OWNER TO jip_access;
    REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;
    ${open ? `GRANT EXECUTE ON FUNCTION ${name} TO jip_application;` : ''}`;
}

const planned = (returns: string, query: string): string =>
  /^(TABLE|SETOF)/.test(returns)
    ? `#variable_conflict use_column\nBEGIN RETURN QUERY ${query}; END`
    : `#variable_conflict use_column\nBEGIN RETURN (${query}); END`;

/** A trigger function of the access kernel: nobody calls it but its trigger. */
export const kernelTrigger = (name: string, body: string): string =>
  kernelFunction(`${name}()`, 'trigger', `BEGIN ${body} END`, { how: 'LANGUAGE plpgsql', open: false });
