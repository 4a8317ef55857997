import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { isPostgresOn, pause } from '../../src/database/embedded/processes.js';
import { query } from './queries.js';
import { temporaryFolder } from './temporary-folder.js';

const LAUNCHER = path.resolve('dist/database/embedded/embedded-postgres.js');

/** A platform's process as far as the database goes: starts it, says so, and stays until it is killed. */
const HOLDER = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(LAUNCHER)});
  const server = await startEmbeddedPostgres({ dataDir: process.argv[1] });
  console.log(JSON.stringify({ ownerUrl: server.ownerUrl, clusterDir: server.clusterDir, processId: server.processId() }));
  setInterval(() => {}, 1000);
`;

interface Held {
  readonly ownerUrl: string;
  readonly clusterDir: string;
  readonly processId: number;
}

describe('the embedded PostgreSQL after a sudden end', () => {
  const folder = temporaryFolder();
  const dataDir = folder.path;
  let journal = 0;

  beforeAll(async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    await query(server.ownerUrl, 'create table journal (entry int)');
    await server.stop();
  }, 60_000);

  afterAll(() => {
    folder.remove();
  });

  const write = async (ownerUrl: string): Promise<void> => {
    journal += 1;
    await query(ownerUrl, `insert into journal values (${journal})`);
  };
  const expectAllThere = async (server: EmbeddedPostgres): Promise<void> => {
    const rows = await query<{ entry: number }>(server.ownerUrl, 'select entry from journal order by entry');
    expect(rows.map((row) => row.entry)).toEqual(Array.from({ length: journal }, (_, index) => index + 1));
  };
  const expectRestart = async (): Promise<void> => {
    const server = await startEmbeddedPostgres({ dataDir });
    try {
      await expectAllThere(server);
    } finally {
      await server.stop();
    }
  };

  it('stops by itself when the platform is killed', async () => {
    const { holder, held } = await hold(dataDir);
    await write(held.ownerUrl);
    await kill(holder);
    await untilGone(held);
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/);
    await expectRestart();
  }, 60_000);

  it('starts at once after platform and server were killed together', async () => {
    const { holder, held } = await hold(dataDir);
    await write(held.ownerUrl);
    process.kill(held.processId, 'SIGKILL');
    await kill(holder);
    await expectRestart();
  }, 60_000);

  it('comes back on its own port when the server alone was killed', async () => {
    const messages: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, onProgress: (message) => messages.push(message) });
    try {
      await write(server.ownerUrl);
      const killed = server.processId();
      process.kill(killed, 'SIGKILL');
      while (!messages.includes('PostgreSQL runs again')) {
        await pause(20);
      }
      expect(server.processId()).not.toBe(killed);
      await expectAllThere(server);
    } finally {
      await server.stop();
    }
  }, 60_000);

  it.each([
    ['of a process that is gone', { processId: 4_000_000, startedAt: '1' }],
    ['whose process number belongs to another program now', { processId: process.pid, startedAt: '1' }],
    ['that is damaged', 'nonsense'],
  ])('takes over a lock %s', async (_, content) => {
    writeFileSync(path.join(dataDir, 'launcher.lock'), JSON.stringify(content));
    await expectRestart();
  });

  it('makes new passwords when theirs are lost', async () => {
    rmSync(path.join(dataDir, 'postgres-passwords.json'));
    await expectRestart();
  }, 60_000);
});

async function hold(dataDir: string): Promise<{ holder: ChildProcess; held: Held }> {
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  return { holder, held: JSON.parse(said.toString('utf8')) as Held };
}

async function kill(holder: ChildProcess): Promise<void> {
  const exited = once(holder, 'exit');
  holder.kill('SIGKILL');
  await exited;
}

async function untilGone(held: Held): Promise<void> {
  while (isPostgresOn(held.processId, held.clusterDir)) {
    await pause(20);
  }
}
