import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { PlatformError } from '../platform/errors.js';
import { DECLARED, type Declared } from './access.decorators.js';
import { isSignedIn } from './actor.js';
import type { RequestContext } from './request-context.js';

/** Closed by default: what declares no access is refused, for everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const declared = this.reflector.get<Declared | undefined>(DECLARED, context.getHandler());
    if (declared === undefined) throw new PlatformError('NOT_PERMITTED', 'Nobody may do this: it declares no access.');
    if (declared.open || context.getType<string>() !== 'graphql') return true;
    const { request } = GqlExecutionContext.create(context).getContext<{ request: RequestContext }>();
    if (!isSignedIn(request.actor)) throw new PlatformError('NOT_SIGNED_IN', 'Sign in first, then send this again.');
    return true;
  }
}
