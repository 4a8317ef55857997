import type { RaceRun, Read } from './race.js';

/** What the races of one act came to. */
export interface ActTally {
  readonly act: string;
  acts: number;
  /** An act beside one reader is one interleaving. */
  interleavings: number;
  /** Reads that began before the acknowledgement was received, by what they answered. */
  besideBefore: number;
  besideAfter: number;
  readsAfter: number;
  /** Reads begun after the acknowledgement and answered as before the act. */
  seen: number;
  /** Answers that tell of both: one part as before the act, another as after. */
  mixed: number;
  /** Reads answered as before the act, though somebody had been answered as after it when they began. */
  turnedBack: number;
}

export const newTally = (act: string): ActTally => ({
  act,
  acts: 0,
  interleavings: 0,
  besideBefore: 0,
  besideAfter: 0,
  readsAfter: 0,
  seen: 0,
  mixed: 0,
  turnedBack: 0,
});

export function add(tally: ActTally, run: RaceRun): void {
  tally.acts += 1;
  tally.interleavings += run.readers;
  for (const read of run.reads) count(tally, read, read.sight === run.after);
}

function count(tally: ActTally, read: Read, isAfter: boolean): void {
  if (read.afterAct) tally.readsAfter += 1;
  if (read.sight === 'MIXED') tally.mixed += 1;
  else if (isAfter && !read.afterAct) tally.besideAfter += 1;
  else if (!isAfter && !read.afterAct) tally.besideBefore += 1;
  if (!isAfter && read.afterAct) tally.seen += 1;
  if (!isAfter && read.afterAnswer) tally.turnedBack += 1;
}

export const sumOf = (tallies: readonly ActTally[]): Omit<ActTally, 'act'> => {
  const sum = newTally('all');
  for (const tally of tallies) for (const name of NUMBERS) sum[name] += tally[name];
  const { act: _, ...numbers } = sum;
  return numbers;
};

const NUMBERS = [
  'acts',
  'interleavings',
  'besideBefore',
  'besideAfter',
  'readsAfter',
  'seen',
  'mixed',
  'turnedBack',
] as const;

export const isClean = ({ seen, mixed, turnedBack }: Omit<ActTally, 'act'>): boolean => seen + mixed + turnedBack === 0;

/** Whether the reads fell on both sides of the acts at all: a run that never met one shows nothing. */
export const metTheActs = ({ besideBefore, besideAfter, readsAfter }: Omit<ActTally, 'act'>): boolean =>
  besideBefore > 0 && besideAfter > 0 && readsAfter > 0;

const HEADS = [
  'act',
  'acts',
  'interleavings',
  'beside: before',
  'after',
  'begun after',
  'seen',
  'mixed',
  'turned back',
];

export function tableOf(tallies: readonly ActTally[]): string {
  const lines = [...tallies, { act: 'all', ...sumOf(tallies) }].map((tally) => [
    tally.act,
    ...NUMBERS.map((name) => String(tally[name])),
  ]);
  const widths = HEADS.map((head, place) => Math.max(head.length, ...lines.map((line) => (line[place] ?? '').length)));
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  ');
  return [HEADS, ...lines].map(row).join('\n');
}
