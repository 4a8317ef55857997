import pg from 'pg';
import { DatabaseStartError } from './database-start.errors.js';

/** A connection to the server that a variable names, or an error that says what stands in the way. */
export async function connect(variable: string, url: string): Promise<pg.Client> {
  // Without the password: this message goes to terminals and logs.
  let place = 'the server';
  try {
    const { host, username, pathname } = new URL(url);
    place = `${host}${pathname} as ${decodeURIComponent(username)}`;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // A connection that breaks later makes the query at hand fail, which is reported there.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DatabaseStartError(`${variable}: no connection to ${place} (${code ?? message}). ${remedyFor(code)}`);
  }
}

function remedyFor(code: string | undefined): string {
  switch (code) {
    case 'ERR_INVALID_URL':
      return 'Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.';
    case '28P01':
      return 'The password is wrong.';
    case '28000':
      return 'The server does not admit this user from here: see its pg_hba.conf.';
    case '3D000':
      return 'Create the database first, owned by the user of DATABASE_OWNER_URL.';
    case '42501':
      return 'Grant this user CONNECT on the database.';
    default:
      return 'Check the address, and that the server runs.';
  }
}
