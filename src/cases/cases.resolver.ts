import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import type { Stored } from '../database/unit-of-work.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import {
  CaseMemberPayload,
  CasePayload,
  CreateCaseInput,
  EditCaseInput,
  EndCaseMemberInput,
  NameCaseMemberInput,
} from './case.inputs.js';
import { CaseMembersService } from './case-members.service.js';
import { Case, CaseConnection, JourneyStageEnum, Sampling } from './case.object.js';
import { CasesService } from './cases.service.js';

const SEEN = 'the team of the inspection (R6)';

@Resolver(() => Case)
export class CasesResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(CaseMembersService) private readonly members: CaseMembersService,
  ) {}

  @Query(() => Case, { nullable: true, description: 'A case; null where you see none with this id.' })
  @ForSignedIn(SEEN)
  async case(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.object(request, info, 'Case', id);
  }

  @Query(() => CaseConnection, { name: 'cases', description: 'The cases of an inspection that you see, oldest first.' })
  @ForSignedIn(SEEN)
  async page(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args('sampling', {
      type: () => Sampling,
      nullable: true,
      description: 'Only those tracked, or only those sampled.',
    })
    sampling: string | undefined,
    @Args('journeyStage', { type: () => JourneyStageEnum, nullable: true, description: 'Only those in this stage.' })
    journeyStage: string | undefined,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('Case', {
        table: 'app.case_detail',
        key: 'case_id',
        by: 'created_at',
        byType: 'timestamptz',
        direction: 'ASC',
        where: (source, row) =>
          [
            `${source}.inspection_id = ${row.param(inspection)}::uuid`,
            ...(sampling == null ? [] : [`${source}.sampling = ${row.param(sampling)}`]),
            ...(journeyStage == null ? [] : [`${source}.journey_stage = ${row.param(journeyStage)}`]),
          ].join(' AND '),
      }),
    );
  }

  @Mutation(() => CasePayload, { description: 'Adds a child to the sample; the platform gives an opaque code.' })
  @ForSignedIn(OPERATIONS.createCase.who)
  async createCase(
    @Args('input', { description: 'The case.' }) input: CreateCaseInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.cases.create(request.actor, input));
  }

  @Mutation(() => CasePayload, { description: 'Changes the facts of a case.' })
  @ForSignedIn(OPERATIONS.editCase.who)
  async editCase(
    @Args('input', { description: 'The case as it now is.' }) input: EditCaseInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.cases.edit(request.actor, input));
  }

  @Mutation(() => CaseMemberPayload, { description: 'Names a person of the team for a case. Nobody names himself.' })
  @ForSignedIn(`${OPERATIONS.nameCaseMember.who}; of an inspectorate lead, his planner`)
  async nameCaseMember(
    @Args('input', { description: 'The case and the person.' }) input: NameCaseMemberInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.member(request, info, await this.members.name(request.actor, input));
  }

  @Mutation(() => CaseMemberPayload, { description: "Ends a person's membership of a case." })
  @ForSignedIn(OPERATIONS.endCaseMember.who)
  async endCaseMember(
    @Args('input', { description: 'The membership.' }) input: EndCaseMemberInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.member(request, info, await this.members.end(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ caseId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { case: stored.caseId });
  }

  private member(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ memberId: string; caseId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { member: stored.memberId, case: stored.caseId });
  }
}
