// One installs or builds at a time in one clone; others wait, then find that nothing is left to do.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LOOK_EVERY_MS = 500;
/** No installation takes longer: an older lock was left behind, even if its process number is in use again. */
const STALE_AFTER_MS = 20 * 60_000;

export async function withPreparationLock(root, work) {
  const lock = path.join(root, '.preparing.lock');
  await acquire(lock);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function acquire(lock) {
  let told = false;
  while (!claim(lock)) {
    const holder = holderOf(lock);
    if (holder === undefined || (isAlive(holder) && !isOld(lock))) {
      if (!told && holder !== undefined) {
        console.log(`Waiting for process ${holder}, which is installing or building in this folder`);
        told = true;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    } else {
      removeStale(lock, holder);
    }
  }
}

/** A hard link appears whole or not at all, so nobody ever reads a half-written lock. */
function claim(lock) {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moved aside before it is deleted: another process may have put its own lock there in the meantime. */
function removeStale(lock, holder) {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
    if (holderOf(aside) !== holder) {
      linkSync(aside, lock);
    }
  } catch {
    // Someone else was quicker; the next round sees what is there now.
  }
  rmSync(aside, { force: true });
}

function isOld(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  return Date.now() - made > STALE_AFTER_MS;
}

function holderOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
