import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseStartError } from '../database-start.errors.js';
import { isAlive, pause, startOf } from './processes.js';

/** Held by the one process that may start, stop or repair PostgreSQL on a data folder. */
export interface LauncherLock {
  release(): void;
}

interface Holder {
  readonly processId: number;
  readonly startedAt: string | undefined;
}

/** A platform that was just killed may take a moment to be gone. */
const PATIENCE_MS = 1_500;

export async function acquireLauncherLock(path: string, dataDir: string): Promise<LauncherLock> {
  const own = JSON.stringify({ processId: process.pid, startedAt: startOf(process.pid) });
  const deadline = performance.now() + PATIENCE_MS;
  while (!claim(path, own)) {
    const found = read(path);
    const holder = parse(found);
    if (found !== undefined && (holder === undefined || !isStillRunning(holder))) {
      removeStale(path, found);
    } else if (performance.now() > deadline) {
      const who = holder === undefined ? 'by another start' : `(process ${holder.processId})`;
      throw new DatabaseStartError(
        `The platform is already running on ${dataDir} ${who}. Stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await pause(50);
  }
  return { release: () => releaseIfOwn(path, own) };
}

/** A hard link appears whole or not at all, so nobody ever reads a half-written lock. */
function claim(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moved aside before it is deleted: another start may have put its own lock there in the meantime. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path);
    } catch {
      // Taken by a third start: that one holds it now.
    }
  }
  rmSync(aside, { force: true });
}

function releaseIfOwn(path: string, own: string): void {
  if (read(path) === own) {
    rmSync(path, { force: true });
  }
}

function isStillRunning(holder: Holder): boolean {
  return isAlive(holder.processId) && startOf(holder.processId) === holder.startedAt;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(content: string | undefined): Holder | undefined {
  try {
    const value: unknown = JSON.parse(content ?? '');
    if (typeof value === 'object' && value !== null && 'processId' in value && typeof value.processId === 'number') {
      const startedAt = 'startedAt' in value && typeof value.startedAt === 'string' ? value.startedAt : undefined;
      return { processId: value.processId, startedAt };
    }
  } catch {
    // Not ours, or damaged: as good as stale.
  }
  return undefined;
}
