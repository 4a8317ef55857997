import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { DatabaseStartError } from '../database-start.errors.js';
import { SERVER_ENVIRONMENT } from './cluster.js';
import { readPostmasterFile } from './former-server.js';
import { isPostgresOn, pause, signal } from './processes.js';
import type { RunAs } from './run-as.js';
import { supervised } from './supervisor.js';

export interface PostmasterSettings {
  readonly postgres: string;
  readonly clusterDir: string;
  readonly socketDir: string;
  readonly logFile: string;
  readonly runAs: RunAs;
  /** False gives up safety against power failure for speed: for tests. */
  readonly durable: boolean;
}

export interface Postmaster {
  readonly processId: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Two reasons to try again are told apart from all others. */
export class PortTakenError extends Error {}
export class StillOccupiedError extends Error {}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

export async function startPostmaster(settings: PostmasterSettings, port: number): Promise<Postmaster> {
  const { offset, descriptor } = openLog(settings.logFile);
  const supervisor = supervised([settings.postgres, ...serverArguments(settings, port)], {
    ...settings.runAs,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['pipe', descriptor, descriptor],
  });
  closeSync(descriptor);
  const ended = endOf(supervisor);
  const processId = await untilReady(settings, supervisor, ended, offset);
  return { processId, ended, stop: () => stopSupervised(supervisor, processId, ended) };
}

function serverArguments(settings: PostmasterSettings, port: number): string[] {
  const parameters = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${settings.socketDir}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    // Statements, details and errors quote the data, and what inspectors write must not reach a log: the server's
    // own life is logged (LOG and above, where ERROR is below), errors go to the platform alone.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(settings.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return ['-D', settings.clusterDir, '-p', String(port), ...parameters.flatMap((parameter) => ['-c', parameter])];
}

function openLog(logFile: string): { offset: number; descriptor: number } {
  let offset = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (offset > LOG_LIMIT_BYTES) {
    renameSync(logFile, `${logFile}.1`);
    offset = 0;
  }
  return { offset, descriptor: openSync(logFile, 'a', 0o600) };
}

function endOf(supervisor: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      supervisor.stdin?.destroy();
      resolve();
    };
    supervisor.once('exit', finish);
    supervisor.once('error', finish);
    // Writing never happens; an error here only says that the other end has gone.
    supervisor.stdin?.on('error', () => undefined);
  });
}

async function untilReady(
  settings: PostmasterSettings,
  supervisor: ChildProcess,
  ended: Promise<void>,
  logOffset: number,
): Promise<number> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    const found = readPostmasterFile(settings.clusterDir);
    if (found?.status === 'ready' && isPostgresOn(found.processId, settings.clusterDir)) {
      return found.processId;
    }
    const hasEnded = await Promise.race([ended.then(() => true), pause(10).then(() => false)]);
    if (hasEnded) {
      throw startFailure(readFileSync(settings.logFile).subarray(logOffset).toString('utf8'), settings.logFile);
    }
  }
  supervisor.stdin?.destroy();
  throw new DatabaseStartError(
    `PostgreSQL was not ready after ${START_LIMIT_MS / 1000} s. Its log: ${settings.logFile}`,
  );
}

function startFailure(log: string, logFile: string): Error {
  if (log.includes('could not create any TCP/IP sockets') || log.includes('could not bind')) {
    return new PortTakenError();
  }
  if (log.includes('is still in use') || (log.includes('lock file') && log.includes('already exists'))) {
    return new StillOccupiedError();
  }
  const last = log.trim().split('\n').slice(-3).join('\n');
  return new DatabaseStartError(`PostgreSQL did not start. The end of its log, ${logFile}:\n${last}`);
}

async function stopSupervised(supervisor: ChildProcess, processId: number, ended: Promise<void>): Promise<void> {
  supervisor.stdin?.end();
  const late = setTimeout(() => signal(processId, 'SIGQUIT'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(late);
}
