import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../platform/config.js';
import { PlatformError } from '../platform/errors.js';
import { createLogger } from '../platform/logging.js';
import { isOutOfReach, STATUS, whatMayBeLogged } from './error-facts.js';

interface Reply {
  status(code: number): Reply;
  send(body: unknown): unknown;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}

const UNREADABLE: Refusal = {
  code: 'BAD_REQUEST',
  message: 'This request cannot be read. Send one JSON object, with content-type application/json.',
};
/** What is wrong with a request before anything of ours has read it. Its own words are not sent on: they may quote it. */
const OF_THE_REQUEST: Readonly<Record<number, Refusal>> = {
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  405: { code: 'BAD_REQUEST', message: 'This address takes no such method.' },
  413: { code: 'TOO_LARGE', message: 'This is too large: send at most 4 MB in one request.' },
};

/**
 * Every error of a handler ends here. Refusals are answers, not faults: they are not logged, and over HTTP they have
 * their own status. Over GraphQL the one formatter of errors answers, and logs what may be logged: the framework's own
 * filter would log the error whole, and with it what people wrote.
 */
@Catch()
export class PlatformErrorFilter implements ExceptionFilter {
  private readonly log: Logger;

  constructor(@Inject(CONFIG) config: Config) {
    this.log = createLogger(config);
  }

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const http = host.switchToHttp();
    const { status, body } = this.answer(error);
    const forGraphql = http.getRequest<{ url?: string }>().url?.startsWith('/graphql') === true;
    return http
      .getResponse<Reply>()
      .status(status)
      .send(forGraphql && 'error' in body ? asGraphql(body.error as Refusal) : body);
  }

  private answer(error: unknown): { status: number; body: object } {
    if (error instanceof PlatformError) {
      const { code, message, problems } = error;
      return { status: STATUS[code], body: { error: { code, message, problems } } };
    }
    const status = statusOf(error);
    const own = error instanceof HttpException ? error.getResponse() : null;
    // Words of our own, e.g. of a health check.
    if (own !== null && typeof own === 'object' && !('statusCode' in own)) return { status, body: own };
    if (status < 500) return { status, body: { error: OF_THE_REQUEST[status] ?? UNREADABLE } };
    if (isOutOfReach(error))
      return { status: 503, body: { error: { code: 'BUSY', message: 'The database was not reached. Try again.' } } };
    const reference = randomUUID();
    this.log.error({ reference, ...whatMayBeLogged(error) }, 'unexpected error');
    const message = `Something went wrong here. Quote reference ${reference}.`;
    return { status, body: { error: { code: 'INTERNAL', message, reference } } };
  }
}

/** Of what the framework or the HTTP server threw; a fault of ours where it says nothing. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error !== null && typeof error === 'object' && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const asGraphql = ({ message, ...extensions }: Refusal): object => ({ errors: [{ message, extensions }] });
