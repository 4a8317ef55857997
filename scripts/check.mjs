// `npm run check`: everything that can be said about the code without running it, each check to its end, so that one
// run tells all. `npm run check -- lint types` runs those alone.
import { spawnSync } from 'node:child_process';
import { prepare, refuse, root } from './prepare.mjs';

const bin = (name, ...args) => [`node_modules/.bin/${name}`, ...args];
const CHECKS = {
  format: bin('prettier', '--check', '--log-level', 'warn', '.'),
  lint: bin('eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'),
  types: bin('tsc', '--noEmit'),
  boundaries: bin('depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'),
  clock: [process.execPath, 'scripts/check-clock.mjs'],
  schema: [process.execPath, 'scripts/check-schema.mjs'],
  breaking: [process.execPath, 'scripts/check-breaking.mjs'],
};

process.chdir(root);
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  refuse(`There is no check ${unknown.join(', ')}. There are: ${Object.keys(CHECKS).join(', ')}.`);
}
await prepare();

const failed = [];
for (const [name, [command, ...args]] of Object.entries(CHECKS)) {
  if (chosen.length > 0 && !chosen.includes(name)) {
    continue;
  }
  const started = performance.now();
  const run = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${run.status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (run.status !== 0) {
    failed.push(name);
    console.log(`${run.stdout}${run.stderr}${run.error?.message ?? ''}`.trimEnd());
  }
}
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
