// Brings node_modules and dist up to date, doing only what is needed: shared by start, test and check.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPreparationLock } from './preparation-lock.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Carries a message for `refuse` past the clearing up. */
class Refusal extends Error {}

/** For what stops a command and can be mended at the terminal: the message says how. */
export function refuse(message) {
  console.error(message);
  process.exit(1);
}

const PROGRESS_AFTER_MS = 2_000;
const PROGRESS_EVERY_MS = 5_000;
const NOTE_OF_BUILD = '.built-from';

export async function prepare() {
  try {
    await installAndBuild();
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    refuse(error.message);
  }
}

async function installAndBuild() {
  if (isInstalled() && isBuilt()) {
    return;
  }
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Refusal(
      `${root} cannot be written, and packages must be installed or the program built there. Make it writable for this account.`,
    );
  }
  await withPreparationLock(root, async () => {
    await install();
    await build();
  });
}

/** Compares what npm noted down about node_modules with the lock, package by package: true after any whole install. */
function isInstalled() {
  const wanted = readJson(path.join(root, 'package-lock.json')).packages;
  const notes = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(notes)) {
    return false;
  }
  const found = readJson(notes).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional === true || found[place]?.version === version,
  );
}

async function install() {
  if (isInstalled()) {
    return;
  }
  // Development packages are needed for building, whatever NODE_ENV or npm's settings say.
  await step('Installing packages', 'npm', [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

function isBuilt() {
  const note = path.join(root, 'dist', NOTE_OF_BUILD);
  return existsSync(note) && readFileSync(note, 'utf8') === fingerprintOfSources();
}

/** Built beside the old one and then exchanged: nobody ever loads a half-built program. */
async function build() {
  const fingerprint = fingerprintOfSources();
  if (isBuilt()) {
    return;
  }
  const draft = path.join(root, `dist.new-${process.pid}`);
  const old = path.join(root, `dist.old-${process.pid}`);
  try {
    const swc = path.join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
    await step('Building', process.execPath, [
      swc,
      'src',
      '--out-dir',
      draft,
      '--strip-leading-paths',
      '--copy-files',
      '--quiet',
    ]);
    writeFileSync(path.join(draft, NOTE_OF_BUILD), fingerprint);
    if (existsSync(path.join(root, 'dist'))) {
      renameSync(path.join(root, 'dist'), old);
    }
    renameSync(draft, path.join(root, 'dist'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Names, sizes and times: also a file that was removed, or went back to an older state, makes a difference. */
function fingerprintOfSources() {
  const hash = createHash('sha256');
  const files = readdirSync(path.join(root, 'src'), { recursive: true }).map((name) => path.join('src', name));
  for (const file of [...files, '.swcrc', 'package-lock.json'].sort()) {
    const { mtimeMs, size } = statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Runs a command, silent where it is quick, with its output and a sign of life where it is not. */
async function step(title, command, args) {
  const started = performance.now();
  const output = [];
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const tell = () => console.log(`${title}: ${Math.round((performance.now() - started) / 1000)} s so far`);
  const first = setTimeout(tell, PROGRESS_AFTER_MS);
  const next = setInterval(tell, PROGRESS_EVERY_MS);
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      output.push(Buffer.from(error.message));
      resolve(1);
    });
    child.once('close', resolve);
  });
  clearTimeout(first);
  clearInterval(next);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    throw new Refusal(
      `${Buffer.concat(output).toString('utf8').trim()}\n${title} failed after ${seconds} s; the reason stands above.`,
    );
  }
  console.log(`${title}: done in ${seconds} s`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
