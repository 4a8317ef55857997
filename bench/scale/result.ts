import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type pg from 'pg';
import type { Measured } from './rounds.js';

export interface SizeResult {
  readonly items: number;
  readonly askers: number;
  /** Why there are no figures: the platform gave no answer. */
  readonly unanswered?: string;
  readonly httpMs: number | null;
  readonly sqlMs: number | null;
  /** Blocks of 8 kB that the statement touches: median over the askers. */
  readonly buffers: number | null;
  readonly scannedWhole: readonly string[];
}

export interface OperationResult {
  readonly name: string;
  readonly words: string;
  readonly asker: string;
  readonly sizes: readonly SizeResult[];
  /** The greatest size to the smallest; null where one of them got no answer. */
  readonly ratio: { readonly http: number; readonly sql: number; readonly buffers: number } | null;
}

export const sizeResult = (
  items: number,
  askers: number,
  measured: Measured,
  buffers: number,
  scannedWhole: readonly string[],
): SizeResult => ({
  items,
  askers,
  httpMs: rounded(measured.http),
  sqlMs: rounded(measured.sql),
  buffers,
  scannedWhole,
});

export function ratioOf(sizes: readonly SizeResult[]): OperationResult['ratio'] {
  const [small, large] = sizes;
  const of = (part: 'httpMs' | 'sqlMs' | 'buffers'): number => {
    const [less, more] = [small?.[part], large?.[part]];
    return less == null || more == null ? Infinity : rounded(more / less);
  };
  const ratio = { http: of('httpMs'), sql: of('sqlMs'), buffers: of('buffers') };
  return Number.isFinite(ratio.http) ? ratio : null;
}

/** How much a database holds. */
export async function holdings(db: pg.Client): Promise<Record<string, number>> {
  const { rows } = await db.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM app.inspection) AS inspections, (SELECT count(*)::int FROM app.app_user) AS users,
       (SELECT count(*)::int FROM app.case_file) AS cases, (SELECT count(*)::int FROM app.evidence) AS items,
       (SELECT count(*)::int FROM app.evidence_share) AS shares, (SELECT count(*)::int FROM app.finding) AS findings,
       (SELECT count(*)::int FROM app.citation) AS citations, (SELECT count(*)::int FROM app.narrative) AS narratives,
       (SELECT count(*)::int FROM app.audience) AS audiences, (SELECT count(*)::int FROM app.audience_grant) AS entitlements,
       (pg_database_size(current_database()) / 1048576)::int AS megabytes`,
  );
  return rows[0] ?? {};
}

export function writeResult(file: string, result: object): void {
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

export function commit(): string {
  const told = (args: string[]): string => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();
  // What is measured is src/: others' work in test/ or docs/ changes nothing of it.
  const changed = told(['status', '--porcelain', '--', 'src']) !== '';
  return `${told(['rev-parse', 'HEAD'])}${changed ? ' with changes in src that are not committed' : ''}`;
}

export const machine = (): object => ({
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
});

const rounded = (value: number): number => Math.round(value * 100) / 100;
