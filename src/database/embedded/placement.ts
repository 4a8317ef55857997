import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseStartError } from '../database-start.errors.js';
import { canEnter, giveTo, type RunAs } from './run-as.js';

/** Where the parts of an embedded server lie. Only `home` has to be reachable for the account that runs it. */
export interface Placement {
  readonly home: string;
  readonly clusterDir: string;
  readonly passwordFile: string;
  readonly lockFile: string;
  readonly logFile: string;
}

/** For root only, where the chosen folder is closed to the account that runs PostgreSQL. */
const ROOT_HOME = '/var/lib/joint-inspection-platform';

/** The limit for a socket's path is 104 bytes on macOS and 108 on Linux, the ending NUL included. */
const LONGEST_SOCKET_PATH = 103;

export function openDataDir(dataDir: string, runAs: RunAs): string {
  // Root's folder must let the other account through to its cluster, which itself is closed to all but that account.
  const mode = runAs.uid === undefined ? 0o700 : 0o711;
  try {
    mkdirSync(dataDir, { recursive: true, mode });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new DatabaseStartError(
      `The data folder ${dataDir} cannot be written (${reason}). Make it writable for this account, or set DATA_DIR to another folder.`,
    );
  }
  return realpathSync(dataDir);
}

/** To be called under the launcher's lock: it may make and note down a new place. */
export function place(dataDir: string, runAs: RunAs, onProgress: (message: string) => void): Placement {
  const home = canEnter(runAs, dataDir) || opensTo(runAs, dataDir) ? dataDir : relocatedHome(dataDir, onProgress);
  return {
    home,
    clusterDir: path.join(home, 'postgres'),
    passwordFile: path.join(dataDir, 'postgres-passwords.json'),
    lockFile: launcherLockFile(dataDir),
    logFile: path.join(dataDir, 'postgres.log'),
  };
}

/** Where only the folder itself is closed (as new temporary folders are), passing through is allowed, listing is not. */
function opensTo(runAs: RunAs, dataDir: string): boolean {
  if (!canEnter(runAs, path.dirname(dataDir)) || existsSync(noteOfLocation(dataDir))) {
    return false;
  }
  chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  return canEnter(runAs, dataDir);
}

const noteOfLocation = (dataDir: string): string => path.join(dataDir, 'postgres-location');

export const launcherLockFile = (dataDir: string): string => path.join(dataDir, 'launcher.lock');

/** Noted down in the data folder, so that a new data folder means a new database even at the same path. */
function relocatedHome(dataDir: string, onProgress: (message: string) => void): string {
  const note = noteOfLocation(dataDir);
  if (existsSync(note)) {
    return readFileSync(note, 'utf8').trim();
  }
  const home = path.join(ROOT_HOME, randomBytes(6).toString('hex'));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  writeFileSync(note, `${home}\n`);
  onProgress(`Other accounts cannot enter ${dataDir}: the database is kept in ${home}`);
  return home;
}

export const binariesHome = (placement: Placement, runAs: RunAs): string =>
  runAs.uid === undefined ? placement.home : ROOT_HOME;

/** A folder for the socket that only the account that runs PostgreSQL can open. */
export function makeSocketDir(placement: Placement, runAs: RunAs): { path: string; remove(): void } {
  const beside = path.join(placement.home, 'socket');
  if (suits(beside)) {
    // Emptied: a lock file of a killed server could by now seem to belong to a running program.
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { mode: 0o700 });
    giveTo(runAs, beside);
    return { path: beside, remove: () => undefined };
  }
  const parent = suits(path.join(tmpdir(), 'jip-XXXXXX')) && canEnter(runAs, tmpdir()) ? tmpdir() : '/tmp';
  const temporary = mkdtempSync(path.join(parent, 'jip-'));
  giveTo(runAs, temporary);
  return { path: temporary, remove: () => rmSync(temporary, { recursive: true, force: true }) };
}

/** PostgreSQL reads the setting as a list, in which commas, quotes and spaces have a meaning. */
function suits(folder: string): boolean {
  const longest = path.join(folder, '.s.PGSQL.65535.lock');
  return Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH && /^[\w./@+-]+$/.test(folder);
}
