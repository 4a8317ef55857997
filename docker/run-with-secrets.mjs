// The container's start: puts together the database's addresses from secrets that are mounted as files, because an
// environment variable with a password in it shows in `docker inspect`. Addresses that are set already are used.
import { readFileSync } from 'node:fs';

const { env } = process;
env.DATABASE_OWNER_URL ??= addressFor('jip_owner', env.OWNER_PASSWORD_FILE);
env.DATABASE_URL ??= addressFor('jip_app_login', env.APPLICATION_PASSWORD_FILE);

await import('../dist/main.js');

function addressFor(role, passwordFile) {
  if (env.DATABASE_ADDRESS === undefined || passwordFile === undefined) {
    console.error(
      'Set DATABASE_URL and DATABASE_OWNER_URL, or DATABASE_ADDRESS (HOST:PORT/DATABASE) with OWNER_PASSWORD_FILE and APPLICATION_PASSWORD_FILE.',
    );
    process.exit(1);
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  return `postgresql://${role}:${encodeURIComponent(password)}@${env.DATABASE_ADDRESS}`;
}
