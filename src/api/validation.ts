import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { Problem } from '../inspectorates/inspectorate.js';
import { ProblemsError } from '../platform/errors.js';
import { storageFault } from '../platform/storable-text.js';

/** The one adapter from class-validator to problems. */
export const inputValidation = (): ValidationPipe =>
  new StorableText({
    transform: true,
    exceptionFactory: (errors: ValidationError[]) =>
      new ProblemsError(errors.flatMap((error) => problemsOf(error, ''))),
  });

/** Validates, and then refuses what no field may hold: texts, codes, ids and arguments of queries alike. */
class StorableText extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const result: unknown = await super.transform(value, metadata);
    if (metadata.type !== 'body') return result;
    const problems = unstorable(result, metadata.data === undefined || metadata.data === 'input' ? '' : metadata.data);
    if (problems.length > 0) throw new ProblemsError(problems);
    return result;
  }
}

function unstorable(value: unknown, at: string): Problem[] {
  if (typeof value === 'string') {
    const message = storageFault(value);
    return message === null ? [] : [{ at, code: 'BAD_TEXT', message }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => unstorable(part, at === '' ? key : `${at}.${key}`));
}

function problemsOf(error: ValidationError, above: string): Problem[] {
  const at = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ at, code: codeOf(rule), message }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, at))];
}

const codeOf = (rule: string): string =>
  ({ words: 'BAD_TEXT', ids: 'REPEATED', arrayMaxSize: 'TOO_MANY', min: 'OUT_OF_RANGE', max: 'OUT_OF_RANGE' })[rule] ??
  'BAD_VALUE';
