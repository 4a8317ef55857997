import type { ChildProcess } from 'node:child_process';
import { supervised } from '../../src/database/embedded/supervisor.js';
import type { DatabaseUrls } from '../../src/database/embedded/embedded-postgres.js';
import type { Job } from '../reads/jobs.js';
import type { Asker } from '../scale/askers.js';

/** Connections of each contender to the database: the platform's own default. */
export const POOL_SIZE = 10;

export type ContenderName = 'platform' | 'postgraphile' | 'usual' | 'floor';

/** Where a contender finds what it needs. */
export interface Place {
  readonly database: DatabaseUrls;
  /** Sign-in providers, as the platform's `ISSUERS_FILE`. */
  readonly issuersFile: string;
}

/** A server that answers the same jobs under the same access rules. */
export interface Contender {
  readonly name: ContenderName;
  readonly words: string;
  /** What was tried to make it faster, and what came of it. */
  readonly tried: readonly string[];
  readonly command: (place: Place) => {
    readonly argv: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  };
  readonly path: string;
  /** What is sent for a job. */
  readonly body: (job: Job, asker: Asker) => string;
  /** Jobs that it cannot answer. */
  readonly lacks: (job: Job) => boolean;
}

/** A contender at work, in a process of its own that ends with this one. */
export class Running {
  /** From the start on: whoever has ended by a signal tells it once, and leaves no code. */
  private readonly gone: Promise<unknown>;

  private constructor(
    readonly contender: Contender,
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.gone = new Promise((resolve) => child.once('exit', resolve));
  }

  /** Of the process and all that it started. */
  get processId(): number {
    const { pid } = this.child;
    if (pid === undefined) throw new Error(`${this.contender.name} has no process`);
    return pid;
  }

  static start(contender: Contender, place: Place): Promise<Running> {
    const { argv, env } = contender.command(place);
    const child = supervised(argv, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        POOL_SIZE: String(POOL_SIZE),
        DATABASE_URL: place.database.applicationUrl,
        ISSUERS_FILE: place.issuersFile,
        ...env,
      },
    });
    return new Promise((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        const url = /^listening (\S+)/m.exec(chunk.toString())?.[1];
        if (url !== undefined) resolve(new Running(contender, child, url));
      });
      child.once('exit', (code) =>
        reject(new Error(`${contender.name} ended with ${code ?? 'a signal'} before it listened`)),
      );
    });
  }

  async stop(): Promise<void> {
    this.child.stdin?.end();
    await this.gone;
  }
}
