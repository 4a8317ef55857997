import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { prepare, Refusal, root } from './prepare.mjs';

process.chdir(root);
try {
  requireWritable(path.resolve(process.env.DATA_DIR ?? '.data'));
  await prepare();
} catch (error) {
  if (!(error instanceof Refusal)) {
    throw error;
  }
  console.error(error.message);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
await import('../dist/main.js');

/** Asked before minutes are spent on installing. */
function requireWritable(folder) {
  try {
    // Root's own folder lets PostgreSQL's account through to its cluster, which is closed to all others.
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${error.code}). Make it writable for this account, or set DATA_DIR to another folder.`,
    );
  }
}
