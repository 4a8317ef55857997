// `npm run rehearse -- FILE [--out DIR] [--limit N] [--until PHASE]`: replays published letters as inspections, through
// the public API alone.
import { spawn } from 'node:child_process';
import { prepare, root } from './prepare.mjs';

const from = process.cwd();
process.chdir(root);
await prepare();
const child = spawn(
  process.execPath,
  [
    '--import',
    './scripts/typescript.mjs',
    '--enable-source-maps',
    'test/rehearsal/rehearse.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, REHEARSE_FROM: from } },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
