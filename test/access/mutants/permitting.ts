import { readFileSync } from 'node:fs';
import { transformSync } from '@swc/core';
import type * as Operations from '../../../src/access/operations.js';
import * as errors from '../../../src/platform/errors.js';
import type { SourceChange } from './mutant.js';
import { SOURCES } from './sources.js';

export type Permit = (typeof Operations)['permit'];

const FILES: Readonly<Record<string, (typeof SOURCES)[number]>> = {
  './operations.js': 'src/access/operations.ts',
  './standing.js': 'src/access/standing.ts',
};

/** `permit` of the sources as they are, or with one of them changed: compiled in memory, never written down. */
export function permitOf(change: SourceChange | null): Permit {
  const loaded = new Map<string, unknown>();
  const load = (name: string): unknown => {
    if (name.endsWith('/errors.js')) return errors;
    const file = FILES[name];
    if (file === undefined) throw new Error(`${name} is not among the sources that decide`);
    const known =
      loaded.get(name) ?? compiled(change?.file === file ? change.source : readFileSync(file, 'utf8'), load);
    loaded.set(name, known);
    return known;
  };
  const { permit, isPermitted } = load('./operations.js') as typeof Operations;
  // Both say the same, or the answer is wrong.
  return (...question) => {
    const isHis = isPermitted(...question);
    try {
      permit(...question);
    } catch (error) {
      if (!isHis) throw error;
      return;
    }
    if (!isHis) throw errors.notPermitted('nobody');
  };
}

function compiled(source: string, load: (name: string) => unknown): unknown {
  const { code } = transformSync(source, {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the project's own source, with one thing changed
  const run = new Function('exports', 'require', code) as (exports: object, require: (name: string) => unknown) => void;
  run(module.exports, load);
  return module.exports;
}

export type Permission = 'done-possible' | 'not permitted' | 'wrong state';

/** What comes of asking; anything else that is thrown is a fault. */
export function asked(permit: Permit, ...question: Parameters<Permit>): Permission {
  // A hundred thousand refusals: nobody looks where each came from.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    permit(...question);
    return 'done-possible';
  } catch (error) {
    if (!(error instanceof errors.PlatformError)) throw error;
    if (error.code === 'NOT_PERMITTED') return 'not permitted';
    if (error.code === 'WRONG_STATE') return 'wrong state';
    throw error;
  } finally {
    Error.stackTraceLimit = limit;
  }
}
