import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../dist/database/embedded/embedded-postgres.js';

const READY_WITHIN_MS = 120_000;

/** Starts the image's command as compose.yml does, beside a PostgreSQL whose roles come from create-roles.sql. */
export async function runImage(image, folder) {
  const secrets = path.join(folder, 'secrets');
  mkdirSync(secrets);
  for (const name of ['owner_password', 'application_password']) {
    writeFileSync(path.join(secrets, name), randomBytes(24).toString('hex'));
  }
  writeFileSync(path.join(secrets, 'master_key'), randomBytes(32).toString('base64'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'database'), durable: false });
  try {
    await createRoles(postgres, secrets);
    await startAndStop(image, folder, {
      DATABASE_ADDRESS: `127.0.0.1:${postgres.port}/joint_inspection`,
      OWNER_PASSWORD_FILE: path.join(secrets, 'owner_password'),
      APPLICATION_PASSWORD_FILE: path.join(secrets, 'application_password'),
      MASTER_KEY_FILE: path.join(secrets, 'master_key'),
    });
  } finally {
    await postgres.stop();
  }
}

/** The script is psql's, which the embedded PostgreSQL does not bring along. */
async function createRoles(postgres, secrets) {
  const address = new URL(postgres.superuserUrl);
  const psql = (...args) =>
    spawnSync(
      'psql',
      ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', '127.0.0.1', '-p', address.port, '-U', 'postgres', ...args],
      {
        encoding: 'utf8',
        env: { ...process.env, PGPASSWORD: address.password, SECRETS_FOLDER: secrets },
      },
    );
  const cleared = psql(
    '-c',
    'drop database joint_inspection',
    '-c',
    'drop role jip_owner',
    '-c',
    'drop role jip_app_login',
  );
  if (cleared.error?.code === 'ENOENT') {
    throw new Error('psql is missing (Debian: apt-get install postgresql-client): create-roles.sql was not tried.');
  }
  const created = psql('-f', 'docker/database/create-roles.sql');
  if (cleared.status !== 0 || created.status !== 0) {
    throw new Error(`create-roles.sql failed:\n${cleared.stderr}${created.stderr}`);
  }
}

async function startAndStop(image, folder, settings) {
  const environment = {
    PATH: process.env.PATH,
    ...image.environment,
    ...settings,
    MODE: 'demonstration',
    HOST: '127.0.0.1',
    PORT: freePort(),
    DATA_DIR: path.join(folder, 'platform'),
  };
  const options = { cwd: image.workingFolder, env: environment, stdio: ['ignore', 'inherit', 'inherit'] };
  const platform = spawn(image.command[0], image.command.slice(1), options);
  const ended = new Promise((resolve) => platform.once('exit', (code, signal) => resolve(code ?? signal)));
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  const isHealthy = () =>
    spawnSync(image.healthCheck[0], image.healthCheck.slice(1), { env: environment }).status === 0;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!isHealthy()) {
    if (!isRunning || Date.now() > deadline) {
      platform.kill('SIGKILL');
      throw new Error(isRunning ? 'The platform did not become healthy.' : 'The platform ended while starting.');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  platform.kill('SIGTERM');
  const status = await ended;
  if (status !== 0) {
    throw new Error(`The platform ended with ${status} on SIGTERM, not with 0.`);
  }
  if (isHealthy()) {
    throw new Error('The health check passes with no platform running.');
  }
}

function freePort() {
  const script =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })";
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
}
