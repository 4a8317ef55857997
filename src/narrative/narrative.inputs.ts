import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { LocalDate } from '../api/scalars.js';
import { Ids, OptionalWords, Words } from '../api/words.js';
import { Inspection } from '../inspections/inspection.object.js';
import { FrozenText, Narrative, NarrativeSentence, SentenceChangeEnum } from './narrative.object.js';

/** Characters at most. */
const SENTENCE = 5_000;
const REASON = 2_000;
const STUDY = { message: 'Number studies from 1 to 100.' };

@InputType({ description: 'The inspection whose findings are compiled.' })
export class CompileNarrativeInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
}

@InputType({ description: 'A heading in place of the usual one.' })
export class HeadingChoiceInput {
  @Field(() => String, { description: 'Code of the section.' })
  @Words(100)
  section!: string;
  @Field(() => Int, { nullable: true, description: 'Number of the study; left out outside studies.' })
  @IsOptional()
  @Min(1, STUDY)
  @Max(100, STUDY)
  study?: number | null;
  @Field(() => String, { description: 'One of the headings that the framework allows there.' })
  @Words(300)
  heading!: string;
}

@InputType({
  description: 'What the lead decides where the framework leaves it open. It replaces what was chosen before.',
})
export class SetLetterChoicesInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'The version of the narrative that you read.' })
  version!: number;
  @Field(() => String, { nullable: true, description: 'Code of an arrangement; left out for the one proposed.' })
  @OptionalWords(100)
  arrangement?: string | null;
  @Field(() => [HeadingChoiceInput], { defaultValue: [], description: 'Headings in place of the usual ones.' })
  @ValidateNested({ each: true })
  @Type(() => HeadingChoiceInput)
  @ArrayMaxSize(60, { message: 'Send at most 60 at once.' })
  headings!: HeadingChoiceInput[];
  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes of the sections of which you decide that there is none.',
  })
  @Ids(30)
  none!: string[];
}

@InputType({ description: 'New words for a sentence. What it rests on stays.' })
export class EditSentenceInput extends MutationInput {
  @Field(() => ID, { description: 'The sentence.' })
  sentenceId!: string;
  @Field(() => Int, { description: 'The version of the sentence that you read.' })
  version!: number;
  @Field(() => String, { description: 'Its new words.' })
  @Words(SENTENCE)
  text!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'You have checked that the findings still say so: needed where much of it, or what it claims, changes.',
  })
  confirmed!: boolean;
  @Field(() => [ID], { nullable: true, description: 'The findings that it rests on from now; left out for the same.' })
  @IsOptional()
  @Ids(40)
  findingIds?: string[] | null;
}

@InputType({ description: "A sentence of the lead's own." })
export class AddSentenceInput extends MutationInput {
  @Field(() => ID, { description: 'The paragraph.' })
  paragraphId!: string;
  @Field(() => ID, { nullable: true, description: 'The sentence that it follows; left out for the end.' })
  @IsOptional()
  afterSentenceId?: string | null;
  @Field(() => String, { description: 'Its words.' })
  @Words(SENTENCE)
  text!: string;
  @Field(() => [ID], { description: 'The findings that it rests on. Without one the text cannot be frozen.' })
  @Ids(40)
  findingIds!: string[];
}

@InputType({ description: 'A sentence to take out; its words are kept in the history.' })
export class RemoveSentenceInput extends MutationInput {
  @Field(() => ID, { description: 'The sentence.' })
  sentenceId!: string;
  @Field(() => Int, { description: 'The version of the sentence that you read.' })
  version!: number;
}

@InputType({ description: 'The text to freeze, and until when the agencies may comment on it.' })
export class OpenAccuracyWindowInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'The version of the narrative that you read.' })
  version!: number;
  @Field(() => LocalDate, {
    nullable: true,
    description: "The last day for comments; left out for the framework's working days.",
  })
  @IsOptional()
  commentsDueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Why another day than the one computed.' })
  @OptionalWords(REASON)
  reason?: string | null;
}

@InputType({ description: 'A window for comments to shut before its time.' })
export class CloseAccuracyWindowInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(REASON)
  reason!: string;
}

@InputType({ description: 'A frozen text to open again.' })
export class ReopenDraftingInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
}

@InputType({ description: 'The version of the narrative that passes.' })
export class PassQualityInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'The version of the narrative that you read.' })
  version!: number;
  @Field(() => String, { nullable: true, description: 'A note on it.' })
  @OptionalWords(REASON)
  note?: string | null;
}

@ObjectType({ description: "Words of the lead's that a new compile could not keep in place. They are in the history." })
export class DroppedText {
  @Field(() => String, { description: 'The words.' })
  text!: string;
  @Field(() => SentenceChangeEnum, { description: 'Whether its source changed, or stands no longer.' })
  reason!: string;
}

@ObjectType({ description: 'Answer to a change of the narrative.' })
export class NarrativePayload extends MutationPayload {
  @Field(() => Narrative, { nullable: true, description: 'The narrative as you see it now.' })
  narrative?: Narrative;
  @Field(() => [DroppedText], { nullable: true, description: 'What you wrote that no longer stands in the text.' })
  dropped?: DroppedText[];
  @Field(() => [String], { nullable: true, description: 'Compiled words that stay out because you took them out.' })
  leftOut?: string[];
}

@ObjectType({ description: 'Answer to a change of one sentence.' })
export class SentencePayload extends MutationPayload {
  @Field(() => NarrativeSentence, {
    nullable: true,
    description: 'The sentence as you see it now; null once taken out.',
  })
  sentence?: NarrativeSentence;
  @Field(() => Narrative, { nullable: true, description: 'The narrative as you see it now.' })
  narrative?: Narrative;
}

@ObjectType({ description: 'Answer to the freezing of the text, or to the end of its window.' })
export class FrozenTextPayload extends MutationPayload {
  @Field(() => FrozenText, { nullable: true, description: 'The frozen text.' })
  frozenText?: FrozenText;
  @Field(() => Inspection, { nullable: true, description: 'The inspection as you see it now.' })
  inspection?: Inspection;
  @Field(() => [String], { nullable: true, description: 'What to look at again, such as a deadline on a weekend.' })
  warnings?: string[];
}

@ObjectType({ description: 'Answer to the reopening of the text.' })
export class ReopenDraftingPayload extends MutationPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection as you see it now.' })
  inspection?: Inspection;
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the inspectorates whose signatures are void: they must sign again.',
  })
  mustSignAgain?: string[];
}
