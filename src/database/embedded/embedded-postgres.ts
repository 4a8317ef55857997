import { existsSync } from 'node:fs';
import { prepareBinaries, type Binaries } from './binaries.js';
import { createClusterIfMissing, resetSuperuserPassword } from './cluster.js';
import { endFormerServer } from './former-server.js';
import { keepRunning } from './kept-server.js';
import { acquireLauncherLock, type LauncherLock } from './launcher-lock.js';
import { readOrCreatePasswords, type Passwords } from './passwords.js';
import { binariesHome, launcherLockFile, makeSocketDir, openDataDir, place, type Placement } from './placement.js';
import { APPLICATION_ROLE, DATABASE_NAME, ensureDatabase, ensureRoles, OWNER_ROLE } from './roles.js';
import { chooseRunAs, type RunAs } from './run-as.js';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly onProgress?: (message: string) => void;
  /** False gives up safety against power failure for speed: for tests. */
  readonly durable?: boolean;
}

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
}

export interface EmbeddedPostgres extends DatabaseUrls {
  readonly port: number;
  readonly superuserUrl: string;
  /** Where the cluster lies: in the data folder, unless PostgreSQL's account cannot enter that. */
  readonly clusterDir: string;
  /** The server's process; another one after it was restarted. */
  processId(): number;
  /** A further database with the same roles. */
  createDatabase(name: string): Promise<DatabaseUrls>;
  stop(): Promise<void>;
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const runAs = chooseRunAs();
  const dataDir = openDataDir(options.dataDir, runAs);
  const lock = await acquireLauncherLock(launcherLockFile(dataDir), dataDir);
  try {
    return await startLocked(options, dataDir, runAs, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(
  options: EmbeddedPostgresOptions,
  dataDir: string,
  runAs: RunAs,
  lock: LauncherLock,
): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? (() => undefined);
  const placement = place(dataDir, runAs, onProgress);
  const binaries = prepareBinaries(runAs, binariesHome(placement, runAs), onProgress);
  await endFormerServer(placement.clusterDir, onProgress);
  const passwords = prepareCluster(placement, binaries, runAs, onProgress);
  const socket = makeSocketDir(placement, runAs);
  const settings = {
    postgres: binaries.postgres,
    clusterDir: placement.clusterDir,
    socketDir: socket.path,
    logFile: placement.logFile,
    runAs,
    durable: options.durable ?? true,
  };
  const server = await keepRunning(settings, options.port ?? 0, onProgress);
  const stop = async (): Promise<void> => {
    await server.stop();
    socket.remove();
    lock.release();
  };
  const urlFor = (role: string, password: string, database: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const superuserUrl = urlFor('postgres', passwords.superuser, 'postgres');
  const urlsOf = (database: string): DatabaseUrls => ({
    ownerUrl: urlFor(OWNER_ROLE, passwords.owner, database),
    applicationUrl: urlFor(APPLICATION_ROLE, passwords.application, database),
  });
  const createDatabase = async (name: string): Promise<DatabaseUrls> => {
    await ensureDatabase(superuserUrl, name);
    return urlsOf(name);
  };
  try {
    await ensureRoles(superuserUrl, passwords);
    const urls = await createDatabase(DATABASE_NAME);
    const { port } = server;
    const { clusterDir } = placement;
    return { ...urls, superuserUrl, port, clusterDir, processId: () => server.processId, createDatabase, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function prepareCluster(
  placement: Placement,
  binaries: Binaries,
  runAs: RunAs,
  onProgress: (message: string) => void,
): Passwords {
  const hasPasswords = existsSync(placement.passwordFile);
  const hasCluster = existsSync(placement.clusterDir);
  const passwords = readOrCreatePasswords(placement.passwordFile);
  if (!hasCluster) {
    onProgress('Creating the database');
  } else if (!hasPasswords) {
    onProgress('The password file is missing: making new passwords');
    resetSuperuserPassword(placement.clusterDir, binaries, passwords.superuser, runAs);
  }
  createClusterIfMissing(placement.clusterDir, binaries, passwords.superuser, runAs);
  return passwords;
}
