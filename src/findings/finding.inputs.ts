import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Ids, OptionalWords, Words } from '../api/words.js';
import type { CountBasis, FindingKind, Placement } from '../inspectorates/inspectorate.js';
import { CountBasisEnum, Finding, FindingKindEnum, PlacementEnum } from './finding.object.js';

/** Characters at most: the longest statement of a published letter has 3,333. */
export const STATEMENT = 10_000;
export const EFFECT = 5_000;
const REASON = 2_000;
const NUMBER = { message: 'Give a whole number from 0 to 1,000,000.' };
const PLACE = { message: 'Give a whole number from 0 to 100,000.' };
const STUDY = { message: 'Number studies from 1 to 100.' };
const OFFSET = { message: "Count the characters from 0, within the item's text." };
const MOST_CITED = 100;

@InputType({ description: 'So many of so many children.' })
export class ChildCountInput {
  @Field(() => Int, { description: 'Of whom it is so; not more than were looked at.' })
  @Min(0, NUMBER)
  @Max(1_000_000, NUMBER)
  n!: number;
  @Field(() => Int, { description: 'Who were looked at; at least one.' })
  @Min(1, { message: 'At least one child has to have been looked at. Leave the count out where none was counted.' })
  @Max(1_000_000, NUMBER)
  of!: number;
  @Field(() => CountBasisEnum, { description: 'Tracked or sampled.' })
  basis!: CountBasis;
}

@InputType({ description: 'A passage of an item; the platform cuts the quote.' })
export class PassageInput {
  @Field(() => Int, { description: "Start in the item's text, in Unicode code points from 0." })
  @Min(0, OFFSET)
  @Max(1_000_000, OFFSET)
  start!: number;
  @Field(() => Int, { description: 'End, exclusive.' })
  @Min(0, OFFSET)
  @Max(1_000_000, OFFSET)
  end!: number;
}

@InputType({ description: 'An item that the finding rests on.' })
export class CitationInput {
  @Field(() => ID, { description: 'A submitted item that you see.' })
  evidenceId!: string;
  @Field(() => PassageInput, { nullable: true, description: 'The passage, of an item that you see whole.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PassageInput)
  passage?: PassageInput | null;
}

@InputType({ isAbstract: true })
export abstract class FindingText extends MutationInput {
  @Field(() => FindingKindEnum, { description: 'What kind of thing was found.' })
  kind!: FindingKind;
  @Field(() => PlacementEnum, {
    description: 'Where in the letter it stands; the framework says which kinds go where.',
  })
  placement!: Placement;
  @Field(() => Int, { nullable: true, description: 'Number of the study, from 1; for the placement STUDY only.' })
  @IsOptional()
  @Min(1, STUDY)
  @Max(100, STUDY)
  study?: number | null;
  @Field(() => Int, { description: 'Its place among those of its placement and study, 0 to 100,000.' })
  @Min(0, PLACE)
  @Max(100_000, PLACE)
  position!: number;
  @Field(() => String, { description: "Code of one of your inspectorate's criteria." })
  @Words(100)
  criterion!: string;
  @Field(() => String, { description: 'What was found, 1 to 10,000 characters.' })
  @Words(STATEMENT)
  statement!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What it means for children, at most 5,000 characters; left out where the statement says it.',
  })
  @OptionalWords(EFFECT)
  effectOnChildren?: string | null;
  @Field(() => ChildCountInput, { nullable: true, description: 'How many of the children looked at.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ChildCountInput)
  count?: ChildCountInput | null;
  @Field(() => String, { nullable: true, description: 'What speaks against it, at most 10,000 characters.' })
  @OptionalWords(STATEMENT)
  disconfirming?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The agencies accountable, from those inspected.' })
  @IsOptional()
  @Ids(60)
  agencyIds?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'The case, if it is about one.' })
  @IsOptional()
  caseId?: string | null;
}

@InputType({ description: 'A new finding of your inspectorate: a draft that its writers see.' })
export class DraftFindingInput extends FindingText {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => [CitationInput], { nullable: true, description: 'What it rests on; each item once, at most 100.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CITED, { message: `Cite at most ${MOST_CITED} items.` })
  @ValidateNested({ each: true })
  @Type(() => CitationInput)
  citations?: CitationInput[] | null;
}

@InputType({ description: 'A finding as it is to be: every field, what is left out is emptied.' })
export class EditFindingInput extends FindingText {
  @Field(() => ID, { description: 'The finding.' })
  findingId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => [CitationInput], {
    nullable: true,
    description: 'All that it rests on, of what you see; left out to leave the citations as they are.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_CITED, { message: `Cite at most ${MOST_CITED} items.` })
  @ValidateNested({ each: true })
  @Type(() => CitationInput)
  citations?: CitationInput[] | null;
}

@InputType({ description: 'A draft finding of your inspectorate.' })
export class DraftedFindingInput extends MutationInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A submitted finding to withdraw, once it stands in no merge.' })
export class WithdrawFindingInput extends MutationInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(REASON)
  reason!: string;
}

@ObjectType({ description: 'Answer to a change of a finding.' })
export class FindingPayload extends MutationPayload {
  @Field(() => Finding, { nullable: true, description: 'The finding as you see it now.' })
  finding?: Finding;
}
