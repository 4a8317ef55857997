import { type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { supervised } from '../../../src/database/embedded/supervisor.js';

export interface ServerOptions {
  /** Connections of the platform to its database. */
  readonly poolSize: number;
  /** The folder of the built program; `dist` unless a copy is to run. */
  readonly program?: string;
}

/** A PostgreSQL and a platform of one's own, to be broken at will, and all that both of them say. */
export class OwnServer {
  private said = '';

  private constructor(
    readonly url: string,
    readonly applicationUrl: string,
    /** The same database, past row security. */
    readonly superuserUrl: string,
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    private readonly platform: ChildProcess,
  ) {}

  static async start(options: ServerOptions): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'jip-races-'));
    // PostgreSQL's account must get through to its cluster, which itself is closed to all others.
    chmodSync(folder, 0o711);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), durable: false });
    const platform = launch(options, folder, postgres);
    const superuserUrl = postgres.superuserUrl.replace(/[^/]+$/, new URL(postgres.applicationUrl).pathname.slice(1));
    let early = '';
    try {
      const url = await new Promise<string>((resolve, reject) => {
        const keep = (chunk: Buffer): void => {
          early += chunk.toString();
          const found = /^listening (http:\/\/\S+)/m.exec(early)?.[1];
          if (found !== undefined) resolve(found);
        };
        platform.stdout?.on('data', keep);
        platform.stderr?.on('data', keep);
        platform.once('exit', () => reject(new Error(`the platform ended before it listened:\n${early}`)));
      });
      const server = new OwnServer(url, postgres.applicationUrl, superuserUrl, folder, postgres, platform);
      server.listen();
      return server;
    } catch (error) {
      await postgres.stop();
      remove(folder, postgres);
      throw error;
    }
  }

  private listen(): void {
    const keep = (chunk: Buffer): void => void (this.said += chunk.toString());
    this.platform.stdout?.on('data', keep);
    this.platform.stderr?.on('data', keep);
  }

  /** What the platform wrote to its standard output and error since it listens. */
  platformLog(): string {
    return this.said;
  }

  /** What PostgreSQL wrote to its log. */
  databaseLog(): string {
    const file = [join(this.folder, 'database'), dirname(this.postgres.clusterDir)]
      .map((place) => join(place, 'postgres.log'))
      .find((place) => existsSync(place));
    if (file === undefined) throw new Error('PostgreSQL has left no log');
    return readFileSync(file, 'utf8');
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.platform.once('exit', resolve));
    this.platform.stdin?.end();
    if (this.platform.exitCode === null) await gone;
    await this.postgres.stop();
    remove(this.folder, this.postgres);
  }
}

function launch({ poolSize, program }: ServerOptions, folder: string, postgres: EmbeddedPostgres): ChildProcess {
  const child = supervised([process.execPath, '--enable-source-maps', join(program ?? 'dist', 'main.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MODE: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      POOL_SIZE: String(poolSize),
      DATA_DIR: join(folder, 'platform'),
      DATABASE_URL: postgres.applicationUrl,
      DATABASE_OWNER_URL: postgres.ownerUrl,
    },
  });
  child.stdin?.on('error', () => undefined);
  return child;
}

function remove(folder: string, postgres: EmbeddedPostgres): void {
  // Outside the folder where PostgreSQL's account cannot enter that.
  for (const place of [dirname(postgres.clusterDir), folder])
    rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
