import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const ON_LINUX = process.platform === 'linux';

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process started, in an opaque form: tells a process from a later one that got its number. Nothing for one
 * that has ended and only waits for its parent to notice.
 */
export function startOf(processId: number): string | undefined {
  try {
    if (ON_LINUX) {
      // The second field is the command in brackets and may hold spaces; the state is field 3, the start field 22.
      const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return ask('ps', ['-o', 'lstart=', '-p', String(processId)]);
  } catch {
    return undefined;
  }
}

/** PostgreSQL works in its own data folder, which on Linux tells whose server a process is (a shell may stand there too). */
export function isPostgresOn(processId: number, clusterDir: string): boolean {
  try {
    if (ON_LINUX) {
      const isPostgres = readFileSync(`/proc/${processId}/comm`, 'utf8').trim() === 'postgres';
      return isPostgres && readlinkSync(`/proc/${processId}/cwd`) === clusterDir;
    }
    const command = ask('ps', ['-o', 'command=', '-p', String(processId)]);
    return command.includes('postgres') && command.includes(clusterDir);
  } catch {
    return false;
  }
}

/**
 * Server processes that outlived a killed postmaster. Elsewhere than on Linux none can be told apart;
 * there PostgreSQL's own check of its shared memory has to do.
 */
export function postgresProcessesOn(clusterDir: string): number[] {
  if (!ON_LINUX) {
    return [];
  }
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((processId) => processId !== process.pid && isPostgresOn(processId, clusterDir));
}

/** A signal to a process that may be gone by now. */
export function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function ask(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
