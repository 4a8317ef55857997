// The one PostgreSQL and the one platform that all tests of a run share. State of this module, because Jest loads
// set-up and tear-down into the same process.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../dist/database/embedded/embedded-postgres.js';
import { supervised } from '../../dist/database/embedded/supervisor.js';

const READY_WITHIN_MS = 120_000;
const LOG_LINES_SHOWN = 40;

let postgres;
let platform;
let ownFolder;

export async function startPlatform() {
  const folder = process.env.JIP_TEST_FOLDER ?? makeFolder();
  const database = await chooseDatabase(folder);
  const url = await launch(folder, database);
  Object.assign(process.env, {
    TEST_URL: url,
    TEST_DATABASE_URL: database.applicationUrl,
    TEST_DATABASE_OWNER_URL: database.ownerUrl,
  });
  if (database.superuserUrl !== undefined) {
    process.env.TEST_DATABASE_SUPERUSER_URL = database.superuserUrl;
  }
}

export async function stopPlatform() {
  if (platform !== undefined) {
    platform.child.stdin.end();
    await platform.ended;
  }
  if (postgres !== undefined) {
    await postgres.stop();
    // Outside the run's folder where PostgreSQL's account cannot enter that.
    rmSync(path.dirname(postgres.clusterDir), { recursive: true, force: true });
  }
  if (ownFolder !== undefined) {
    rmSync(ownFolder, { recursive: true, force: true });
  }
}

function makeFolder() {
  ownFolder = mkdtempSync(path.join(tmpdir(), 'jip-test-'));
  chmodSync(ownFolder, 0o711);
  return ownFolder;
}

async function chooseDatabase(folder) {
  const { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (applicationUrl !== undefined && ownerUrl !== undefined) {
    // Where tests load and look at what row security keeps from everybody else.
    return { applicationUrl, ownerUrl, superuserUrl: process.env.DATABASE_SUPERUSER_URL };
  }
  if (applicationUrl !== undefined || ownerUrl !== undefined) {
    throw new Error(
      'DATABASE_URL and DATABASE_OWNER_URL go together: set both, or neither for the embedded PostgreSQL.',
    );
  }
  postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'database'), durable: false });
  return postgres;
}

/** The platform as it is shipped, in a process of its own; it says on standard output where it listens. */
async function launch(folder, database) {
  const child = supervised([process.execPath, '--enable-source-maps', 'dist/main.js'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MODE: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: path.join(folder, 'platform'),
      DATABASE_URL: database.applicationUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
  });
  let output = '';
  let hasEnded = false;
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => {
    hasEnded = true;
    child.stdin.destroy();
  });
  platform = { child, ended };
  child.stdin.on('error', () => undefined);
  let isStarting = true;
  const keep = (chunk) => {
    output += isStarting ? chunk : '';
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const url = /^listening (http:\/\/\S+)/m.exec(output)?.[1];
    if (url !== undefined && (await isReady(url))) {
      isStarting = false;
      return url;
    }
    if (hasEnded || Date.now() > deadline) {
      const last = output.trim().split('\n').slice(-LOG_LINES_SHOWN).join('\n');
      throw new Error(`The platform ${hasEnded ? 'ended' : 'was not ready in time'}. The end of its output:\n${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
