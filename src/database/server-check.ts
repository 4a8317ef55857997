import type pg from 'pg';
import { DatabaseStartError } from './database-start.errors.js';
import { connect } from './server-connection.js';

/** PostgreSQL 15: views that run with the rights of their reader, and a closed `public` schema. */
const OLDEST_VERSION = 150_000;

/** Created by migrations as the owner, who needs no more than the right to create in the database. */
export const NEEDED_EXTENSIONS = ['btree_gin', 'pg_trgm', 'pgcrypto', 'unaccent'] as const;

/** What the application may do, and what owns the functions of the access rules. Nobody logs in as either. */
const GROUP_ROLES = ['jip_application', 'jip_access'] as const;

interface ServerFacts {
  readonly version: number;
  readonly versionName: string;
  readonly encoding: string;
  readonly database: string;
  /** Tells one server and its start from another. */
  readonly startedAt: string;
}

interface RoleFacts {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly bypassesRowSecurity: boolean;
  readonly createsRoles: boolean;
  readonly createsDatabases: boolean;
}

/**
 * Checks a PostgreSQL that is not ours, before anything is written to it, and names all that is missing at
 * once.
 */
export async function checkServer(urls: { readonly ownerUrl: string; readonly applicationUrl: string }): Promise<void> {
  const owner = await connect('DATABASE_OWNER_URL', urls.ownerUrl);
  try {
    const application = await connect('DATABASE_URL', urls.applicationUrl);
    try {
      const problems = [
        ...(await serverProblems(owner, application)),
        ...(await ownerProblems(owner)),
        ...(await applicationProblems(application, await roleOf(owner))),
      ];
      if (problems.length > 0) {
        throw new DatabaseStartError(
          `The PostgreSQL of DATABASE_URL and DATABASE_OWNER_URL cannot be used yet:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
        );
      }
    } finally {
      await application.end();
    }
  } finally {
    await owner.end();
  }
}

async function serverProblems(owner: pg.Client, application: pg.Client): Promise<string[]> {
  const facts = await serverOf(owner);
  const problems: string[] = [];
  if (facts.version < OLDEST_VERSION) {
    problems.push(`It is PostgreSQL ${facts.versionName}: version 15 or later is needed.`);
  }
  if (facts.encoding !== 'UTF8') {
    problems.push(`The database ${facts.database} is in ${facts.encoding}: create it with ENCODING 'UTF8'.`);
  }
  const seenByApplication = await serverOf(application);
  if (facts.database !== seenByApplication.database || facts.startedAt !== seenByApplication.startedAt) {
    problems.push('The two variables lead to different databases: both must name the same one.');
  }
  return problems;
}

async function ownerProblems(owner: pg.Client): Promise<string[]> {
  const role = await roleOf(owner);
  const problems = unboundRoleProblems(role);
  const { rows } = await owner.query<{ database: string; mayCreate: boolean; mayCreateInPublic: boolean }>(`
    select current_database() as database,
           has_database_privilege(current_database(), 'create') as "mayCreate",
           coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'create'), true) as "mayCreateInPublic"`);
  for (const { database, mayCreate, mayCreateInPublic } of rows) {
    if (!mayCreate) {
      problems.push(`${role.name} may not create in the database: ALTER DATABASE ${database} OWNER TO ${role.name}.`);
    }
    if (!mayCreateInPublic) {
      problems.push(`${role.name} may not create tables: GRANT CREATE ON SCHEMA public TO ${role.name}.`);
    }
  }
  problems.push(...(await groupRoleProblems(owner, role)));
  return [...problems, ...(await extensionProblems(owner))];
}

async function extensionProblems(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; isAvailable: boolean; isReady: boolean }>(
    `select wanted.name,
            exists (select from pg_available_extensions a where a.name = wanted.name) as "isAvailable",
            exists (select from pg_extension e where e.extname = wanted.name)
              or exists (select from pg_available_extension_versions v where v.name = wanted.name and v.trusted)
              as "isReady"
       from unnest($1::text[]) as wanted(name)`,
    [NEEDED_EXTENSIONS],
  );
  return rows.flatMap(({ name, isAvailable, isReady }) => {
    if (!isAvailable) {
      return [`The extension ${name} is missing: install the server's contrib package.`];
    }
    return isReady ? [] : [`The extension ${name} is not trusted here: have a superuser run CREATE EXTENSION ${name}.`];
  });
}

