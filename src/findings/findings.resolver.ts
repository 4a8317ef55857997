import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { OptionalWords } from '../api/words.js';
import { Evidence } from '../evidence/evidence.object.js';
import type { Placement } from '../inspectorates/inspectorate.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import { DraftingService } from './drafting.service.js';
import {
  DraftedFindingInput,
  DraftFindingInput,
  EditFindingInput,
  FindingPayload,
  WithdrawFindingInput,
} from './finding.inputs.js';
import { Finding, FindingConnection, FindingStateEnum, PlacementEnum } from './finding.object.js';

const INPUT = { description: 'What to do.' };

@ArgsType()
export class FindingsArgs extends PageArgs {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, { nullable: true, description: 'Code of an inspectorate: only its own.' })
  @OptionalWords(100)
  owner?: string;
  @Field(() => FindingStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: string;
  @Field(() => PlacementEnum, { nullable: true, description: 'Only those of this placement.' })
  placement?: Placement;
  @Field(() => Boolean, { nullable: true, description: 'True for those in no merge only.' })
  unmerged?: boolean;
}

@Resolver(() => Finding)
export class FindingsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(DraftingService) private readonly drafting: DraftingService,
  ) {}

  @Query(() => FindingConnection, { description: 'Findings of an inspection that you see whole, newest first.' })
  @ForSignedIn("its inspectorate's writers; once submitted its team; after the reveal the whole team (R8)")
  async findings(
    @Args() args: FindingsArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', args.inspectionId);
    return this.reader.connection(
      request,
      info,
      page('Finding', {
        table: 'app.finding_body',
        key: 'finding_id',
        by: 'created_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) => {
          const conditions = [`${source}.inspection_id = ${row.param(inspection)}::uuid`];
          if (args.owner != null) conditions.push(`${source}.owner = ${row.param(args.owner)}`);
          if (args.placement != null) conditions.push(`${source}.placement = ${row.param(args.placement)}`);
          if (args.state != null)
            conditions.push(
              `EXISTS (SELECT FROM app.finding f WHERE f.id = ${source}.finding_id AND f.state = ${row.param(args.state)})`,
            );
          if (args.unmerged === true)
            conditions.push(
              `NOT EXISTS (SELECT FROM app.finding_merge_source s WHERE s.finding_id = ${source}.finding_id AND NOT s.undone)`,
            );
          return conditions.join(' AND ');
        },
      }),
    );
  }

  @Mutation(() => FindingPayload, { description: "Drafts a finding that your inspectorate's writers see." })
  @ForSignedIn(OPERATIONS.draftFinding.who)
  async draftFinding(
    @Args('input', INPUT) input: DraftFindingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.drafting.draft(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }

  @Mutation(() => FindingPayload, {
    description: 'Changes a finding of your inspectorate; a submitted one is checked again.',
  })
  @ForSignedIn(OPERATIONS.changeFinding.who)
  async editFinding(
    @Args('input', INPUT) input: EditFindingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.drafting.edit(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }

  @Mutation(() => FindingPayload, {
    description: "Submits a draft: its inspectorate's team sees it, after the reveal the whole team.",
  })
  @ForSignedIn(OPERATIONS.finishDraftFinding.who)
  async submitFinding(
    @Args('input', INPUT) input: DraftedFindingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.drafting.submit(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }

  @Mutation(() => FindingPayload, { description: 'Deletes a draft finding of your inspectorate.' })
  @ForSignedIn(OPERATIONS.finishDraftFinding.who)
  async deleteDraftFinding(
    @Args('input', INPUT) input: DraftedFindingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.drafting.deleteDraft(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }

  @Mutation(() => FindingPayload, {
    description: 'Withdraws a submitted finding: its team sees it and the reason, others at most that it exists.',
  })
  @ForSignedIn(OPERATIONS.withdrawFinding.who)
  async withdrawFinding(
    @Args('input', INPUT) input: WithdrawFindingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.drafting.withdraw(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }
}

/** Declares a field of another module's type; like every field it is read in the one statement of the request. */
@Resolver(() => Evidence)
export class CitingFindingsResolver {
  @ResolveField(() => [Finding], { description: 'Findings that rest on it, of those that you see.' })
  findings(): undefined {
    return undefined;
  }
}
