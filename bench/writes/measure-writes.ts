import type pg from 'pg';
import type { Running } from '../contenders/contender.js';
import type { Loader } from '../load/loader.js';
import { usageOf } from '../load/process-usage.js';
import type { LoadRequest } from '../load/protocol.js';
import { rounded } from '../reads/figures.js';
import { say } from '../report.js';
import type { SignIn } from '../sign-in.js';
import { table } from '../table.js';
import { bulks, edits, filings, type Act } from './acts.js';
import { compiles } from './compiles.js';

interface WriteJob {
  readonly name: 'W1' | 'W2' | 'W3' | 'COMPILE';
  readonly words: string;
  readonly document: string;
  readonly acts: (db: pg.Client, count: number) => Promise<Act[]>;
  /** How many at a time, and of how many in all. */
  readonly at: readonly { readonly concurrency: number; readonly count: number }[];
}

const answering = (operation: string, input: string, selected: string): string =>
  `mutation Write($input: ${input}!) { ${operation}(input: $input) { problems { message } receipt { code } ${selected} } }`;

export const WRITE_JOBS: readonly WriteJob[] = [
  {
    name: 'W1',
    words: 'file evidence',
    document: answering('fileEvidence', 'FileEvidenceInput', 'evidence { id title version }'),
    acts: filings,
    at: [
      { concurrency: 1, count: 100 },
      { concurrency: 16, count: 400 },
    ],
  },
  {
    name: 'W2',
    words: 'share 100 items with an inspectorate, in summary',
    document: answering('shareEvidenceItems', 'ShareEvidenceItemsInput', 'shareIds'),
    acts: bulks,
    at: [
      { concurrency: 1, count: 8 },
      { concurrency: 4, count: 16 },
    ],
  },
  {
    name: 'COMPILE',
    words: 'compile a narrative of 300 findings for the first time',
    document: answering('compileNarrative', 'CompileNarrativeInput', 'narrative { id version }'),
    acts: compiles,
    at: [{ concurrency: 1, count: 5 }],
  },
  {
    name: 'W3',
    words: 'edit a sentence of a narrative',
    document: answering('editSentence', 'EditSentenceInput', 'sentence { id text version }'),
    acts: edits,
    at: [
      { concurrency: 1, count: 60 },
      { concurrency: 16, count: 120 },
    ],
  },
];

export interface WriteResult {
  readonly job: string;
  readonly words: string;
  readonly at: readonly {
    readonly concurrency: number;
    readonly count: number;
    readonly perSecond: number;
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly nodeCpuMs: number | null;
    readonly databaseCpuMs: number | null;
  }[];
}

/** Each act once, on a database that is thrown away afterwards. */
export async function measureWrites(
  job: WriteJob,
  platform: Running,
  db: pg.Client,
  signIn: SignIn,
  loader: Loader,
  databaseProcess: number,
  /** Of the acts that a whole run has. */
  part: number,
): Promise<WriteResult> {
  say(`\n${job.name}: ${job.words}`);
  const slices = job.at.map(({ concurrency, count }) => ({ concurrency, count: Math.ceil(count * part) }));
  const acts = await job.acts(
    db,
    slices.reduce((sum, { count }) => sum + count, 0),
  );
  const requests: LoadRequest[] = [];
  for (const { issuer, subject, input } of acts)
    requests.push({
      path: platform.contender.path,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await signIn.token(issuer, subject)}` },
      body: JSON.stringify({ query: job.document, variables: { input } }),
      right: { includes: '"problems":[],"receipt":{' },
    });
  const at: WriteResult['at'][number][] = [];
  for (const { concurrency, count } of slices) {
    const some = requests.splice(0, count);
    if (some.length === 0) continue;
    const look = () => ({ node: usageOf(platform.processId)?.cpu, database: usageOf(databaseProcess)?.cpu });
    const { figures, before, after } = await loader.run(
      { url: platform.url, requests: some, concurrency, pace: 'each once' },
      look,
    );
    if (figures.wrong > 0) throw new Error(`${job.name}: ${figures.wrong} wrong answers: ${figures.firstWrong ?? ''}`);
    const each = (one?: number, other?: number): number | null =>
      one === undefined || other === undefined ? null : rounded(((other - one) * 1000) / figures.requests);
    at.push({
      concurrency,
      count: figures.requests,
      perSecond: rounded(figures.requests / figures.seconds),
      p50: rounded(figures.p50),
      p95: rounded(figures.p95),
      p99: rounded(figures.p99),
      nodeCpuMs: each(before.node, after.node),
      databaseCpuMs: each(before.database, after.database),
    });
  }
  say(shown(at));
  return { job: job.name, words: job.words, at };
}

function shown(at: WriteResult['at']): string {
  const head = ['  at a time', 'acts', 'acts/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms node', 'CPU ms database'];
  const rows = at.map((each) => [
    `  ${each.concurrency}`,
    String(each.count),
    ...[each.perSecond, each.p50, each.p95, each.p99].map((value) => value.toFixed(1)),
    ...[each.nodeCpuMs, each.databaseCpuMs].map((value) => value?.toFixed(1) ?? '-'),
  ]);
  return table([head, ...rows]);
}
