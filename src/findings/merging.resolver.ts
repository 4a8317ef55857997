import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import { Merge, MergeConnection } from './finding.object.js';
import {
  AttitudePayload,
  MergeFindingsInput,
  MergePayload,
  TakeAttitudeInput,
  UndoMergeInput,
} from './merge.inputs.js';
import { MergingService } from './merging.service.js';

const INPUT = { description: 'What to do.' };

@ArgsType()
export class MergesArgs extends PageArgs {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Boolean, { nullable: true, description: 'True to have those that were undone as well.' })
  undone?: boolean;
}

@Resolver(() => Merge)
export class MergingResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(MergingService) private readonly merging: MergingService,
  ) {}

  @Query(() => MergeConnection, { description: 'Merges of an inspection that you see, newest first.' })
  @ForSignedIn('the team, but who has a conflict with what a source concerns (R8, R10)')
  async merges(
    @Args() args: MergesArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', args.inspectionId);
    return this.reader.connection(
      request,
      info,
      page('Merge', {
        table: 'app.finding_merge',
        key: 'id',
        by: 'made_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) =>
          `${source}.inspection_id = ${row.param(inspection)}::uuid${args.undone === true ? '' : ` AND ${source}.undone_at IS NULL`}`,
      }),
    );
  }

  @Mutation(() => MergePayload, {
    description: "Merges revealed findings that say the same. Nothing is deleted: every inspectorate's wording stays.",
  })
  @ForSignedIn(OPERATIONS.mergeFindings.who)
  async mergeFindings(
    @Args('input', INPUT) input: MergeFindingsInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.merging.merge(request.actor, input);
    return this.reader.payload(request, info, stored, { merge: stored.mergeId });
  }

  @Mutation(() => MergePayload, { description: 'Undoes a merge: its sources stand for themselves again.' })
  @ForSignedIn(OPERATIONS.undoMerge.who)
  async undoMerge(
    @Args('input', INPUT) input: UndoMergeInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.merging.undo(request.actor, input);
    return this.reader.payload(request, info, stored, { merge: stored.mergeId });
  }

  @Mutation(() => AttitudePayload, {
    description: 'Says whether your inspectorate agrees, qualifies or dissents; earlier attitudes are kept.',
  })
  @ForSignedIn(OPERATIONS.takeAttitude.who)
  async takeAttitude(
    @Args('input', INPUT) input: TakeAttitudeInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.merging.takeAttitude(request.actor, input);
    return this.reader.payload(request, info, stored, {
      ...(stored.mergeId === null ? {} : { merge: stored.mergeId }),
      ...(stored.findingId === null ? {} : { finding: stored.findingId }),
    });
  }
}
