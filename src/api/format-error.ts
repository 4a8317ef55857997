import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { databaseCode } from '../database/unit-of-work.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { PlatformError } from '../platform/errors.js';

/** Codes that Apollo itself gives to what is wrong with a request, and whose messages hold nothing of ours. */
const OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'LIMIT_EXCEEDED',
]);

/**
 * The one formatter of errors. Only errors of the platform and of the request pass, by an allow-list: anything
 * else, the database's errors first of all, becomes INTERNAL with a reference that the log knows.
 */
export const formatErrors =
  (log: Logger, newReference: () => string) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
    };
    const cause = unwrapResolverError(error);
    if (cause instanceof PlatformError)
      return {
        message: cause.message,
        ...place,
        extensions: { code: cause.code, ...(cause.problems.length > 0 ? { problems: cause.problems } : {}) },
      };
    const code = formatted.extensions?.['code'];
    if (code === 'BAD_USER_INPUT') {
      const problems = [coercionProblem(formatted.message)];
      return {
        message: 'Some of what was sent needs mending: see the problems.',
        ...place,
        extensions: { code, problems },
      };
    }
    if (typeof code === 'string' && OF_THE_REQUEST.has(code))
      return { message: formatted.message, ...place, extensions: { code } };
    if (isOutOfReach(cause))
      return {
        message:
          'The database was not reached just now. Send the same again with the same idempotency key: it acts once.',
        ...place,
        extensions: { code: 'BUSY' },
      };
    const reference = newReference();
    // Neither message nor detail of a database error is logged: they quote rows.
    log.error({ reference, path: formatted.path, ...whatMayBeLogged(cause) }, 'unexpected error');
    return {
      message: `Something went wrong here. Look whether your change is there, and quote reference ${reference}.`,
      ...place,
      extensions: { code: 'INTERNAL', reference },
    };
  };

/** Connection exceptions and shutdowns (PostgreSQL Appendix A), and those of the network. */
const OUT_OF_REACH = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;

function isOutOfReach(cause: unknown): boolean {
  const errors = cause instanceof AggregateError ? cause.errors : [cause];
  return errors.some((error) => {
    if (OUT_OF_REACH.test(databaseCode(error))) return true;
    return (
      error instanceof Error &&
      /^(Connection terminated|Driver not Connected|timeout exceeded when trying to connect)/.test(error.message)
    );
  });
}

/** `Variable "$input" got invalid value … at "input.marking"; Value … does not exist`: without the value itself. */
export function coercionProblem(message: string): Problem {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? 'input';
  const at = / at "([^"]+)"; /.exec(message)?.[1] ?? variable;
  const missing = /Field "(\w+)" of required type|of required type "[^"]*" was not provided/.exec(message);
  if (missing !== null)
    return {
      at: missing[1] === undefined ? at : `${at}.${missing[1]}`,
      code: 'MISSING',
      message: 'Give this field: it is required.',
    };
  const unknown = /Field "(\w+)" is not defined/.exec(message)?.[1];
  if (unknown !== undefined)
    return { at: `${at}.${unknown}`, code: 'UNKNOWN_FIELD', message: 'Leave this field out: it is not known here.' };
  const own = /; ((?:Give|Ask|Write) [^"]*)$/.exec(message)?.[1];
  const type = /type "(\w+)"|"(\w+)" enum|(Int|Float|String|Boolean|ID) cannot represent/.exec(message);
  const name = type?.[1] ?? type?.[2] ?? type?.[3];
  return {
    at,
    code: 'WRONG_TYPE',
    message: own ?? (name === undefined ? 'Give a value of the right type.' : `Give a value of type ${name}.`),
  };
}

function whatMayBeLogged(cause: unknown): Record<string, unknown> {
  if (cause instanceof HttpException) return { status: cause.getStatus() };
  if (cause !== null && typeof cause === 'object' && 'driverError' in cause) {
    const { code, constraint, table, routine } = cause.driverError as Record<string, unknown>;
    return { database: { code, constraint, table, routine } };
  }
  if (cause instanceof Error) return { name: cause.name, stack: cause.stack };
  return { kind: typeof cause };
}
