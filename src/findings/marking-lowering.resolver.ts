import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { Finding } from './finding.object.js';
import { AgreeLowerMarkingInput, FindingMarkingPayload, ProposeLowerMarkingInput } from './marking-lowering.inputs.js';
import { MarkingLoweringService } from './marking-lowering.service.js';

@Resolver(() => Finding)
export class MarkingLoweringResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(MarkingLoweringService) private readonly lowering: MarkingLoweringService,
  ) {}

  @Mutation(() => FindingMarkingPayload, {
    description: 'Proposes, and agrees for your own inspectorate, that a finding is marked lower than what it cites.',
  })
  @ForSignedIn(OPERATIONS.lowerFindingMarking.who)
  async proposeLowerMarking(
    @Args('input', { description: 'The finding and the reason.' }) input: ProposeLowerMarkingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.lowering.propose(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }

  @Mutation(() => FindingMarkingPayload, { description: 'Agrees for your inspectorate to the newest proposal.' })
  @ForSignedIn(OPERATIONS.lowerFindingMarking.who)
  async agreeLowerMarking(
    @Args('input', { description: 'The finding.' }) input: AgreeLowerMarkingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.lowering.agree(request.actor, input);
    return this.reader.payload(request, info, stored, { finding: stored.findingId });
  }
}
