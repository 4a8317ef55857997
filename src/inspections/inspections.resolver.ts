import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForAnyone, ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import type { Stored } from '../database/unit-of-work.js';
import { page } from '../reading/read-model.js';
import {
  AcceptInvitationInput,
  AddAgencyInput,
  AdvanceStageInput,
  AssignInput,
  AssignmentPayload,
  CreateInspectionInput,
  EndAssignmentInput,
  HandOverInput,
  InspectionInput,
  InspectionPayload,
  InviteInspectorateInput,
  MarkInspectionInput,
  SetTimetableDateInput,
  TimetablePayload,
} from './inspection.inputs.js';
import { Inspection, InspectionConnection } from './inspection.object.js';
import { InspectionsService } from './inspections.service.js';
import { StagesService } from './stages.service.js';
import { TeamService } from './team.service.js';
import { TimetableService } from './timetable.service.js';

const INPUT = { description: 'What to do.' };

@Resolver(() => Inspection)
export class InspectionsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(InspectionsService) private readonly planning: InspectionsService,
    @Inject(StagesService) private readonly stages: StagesService,
    @Inject(TeamService) private readonly team: TeamService,
    @Inject(TimetableService) private readonly timetable: TimetableService,
  ) {}

  @Query(() => Inspection, { nullable: true, description: 'An inspection; null where you see none with this id.' })
  @ForAnyone('whoever may know that it exists (R1)')
  async inspection(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.object(request, info, 'Inspection', id);
  }

  @Query(() => InspectionConnection, { description: 'The inspections that you may know of.' })
  @ForAnyone('whoever may know that they exist (R1)')
  async inspections(
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(
      request,
      info,
      page('Inspection', {
        table: 'app.inspection',
        key: 'id',
        by: 'title',
        byType: 'text',
        direction: 'ASC',
        where: () => 'true',
      }),
    );
  }

  @Mutation(() => InspectionPayload, { description: 'Plans an inspection that your inspectorate leads.' })
  @ForSignedIn('a planner of the leading inspectorate')
  async createInspection(
    @Args('input', INPUT) input: CreateInspectionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.planning.create(request.actor, input));
  }

  @Mutation(() => InspectionPayload, { description: 'Invites another inspectorate.' })
  @ForSignedIn(OPERATIONS.inviteInspectorate.who)
  async inviteInspectorate(
    @Args('input', INPUT) input: InviteInspectorateInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.planning.invite(request.actor, input));
  }

  @Mutation(() => InspectionPayload, { description: 'Accepts an invitation, on a recorded legal basis.' })
  @ForSignedIn(OPERATIONS.acceptInvitation.who)
  async acceptInvitation(
    @Args('input', INPUT) input: AcceptInvitationInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.planning.accept(request.actor, input));
  }

  @Mutation(() => InspectionPayload, { description: 'Adds an agency to be inspected.' })
  @ForSignedIn(OPERATIONS.addAgency.who)
  async addAgency(
    @Args('input', INPUT) input: AddAgencyInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.planning.addAgency(request.actor, input));
  }

  @Mutation(() => InspectionPayload, { description: 'Advances to the next stage.' })
  @ForSignedIn(OPERATIONS.advanceStage.who)
  async advanceStage(
    @Args('input', INPUT) input: AdvanceStageInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.stages.advance(request.actor, input));
  }

  @Mutation(() => InspectionPayload, {
    description: 'Notifies the area: from now on its agencies know of the inspection.',
  })
  @ForSignedIn(OPERATIONS.notify.who)
  async notifyArea(
    @Args('input', INPUT) input: InspectionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.stages.notify(request.actor, input));
  }

  @Mutation(() => InspectionPayload, { description: 'Defers, pauses, resumes or marks as incomplete.' })
  @ForSignedIn(OPERATIONS.mark.who)
  async markInspection(
    @Args('input', INPUT) input: MarkInspectionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.stages.mark(request.actor, input));
  }

  @Mutation(() => InspectionPayload, { description: 'Closes the inspection: it is frozen, and read for 28 days more.' })
  @ForSignedIn(OPERATIONS.closeInspection.who)
  async closeInspection(
    @Args('input', INPUT) input: InspectionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.stages.close(request.actor, input));
  }

  @Mutation(() => TimetablePayload, { description: 'Sets another day for a date; the computed one stays visible.' })
  @ForSignedIn(OPERATIONS.setTimetableDate.who)
  async setTimetableDate(
    @Args('input', INPUT) input: SetTimetableDateInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.timetable.setDate(request.actor, input);
    const { inspectionId, warnings } = stored;
    return this.reader.payload(request, info, stored, { inspection: inspectionId }, { warnings });
  }

  @Mutation(() => AssignmentPayload, { description: 'Assigns a user of your organisation. Nobody assigns himself.' })
  @ForSignedIn('planners name leads, inspectorate leads their members, agencies their own people')
  async assign(
    @Args('input', INPUT) input: AssignInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.seat(request, info, await this.team.assign(request.actor, input));
  }

  @Mutation(() => AssignmentPayload, { description: 'Ends an assignment: its access falls at once.' })
  @ForSignedIn(OPERATIONS.endAssignment.who)
  async endAssignment(
    @Args('input', INPUT) input: EndAssignmentInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.seat(request, info, await this.team.end(request.actor, input));
  }

  @Mutation(() => AssignmentPayload, { description: 'Hands an assignment over to another person, in one act.' })
  @ForSignedIn('whoever may end it and name another')
  async handOver(
    @Args('input', INPUT) input: HandOverInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.seat(request, info, await this.team.handOver(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ inspectionId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { inspection: stored.inspectionId });
  }

  private seat(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ assignmentId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { assignment: stored.assignmentId });
  }
}
