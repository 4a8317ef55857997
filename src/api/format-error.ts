import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Problem } from '../inspectorates/inspectorate.js';
import { PlatformError } from '../platform/errors.js';
import { isOutOfReach, whatMayBeLogged } from './error-facts.js';
import { LIMITED, LIMITS } from './limits.js';

/** Codes that Apollo itself gives to what is wrong with a request, and whose messages hold nothing of ours. */
const OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
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
    const cause = causeOf(error);
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
    const limit = limitOf(formatted);
    if (limit !== null) return { message: limit, ...place, extensions: { code: 'LIMIT_EXCEEDED' } };
    if (typeof code === 'string' && OF_THE_REQUEST.has(code))
      return { message: withoutValues(formatted.message), ...place, extensions: { code } };
    if (isOutOfReach(cause))
      return {
        message:
          'The database was not reached just now. Send the same again with the same idempotency key: it acts once.',
        ...place,
        extensions: { code: 'BUSY' },
      };
    const reference = newReference();
    log.error({ reference, path: formatted.path, ...whatMayBeLogged(cause) }, 'unexpected error');
    return {
      message: `Something went wrong here. Look whether your change is there, and quote reference ${reference}.`,
      ...place,
      extensions: { code: 'INTERNAL', reference },
    };
  };

/** What was thrown: by a resolver, or where the actor of the request was made. */
function causeOf(error: unknown): unknown {
  const thrown = unwrapResolverError(error);
  return thrown instanceof GraphQLError && thrown.originalError !== undefined ? thrown.originalError : thrown;
}

/** A limit of ours, and that of the parser: what to do, or null where it is none of them. */
function limitOf({ message, extensions }: GraphQLFormattedError): string | null {
  if (extensions?.[LIMITED] === true) return message;
  if (message === 'Maximum call stack size exceeded') return `Nest at most ${LIMITS.depth} levels deep.`;
  return message.startsWith('Syntax Error: Document contains more')
    ? `Send a shorter operation: at most ${LIMITS.tokens} words and signs.`
    : null;
}

/** What somebody wrote into the text of an operation may be confidential: it is not sent back. */
export function withoutValues(message: string): string {
  return message
    .replace(/((?:found|Unexpected) (?:String|BlockString)) .*$/s, '$1.')
    .replace(/(Expected value of type "[^"]*"), found .*?(?=; (?:Give|Ask|Write) |$)/s, '$1')
    .replace(/^((?:\w+|Enum "\w+") cannot represent [^:]*): .*$/s, '$1.');
}

/** `input.citations[0].passage` as a service would name it: `citations.0.passage`. */
const pathWithin = (variable: string, path: string): string =>
  path
    .replace(new RegExp(`^${variable}\\b\\.?(?=.)`), '')
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\./, '');
const below = (at: string, field: string, variable: string): string => (at === variable ? field : `${at}.${field}`);

/** `Variable "$input" got invalid value … at "input.marking"; Value … does not exist`: without the value itself. */
export function coercionProblem(message: string): Problem {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? 'input';
  const at = pathWithin(variable, / at "([^"]+)"; /.exec(message)?.[1] ?? variable);
  const missing = /Field "(\w+)" of required type|of required type "[^"]*" was not provided/.exec(message);
  if (missing !== null)
    return {
      at: missing[1] === undefined ? at : below(at, missing[1], variable),
      code: 'MISSING',
      message: 'Give this field: it is required.',
    };
  const unknown = /Field "(\w+)" is not defined/.exec(message)?.[1];
  if (unknown !== undefined)
    return {
      at: below(at, unknown, variable),
      code: 'UNKNOWN_FIELD',
      message: 'Leave this field out: it is not known here.',
    };
  const own = /; ((?:Give|Ask|Write) [^"]*)$/.exec(message)?.[1];
  const type = /type "(\w+)"|"(\w+)" enum|(Int|Float|String|Boolean|ID) cannot represent/.exec(message);
  const name = type?.[1] ?? type?.[2] ?? type?.[3];
  return {
    at,
    code: 'WRONG_TYPE',
    message: own ?? (name === undefined ? 'Give a value of the right type.' : `Give a value of type ${name}.`),
  };
}
