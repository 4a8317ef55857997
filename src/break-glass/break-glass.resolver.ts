import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import {
  BreakGlassInput,
  BreakGlassPayload,
  ReviewBreakGlassInput,
  ReviewBreakGlassPayload,
} from './break-glass.inputs.js';
import { BreakGlass, BreakGlassConnection } from './break-glass.object.js';
import { BreakGlassService } from './break-glass.service.js';

const SEEN = 'who took it, and the leads of the inspectorates whose evidence it opened';

@Resolver(() => BreakGlass)
export class BreakGlassResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(BreakGlassService) private readonly glasses: BreakGlassService,
  ) {}

  @Query(() => BreakGlass, {
    name: 'breakGlass',
    nullable: true,
    description: 'A break-glass; null where you see none.',
  })
  @ForSignedIn(SEEN)
  async one(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.object(request, info, 'BreakGlass', id);
  }

  @Query(() => BreakGlassConnection, {
    name: 'breakGlasses',
    description: 'Break-glass on an inspection that you may know of, newest first.',
  })
  @ForSignedIn(SEEN)
  async list(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('BreakGlass', {
        table: 'app.break_glass',
        key: 'id',
        by: 'starts_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) => `${source}.inspection_id = ${row.param(inspection)}::uuid`,
      }),
    );
  }

  @Mutation(() => BreakGlassPayload, {
    name: 'breakGlass',
    description:
      'Takes access, for at most an hour, to what other inspectorates have submitted about a case, or to one item seen in summary. They are told at once.',
  })
  @ForSignedIn(OPERATIONS.breakGlass.who)
  async take(
    @Args('input', { description: 'What, why and for how long.' }) input: BreakGlassInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.glasses.take(request.actor, input);
    return this.reader.payload(request, info, stored, { breakGlass: stored.breakGlassId });
  }

  @Mutation(() => ReviewBreakGlassPayload, { description: 'Says whether a break-glass was justified: once, for good.' })
  @ForSignedIn(OPERATIONS.reviewBreakGlass.who)
  async reviewBreakGlass(
    @Args('input', { description: 'The review.' }) input: ReviewBreakGlassInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.glasses.review(request.actor, input);
    return this.reader.payload(request, info, stored, { review: stored.reviewId });
  }
}
