import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { Ids, OptionalWords, Words } from '../api/words.js';
import type { EvidenceMethod, EvidenceStrength, Marking, PersonalDataClass } from '../inspectorates/inspectorate.js';
import {
  Evidence,
  EvidenceMethodEnum,
  EvidenceShare,
  EvidenceStrengthEnum,
  MarkingEnum,
  PersonalDataEnum,
  ShareFormEnum,
} from './evidence.object.js';

/** Characters at most: a long interview note is some 60,000. */
const TITLE = 300;
const BODY = 200_000;

@InputType({ isAbstract: true })
abstract class EvidenceText extends MutationInput {
  @Field(() => String, { description: 'Title, 1 to 300 characters.' })
  @Words(TITLE)
  title!: string;
  @Field(() => String, { description: 'What was seen, read or said: 1 to 200,000 characters.' })
  @Words(BODY)
  body!: string;
}

@InputType({ description: 'A new piece of evidence: a draft that its author alone sees.' })
export class FileEvidenceInput extends EvidenceText {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => ID, { nullable: true, description: 'The case, if it is about one.' })
  @IsOptional()
  caseId?: string | null;
  @Field(() => String, { description: "Code of one of your inspectorate's evidence kinds." })
  @Words(100)
  kind!: string;
  @Field(() => EvidenceMethodEnum, { description: 'How it came about.' })
  method!: EvidenceMethod;
  @Field(() => EvidenceStrengthEnum, { description: 'Kind of source.' })
  strength!: EvidenceStrength;
  @Field(() => String, { description: "Code of one of your inspectorate's criteria." })
  @Words(100)
  criterion!: string;
  @Field(() => MarkingEnum, { description: 'Handling marking.' })
  marking!: Marking;
  @Field(() => PersonalDataEnum, { description: 'Class of personal data in it.' })
  personalData!: PersonalDataClass;
  @Field(() => ID, { nullable: true, description: 'The agency that it comes from.' })
  @IsOptional()
  sourceAgencyId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Agencies that the source speaks of.' })
  @IsOptional()
  @Ids(20)
  spokenOfIds?: string[];
  @Field(() => LocalDate, { nullable: true, description: 'First day of what it tells of.' })
  @IsOptional()
  occurredFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day; not before the first.' })
  @IsOptional()
  occurredTo?: string | null;
}

@InputType({ description: 'New wording for a draft of yours.' })
export class EditDraftEvidenceInput extends EvidenceText {
  @Field(() => ID, { description: 'The draft.' })
  evidenceId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A corrected text of a submitted item; the earlier version is kept.' })
export class SupersedeEvidenceInput extends EvidenceText {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => String, { description: 'Why it is corrected.' })
  @Words(2_000)
  reason!: string;
}

@InputType({ description: 'A draft of yours.' })
export class DraftEvidenceInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  evidenceId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({
  description: 'A submitted item to withdraw. It stays, but nobody reads it; findings that rest on it are told.',
})
export class WithdrawEvidenceInput extends MutationInput {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(2_000)
  reason!: string;
}

@InputType({ description: 'A share of a submitted item.' })
export class ShareEvidenceInput extends MutationInput {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => String, { description: 'Code of an inspectorate that takes part.' })
  @Words(100)
  recipient!: string;
  @Field(() => ID, { nullable: true, description: 'One assignment on its team; left out for the whole team.' })
  @IsOptional()
  recipientAssignmentId?: string | null;
  @Field(() => ShareFormEnum, { description: 'Whole, or in summary.' })
  form!: 'WHOLE' | 'SUMMARY';
  @Field(() => String, { description: 'Code of one of your gateways that permits sharing.' })
  @Words(100)
  gateway!: string;
  @Field(() => String, { description: 'What it is shared for.' })
  @Words(1_000)
  purpose!: string;
  @Field(() => DateTime, { nullable: true, description: 'From when; left out for now.' })
  @IsOptional()
  startsAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Until when; left out for the inspection's end." })
  @IsOptional()
  endsAt?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a summary: its own title.' })
  @OptionalWords(TITLE)
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a summary: its own text, as much as is necessary.' })
  @OptionalWords(20_000)
  summary?: string | null;
}

@InputType({ description: 'A share to end now.' })
export class RevokeShareInput extends MutationInput {
  @Field(() => ID, { description: 'The share.' })
  shareId!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to a change of a piece of evidence.' })
export class EvidencePayload extends MutationPayload {
  @Field(() => Evidence, { nullable: true, description: 'The item as you see it now.' })
  evidence?: Evidence;
}

@ObjectType({ description: 'Answer to a share or its revocation.' })
export class SharePayload extends MutationPayload {
  @Field(() => EvidenceShare, { nullable: true, description: 'The share.' })
  share?: EvidenceShare;
  @Field(() => Evidence, { nullable: true, description: 'The item as you see it now.' })
  evidence?: Evidence;
}
