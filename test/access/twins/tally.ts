/** What was compared, and what came out. */
import { tells } from './outcomes.js';

export interface Figures {
  comparisons: number;
  requests: number;
  /** Requests with more of an answer than that nothing is found. */
  telling: number;
  differing: number;
  canaries: number;
  /** What came of each thing that was asked: found, done, the code of a refusal. */
  readonly outcomes: Record<string, number>;
}

export interface Difference {
  readonly operation: string;
  readonly pair: string;
  readonly hidden: readonly string[];
  readonly asked: string;
  readonly left: string;
  readonly right: string;
}

export class Tally {
  readonly byOperation = new Map<string, Figures>();
  readonly differences: Difference[] = [];
  pairs = 0;
  askers = 0;
  planted = 0;
  inLogs = 0;
  internal = 0;

  of(operation: string): Figures {
    const known = this.byOperation.get(operation);
    if (known !== undefined) return known;
    const fresh: Figures = { comparisons: 0, requests: 0, telling: 0, differing: 0, canaries: 0, outcomes: {} };
    this.byOperation.set(operation, fresh);
    return fresh;
  }

  /** One request of an operation, and what it came to. */
  count(operation: string, outcomes: readonly string[]): Figures {
    const figures = this.of(operation);
    figures.requests += 1;
    if (tells(outcomes)) figures.telling += 1;
    for (const outcome of outcomes) figures.outcomes[outcome] = (figures.outcomes[outcome] ?? 0) + 1;
    return figures;
  }

  private sum(of: (figures: Figures) => number): number {
    return [...this.byOperation.values()].reduce((sum, figures) => sum + of(figures), 0);
  }

  get isClean(): boolean {
    return this.sum(({ differing, canaries }) => differing + canaries) + this.inLogs === 0;
  }

  figures(): Readonly<Record<string, number>> {
    return {
      pairs: this.pairs,
      askers: this.askers,
      comparisons: this.sum(({ comparisons }) => comparisons),
      operations: this.byOperation.size,
      leastPerOperation: Math.min(...[...this.byOperation.values()].map(({ comparisons }) => comparisons)),
      differing: this.sum(({ differing }) => differing),
      canaries: this.sum(({ canaries }) => canaries) + this.inLogs,
      requests: this.sum(({ requests }) => requests),
      canariesPlanted: this.planted,
      internalErrors: this.internal,
      operationsTelling: [...this.byOperation.values()].filter(({ telling }) => telling > 0).length,
    };
  }

  table(): string {
    const rows = [...this.byOperation].map(([operation, figures]) =>
      [
        operation.padEnd(36),
        ...[figures.comparisons, figures.requests, figures.telling, figures.differing, figures.canaries].map((n) =>
          String(n).padStart(11),
        ),
        `  ${Object.entries(figures.outcomes)
          .sort(([, one], [, two]) => two - one)
          .map(([outcome, times]) => `${outcome} ${times}`)
          .join(', ')}`,
      ].join(''),
    );
    const head = [
      'operation'.padEnd(36),
      ...['comparisons', 'requests', 'telling', 'differing', 'canaries'].map((word) => word.padStart(11)),
    ];
    return [head.join(''), ...rows].join('\n');
  }
}
