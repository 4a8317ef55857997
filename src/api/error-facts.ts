import { HttpException } from '@nestjs/common';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { databaseCode } from '../database/unit-of-work.js';
import { PlatformError, type ErrorCode } from '../platform/errors.js';

/** What an HTTP client is told; over GraphQL the code is in the answer. */
export const STATUS: Record<ErrorCode, number> = {
  NOT_SIGNED_IN: 401,
  NOT_FOUND: 404,
  NOT_PERMITTED: 403,
  WRONG_STATE: 409,
  CONFLICT: 409,
  BAD_USER_INPUT: 400,
  BUSY: 503,
  INTERNAL: 500,
};

export function statusOfError(error: unknown): number {
  if (error instanceof PlatformError) return STATUS[error.code];
  return isOutOfReach(error) ? STATUS.BUSY : STATUS.INTERNAL;
}

/** Connection exceptions and shutdowns (PostgreSQL Appendix A), and those of the network. */
const OUT_OF_REACH = /^(08...|57014|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;

export function isOutOfReach(cause: unknown): boolean {
  const errors = cause instanceof AggregateError ? cause.errors : [cause];
  return errors.some((error) => {
    if (OUT_OF_REACH.test(databaseCode(error))) return true;
    // TypeORM lets go of a connection that broke under way, and says so at the next statement.
    if (error instanceof QueryRunnerAlreadyReleasedError) return true;
    return (
      error instanceof Error &&
      /^(Connection terminated|Driver not Connected|timeout exceeded when trying to connect)/.test(error.message)
    );
  });
}

/** Neither message nor detail of a database error is logged: they quote rows. */
export function whatMayBeLogged(cause: unknown): Record<string, unknown> {
  if (cause instanceof HttpException) return { status: cause.getStatus() };
  if (cause !== null && typeof cause === 'object' && 'driverError' in cause) {
    const { code, constraint, table, routine } = cause.driverError as Record<string, unknown>;
    return { database: { code, constraint, table, routine } };
  }
  if (cause instanceof Error) return { name: cause.name, stack: cause.stack };
  return { kind: typeof cause };
}
