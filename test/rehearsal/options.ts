import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export const PHASES = [
  'PLAN',
  'NOTIFY',
  'FIELDWORK',
  'FINDINGS',
  'MERGE',
  'NARRATIVE',
  'ACCURACY',
  'SIGN',
  'PUBLISH',
] as const;
export type Phase = (typeof PHASES)[number];

export interface Options {
  readonly file: string;
  readonly out: string | null;
  readonly limit: number;
  readonly until: Phase;
  /** How often the platform or its PostgreSQL is killed on the way. */
  readonly kills: number;
  readonly seed: number;
}

const USE = `npm run rehearse -- FILE [--out DIR] [--limit N] [--until ${PHASES.join('|')}] [--kills N] [--seed N]`;

export class UsageError extends Error {}

/** Relative paths are from where the person stood. */
export function readOptions(argv: readonly string[], from: string): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      limit: { type: 'string' },
      until: { type: 'string' },
      kills: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`Name one file of letters: ${USE}`);
  const until = PHASES.find((phase) => phase === (values.until ?? 'PUBLISH').toUpperCase());
  if (until === undefined) throw new UsageError(`--until is one of ${PHASES.join(', ')}: ${USE}`);
  return {
    file: resolve(from, file),
    out: values.out === undefined ? null : resolve(from, values.out),
    limit: whole('limit', values.limit, Number.POSITIVE_INFINITY),
    until,
    kills: whole('kills', values.kills, 0),
    seed: whole('seed', values.seed, 1),
  };
}

function whole(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new UsageError(`--${name} takes a whole number: ${USE}`);
  return number;
}
