// `npm run races -- [--interleavings N] [--seed S] [--out FILE]`: sends acts that take sight away, or give it, while those
// concerned read, and ends with 1 where anybody saw what an acknowledged act had taken.
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
    'test/access/races/run.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, RACES_FROM: process.env.INIT_CWD ?? from } },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
