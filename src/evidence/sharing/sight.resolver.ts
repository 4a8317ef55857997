import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ForSignedIn } from '../../access/access.decorators.js';
import type { RequestContext } from '../../access/request-context.js';
import { Request } from '../../api/request.decorator.js';
import { WhoCanSee, WhyCanISee } from './sight.object.js';
import { SightService } from './sight.service.js';

@Resolver()
export class SightResolver {
  constructor(@Inject(SightService) private readonly sight: SightService) {}

  @Query(() => WhoCanSee, {
    nullable: true,
    description: 'Who sees an item and why. Null where it is not of your own inspectorate, or you do not see it.',
  })
  @ForSignedIn("the owner's team; after closing its record keepers")
  async whoCanSee(
    @Args('evidenceId', { type: () => ID, description: 'The item.' }) evidenceId: string,
    @Request() request: RequestContext,
  ): Promise<WhoCanSee | null> {
    return this.sight.whoCanSee(await request.snapshot(), evidenceId);
  }

  @Query(() => WhyCanISee, {
    nullable: true,
    description: 'Why you see an item, and until when. Null where you do not see it.',
  })
  @ForSignedIn('whoever sees that the item exists')
  async whyCanISee(
    @Args('id', { type: () => ID, description: 'The item.' }) id: string,
    @Request() request: RequestContext,
  ): Promise<WhyCanISee | null> {
    return this.sight.whyCanISee(await request.snapshot(), id);
  }
}
