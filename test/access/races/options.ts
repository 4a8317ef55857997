import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FAULTS, type Fault } from './faults.js';

export interface Options {
  /** Of each act. */
  readonly interleavings: number;
  readonly seed: number;
  readonly out: string | null;
  /** Connections of the platform. */
  readonly pool: number;
  /** At once, beside each act. */
  readonly readers: number;
  readonly fault: Fault | null;
}

const USE = `npm run races -- [--interleavings N] [--seed S] [--out FILE] [--pool N] [--readers N] [--fault ${FAULTS.join('|')}]`;

export class UsageError extends Error {}

/** Relative paths are from where the person stood. */
export function readOptions(argv: readonly string[], from: string): Options {
  const values = parsed(argv);
  const fault = FAULTS.find((name) => name === values.fault) ?? null;
  if (values.fault !== undefined && fault === null)
    throw new UsageError(`--fault is one of ${FAULTS.join(', ')}: ${USE}`);
  return {
    interleavings: whole('interleavings', values.interleavings, 2_000, 1),
    seed: whole('seed', values.seed, 1, 0),
    out: values.out === undefined ? null : resolve(from, values.out),
    pool: whole('pool', values.pool, 40, 1),
    readers: whole('readers', values.readers, 8, 1),
    fault,
  };
}

type Given = Partial<Record<'interleavings' | 'seed' | 'out' | 'pool' | 'readers' | 'fault', string>>;

function parsed(argv: readonly string[]): Given {
  const type = 'string' as const;
  const options = {
    interleavings: { type },
    seed: { type },
    out: { type },
    pool: { type },
    readers: { type },
    fault: { type },
  };
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USE}`);
  }
}

function whole(name: string, value: string | undefined, otherwise: number, least: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`--${name} takes a whole number from ${least}: ${USE}`);
  return number;
}
