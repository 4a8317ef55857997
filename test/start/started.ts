import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY_WITHIN_MS = 90_000;

/** A new folder in which PostgreSQL's account may reach its cluster. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jip-start-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** The platform as `npm start` runs it, on its embedded PostgreSQL and a port that is free. */
export class Started {
  output = '';
  private readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((resolve) => child.once('exit', resolve));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
  }

  static async in(dataDir: string, env: Record<string, string> = {}): Promise<Started> {
    const {
      DATABASE_URL: _url,
      DATABASE_OWNER_URL: _ownerUrl,
      MODE: _mode,
      ISSUERS_FILE: _file,
      ...inherited
    } = process.env;
    const started = new Started(
      spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...inherited, NODE_OPTIONS: '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
      }),
    );
    await started.says(/^listening /m);
    return started;
  }

  get url(): string {
    return /^listening (\S+)/m.exec(this.output)?.[1] ?? '';
  }

  async says(what: RegExp): Promise<void> {
    await until(() => {
      if (this.child.exitCode !== null) throw new Error(`it ended:\n${this.output}`);
      return what.test(this.output);
    }, this);
  }

  async end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  /** As one of its users; null for the public. */
  async ask<Data>(who: readonly [organisation: string, subject: string] | null, query: string): Promise<Data> {
    const authorization = who === null ? {} : { authorization: `Bearer ${await this.token(...who)}` };
    const { data, errors } = await this.post<{ data?: Data; errors?: unknown }>('/graphql', authorization, { query });
    if (errors !== undefined || data === undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data;
  }

  private async token(organisation: string, subject: string): Promise<string> {
    return (await this.post<{ token: string }>('/sign-in/local', {}, { organisation, subject })).token;
  }

  private async post<Answer>(path: string, headers: Record<string, string>, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  }
}

export async function until(done: () => boolean | Promise<boolean>, started: Started): Promise<void> {
  for (const end = performance.now() + READY_WITHIN_MS; !(await done());) {
    if (performance.now() > end) throw new Error(`not in time:\n${started.output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const remove = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 });
