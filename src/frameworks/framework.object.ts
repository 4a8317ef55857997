import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../api/scalars.js';

@ObjectType({ description: 'A provision of law that a framework rests on, and for whom.' })
export class FrameworkProvision {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'As a lawyer cites it.' })
  provision!: string;
  @Field(() => [String], { description: 'Codes of the inspectorates that take part under it.' })
  inspectorates!: readonly string[];
}

@ObjectType({ description: 'Which inspectorates take part.' })
export class FrameworkParticipation {
  @Field(() => String, { description: 'Code of the inspectorate that leads.' })
  lead!: string;
  @Field(() => [String], { description: 'Those that always take part, the leading one among them.' })
  required!: readonly string[];
  @Field(() => [String], {
    description: 'Those that the theme may require, and that may be invited where it does not.',
  })
  byTheme!: readonly string[];
}

@ObjectType({ description: 'How long before fieldwork the area is told.' })
export class FrameworkNotice {
  @Field(() => Boolean, { description: 'False where the area learns of the inspection when fieldwork begins.' })
  announced!: boolean;
  @Field(() => Int, { description: 'Fieldwork begins on this working day, counted from the day of notice.' })
  days!: number;
  @Field(() => Int, { description: 'Whether the day of notice is day 0 or day 1 of the count.' })
  dayOfNotice!: number;
  @Field(() => String, { description: "In the framework's words." })
  words!: string;
}

@ObjectType({ description: 'A phase of fieldwork.' })
export class FrameworkPhase {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => Int, { description: 'Calendar week; that of the first day of fieldwork is 1.' })
  week!: number;
  @Field(() => Int, { description: 'Working days.' })
  workingDays!: number;
}

@ObjectType({ description: 'Fieldwork.' })
export class FrameworkFieldwork {
  @Field(() => Int, { description: 'Working days in all phases together.' })
  workingDays!: number;
  @Field(() => [FrameworkPhase], { description: 'In order of time.' })
  phases!: readonly FrameworkPhase[];
  @Field(() => String, { description: 'TOGETHER, or IN_PHASES where not all need be there in each phase.' })
  arrival!: string;
}

@ObjectType({ description: 'Targets in working days; the law sets none of them.' })
export class FrameworkReporting {
  @Field(() => Int, { description: 'From the last day of fieldwork until the agencies get the draft.' })
  draftWithin!: number;
  @Field(() => Int, { description: 'From that day until their comments are due.' })
  accuracyCheckWithin!: number;
  @Field(() => Int, { description: 'From the last day of fieldwork until publication.' })
  publicationWithin!: number;
}

@ObjectType({ description: 'A theme of deep dives.' })
export class FrameworkTheme {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => Int, { description: 'The first year in which it was open.' })
  firstYear!: number;
  @Field(() => Int, { nullable: true, description: 'The last year; null while it is open.' })
  lastYear!: number | null;
  @Field(() => [String], { description: "Codes of the inspectorates that it requires beside the framework's own." })
  requires!: readonly string[];
}

@ObjectType({ description: 'What a section of the letter takes.' })
export class SectionTakes {
  @Field(() => String, { description: 'The placement.' })
  placement!: string;
  @Field(() => [String], { description: 'The kinds of finding.' })
  kinds!: readonly string[];
}

@ObjectType({ description: 'A section of the letter.' })
export class FrameworkSection {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'Printed above it.' })
  heading!: string;
  @Field(() => [String], { description: 'What else may be printed in its place.' })
  otherHeadings!: readonly string[];
  @Field(() => String, { description: 'LIST or PARAGRAPHS.' })
  style!: string;
  @Field(() => String, { description: 'What becomes of it without findings: OMIT, REFUSE or AFFIRM.' })
  whenEmpty!: string;
  @Field(() => [SectionTakes], { description: 'Which findings it takes.' })
  takes!: readonly SectionTakes[];
}

@ObjectType({ description: "A grade of a framework's scale." })
export class FrameworkGrade {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'A judgement that a graded framework gives.' })
export class FrameworkJudgement {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => [String], { description: 'Codes of its sub-judgements.' })
  parts!: readonly string[];
}

@ObjectType({ description: 'A version of an inspection framework. An inspection is pinned to one for life.' })
export class FrameworkVersion {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => Int, { description: 'Its number.' })
  version!: number;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => LocalDate, { description: 'First day on which an inspection may be pinned to it.' })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: 'The day from which no more; null while it is valid.' })
  validUntil!: string | null;
  @Field(() => [FrameworkProvision], { description: 'Its legal basis.' })
  legalBasis!: readonly FrameworkProvision[];
  @Field(() => FrameworkParticipation, { description: 'Who takes part.' })
  participation!: FrameworkParticipation;
  @Field(() => FrameworkNotice, { description: 'Notice.' })
  notice!: FrameworkNotice;
  @Field(() => FrameworkFieldwork, { description: 'Fieldwork.' })
  fieldwork!: FrameworkFieldwork;
  @Field(() => FrameworkReporting, { description: 'Targets for draft, comments and publication.' })
  reporting!: FrameworkReporting;
  @Field(() => [String], { description: 'The joint criteria that it judges by.' })
  criteria!: readonly string[];
  @Field(() => [String], { description: 'Its methods of gathering evidence.' })
  methods!: readonly string[];
  @Field(() => [String], { description: "Stages of a child's journey that it follows." })
  journey!: readonly string[];
  @Field(() => [FrameworkTheme], { description: 'Its themes; empty where it has no deep dive.' })
  themes!: readonly FrameworkTheme[];
  @Field(() => [FrameworkSection], { description: 'The sections of its letter.' })
  sections!: readonly FrameworkSection[];
  @Field(() => String, { description: 'NARRATIVE or GRADED.' })
  judgementModel!: string;
  @Field(() => [FrameworkGrade], { description: 'The scale, the best first; empty where it judges in words.' })
  scale!: readonly FrameworkGrade[];
  @Field(() => [FrameworkJudgement], { description: 'What is graded, each before its parts.' })
  judgements!: readonly FrameworkJudgement[];
  @Field(() => [String], { description: 'What else is particular to it.' })
  particulars!: readonly string[];
}
