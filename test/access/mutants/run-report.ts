import { sourceOf } from '../oracle/run-report.js';
import { catchers, type Verdict } from './catch.js';
import { kinds, nameOf, type Mutant } from './mutant.js';
import type { Options } from './run-options.js';

export interface Tried {
  readonly mutant: Mutant;
  readonly verdict: Verdict | { readonly is: 'equivalent'; readonly why: string };
  readonly milliseconds: number;
}

export interface Figures {
  readonly mutants: number;
  readonly caught: number;
}

const are = (tried: readonly Tried[], is: Tried['verdict']['is']): readonly Tried[] =>
  tried.filter(({ verdict }) => verdict.is === is);

/** Equivalent ones, and what the database does not take, are counted apart. */
export function figuresOf(tried: readonly Tried[]): Figures {
  const caught = are(tried, 'caught').length;
  return { mutants: caught + are(tried, 'survived').length, caught };
}

export function lineOf({ mutant, verdict, milliseconds }: Tried): string {
  const name = `${nameOf(mutant)} (${milliseconds} ms)`;
  switch (verdict.is) {
    case 'caught':
      return `caught by ${verdict.by}: ${name}: ${verdict.what}`;
    case 'survived':
      return `SURVIVED: ${name}`;
    case 'equivalent':
      return `equivalent: ${name}: ${verdict.why}`;
    case 'no mutant':
      return `no mutant: ${name}: ${verdict.what}`;
  }
}

/** What is kept of a run. */
export function resultOf(tried: readonly Tried[], { share, seed, only }: Options, seconds: number): object {
  const byKind = Object.fromEntries(
    kinds.map((kind) => [kind, figuresOf(tried.filter((one) => one.mutant.kind === kind))]),
  );
  const byCatcher = Object.fromEntries(
    catchers.map((catcher) => [
      catcher,
      tried.filter(({ verdict }) => verdict.is === 'caught' && verdict.by === catcher).length,
    ]),
  );
  return {
    ...sourceOf(),
    share: share.join('/'),
    seed,
    only: only.source === '(?:)' ? null : only.source,
    ...figuresOf(tried),
    equivalent: are(tried, 'equivalent').length,
    noMutant: are(tried, 'no mutant').length,
    seconds,
    byKind,
    byCatcher,
    survivors: are(tried, 'survived').map(({ mutant }) => nameOf(mutant)),
  };
}
