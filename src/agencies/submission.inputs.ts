import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Words } from '../api/words.js';
import { InformationRequest } from './request.object.js';
import { Submission } from './submission.object.js';

@InputType({ description: 'A figure or fact.' })
export class NamedItemInput {
  @Field(() => String, { description: 'What it is, 1 to 300 characters.' })
  @Words(300)
  name!: string;
  @Field(() => String, { description: 'The figure or fact, 1 to 5,000 characters.' })
  @Words(5_000)
  value!: string;
}

@InputType({ isAbstract: true })
abstract class SubmissionWords extends MutationInput {
  @Field(() => ID, { description: 'The request that it answers.' })
  requestId!: string;
  @Field(() => String, { description: 'Its text, 1 to 200,000 characters.' })
  @Words(200_000)
  text!: string;
  @Field(() => [NamedItemInput], { nullable: true, description: 'Figures and facts, at most 1,000.' })
  @IsOptional()
  @ArrayMaxSize(1_000, { message: 'Send at most 1000 at once.' })
  @ValidateNested({ each: true })
  @Type(() => NamedItemInput)
  data?: NamedItemInput[] | null;
}

@InputType({ description: "A draft submission: its agency's alone until the coordinator sends it." })
export class SaveSubmissionInput extends SubmissionWords {
  @Field(() => Int, { nullable: true, description: 'The version that you read; left out for the first draft.' })
  @IsOptional()
  version?: number | null;
}

@InputType({ description: 'A draft submission to send.' })
export class SendSubmissionInput extends MutationInput {
  @Field(() => ID, { description: 'The request that it answers.' })
  requestId!: string;
  @Field(() => Int, { description: 'The version of the submission that you read.' })
  version!: number;
}

@InputType({ description: 'A submission in place of the one that was sent, which is kept.' })
export class ReplaceSubmissionInput extends SubmissionWords {
  @Field(() => Int, { description: 'The version of the submission that you read.' })
  version!: number;
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to a change of a submission.' })
export class SubmissionPayload extends MutationPayload {
  @Field(() => Submission, { nullable: true, description: 'The submission as you see it now.' })
  submission?: Submission;
  @Field(() => InformationRequest, { nullable: true, description: 'The request that it answers.' })
  request?: InformationRequest;
}
