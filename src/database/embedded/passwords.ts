import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { DatabaseStartError } from '../database-start.errors.js';

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly application: string;
}

/** Generated once for a data folder and kept beside it, readable by the account that starts the platform alone. */
export function readOrCreatePasswords(path: string): Passwords {
  if (existsSync(path)) {
    chmodSync(path, 0o600);
    return parse(path, readFileSync(path, 'utf8'));
  }
  const passwords = { superuser: newPassword(), owner: newPassword(), application: newPassword() };
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, `${JSON.stringify(passwords, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
  return passwords;
}

const newPassword = (): string => randomBytes(24).toString('base64url');

function parse(path: string, content: string): Passwords {
  try {
    const value: unknown = JSON.parse(content);
    if (
      typeof value === 'object' &&
      value !== null &&
      'superuser' in value &&
      'owner' in value &&
      'application' in value
    ) {
      const { superuser, owner, application } = value;
      if (typeof superuser === 'string' && typeof owner === 'string' && typeof application === 'string') {
        return { superuser, owner, application };
      }
    }
  } catch {
    // Reported below like any other damage.
  }
  throw new DatabaseStartError(
    `${path} is damaged. Restore it from a backup, or delete it and new passwords are made.`,
  );
}
