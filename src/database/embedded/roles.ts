import pg from 'pg';
import type { Passwords } from './passwords.js';

export const OWNER_ROLE = 'jip_owner';
export const APPLICATION_ROLE = 'jip_app_login';
export const DATABASE_NAME = 'joint_inspection';

/** Brings roles and passwords to what they must be, whatever an interrupted first start left. */
export async function ensureRoles(superuserUrl: string, passwords: Passwords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await ensureLogin(client, OWNER_ROLE, 'createrole', passwords.owner);
    await ensureLogin(client, APPLICATION_ROLE, 'nocreaterole', passwords.application);
  });
}

export async function ensureDatabase(superuserUrl: string, name: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const database = client.escapeIdentifier(name);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`create database ${database} owner ${OWNER_ROLE} template template0`);
    }
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect on database ${database} to ${APPLICATION_ROLE}`);
  });
}

async function ensureLogin(client: pg.Client, role: string, mayCreateRoles: string, password: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${role} login inherit nosuperuser nobypassrls nocreatedb noreplication ${mayCreateRoles} ` +
      `password ${client.escapeLiteral(password)}`,
  );
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
