import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { PlatformError, type ErrorCode } from '../platform/errors.js';

/** What an HTTP client is told; over GraphQL the code is in the answer. */
const STATUS: Record<ErrorCode, number> = {
  NOT_SIGNED_IN: 401,
  NOT_FOUND: 404,
  NOT_PERMITTED: 403,
  WRONG_STATE: 409,
  CONFLICT: 409,
  BAD_USER_INPUT: 400,
  BUSY: 503,
  INTERNAL: 500,
};

interface Reply {
  status(code: number): Reply;
  send(body: unknown): unknown;
}

/** Refusals are answers, not faults: they are not logged, and over HTTP they have their own status. */
@Catch(PlatformError)
export class PlatformErrorFilter implements ExceptionFilter<PlatformError> {
  catch(error: PlatformError, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const { code, message, problems } = error;
    return host.switchToHttp().getResponse<Reply>().status(STATUS[code]).send({ error: { code, message, problems } });
  }
}
