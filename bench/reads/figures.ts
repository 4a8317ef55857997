import type { ContenderName } from '../contenders/contender.js';
import { median } from '../scale/rounds.js';
import type { Rounds, Slice } from './rounds.js';

/** Median of the rounds, with the least and the greatest of them. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

export type Figures = Readonly<Record<keyof Slice, Spread | null>>;

/** The platform against the others. Each is the median of the ratios round by round. */
export interface Ratios {
  readonly vsPostgraphile: number | null;
  readonly vsNaive: number | null;
  readonly vsFloor: number | null;
  /** Processor time a request, of node and database together. */
  readonly cpuVsFloor: number | null;
  readonly nodeCpuVsFloor: number | null;
  readonly p99VsPostgraphile: number | null;
}

const FIGURES: readonly (keyof Slice)[] = [
  'requestsPerSecond',
  'p50',
  'p95',
  'p99',
  'nodeCpuMs',
  'databaseCpuMs',
  'memoryMb',
];

export function figuresOf(slices: readonly Slice[]): Figures {
  return Object.fromEntries(FIGURES.map((name) => [name, spread(slices.map((slice) => slice[name]))])) as Figures;
}

export function ratiosOf({ slices }: Rounds): Ratios {
  const against = (other: ContenderName, of: (slice: Slice) => number | null): number | null => {
    const [mine, theirs] = [slices.get('platform'), slices.get(other)];
    if (mine === undefined || theirs === undefined) return null;
    const ratios = mine.flatMap((slice, round) => {
      const beside = theirs[round];
      const [one, two] = [of(slice), beside === undefined ? null : of(beside)];
      return one === null || two === null || two === 0 ? [] : [one / two];
    });
    return ratios.length === 0 ? null : rounded(median(ratios));
  };
  const cpu = ({ nodeCpuMs, databaseCpuMs }: Slice): number | null =>
    nodeCpuMs === null || databaseCpuMs === null ? null : nodeCpuMs + databaseCpuMs;
  return {
    vsPostgraphile: against('postgraphile', ({ requestsPerSecond }) => requestsPerSecond),
    vsNaive: against('usual', ({ requestsPerSecond }) => requestsPerSecond),
    vsFloor: against('floor', ({ requestsPerSecond }) => requestsPerSecond),
    cpuVsFloor: against('floor', cpu),
    nodeCpuVsFloor: against('floor', ({ nodeCpuMs }) => nodeCpuMs),
    p99VsPostgraphile: against('postgraphile', ({ p99 }) => p99),
  };
}

function spread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return { median: rounded(median(known)), least: rounded(Math.min(...known)), greatest: rounded(Math.max(...known)) };
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;