async function applicationProblems(application: pg.Client, owner: RoleFacts): Promise<string[]> {
  const role = await roleOf(application);
  if (role.name === owner.name) {
    return [
      `DATABASE_URL and DATABASE_OWNER_URL are both ${role.name}: the application needs a role that owns nothing.`,
    ];
  }
  const problems = unboundRoleProblems(role);
  if (role.createsRoles || role.createsDatabases) {
    problems.push(`${role.name} may create roles or databases: ALTER ROLE ${role.name} NOCREATEROLE NOCREATEDB.`);
  }
  const { rows } = await application.query<{ isOwner: boolean; ownsTables: boolean }>(
    `select pg_has_role($1::name, 'member') or pg_has_role(datdba, 'member') as "isOwner",
            exists (select from pg_class where relowner = (select oid from pg_roles where rolname = current_user))
              as "ownsTables"
       from pg_database where datname = current_database()`,
    [owner.name],
  );
  if (rows.some((row) => row.isOwner)) {
    problems.push(
      `${role.name} is the owner or a member of it: REVOKE ${owner.name} FROM ${role.name}, and let only ${owner.name} own the database.`,
    );
  }
  if (rows.some((row) => row.ownsTables)) {
    problems.push(
      `${role.name} owns tables, and owners may switch row security off: REASSIGN OWNED BY ${role.name} TO ${owner.name}.`,
    );
  }
  return problems;
}

/** Neither role may be above row security: the owner's functions run with the owner's rights. */
function unboundRoleProblems(role: RoleFacts): string[] {
  if (role.isSuperuser) {
    return [`${role.name} is a superuser, whom row security does not bind: ALTER ROLE ${role.name} NOSUPERUSER.`];
  }
  return role.bypassesRowSecurity ? [`${role.name} bypasses row security: ALTER ROLE ${role.name} NOBYPASSRLS.`] : [];
}

/** Migrations make these roles where they are missing, and grant the one and borrow the other. */
async function groupRoleProblems(owner: pg.Client, role: RoleFacts): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; exists: boolean; mayGrant: boolean }>(
    `select wanted.name, found.oid is not null as exists,
            coalesce(pg_has_role(found.oid, 'usage with admin option'), false)
              or ($2 and current_setting('server_version_num')::int < 160000) as "mayGrant"
       from unnest($1::text[]) as wanted(name) left join pg_roles found on found.rolname = wanted.name`,
    [GROUP_ROLES, role.createsRoles],
  );
  const missing = rows.filter((row) => !row.exists).map((row) => row.name);
  const closed = rows.filter((row) => row.exists && !row.mayGrant).map((row) => row.name);
  return [
    ...(missing.length > 0 && !role.createsRoles
      ? [
          `${role.name} may not create roles, and these are missing: ${missing.join(', ')}. ALTER ROLE ${role.name} CREATEROLE, or CREATE ROLE ... NOLOGIN ADMIN ${role.name} for each.`,
        ]
      : []),
    ...closed.map((name) => `${role.name} may not grant ${name}: GRANT ${name} TO ${role.name} WITH ADMIN OPTION.`),
  ];
}

async function roleOf(client: pg.Client): Promise<RoleFacts> {
  return onlyRow(
    await client.query<RoleFacts>(`
      select rolname as name, rolsuper as "isSuperuser", rolbypassrls as "bypassesRowSecurity",
             rolcreaterole as "createsRoles", rolcreatedb as "createsDatabases"
        from pg_roles where rolname = current_user`),
  );
}

async function serverOf(client: pg.Client): Promise<ServerFacts> {
  return onlyRow(
    await client.query<ServerFacts>(`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
             current_setting('server_encoding') as encoding, current_database() as database,
             pg_postmaster_start_time()::text as "startedAt"`),
  );
}

function onlyRow<Row extends pg.QueryResultRow>(result: pg.QueryResult<Row>): Row {
  const [row] = result.rows;
  if (row === undefined) {
    throw new DatabaseStartError('The PostgreSQL server gave no answer to a question about itself.');
  }
  return row;
}
