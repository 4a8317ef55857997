import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { catchError, type Observable, of, throwError } from 'rxjs';
import { ProblemsError } from '../platform/errors.js';

/** What a person can mend comes back as data: the payload's problems. */
@Injectable()
export class ProblemsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    if (info.parentType.name !== 'Mutation') return next.handle();
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          error instanceof ProblemsError
            ? of({ [PROBLEMS]: error.problems })
            : throwError(() => (error instanceof Error ? error : new Error('unknown failure'))),
        ),
      );
  }
}

/** Under this key a payload holds its problems, whatever alias they are asked for by. */
export const PROBLEMS = Symbol('problems');
