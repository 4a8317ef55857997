// Runs one of the programs under bench/ as it is, with what it needs installed and built.
import { spawn } from 'node:child_process';
import { prepare, root } from './prepare.mjs';

export async function runProgram(file) {
  process.chdir(root);
  await prepare();
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript.mjs', '--enable-source-maps', file, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
