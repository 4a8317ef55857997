import type { Verdict } from './catch.js';
import type { Mutant, SourceChange } from './mutant.js';
import { operationDifference, type OperationQuestion } from './operation-questions.js';
import { permitOf } from './permitting.js';

/** Asks a changed rule of an operation what the rules have answered. */
export function catchInSource({ of }: Mutant, change: SourceChange, questions: readonly OperationQuestion[]): Verdict {
  try {
    const what = operationDifference(permitOf(change), questions, of.split(' ')[0] ?? '');
    return what === null ? { is: 'survived' } : { is: 'caught', by: 'operations', what };
  } catch (error) {
    return { is: 'no mutant', what: error instanceof Error ? error.message : String(error) };
  }
}
