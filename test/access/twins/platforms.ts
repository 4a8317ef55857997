import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { supervised } from '../../../src/database/embedded/supervisor.js';
import type { Degree } from '../oracle/answer.js';
import { dropDatabase, migratedDatabase, type Cluster, type DatabaseUrls } from '../oracle/database.js';
import { loadWorld, wipe } from '../oracle/load-world.js';
import type { ObjectRef } from '../oracle/objects.js';
import type { World } from '../oracle/world.js';
import { plantCanaries } from './canaries.js';
import { forgetJournal, keepJournal, takeBack } from './journal.js';

export type Side = 'left' | 'right';
export const sides = ['left', 'right'] as const;

/** One of two: the platform as it is shipped, its database, and all that it says. */
export class TwinPlatform {
  private said = '';

  private constructor(
    readonly side: Side,
    readonly database: DatabaseUrls,
    readonly superuser: pg.Client,
    readonly url: string,
    private readonly process: ReturnType<typeof supervised>,
    private readonly cluster: Cluster,
    private readonly dataDir: string,
  ) {
    const keep = (chunk: Buffer): void => void (this.said += chunk.toString());
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
  }

  static async start(cluster: Cluster, side: Side): Promise<TwinPlatform> {
    const database = await migratedDatabase(cluster, `twin_${side}_${randomUUID().slice(0, 8)}`);
    const superuser = new pg.Client({ connectionString: database.superuser });
    await superuser.connect();
    await keepJournal(superuser);
    const dataDir = mkdtempSync(join(tmpdir(), 'jip-twin-'));
    const process = launch(database, dataDir);
    const url = await listening(process);
    return new TwinPlatform(side, database, superuser, url, process, cluster, dataDir);
  }

  /** Holds this world and no other. How many canaries are in it. */
  async hold(world: World, sees: (object: ObjectRef) => Degree): Promise<number> {
    await wipe(this.superuser);
    await loadWorld(this.superuser, world);
    await sameIdsOfSteps(this.superuser);
    const planted = await plantCanaries(this.superuser, this.side, sees);
    await forgetJournal(this.superuser);
    return planted;
  }

  takeBack(): Promise<number> {
    return takeBack(this.superuser);
  }

  /** What it wrote to its standard output and error since it was last asked. */
  newInLog(): string {
    const { said } = this;
    this.said = '';
    return said;
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
      POOL_SIZE: '4',
      DATA_DIR: dataDir,
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
