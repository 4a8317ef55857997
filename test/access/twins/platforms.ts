import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { supervised } from '../../../src/database/embedded/supervisor.js';
import {
  asSuperuser,
  copiedDatabase,
  dropDatabase,
  migratedDatabase,
  type Cluster,
  type DatabaseUrls,
} from '../oracle/database.js';
import { WorldDatabase } from '../oracle/run-world.js';
import { loadWorld, wipe } from '../oracle/load-world.js';
import { Canaries } from './canaries.js';
import { keepJournal, takeBack } from './journal.js';
import { addMoreRows } from './more-rows.js';
import { MASTER_KEY, sealWords } from './sealed-words.js';
import { seenBy, type Twins } from './twin-worlds.js';

export type Side = 'left' | 'right';
export const sides = ['left', 'right'] as const;

/** One of two: the platform as it is shipped, its database, and all that it says. */
export class TwinPlatform {
  private said = '';
  private takingBack: Promise<unknown> = Promise.resolve();
  readonly canaries: Canaries;

  private constructor(
    readonly side: Side,
    readonly database: DatabaseUrls,
    readonly superuser: pg.Client,
    readonly url: string,
    private readonly process: ReturnType<typeof supervised>,
    private readonly cluster: Cluster,
    private readonly dataDir: string,
  ) {
    this.canaries = new Canaries(side);
    const keep = (chunk: Buffer): void => void (this.said += chunk.toString());
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
  }

  /** Two alike, one after the other: both make sure of the roles of the one cluster. */
  static async startBoth(cluster: Cluster): Promise<Readonly<Record<Side, TwinPlatform>>> {
    const name = `twin_${randomUUID().slice(0, 8)}`;
    const left = await migratedDatabase(cluster, `${name}_left`);
    const right = await copiedDatabase(cluster, left.name, `${name}_right`);
    await asSuperuser(cluster.superuserUrl, (db) =>
      db.query(`GRANT CONNECT ON DATABASE ${right.name} TO ${new URL(cluster.applicationUrl).username}`),
    );
    const first = await TwinPlatform.start(cluster, 'left', left);
    try {
      return { left: first, right: await TwinPlatform.start(cluster, 'right', right) };
    } catch (error) {
      await first.stop();
      throw error;
    }
  }

  private static async start(cluster: Cluster, side: Side, database: DatabaseUrls): Promise<TwinPlatform> {
    const superuser = new pg.Client({ connectionString: database.superuser });
    await superuser.connect();
    await keepJournal(superuser);
    // What is loaded is what is gone back to.
    await superuser.query("SET twins.idle = 'yes'");
    const dataDir = mkdtempSync(join(tmpdir(), 'jip-twin-'));
    const process = launch(database, dataDir);
    return new TwinPlatform(side, database, superuser, await listening(process), process, cluster, dataDir);
  }

  /** Tables that this platform does not have yet. */
  async missing(): Promise<readonly string[]> {
    const database = await WorldDatabase.open(this.database);
    await database.close();
    return database.missing;
  }

  /** Holds its world of these and no other. */
  async hold(twins: Twins): Promise<void> {
    const world = twins[this.side];
    await wipe(this.superuser);
    await loadWorld(this.superuser, world);
    await sameIdsOfSteps(this.superuser);
    await addMoreRows(this.superuser);
    const everybody = twins.askings.map((asking) => seenBy(world, asking));
    await this.canaries.plant(this.superuser, everybody);
    await sealWords(this.superuser, world, this.canaries, everybody);
    await this.superuser.query('TRUNCATE twins.journal');
    await this.superuser.query('ANALYZE');
  }

  /** One after the other, whoever asks for it. */
  takeBack(): Promise<number> {
    const taken = this.takingBack.then(() => takeBack(this.superuser));
    this.takingBack = taken;
    return taken;
  }

  /** What it wrote to its standard output and error since it was last asked. */
  newInLog(): string {
    const { said } = this;
    this.said = '';
    return said;
  }

  /** The last lines of it, to understand an error by. */
  lastLines(): string {
    return this.said.slice(-1_500);
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdin?.end();
    if (this.process.exitCode === null) await gone;
    await this.superuser.end();
    await dropDatabase(this.cluster, this.database.name);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function launch(database: DatabaseUrls, dataDir: string): ReturnType<typeof supervised> {
  const child = supervised([process.execPath, '--enable-source-maps', 'dist/main.js'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MODE: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      POOL_SIZE: '8',
      DATA_DIR: dataDir,
      MASTER_KEY,
      DATABASE_URL: database.application,
      DATABASE_OWNER_URL: database.owner,
    },
  });
  child.stdin?.on('error', () => undefined);
  return child;
}

function listening(child: ReturnType<typeof supervised>): Promise<string> {
  let early = '';
  return new Promise((resolve, reject) => {
    const keep = (chunk: Buffer): void => {
      early += chunk.toString();
      const found = /^listening (http:\/\/\S+)/m.exec(early)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('exit', () => reject(new Error(`the platform ended before it listened:\n${early}`)));
  });
}

/** The loader makes these ids up anew each time; in both twins they have to be the same. */
async function sameIdsOfSteps(db: pg.Client): Promise<void> {
  await db.query('BEGIN');
  await db.query("SET LOCAL session_replication_role = 'replica'");
  await db.query('UPDATE app.immediate_concern_step SET id = md5(concern_id::text || step)::uuid');
  await db.query('COMMIT');
}
