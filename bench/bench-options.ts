import { parseArgs } from 'node:util';
import type { ContenderName } from './contenders/contender.js';
import { ITEMS_EACH } from './data/sizes.js';
import { UsageError } from './options.js';

export interface BenchOptions {
  readonly items: number;
  readonly rounds: number;
  readonly concurrencies: readonly number[];
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly patienceMs: number;
  /** Names of jobs; null for all. */
  readonly only: readonly string[] | null;
  readonly contenders: readonly ContenderName[];
  readonly json: string | null;
  readonly isQuick: boolean;
}

export const CONTENDERS: readonly ContenderName[] = ['platform', 'postgraphile', 'usual', 'floor'];
const JOBS = ['Q1', 'Q3', 'Q6', 'W1', 'W2', 'W3', 'COMPILE'];

const USAGE = `npm run bench -- [--quick] [--only Q1,Q3] [--items N] [--rounds N] [--concurrency 1,16,64] [--against postgraphile,usual,floor] [--json FILE]
  --quick        a first answer in three minutes: 10,000 items, 3 short rounds, concurrency 16 and 64
  --only         of ${JOBS.join(', ')}
  --items        a multiple of ${ITEMS_EACH}; 1000000 where it is not said (npm run bench:data -- --items N loads it before)
  --against      measured beside the platform; all where it is not said
  --json         writes the whole result there
The last line printed is one line of JSON: the platform's ratios, by job and concurrency.`;

export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { quick, only, json, ...given } = parsed(args);
  const items = given.items === undefined ? (quick ? 10_000 : 1_000_000) : whole(given.items);
  if (items < ITEMS_EACH || items % ITEMS_EACH !== 0) throw new UsageError(USAGE);
  return {
    items,
    rounds: given.rounds === undefined ? (quick ? 3 : 5) : whole(given.rounds),
    concurrencies: given.concurrency?.split(',').map(whole) ?? (quick ? [16, 64] : [1, 16, 64]),
    warmUpMs: quick ? 200 : 500,
    measureMs: quick ? 700 : 3_000,
    patienceMs: quick ? 5_000 : 30_000,
    only: only === undefined ? null : listOf(only, JOBS),
    contenders: given.against === undefined ? CONTENDERS : ['platform', ...listOf(given.against, CONTENDERS)],
    json: json ?? null,
    isQuick: quick,
  };
}

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  items: { type: 'string' },
  rounds: { type: 'string' },
  concurrency: { type: 'string' },
  against: { type: 'string' },
  json: { type: 'string' },
} as const;

function parsed(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}

function listOf<Name extends string>(text: string, known: readonly Name[]): Name[] {
  return text.split(',').map((name) => {
    const found = known.find((each) => each === name);
    if (found === undefined) throw new UsageError(USAGE);
    return found;
  });
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(USAGE);
  return Number(text);
}
