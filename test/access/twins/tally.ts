/** What was compared, and what came out. */
export interface Figures {
  comparisons: number;
  requests: number;
  /** Answers in which something was found or done. */
  telling: number;
  differing: number;
  canaries: number;
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
  planted = 0;
  inLogs = 0;
  internal = 0;

  of(operation: string): Figures {
    const known = this.byOperation.get(operation);
    if (known !== undefined) return known;
    const fresh = { comparisons: 0, requests: 0, telling: 0, differing: 0, canaries: 0 };
    this.byOperation.set(operation, fresh);
    return fresh;
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
      comparisons: this.sum(({ comparisons }) => comparisons),
      operations: this.byOperation.size,
      leastPerOperation: Math.min(...[...this.byOperation.values()].map(({ comparisons }) => comparisons)),
      differing: this.sum(({ differing }) => differing),
      canaries: this.sum(({ canaries }) => canaries) + this.inLogs,
      requests: this.sum(({ requests }) => requests),
      canariesPlanted: this.planted,
      internalErrors: this.internal,
    };
  }

  table(): string {
    const rows = [...this.byOperation].map(([operation, figures]) =>
      [
        operation.padEnd(30),
        ...[figures.comparisons, figures.requests, figures.telling, figures.differing, figures.canaries].map((n) =>
          String(n).padStart(11),
        ),
      ].join(''),
    );
    const head = [
      'operation'.padEnd(30),
      ...['comparisons', 'requests', 'telling', 'differing', 'canaries'].map((word) => word.padStart(11)),
    ];
    return [head.join(''), ...rows].join('\n');
  }
}
