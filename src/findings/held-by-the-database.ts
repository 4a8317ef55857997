import { constraintOf } from '../database/unit-of-work.js';
import { ProblemsError, staleVersion } from '../platform/errors.js';

export const MERGED = {
  at: 'findingId',
  code: 'MERGED',
  message: 'It stands in a merge: undo that first, so that no joint wording outlives what it rests on.',
};

/**
 * A merge may rest on another finding that a conflict of interest hides from the actor. The service then sees no merge,
 * and the database's own rule answers.
 */
const REFUSALS: Readonly<Record<string, () => Error>> = {
  finding_merged: () => new ProblemsError([MERGED]),
  finding_merge_source_once: () =>
    new ProblemsError([
      {
        at: 'findingIds',
        code: 'ALREADY_MERGED',
        message: 'One of them stands in a merge already: undo that first, or leave it out.',
      },
    ]),
  marking_lowering: () =>
    new ProblemsError([
      {
        at: 'findingId',
        code: 'NOT_YOURS',
        message: 'It cites no sensitive item of your inspectorate: ask an inspectorate whose it does to propose it.',
      },
    ]),
  contribution_inspection_id_inspectorate_key: staleVersion,
};

/** Tells a person what a rule of the database refused, where it is one that he can mend. */
export async function orRefuse<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    throw REFUSALS[constraintOf(error)]?.() ?? error;
  }
}
