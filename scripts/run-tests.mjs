import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

process.chdir(root);
await prepare();

const folder = mkdtempSync(path.join(tmpdir(), 'jip-test-'));
// PostgreSQL's account must get through to its cluster, which itself is closed to all others.
chmodSync(folder, 0o711);
const countsFile = path.join(folder, 'counts.json');
const jest = spawn(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // NestJS 12 is published as ES modules only, and those are still marked experimental in Jest's sandbox.
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
    JIP_TEST_FOLDER: folder,
    JIP_TEST_COUNTS: countsFile,
  },
});
// Ctrl-C reaches Jest by itself; this process only has to outlive it. Others are passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => jest.kill('SIGTERM'));
const status = await new Promise((resolve) => jest.once('exit', (code) => resolve(code ?? 1)));

const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
if (counts !== undefined || status !== 0) {
  // A run that never got to its tests has failed, even though no test did.
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 1, skipped: 0 };
  console.log(`${passed} passed, ${status !== 0 ? Math.max(failed, 1) : failed} failed, ${skipped} skipped`);
}
process.exit(status);
