import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { DatabaseStartError } from '../database-start.errors.js';

/** The account that PostgreSQL runs as. No ids: the account of this process. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root lends it an account that can do nothing else here. */
const UNPRIVILEGED_ACCOUNTS = ['postgres', 'nobody'];

export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) {
    return {};
  }
  for (const account of UNPRIVILEGED_ACCOUNTS) {
    const uid = spawnSync('id', ['-u', account], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', account], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  throw new DatabaseStartError(
    'PostgreSQL will not run as root, and this machine has neither an account `postgres` nor `nobody`. ' +
      'Start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server.',
  );
}

export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(path, runAs.uid, runAs.gid);
  }
}

/** Asked of the account itself: modes alone do not tell of access lists and mounts. */
export function canEnter(runAs: RunAs, folder: string): boolean {
  const attempt = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs, cwd: '/', stdio: 'ignore' });
  return attempt.status === 0;
}
