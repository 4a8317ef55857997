import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { catchError, type Observable, of, throwError } from 'rxjs';
import { ProblemsError } from '../platform/errors.js';

/** What a person can mend comes back as data where the answer has room for it: in the payloads of mutations, and in previews. */
@Injectable()
export class ProblemsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    const type = getNamedType(info.returnType);
    if (!isObjectType(type) || type.getFields()['problems'] === undefined) return next.handle();
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
