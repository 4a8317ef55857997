// Generates schema/ anew in a temporary folder and compares it with what is committed: a difference there is a change
// to the API, to who may do what, or to the database, and is read as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

process.chdir(root);
await prepare();
const fresh = mkdtempSync(path.join(tmpdir(), 'jip-schema-'));
try {
  const print = spawnSync(process.execPath, ['--enable-source-maps', 'dist/schema/print.js', fresh], {
    stdio: 'inherit',
  });
  if (print.status !== 0) {
    console.error('schema/ could not be generated; the reason stands above.');
    process.exitCode = 1;
  } else {
    compare();
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function compare() {
  // What clients were told of last is compared with the API by check-breaking.mjs.
  const run = spawnSync('diff', ['-r', '-u', '-x', 'released.graphql', '-x', 'breaking.txt', 'schema', fresh], {
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    console.error(`${run.stdout}${run.stderr}`.trimEnd());
    console.error('schema/ is not what the code says. Run `npm run schema`, read the difference, and commit it.');
    process.exitCode = 1;
  }
}
