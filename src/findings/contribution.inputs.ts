import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { OptionalWords, Words } from '../api/words.js';
import { Inspection } from '../inspections/inspection.object.js';
import { Contribution } from './finding.object.js';

@InputType({ description: "An answer to one of your inspectorate's questions." })
export class AnswerInput {
  @Field(() => String, { description: 'Code of the question.' })
  @Words(100)
  question!: string;
  @Field(() => String, { description: 'The answer: words, YES or NO, or digits, as the question asks.' })
  @Words(10_000)
  answer!: string;
}

@InputType({ description: "Your inspectorate's answers as they are to be." })
export class SaveContributionInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { nullable: true, description: 'The version that you read; left out the first time.' })
  @IsOptional()
  version?: number | null;
  @Field(() => [AnswerInput], { description: 'All answers, each question once.' })
  @ArrayMaxSize(100, { message: 'Send at most 100 answers.' })
  @ValidateNested({ each: true })
  @Type(() => AnswerInput)
  answers!: AnswerInput[];
  @Field(() => String, { nullable: true, description: 'Why there are no findings; only where there are none.' })
  @OptionalWords(5_000)
  nilReason?: string | null;
}

@InputType({ description: 'The contribution of your inspectorate, checked with its submitted findings.' })
export class SubmitContributionInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'The reveal: from then on the team sees every submitted finding.' })
export class OpenRevealInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot wait, where an inspectorate taking part has not submitted its contribution.',
  })
  @OptionalWords(2_000)
  reason?: string | null;
}

@ObjectType({ description: 'Answer to a change of a contribution.' })
export class ContributionPayload extends MutationPayload {
  @Field(() => Contribution, { nullable: true, description: 'The contribution as you see it now.' })
  contribution?: Contribution;
}

@ObjectType({ description: 'Answer to the reveal.' })
export class RevealPayload extends MutationPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection.' })
  inspection?: Inspection;
}
