import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { prepare, refuse, root } from './prepare.mjs';

process.chdir(root);
requireWritable(path.resolve(process.env.DATA_DIR ?? '.data'));
await prepare();
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
    refuse(
      `The data folder ${folder} cannot be written (${error.code}). Make it writable for this account, or set DATA_DIR to another folder.`,
    );
  }
}
