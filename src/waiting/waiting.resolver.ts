import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import type { RequestContext } from '../access/request-context.js';
import { Request } from '../api/request.decorator.js';
import { WaitingItem } from './waiting.object.js';
import { WaitingService } from './waiting.service.js';
import type { Waiting } from './waiting-work.js';

@Resolver(() => WaitingItem)
export class WaitingResolver {
  constructor(@Inject(WaitingService) private readonly waiting: WaitingService) {}

  @Query(() => [WaitingItem], {
    name: 'waiting',
    description: 'Your waiting work, the most pressing first: immediate concerns that nobody has acknowledged lead.',
  })
  @ForSignedIn('every user, of what he sees')
  async list(
    @Args('first', { type: () => Int, nullable: true, description: 'How many, 1 to 200; 50 where left out.' })
    first: number | undefined,
    @Request() request: RequestContext,
  ): Promise<readonly Waiting[]> {
    return this.waiting.of(await request.snapshot(), first ?? null);
  }
}
