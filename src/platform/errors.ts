import type { Problem } from '../inspectorates/inspectorate.js';

/** Stable codes of the errors that a client may meet. docs/errors.md says what to do about each. */
export type ErrorCode =
  'NOT_SIGNED_IN' | 'NOT_FOUND' | 'NOT_PERMITTED' | 'WRONG_STATE' | 'CONFLICT' | 'BAD_USER_INPUT' | 'BUSY' | 'INTERNAL';

/** An error whose message may be shown: it says what to do next and names nothing that the asker may not see. */
export class PlatformError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }
}

/** What may not be seen and what does not exist answer alike (docs/access.md, "Degrees of sight"). */
export const notFound = (): PlatformError =>
  new PlatformError('NOT_FOUND', 'Nothing with this id can be found. Check the id, or ask its owner to share it.');

export const notPermitted = (who: string): PlatformError =>
  new PlatformError('NOT_PERMITTED', `This is not yours to do. It is for ${who}.`);

export const wrongState = (when: string): PlatformError =>
  new PlatformError('WRONG_STATE', `This cannot be done now. It can be done ${when}.`);

export const staleVersion = (): PlatformError =>
  new PlatformError('CONFLICT', 'Somebody changed this after you read it. Read it again, then send your change again.');

/** Input that a person can mend: shown as data, field by field. */
export class ProblemsError extends PlatformError {
  constructor(problems: readonly Problem[]) {
    super('BAD_USER_INPUT', 'Some of what was sent needs mending: see the problems.', problems);
  }
}

export const refuse = (at: string, code: string, message: string): never => {
  throw new ProblemsError([{ at, code, message }]);
};
