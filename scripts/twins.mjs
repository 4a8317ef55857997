// `npm run twins -- [--pairs N] [--seed S] [--lanes N] [--out FILE]`: asks two platforms whose databases differ only in what the
// asker may not see, and ends with 1 where their answers differ in a byte.
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
    'test/access/twins/run.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, TWINS_FROM: process.env.INIT_CWD ?? from } },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
