import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseStartError } from '../database-start.errors.js';
import { isAlive, isPostgresOn, pause, postgresProcessesOn, signal } from './processes.js';

/** What a fast shutdown may take: it writes out what was changed since the last checkpoint. */
const STOP_LIMIT_MS = 60_000;

/**
 * Clears the way before a start: ends a server that outlived its platform, and what a killed postmaster left
 * behind. Only the holder of the launcher's lock may call this, so no such server has a user any more. It is
 * stopped and not taken over: nothing would stop a server that is not our child when we are killed.
 */
export async function endFormerServer(clusterDir: string, onProgress: (message: string) => void): Promise<void> {
  const former = readPostmasterFile(clusterDir);
  if (former === undefined) {
    return;
  }
  if (isAlive(former.processId) && isPostgresOn(former.processId, clusterDir)) {
    onProgress('Waiting for the PostgreSQL of an earlier run to stop');
    signal(former.processId, 'SIGINT');
    await untilGone(() => isPostgresOn(former.processId, clusterDir), STOP_LIMIT_MS);
  }
  await endLeftovers(clusterDir);
  if (isAlive(former.processId)) {
    // The number belongs to another program now, and PostgreSQL would take that for a running server.
    rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
  }
}

/** They end by themselves once they notice; one that is busy is told, which is safe: the next start recovers. */
async function endLeftovers(clusterDir: string): Promise<void> {
  const remain = (): boolean => postgresProcessesOn(clusterDir).length > 0;
  if (await untilGone(remain, 2_000)) {
    return;
  }
  postgresProcessesOn(clusterDir).forEach((processId) => signal(processId, 'SIGQUIT'));
  if (await untilGone(remain, 5_000)) {
    return;
  }
  postgresProcessesOn(clusterDir).forEach((processId) => signal(processId, 'SIGKILL'));
  if (!(await untilGone(remain, 10_000))) {
    throw new DatabaseStartError(
      `Processes of an earlier PostgreSQL still use ${clusterDir}. End them, then start again.`,
    );
  }
}

async function untilGone(remains: () => boolean, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (remains()) {
    if (performance.now() > deadline) {
      return false;
    }
    await pause(50);
  }
  return true;
}

/** PostgreSQL's own note in its folder: who runs, and how far the start has come. */
export function readPostmasterFile(clusterDir: string): { processId: number; status: string } | undefined {
  try {
    const lines = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { processId: Number(lines[0]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}
