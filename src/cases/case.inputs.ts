import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { LocalDate } from '../api/scalars.js';
import { Ids, OptionalWords, Words } from '../api/words.js';
import { Case, CaseMember, ChronologyEntry, JourneyStageEnum, Sampling, type JourneyStage } from './case.object.js';

@InputType({ isAbstract: true })
abstract class CaseFacts extends MutationInput {
  @Field(() => Sampling, { description: 'Tracked or sampled.' })
  sampling!: keyof typeof Sampling;
  @Field(() => String, { description: 'Why this child was chosen: 1 to 4,000 characters, never a name.' })
  @Words(4_000)
  rationale!: string;
  @Field(() => JourneyStageEnum, { description: "Stage of the journey; one of the framework's." })
  journeyStage!: JourneyStage;
  @Field(() => Int, {
    nullable: true,
    description: 'Age in whole years, 0 to 25; left out where it is not known, and of an unborn child.',
  })
  @IsOptional()
  @Min(0, { message: 'Give an age of 0 to 25 years.' })
  @Max(25, { message: 'Give an age of 0 to 25 years.' })
  ageYears?: number | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the child is yet to be born.' })
  unborn!: boolean;
  @Field(() => [ID], { description: 'Agencies involved, of those that are inspected: at most 40.' })
  @Ids(40)
  agencyIds!: string[];
  @Field(() => String, { nullable: true, description: 'The code that siblings here share already.' })
  @OptionalWords(20)
  siblingGroup?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'In place of the code: the case of a sibling. Where that has no group yet, both are given one code.',
  })
  @IsOptional()
  siblingOfId?: string | null;
}

@InputType({ description: 'A child of the sample. The platform gives the code; nothing here identifies.' })
export class CreateCaseInput extends CaseFacts {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
}

@InputType({ description: 'All facts of a case as they now are: what is left out is emptied.' })
export class EditCaseInput extends CaseFacts {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A person of the team who is to open the identity of a case.' })
export class NameCaseMemberInput extends MutationInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;
  @Field(() => ID, { description: 'His assignment on this inspection.' })
  assignmentId!: string;
}

@InputType({ description: 'A case membership to end.' })
export class EndCaseMemberInput extends MutationInput {
  @Field(() => ID, { description: 'The membership.' })
  memberId!: string;
}

@InputType({ isAbstract: true })
abstract class EntryFacts extends MutationInput {
  @Field(() => LocalDate, { description: 'The day on which it happened; not in the future.' })
  happenedOn!: string;
  @Field(() => ID, { nullable: true, description: 'The agency that knew or acted.' })
  @IsOptional()
  agencyId?: string | null;
  @Field(() => String, { description: 'What happened: 1 to 4,000 characters.' })
  @Words(4_000)
  words!: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'Entries of the same case that this one contradicts, of those that you see: at most 20.',
  })
  @IsOptional()
  @Ids(20)
  contradictsIds?: string[] | null;
}

@InputType({ description: 'A dated entry under an item of evidence that you see whole.' })
export class AddChronologyEntryInput extends EntryFacts {
  @Field(() => ID, { description: 'The item that it rests on.' })
  evidenceId!: string;
  @Field(() => ID, { nullable: true, description: "The case; left out for the item's own." })
  @IsOptional()
  caseId?: string | null;
}

@InputType({ description: 'An entry as it now is: what is left out is emptied.' })
export class EditChronologyEntryInput extends EntryFacts {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'An entry to remove.' })
export class RemoveChronologyEntryInput extends MutationInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@ObjectType({ description: 'Answer to a change of a case.' })
export class CasePayload extends MutationPayload {
  @Field(() => Case, { nullable: true, description: 'The case as you see it now.' })
  case?: Case;
}

@ObjectType({ description: 'Answer to a change of who may open the identity of a case.' })
export class CaseMemberPayload extends MutationPayload {
  @Field(() => CaseMember, { nullable: true, description: 'The membership.' })
  member?: CaseMember;
  @Field(() => Case, { nullable: true, description: 'The case, where you see it.' })
  case?: Case;
}

@ObjectType({ description: 'Answer to a change of a chronology.' })
export class ChronologyEntryPayload extends MutationPayload {
  @Field(() => ChronologyEntry, { nullable: true, description: 'The entry as you see it now; null once removed.' })
  entry?: ChronologyEntry;
  @Field(() => Case, { nullable: true, description: 'The case as you see it now.' })
  case?: Case;
}
