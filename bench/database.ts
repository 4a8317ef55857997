import { mkdirSync } from 'node:fs';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type DatabaseUrls,
  type EmbeddedPostgres,
} from '../src/database/embedded/embedded-postgres.js';
import { migrate } from '../src/database/migrate.js';
import { referenceData } from '../src/reference.js';
import { readConfig } from '../src/platform/config.js';
import type { Mark } from './mark.js';
import { say } from './report.js';

/** Where the databases for measuring are kept. */
const KEPT = 'var/bench';
/** Of the server: written once, kept with the cluster. What is measured is measured with these. */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '1GB',
  max_wal_size: '1GB',
  checkpoint_timeout: '30min',
  maintenance_work_mem: '512MB',
  // Nothing is written after a load, and none of it is to run while something is measured.
  autovacuum: 'off',
};

/** The server of this folder's databases: kept between runs, without safety against power failure. */
export class BenchServer {
  private constructor(readonly postgres: EmbeddedPostgres) {}

  static async start(): Promise<BenchServer> {
    mkdirSync(KEPT, { recursive: true });
    const options = { dataDir: KEPT, durable: false, onProgress: say };
    const server = new BenchServer(await startEmbeddedPostgres(options));
    if (await server.isSetUp()) return server;
    await server.asSuperuser('postgres', async (db) => {
      for (const [name, value] of Object.entries(SETTINGS)) await db.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    });
    await server.stop();
    return new BenchServer(await startEmbeddedPostgres(options));
  }

  /** A server that is set up as any other, in a folder that somebody else removes. */
  static async startIn(dataDir: string): Promise<BenchServer> {
    return new BenchServer(await startEmbeddedPostgres({ dataDir, durable: false }));
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }

  superuserUrl(database: string): string {
    return this.postgres.superuserUrl.replace(/\/postgres$/, `/${database}`);
  }

  async asSuperuser<Result>(database: string, work: (db: pg.Client) => Promise<Result>): Promise<Result> {
    const db = new pg.Client({ connectionString: this.superuserUrl(database) });
    await db.connect();
    try {
      return await work(db);
    } finally {
      await db.end();
    }
  }

  /** A database with the platform's tables and rules as they are now, and nothing but its reference data. */
  async fresh(name: string): Promise<DatabaseUrls> {
    await this.drop(name);
    const urls = await this.postgres.createDatabase(name);
    await migrate(urls.ownerUrl, urls.applicationUrl, referenceData(readConfig({ MODE: 'test' })));
    return urls;
  }

  async drop(name: string): Promise<void> {
    await this.asSuperuser('postgres', (db) => db.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  }

  async rename(from: string, to: string): Promise<void> {
    await this.asSuperuser('postgres', (db) => db.query(`ALTER DATABASE "${from}" RENAME TO "${to}"`));
  }

  /** What a load left on a database when it was complete; null where none did. */
  async mark(database: string): Promise<Mark | null> {
    return this.asSuperuser('postgres', async (db) => {
      const { rows } = await db.query<{ mark: string | null }>(
        `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1`,
        [database],
      );
      const mark = rows[0]?.mark ?? null;
      return mark === null ? null : (JSON.parse(mark) as Mark);
    });
  }

  async setMark(database: string, mark: Mark): Promise<void> {
    await this.asSuperuser('postgres', (db) =>
      db.query(`COMMENT ON DATABASE "${database}" IS ${db.escapeLiteral(JSON.stringify(mark))}`),
    );
  }

  private async isSetUp(): Promise<boolean> {
    return this.asSuperuser('postgres', async (db) => {
      for (const [name, value] of Object.entries(SETTINGS)) {
        const { rows } = await db.query<{ setting: string }>('SELECT current_setting($1) AS setting', [name]);
        if (rows[0]?.setting !== value) return false;
      }
      return true;
    });
  }
}
