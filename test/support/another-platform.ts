import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';

/** One more process before the tests' database, whose every line of output is kept. */
export interface AnotherPlatform {
  /** What it wrote since it listened. */
  output(): string;
  /** As a user of a subject that is known, signed in there. */
  ask(organisation: string, subject: string, query: string, variables: object): Promise<{ text: string }>;
  stop(): Promise<void>;
}

export async function anotherPlatform(env: Readonly<Record<string, string | undefined>>): Promise<AnotherPlatform> {
  const folder = mkdtempSync(join(tmpdir(), 'jip-another-'));
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      MODE: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: process.env['TEST_DATABASE_URL'],
      DATABASE_OWNER_URL: process.env['TEST_DATABASE_OWNER_URL'],
      ...env,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /^listening (http:\/\/\S+)\n/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
  return {
    output: () => output.slice(output.indexOf(url) + url.length).trim(),
    ask: async (organisation, subject, query, variables) => {
      const signedIn = await supertest(url).post('/sign-in/local').send({ organisation, subject });
      return supertest(url)
        .post('/graphql')
        .set('authorization', `Bearer ${(signedIn.body as { token: string }).token}`)
        .set('x-app-now', '2024-03-19T10:00:00Z')
        .send({ query, variables });
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
