import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { Role, Stage } from '../access/standing.js';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { Ids, OptionalWords, Words } from '../api/words.js';
import { Assignment, Inspection, MarkEnum, RoleEnum, StageEnum } from './inspection.object.js';

@InputType({ description: 'A new inspection, led by your inspectorate.' })
export class CreateInspectionInput extends MutationInput {
  @Field(() => String, {
    description: 'Code of the framework; the inspection is pinned to the version valid on its first day of fieldwork.',
  })
  @Words(100)
  framework!: string;
  @Field(() => String, { description: 'ONS code of the area.' })
  @Words(20)
  areaCode!: string;
  @Field(() => String, { nullable: true, description: 'Code of the theme, where the framework is themed.' })
  @OptionalWords(100)
  theme?: string | null;
  @Field(() => LocalDate, { description: 'First day of fieldwork.' })
  fieldworkFrom!: string;
  @Field(() => String, { description: 'Code of your gateway: the legal basis of the inspection.' })
  @Words(100)
  gateway!: string;
  @Field(() => [String], { description: 'Codes of the other inspectorates to invite.' })
  @Ids(20)
  inspectorates!: string[];
  @Field(() => [ID], { description: 'The agencies to be inspected.' })
  @Ids(60)
  agencyIds!: string[];
  @Field(() => ID, { nullable: true, description: 'Which of them is the principal authority.' })
  @IsOptional()
  principalAuthorityId?: string | null;
}

@InputType({ description: 'An inspection.' })
export class InspectionInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
}

@InputType({ description: 'An inspectorate to invite.' })
export class InviteInspectorateInput extends InspectionInput {
  @Field(() => String, { description: 'Code of the inspectorate.' })
  @Words(100)
  inspectorate!: string;
}

@InputType({ description: "Your inspectorate's acceptance." })
export class AcceptInvitationInput extends InspectionInput {
  @Field(() => String, { description: 'Code of your gateway: the legal basis of your taking part.' })
  @Words(100)
  gateway!: string;
}

@InputType({ description: 'An agency to be inspected.' })
export class AddAgencyInput extends InspectionInput {
  @Field(() => ID, { description: 'The agency.' })
  agencyId!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is the principal authority.' })
  principalAuthority!: boolean;
}

@InputType({ description: 'A user of your organisation and a role on the inspection.' })
export class AssignInput extends InspectionInput {
  @Field(() => ID, { description: 'The user.' })
  userId!: string;
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;
  @Field(() => DateTime, { nullable: true, description: 'From when; left out for now.' })
  @IsOptional()
  startsAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive.' })
  @IsOptional()
  endsAt?: string | null;
}

@InputType({ description: 'An assignment to end.' })
export class EndAssignmentInput extends MutationInput {
  @Field(() => ID, { description: 'The assignment.' })
  assignmentId!: string;
}

@InputType({ description: 'A user who takes the lead over from the present lead.' })
export class HandOverInput extends MutationInput {
  @Field(() => ID, { description: 'The assignment that is handed over: a lead, an inspectorate lead or a signatory.' })
  assignmentId!: string;
  @Field(() => ID, { description: 'Who takes it over.' })
  userId!: string;
}

@InputType({ description: 'The next stage.' })
export class AdvanceStageInput extends InspectionInput {
  @Field(() => StageEnum, {
    description: 'Preparing, fieldwork, drafting, signing or follow-up; the others are reached by their own acts.',
  })
  to!: Stage;
  @Field(() => Int, { description: 'The version of the inspection that you read.' })
  version!: number;
}

@InputType({ description: 'A mark on the inspection.' })
export class MarkInspectionInput extends InspectionInput {
  @Field(() => MarkEnum, { description: 'Which.' })
  kind!: keyof typeof MarkEnum;
  @Field(() => String, { description: 'On whose authority.' })
  @Words(300)
  authority!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(2_000)
  reason!: string;
}

@InputType({ description: 'Another day for a date of the timetable.' })
export class SetTimetableDateInput extends InspectionInput {
  @Field(() => String, { description: 'Code of the stored entry.' })
  @Words(100)
  code!: string;
  @Field(() => LocalDate, { description: 'The day that is to count; the computed one stays beside it.' })
  fallsOn!: string;
  @Field(() => String, { description: 'Why: 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to another day for a date of the timetable.' })
export class TimetablePayload extends MutationPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection as you see it now.' })
  inspection?: Inspection;
  @Field(() => [String], {
    nullable: true,
    description: 'What to look at again: that nobody works on that day.',
  })
  warnings?: string[];
}

@ObjectType({ description: 'Answer to a change of an inspection.' })
export class InspectionPayload extends MutationPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection as you see it now.' })
  inspection?: Inspection;
}

@ObjectType({ description: 'Answer to a change of an assignment.' })
export class AssignmentPayload extends MutationPayload {
  @Field(() => Assignment, { nullable: true, description: 'The assignment as you see it now.' })
  assignment?: Assignment;
}
