import { createServer, type AddressInfo } from 'node:net';
import { DatabaseStartError } from '../database-start.errors.js';
import { endFormerServer } from './former-server.js';
import {
  PortTakenError,
  startPostmaster,
  StillOccupiedError,
  type Postmaster,
  type PostmasterSettings,
} from './postmaster.js';
import { pause } from './processes.js';

const START_ATTEMPTS = 40;
const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;

/** A server that is started again, on its port, when it ends unasked: connections then find their way back. */
export interface KeptServer {
  readonly port: number;
  readonly processId: number;
  stop(): Promise<void>;
}

export async function keepRunning(
  settings: PostmasterSettings,
  wantedPort: number,
  onProgress: (message: string) => void,
): Promise<KeptServer> {
  const { postmaster, port } = await startWithPort(settings, wantedPort);
  return new SelfRestartingServer(postmaster, port, settings, onProgress);
}

class SelfRestartingServer implements KeptServer {
  #current: Postmaster;
  #isStopping = false;
  #restart: Promise<void> | undefined;
  #restartedAt: readonly number[] = [];

  constructor(
    first: Postmaster,
    readonly port: number,
    private readonly settings: PostmasterSettings,
    private readonly onProgress: (message: string) => void,
  ) {
    this.#current = first;
    this.watch();
  }

  get processId(): number {
    return this.#current.processId;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#restart;
    await this.#current.stop();
  }

  private watch(): void {
    void this.#current.ended.then(() => {
      if (!this.#isStopping) {
        this.#restart = this.startAgain();
      }
    });
  }

  private async startAgain(): Promise<void> {
    try {
      this.assertNotInACircle();
      this.onProgress('PostgreSQL ended unexpectedly; starting it again');
      await endFormerServer(this.settings.clusterDir, this.onProgress);
      this.#current = (await startWithPort(this.settings, this.port)).postmaster;
      this.watch();
      this.onProgress('PostgreSQL runs again');
    } catch (error) {
      this.onProgress(`PostgreSQL stays down: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private assertNotInACircle(): void {
    const now = performance.now();
    this.#restartedAt = [...this.#restartedAt.filter((at) => now - at < RESTARTS_WITHIN_MS), now];
    if (this.#restartedAt.length > RESTARTS) {
      throw new DatabaseStartError(`it ended ${RESTARTS} times within a minute. Its log: ${this.settings.logFile}`);
    }
  }
}

async function startWithPort(
  settings: PostmasterSettings,
  wantedPort: number,
): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const port = wantedPort === 0 ? await freePort() : wantedPort;
    try {
      return { postmaster: await startPostmaster(settings, port), port };
    } catch (error) {
      if (!(error instanceof PortTakenError) && !(error instanceof StillOccupiedError)) {
        throw error;
      }
      if (error instanceof PortTakenError && wantedPort !== 0 && attempt > 4) {
        throw new DatabaseStartError(`PostgreSQL's port ${port} is taken. Choose another one, or 0 for any free one.`);
      }
      // Another program took the free port first, or what a killed server left is still going away.
      await pause(250);
    }
  }
  throw new DatabaseStartError(
    `PostgreSQL does not start; it was tried ${START_ATTEMPTS} times. Its log: ${settings.logFile}`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
