import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { Problem } from '../inspectorates/inspectorate.js';
import { ProblemsError } from '../platform/errors.js';

/** The one adapter from class-validator to problems. */
export const inputValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    exceptionFactory: (errors: ValidationError[]) =>
      new ProblemsError(errors.flatMap((error) => problemsOf(error, ''))),
  });

function problemsOf(error: ValidationError, above: string): Problem[] {
  const at = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ at, code: codeOf(rule), message }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, at))];
}

const codeOf = (rule: string): string =>
  ({ words: 'BAD_TEXT', ids: 'REPEATED', arrayMaxSize: 'TOO_MANY', min: 'OUT_OF_RANGE', max: 'OUT_OF_RANGE' })[rule] ??
  'BAD_VALUE';
