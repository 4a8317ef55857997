import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = process.cwd();
const CONFIGURATION = ['package.json', 'tsconfig.json', 'eslint.config.mjs', '.dependency-cruiser.cjs'];

/** A small source tree in a temporary folder under the project's own configuration of its checks. */
export interface PlantedTree {
  readonly folder: string;
  run(command: string, ...args: string[]): { readonly status: number | null; readonly output: string };
  remove(): void;
}

export function plant(files: Readonly<Record<string, string>>): PlantedTree {
  const folder = mkdtempSync(path.join(tmpdir(), 'jip-planted-'));
  CONFIGURATION.forEach((file) => {
    cpSync(path.join(ROOT, file), path.join(folder, file));
  });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return {
    folder,
    run(command, ...args) {
      const run = spawnSync(process.execPath, [path.join(ROOT, command), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      return { status: run.status, output: `${run.stdout}${run.stderr}` };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
