import { randomBytes } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import type { DatabaseUrls } from '../../src/database/embedded/embedded-postgres.js';
import { supervised } from '../../src/database/embedded/supervisor.js';
import type { SignIn } from '../sign-in.js';

/** The platform as it is shipped, in production mode, in a process of its own that ends with this one. */
export class ProductionPlatform {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static start(database: DatabaseUrls, signIn: SignIn): Promise<ProductionPlatform> {
    const child = supervised([process.execPath, 'dist/main.js'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        MODE: 'production',
        MASTER_KEY: randomBytes(32).toString('base64'),
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL: database.applicationUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        ISSUERS_FILE: signIn.issuersFile,
      },
    });
    return new Promise((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        const url = /^listening (\S+)/m.exec(chunk.toString())?.[1];
        if (url !== undefined) resolve(new ProductionPlatform(child, url));
      });
      child.once('exit', (code) =>
        reject(new Error(`the platform ended with ${code ?? 'a signal'} before it listened`)),
      );
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin?.end();
    await gone;
  }
}
