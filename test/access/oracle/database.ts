import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { migrate } from '../../../src/database/migrate.js';
import { readConfig } from '../../../src/platform/config.js';
import { referenceData } from '../../../src/reference.js';

/** A PostgreSQL server with the platform's logins, in which databases may be made and dropped. */
export interface Cluster {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  stop(): Promise<void>;
}

/** One database of a cluster, by its logins. */
export interface DatabaseUrls {
  readonly name: string;
  readonly superuser: string;
  readonly owner: string;
  readonly application: string;
}

/** A cluster of this program's own, gone when it stops. */
export async function ownCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'jip-oracle-'));
  // PostgreSQL's account must get through to its cluster, which itself is closed to all others.
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), durable: false });
  return {
    superuserUrl: postgres.superuserUrl,
    ownerUrl: postgres.ownerUrl,
    applicationUrl: postgres.applicationUrl,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The cluster that the test suites share, if its superuser is known here. */
export function sharedCluster(): Cluster | null {
  const {
    TEST_DATABASE_SUPERUSER_URL: superuserUrl,
    TEST_DATABASE_OWNER_URL: ownerUrl,
    TEST_DATABASE_URL: applicationUrl,
  } = process.env;
  if (superuserUrl === undefined || ownerUrl === undefined || applicationUrl === undefined) return null;
  return { superuserUrl, ownerUrl, applicationUrl, stop: () => Promise.resolve() };
}

/** An empty database brought up to date as the platform does it at its start. */
export async function migratedDatabase(cluster: Cluster, name: string): Promise<DatabaseUrls> {
  const urls = urlsOf(cluster, name);
  await asSuperuser(cluster.superuserUrl, async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await db.query(`CREATE DATABASE ${name} OWNER ${loginOf(cluster.ownerUrl)} TEMPLATE template0`);
    await db.query(`GRANT CONNECT ON DATABASE ${name} TO ${loginOf(cluster.applicationUrl)}`);
  });
  await migrate(urls.owner, urls.application, referenceData(readConfig({ MODE: 'test' })));
  return urls;
}

/** A copy of a database to which nobody is connected. */
export async function copiedDatabase(cluster: Cluster, template: string, name: string): Promise<DatabaseUrls> {
  await asSuperuser(cluster.superuserUrl, async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await db.query(`CREATE DATABASE ${name} OWNER ${loginOf(cluster.ownerUrl)} TEMPLATE ${template}`);
  });
  return urlsOf(cluster, name);
}

export async function dropDatabase(cluster: Cluster, name: string): Promise<void> {
  await asSuperuser(cluster.superuserUrl, (db) => db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

export async function asSuperuser<Result>(url: string, work: (db: pg.Client) => Promise<Result>): Promise<Result> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

function urlsOf(cluster: Cluster, name: string): DatabaseUrls {
  const within = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  return {
    name,
    superuser: within(cluster.superuserUrl),
    owner: within(cluster.ownerUrl),
    application: within(cluster.applicationUrl),
  };
}

const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);
