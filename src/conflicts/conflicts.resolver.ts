import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { page } from '../reading/read-model.js';
import { ConflictPayload, DeclareConflictInput, LiftConflictInput } from './conflict.inputs.js';
import { ConflictOfInterest, ConflictOfInterestConnection, ConflictState } from './conflict.object.js';
import { ConflictsService } from './conflicts.service.js';

@Resolver(() => ConflictOfInterest)
export class ConflictsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(ConflictsService) private readonly service: ConflictsService,
  ) {}

  @Query(() => ConflictOfInterestConnection, {
    name: 'conflicts',
    description: 'Conflicts of interest that you may know of: the active ones first.',
  })
  @ForSignedIn(
    'the person, his inspectorate lead and, of an inspectorate lead, his planner; the lead, that there is one',
  )
  async list(
    @Args('state', { type: () => ConflictState, nullable: true, description: 'Only those in this state.' })
    state: string | undefined,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(
      request,
      info,
      page('ConflictOfInterest', {
        table: 'app.conflict_notice',
        key: 'conflict_id',
        by: 'state',
        byType: 'text',
        direction: 'ASC',
        where: (source, row) => (state == null ? 'true' : `${source}.state = ${row.param(state)}`),
      }),
    );
  }

  @Mutation(() => ConflictPayload, {
    description: 'Declares a conflict of interest: it cuts off whatever concerns the agency or case, at once.',
  })
  @ForSignedIn('a user of an inspectorate for himself, or his inspectorate lead for him; at any time')
  async declareConflict(
    @Args('input', { description: 'The conflict.' }) input: DeclareConflictInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.service.declare(request.actor, input));
  }

  @Mutation(() => ConflictPayload, { description: 'Lifts a conflict of interest, with a reason.' })
  @ForSignedIn('his inspectorate lead; of an inspectorate lead, his planner; never himself')
  async liftConflict(
    @Args('input', { description: 'The conflict and the reason.' }) input: LiftConflictInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.service.lift(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<ConflictsService['lift']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { conflict: stored.conflictId });
  }
}
