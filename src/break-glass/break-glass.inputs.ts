import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Words } from '../api/words.js';
import { BreakGlass, BreakGlassOutcome, BreakGlassReview } from './break-glass.object.js';

const MOST_MINUTES = 60;

@InputType({
  description:
    'Access to what other inspectorates have submitted, taken because there is no time to ask: about one case, or one item that you see in summary. The owners are told at once and review it.',
})
export class BreakGlassInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'The case; or else the item.' })
  @IsOptional()
  caseId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The item that you see in summary; or else the case.' })
  @IsOptional()
  evidenceId?: string | null;
  @Field(() => String, { description: 'Why it cannot wait: 30 to 2,000 characters, runs of spaces counted as one.' })
  @Words(2_000)
  reason!: string;
  @Field(() => Int, { description: 'For how many minutes, 1 to 60.' })
  @Min(1, { message: 'Take it for at least one minute.' })
  @Max(MOST_MINUTES, { message: `Take it for ${MOST_MINUTES} minutes at most.` })
  minutes!: number;
}

@InputType({ description: "What you find of a break-glass on your inspectorate's evidence." })
export class ReviewBreakGlassInput extends MutationInput {
  @Field(() => ID, { description: 'The review.' })
  reviewId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => BreakGlassOutcome, { description: 'Justified or not.' })
  outcome!: keyof typeof BreakGlassOutcome;
  @Field(() => String, { description: 'Why you find so: 1 to 4,000 characters.' })
  @Words(4_000)
  words!: string;
}

@ObjectType({ description: 'Answer to a break-glass.' })
export class BreakGlassPayload extends MutationPayload {
  @Field(() => BreakGlass, { nullable: true, description: 'What you have taken.' })
  breakGlass?: BreakGlass;
}

@ObjectType({ description: 'Answer to the review of a break-glass.' })
export class ReviewBreakGlassPayload extends MutationPayload {
  @Field(() => BreakGlassReview, { nullable: true, description: 'The review.' })
  review?: BreakGlassReview;
}
