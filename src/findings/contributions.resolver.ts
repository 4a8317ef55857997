import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import {
  ContributionPayload,
  OpenRevealInput,
  RevealPayload,
  SaveContributionInput,
  SubmitContributionInput,
} from './contribution.inputs.js';
import { ContributionsService } from './contributions.service.js';
import { Contribution } from './finding.object.js';

const INPUT = { description: 'What to do.' };

@Resolver(() => Contribution)
export class ContributionsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(ContributionsService) private readonly contributionsOf: ContributionsService,
  ) {}

  @Query(() => [Contribution], { description: 'Contributions to an inspection that you know of, by inspectorate.' })
  @ForSignedIn(
    "its inspectorate's writers; once submitted its team and, that it exists, the lead; after the reveal the team",
  )
  async contributions(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.objects(
      request,
      info,
      'Contribution',
      (row) => `${row.self}.inspection_id = ${row.param(inspection)}::uuid`,
      (row) => `${row.self}.inspectorate`,
    );
  }

  @Mutation(() => ContributionPayload, {
    description: "Saves your inspectorate's answers; those of a submitted contribution are checked again.",
  })
  @ForSignedIn(OPERATIONS.saveContribution.who)
  async saveContribution(
    @Args('input', INPUT) input: SaveContributionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.contributionsOf.save(request.actor, input);
    return this.reader.payload(request, info, stored, { contribution: stored.contributionId });
  }

  @Mutation(() => ContributionPayload, {
    description: "Submits your inspectorate's contribution once its own check passes.",
  })
  @ForSignedIn(OPERATIONS.submitContribution.who)
  async submitContribution(
    @Args('input', INPUT) input: SubmitContributionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.contributionsOf.submit(request.actor, input);
    return this.reader.payload(request, info, stored, { contribution: stored.contributionId });
  }

  @Mutation(() => RevealPayload, {
    description: 'Opens the reveal, once and for good: the team sees every submitted finding.',
  })
  @ForSignedIn(OPERATIONS.openReveal.who)
  async openReveal(
    @Args('input', INPUT) input: OpenRevealInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.contributionsOf.openReveal(request.actor, input);
    return this.reader.payload(request, info, stored, { inspection: stored.inspectionId });
  }
}
