// `npm run oracle -- --worlds N --seed S [--api-every K] [--out FILE.json]`: compares what the platform shows, row by
// row and field by field, with what docs/access.md says of random worlds.
import { spawn } from 'node:child_process';
import { prepare, root } from './prepare.mjs';

process.chdir(root);
await prepare();
const child = spawn(
  process.execPath,
  [
    '--import',
    './scripts/typescript.mjs',
    '--enable-source-maps',
    'test/access/oracle/run.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
