import type { ContenderName, Running } from '../contenders/contender.js';
import type { Loader } from '../load/loader.js';
import { say, type Tell } from '../report.js';
import type { Asker } from '../scale/askers.js';
import type { SignIn } from '../sign-in.js';
import { table } from '../table.js';
import { agreed } from './agreed.js';
import { figuresOf, ratiosOf, type Figures, type Ratios, type Spread } from './figures.js';
import type { Job } from './jobs.js';
import { measureRounds, type Rhythm } from './rounds.js';

export interface JobResult {
  readonly job: string;
  readonly words: string;
  /** Contenders that cannot answer it yet. */
  readonly lacking: readonly ContenderName[];
  /** People who ask in turn; all contenders answered each of them alike. */
  readonly askers: number;
  readonly at: readonly {
    readonly concurrency: number;
    readonly figures: Readonly<Record<string, Figures>>;
    readonly ratios: Ratios;
  }[];
}

export async function measureReads(
  job: Job,
  contenders: readonly Running[],
  askers: readonly Asker[],
  signIn: SignIn,
  loader: Loader,
  databaseProcess: number,
  pace: Rhythm & { readonly concurrencies: readonly number[] },
  tell: Tell = say,
): Promise<JobResult> {
  const able = contenders.filter(({ contender }) => !contender.lacks(job));
  const lacking = contenders.filter(({ contender }) => contender.lacks(job)).map(({ contender }) => contender.name);
  tell(`\n${job.name}: ${job.words}`);
  if (lacking.length > 0) tell(`  ${lacking.join(', ')}: no answer, its API lacks ${job.root}`);
  const requests = await agreed(job, able, askers, signIn);
  tell(`  the same answers from ${able.map(({ contender }) => contender.name).join(', ')} to ${askers.length} people`);
  const at: JobResult['at'][number][] = [];
  for (const concurrency of pace.concurrencies) {
    const rounds = await measureRounds(loader, requests, databaseProcess, concurrency, pace);
    const figures = Object.fromEntries([...rounds.slices].map(([name, slices]) => [name, figuresOf(slices)]));
    const ratios = ratiosOf(rounds);
    at.push({ concurrency, figures, ratios });
    tell(shown(concurrency, figures));
  }
  return { job: job.name, words: job.words, lacking, askers: askers.length, at };
}

function shown(concurrency: number, figures: Readonly<Record<string, Figures>>): string {
  const spread = (value: Spread | null): string =>
    value === null ? '-' : `${value.median.toFixed(1)} (${value.least.toFixed(1)}-${value.greatest.toFixed(1)})`;
  const plain = (value: Spread | null, digits = 1): string => value?.median.toFixed(digits) ?? '-';
  const head = [
    `  ${concurrency} at a time`,
    'requests/s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'CPU ms node',
    'CPU ms database',
    'MB',
  ];
  const rows = Object.entries(figures).map(([name, each]) => [
    `  ${name}`,
    spread(each.requestsPerSecond),
    plain(each.p50),
    plain(each.p95),
    plain(each.p99),
    plain(each.nodeCpuMs, 2),
    plain(each.databaseCpuMs, 2),
    plain(each.memoryMb, 0),
  ]);
  return table([head, ...rows]);
}
