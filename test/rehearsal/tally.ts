import type { Filed } from './evidence.js';
import { latencies } from './api.js';

/** What a rehearsal counts, over all letters. */
export class Tally {
  letters = 0;
  statements = 0;
  findings = 0;
  merges = 0;
  refusals = 0;
  published = 0;
  missing = 0;
  duplicated = 0;
  untraceable = 0;
  misplaced = 0;
  /** Forbidden acts that went through: each is told as it happens. */
  breaches = 0;
  readonly byInspectorate: Record<string, number> = {};
  readonly failures: string[] = [];
  private readonly started = performance.now();

  countFindings(filed: readonly Filed[]): void {
    this.findings += filed.length;
    for (const { inspectorate } of filed)
      this.byInspectorate[inspectorate] = (this.byInspectorate[inspectorate] ?? 0) + 1;
  }

  get isClean(): boolean {
    return (
      this.missing + this.duplicated + this.untraceable + this.misplaced + this.breaches + this.failures.length === 0
    );
  }

  /** The last line: one line of JSON. */
  line(): string {
    const sorted = [...latencies].sort((a, b) => a - b);
    const percentile = (share: number): number =>
      Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
    const {
      letters,
      statements,
      findings,
      merges,
      byInspectorate,
      refusals,
      published,
      missing,
      duplicated,
      untraceable,
      misplaced,
    } = this;
    return JSON.stringify({
      letters,
      statements,
      findings,
      merges,
      byInspectorate,
      refusals,
      published,
      missing,
      duplicated,
      untraceable,
      misplaced,
      p50Ms: percentile(0.5),
      p95Ms: percentile(0.95),
      seconds: Math.round((performance.now() - this.started) / 100) / 10,
    });
  }
}
