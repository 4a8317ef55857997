import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The platform as it is shipped, with its embedded PostgreSQL, in processes that can be killed. */
export class OwnPlatform {
  readonly dataDir: string;
  private child: ChildProcess | null = null;

  constructor(private readonly port: number) {
    this.dataDir = mkdtempSync(join(tmpdir(), 'jip-rehearsal-'));
    chmodSync(this.dataDir, 0o711);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        MODE: 'test',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        POOL_SIZE: '16',
      },
    });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('listening ')) resolve();
      });
      child.once('exit', (code) =>
        reject(new Error(`the platform ended with ${code ?? 'a signal'} before it listened`)),
      );
    });
    process.env['TEST_URL'] = this.url;
  }

  /** As by the out-of-memory killer: no handler runs. The platform is started again at once. */
  async killAndRestart(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await this.start();
  }

  /** The platform stays and starts it again. */
  killPostmaster(): void {
    const pid = Number(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
