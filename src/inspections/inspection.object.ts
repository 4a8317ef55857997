import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { ROLES, STAGES } from '../access/standing.js';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { Agency, Area, InspectorateBody, Person } from '../organisations/organisation.object.js';

export const StageEnum = asEnum(STAGES);
registerEnumType(StageEnum, {
  name: 'Stage',
  description: 'Stages of an inspection, in order. Deferred, paused and incomplete are marks, not stages.',
});
export const RoleEnum = asEnum(ROLES);
registerEnumType(RoleEnum, { name: 'Role', description: 'What a user is on one inspection.' });
export const MarkEnum = {
  DEFERRED: 'DEFERRED',
  PAUSED: 'PAUSED',
  RESUMED: 'RESUMED',
  INCOMPLETE: 'INCOMPLETE',
} as const;
registerEnumType(MarkEnum, { name: 'MarkKind', description: 'A mark on an inspection. A pause freezes its clocks.' });

@ObjectType({
  description: 'An assignment: a user on one inspection in one role for a period.',
  implements: () => [Node],
})
export class Assignment extends Node {
  @Field(() => Person, { nullable: true, description: 'Who.' })
  person?: Person;
  @Field(() => RoleEnum, { description: 'As what.' })
  role!: string;
  @Field(() => String, { nullable: true, description: 'Code of the inspectorate; null for an agency.' })
  inspectorate?: string;
  @Field(() => Agency, { nullable: true, description: 'The agency; null for an inspectorate.' })
  agency?: Agency;
  @Field(() => DateTime, { description: 'From when.' })
  startsAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive.' })
  endsAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  endedAt?: string;
}

@ObjectType({ description: 'An inspectorate taking part, on a recorded legal basis.' })
export class Participation {
  @Field(() => String, { description: 'Code of the inspectorate.' })
  inspectorate!: string;
  @Field(() => String, { description: 'Code of its gateway.' })
  gateway!: string;
  @Field(() => DateTime, { nullable: true, description: 'When its planner accepted; null while invited.' })
  acceptedAt?: string;
}

@ObjectType({ description: 'A date of the inspection, computed once and stored with the version of the calendar.' })
export class TimetableEntry {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'What it is.' })
  name!: string;
  @Field(() => LocalDate, { description: 'The day that counts.' })
  fallsOn!: string;
  @Field(() => LocalDate, { description: 'The day as computed.' })
  computedOn!: string;
  @Field(() => DateTime, { nullable: true, description: 'Exclusive end, where it is a deadline.' })
  dueAt?: string;
  @Field(() => String, { description: 'Which calendar it was computed by.' })
  calendarVersion!: string;
  @Field(() => String, { nullable: true, description: 'Why the lead set another day than the computed one.' })
  reason?: string;
  @Field(() => [String], {
    description: 'What to look at again: a weekend, a bank holiday, fewer days of fieldwork than the framework has.',
  })
  warnings!: string[];
}

@ObjectType({ description: 'A mark on the inspection, with its authority.' })
export class Mark {
  @Field(() => MarkEnum, { description: 'Which.' })
  kind!: string;
  @Field(() => String, { description: 'On whose authority.' })
  authority!: string;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => DateTime, { description: 'When.' })
  markedAt!: string;
}

@ObjectType({
  description: 'A joint inspection of the services in one area. Fields that you may not see are null or empty.',
  implements: () => [Node],
})
export class Inspection extends Node {
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'Code of its framework.' })
  framework!: string;
  @Field(() => Int, { description: 'The version of the framework that it is pinned to for life.' })
  frameworkVersion!: number;
  @Field(() => Area, { description: 'The area.' })
  area!: Area;
  @Field(() => String, { nullable: true, description: 'Code of the theme of its deep dive.' })
  theme?: string;
  @Field(() => InspectorateBody, { description: 'The inspectorate that leads.' })
  leadingInspectorate!: InspectorateBody;
  @Field(() => StageEnum, { description: 'Where it stands.' })
  stage!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Send it back with a change; null where you do not see it whole.',
  })
  version?: number;
  @Field(() => DateTime, { nullable: true, description: 'When the area was notified.' })
  notifiedAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When the letter was published.' })
  publishedAt?: string;
  @Field(() => LocalDate, { nullable: true, description: 'First day of fieldwork.' })
  fieldworkFrom?: string;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of fieldwork.' })
  fieldworkTo?: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the lead opened the reveal of each inspectorate's findings.",
  })
  revealedAt?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why the reveal did not wait for every contribution, where it did not.',
  })
  revealReason?: string;
  @Field(() => DateTime, { nullable: true, description: 'Since when it is paused.' })
  pausedAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  closedAt?: string;
  @Field(() => [Participation], { description: 'The inspectorates taking part or invited.' })
  inspectorates!: Participation[];
  @Field(() => [Agency], { description: 'The agencies inspected.' })
  agencies!: Agency[];
  @Field(() => Agency, { nullable: true, description: 'The principal authority (SI 2015/1792).' })
  principalAuthority?: Agency;
  @Field(() => [TimetableEntry], { description: 'Its dates.' })
  timetable!: TimetableEntry[];
  @Field(() => [Mark], { description: 'Its marks, oldest first.' })
  marks!: Mark[];
  @Field(() => [Assignment], { description: 'Assignments that you may see.' })
  assignments!: Assignment[];
}

@ObjectType({ description: 'A page of inspections.' })
export class InspectionConnection extends connectionOf(Inspection) {}
