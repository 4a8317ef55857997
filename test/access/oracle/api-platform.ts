import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUrls } from './database.js';

/** The platform as it is shipped, on a database of this program's own. */
export interface Platform {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startPlatform(database: DatabaseUrls): Promise<Platform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jip-oracle-platform-'));
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    // What it logs of the acts that are undone on purpose would drown everything else.
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MODE: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: database.application,
      DATABASE_OWNER_URL: database.owner,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /^listening (http:\/\/\S+)/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code ?? 'a signal'} before it listened`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
