import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseStartError } from '../database-start.errors.js';
import type { Binaries } from './binaries.js';
import { giveTo, type RunAs } from './run-as.js';

/** Nothing of this process's environment: PG* variables would change what the server does. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const CLIENT_AUTHENTICATION = `# Written by the platform. Passwords only; no connections from elsewhere, no replication.
local all all              scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
host  all all ::1/128      scram-sha-256
`;

/**
 * Creates the cluster under another name and renames it when it is complete: a start that was killed half way
 * leaves nothing that a later one could take for a database.
 */
export function createClusterIfMissing(
  clusterDir: string,
  binaries: Binaries,
  superuserPassword: string,
  runAs: RunAs,
): void {
  if (existsSync(path.join(clusterDir, 'PG_VERSION'))) {
    return;
  }
  const draft = `${clusterDir}.new`;
  const passwordFile = `${clusterDir}.pw`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(runAs, draft);
  try {
    // By file: what stands on a command line is open to every account of the machine.
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600, flag: 'wx' });
    giveTo(runAs, passwordFile);
    runInitdb(binaries.initdb, draft, passwordFile, runAs);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(path.join(draft, 'pg_hba.conf'), CLIENT_AUTHENTICATION);
  rmSync(clusterDir, { recursive: true, force: true });
  renameSync(draft, clusterDir);
}

function runInitdb(initdb: string, draft: string, passwordFile: string, runAs: RunAs): void {
  const args = [
    ...['-D', draft, '-U', 'postgres', `--pwfile=${passwordFile}`],
    ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ];
  const run = spawnSync(initdb, args, { ...runAs, cwd: '/', encoding: 'utf8', env: SERVER_ENVIRONMENT });
  if (run.status !== 0) {
    const reason = run.error?.message ?? run.stderr.trim();
    throw new DatabaseStartError(`A new database could not be created in ${path.dirname(draft)}: ${reason}`);
  }
}

/**
 * The password file is gone but the cluster is there: the superuser gets the new password in PostgreSQL's
 * single-user mode, which needs no password and no running server, only the right to the files.
 */
export function resetSuperuserPassword(clusterDir: string, binaries: Binaries, password: string, runAs: RunAs): void {
  const run = spawnSync(binaries.postgres, ['--single', '-D', clusterDir, 'postgres'], {
    ...runAs,
    cwd: '/',
    encoding: 'utf8',
    env: SERVER_ENVIRONMENT,
    input: `ALTER ROLE postgres PASSWORD '${password}';\n`,
  });
  if (run.status !== 0) {
    throw new DatabaseStartError(
      `The database's password could not be renewed: ${run.error?.message ?? run.stderr.trim()}`,
    );
  }
}
