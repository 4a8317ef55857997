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
  AcknowledgeConcernInput,
  ActOnConcernInput,
  CloseConcernInput,
  ConcernPayload,
  RaiseConcernInput,
} from './concern.inputs.js';
import { ConcernState, ImmediateConcern, ImmediateConcernConnection } from './concern.object.js';
import { ConcernsService } from './concerns.service.js';

const SEEN = 'its author, the lead, the members of its case, and the safeguarding contact of the receiving authority';
const RECEIVER = 'the safeguarding contact of the authority that receives it';

@Resolver(() => ImmediateConcern)
export class ConcernsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(ConcernsService) private readonly concerns: ConcernsService,
  ) {}

  @Query(() => ImmediateConcern, { nullable: true, description: 'An immediate concern; null where you see none.' })
  @ForSignedIn(SEEN)
  async concern(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.object(request, info, 'ImmediateConcern', id);
  }

  @Query(() => ImmediateConcernConnection, {
    name: 'concerns',
    description: 'Immediate concerns that you see, newest first.',
  })
  @ForSignedIn(SEEN)
  async list(
    @Args('inspectionId', { type: () => ID, nullable: true, description: 'Only those of this inspection.' })
    inspectionId: string | undefined,
    @Args('state', { type: () => ConcernState, nullable: true, description: 'Only those in this state.' })
    state: string | undefined,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = inspectionId == null ? null : localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('ImmediateConcern', {
        table: 'app.immediate_concern',
        key: 'id',
        by: 'raised_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) =>
          [
            'true',
            // Through the inspection's own row: whoever may not know of it cannot ask whose a concern is.
            ...(inspection === null
              ? []
              : [
                  `${source}.inspection_id = (SELECT i.id FROM app.inspection i WHERE i.id = ${row.param(inspection)}::uuid)`,
                ]),
            ...(state == null ? [] : [`${source}.state = ${row.param(state)}`]),
          ].join(' AND '),
      }),
    );
  }

  @Mutation(() => ConcernPayload, {
    description: 'Refers a child at immediate risk to the authority where the child lives, at any stage.',
  })
  @ForSignedIn(OPERATIONS.raiseConcern.who)
  async raiseConcern(
    @Args('input', { description: 'The concern.' }) input: RaiseConcernInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.concerns.raise(request.actor, input));
  }

  @Mutation(() => ConcernPayload, { description: 'Says that the authority has read the concern.' })
  @ForSignedIn(RECEIVER)
  async acknowledgeConcern(
    @Args('input', { description: 'The concern.' }) input: AcknowledgeConcernInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.concerns.acknowledge(request.actor, input));
  }

  @Mutation(() => ConcernPayload, { description: 'Says what the authority has done for the child.' })
  @ForSignedIn(RECEIVER)
  async actOnConcern(
    @Args('input', { description: 'What was done.' }) input: ActOnConcernInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.concerns.actOn(request.actor, input));
  }

  @Mutation(() => ConcernPayload, { description: 'Closes a concern: the lead is satisfied.' })
  @ForSignedIn(OPERATIONS.closeConcern.who)
  async closeConcern(
    @Args('input', { description: 'The concern.' }) input: CloseConcernInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.concerns.close(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<ConcernsService['raise']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { concern: stored.concernId }, { warnings: stored.warnings });
  }
}
