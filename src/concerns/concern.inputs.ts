import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { OptionalWords, Words } from '../api/words.js';
import { ImmediateConcern } from './concern.object.js';

@InputType({ description: 'A child at immediate risk. Write what the authority needs to act, and no more.' })
export class RaiseConcernInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection on which you learned of it.' })
  inspectionId!: string;
  @Field(() => ID, {
    description: 'The local authority where the child lives; it need take no part in the inspection.',
  })
  receiverId!: string;
  @Field(() => String, { description: 'Who, where, what risk: 1 to 10,000 characters.' })
  @Words(10_000)
  words!: string;
  @Field(() => ID, { nullable: true, description: 'The case, if the child is one of the sample.' })
  @IsOptional()
  caseId?: string | null;
}

@InputType({ isAbstract: true })
abstract class ConcernInput extends MutationInput {
  @Field(() => ID, { description: 'The concern.' })
  concernId!: string;
  @Field(() => String, { nullable: true, description: 'What you have to say to it.' })
  @OptionalWords(4_000)
  words?: string | null;
}

@InputType({ description: 'A concern that the authority has read.' })
export class AcknowledgeConcernInput extends ConcernInput {}

@InputType({ description: 'A concern that the lead is satisfied with.' })
export class CloseConcernInput extends ConcernInput {}

@InputType({ description: 'What was done for the child.' })
export class ActOnConcernInput extends MutationInput {
  @Field(() => ID, { description: 'The concern.' })
  concernId!: string;
  @Field(() => String, { description: 'What was done: 1 to 4,000 characters.' })
  @Words(4_000)
  words!: string;
}

@ObjectType({ description: 'Answer to a step of an immediate concern.' })
export class ConcernPayload extends MutationPayload {
  @Field(() => ImmediateConcern, { nullable: true, description: 'The concern.' })
  concern?: ImmediateConcern;
  @Field(() => [String], {
    nullable: true,
    description: 'What to do besides: that nobody at this authority can see it here, so that it must be telephoned.',
  })
  warnings?: string[];
}
