import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { OptionalWords, Words } from '../api/words.js';
import { WhistleblowingHandler, WhistleblowingItem, WhistleblowingStepEnum } from './whistleblowing.object.js';

@InputType({
  description: 'What the handlers of the inspection should know. They learn who you are; nobody else learns of it.',
})
export class FileWhistleblowingInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection on which you have an assignment.' })
  inspectionId!: string;
  @Field(() => String, { description: 'What you have to say: 1 to 10,000 characters.' })
  @Words(10_000)
  words!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The agency that it concerns: a handler with a conflict of interest with it does not see the item.',
  })
  @IsOptional()
  agencyId?: string | null;
}

@InputType({ description: 'A step of a handler with an item.' })
export class HandleWhistleblowingInput extends MutationInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => WhistleblowingStepEnum, { description: 'What you do with it.' })
  step!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Your note, for the handlers; needed but where you take the item in hand: at most 4,000 characters. It is sealed like the item.',
  })
  @OptionalWords(4_000)
  words?: string | null;
}

@InputType({ description: 'Somebody who is to handle the whistleblowing of an inspection.' })
export class NameWhistleblowingHandlerInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => ID, { description: 'A user of the leading inspectorate who leads nothing on the inspection.' })
  userId!: string;
}

@InputType({ description: 'A handler who is to be one no more.' })
export class EndWhistleblowingHandlerInput extends MutationInput {
  @Field(() => ID, { description: 'The handler.' })
  handlerId!: string;
}

@ObjectType({ description: 'Answer to a filing: its receipt is all that its author is told.' })
export class FileWhistleblowingPayload extends MutationPayload {}

@ObjectType({ description: 'Answer to a step with an item.' })
export class HandleWhistleblowingPayload extends MutationPayload {
  @Field(() => WhistleblowingItem, { nullable: true, description: 'The item.' })
  item?: WhistleblowingItem;
}

@ObjectType({ description: 'Answer to a change of the handlers.' })
export class WhistleblowingHandlerPayload extends MutationPayload {
  @Field(() => WhistleblowingHandler, { nullable: true, description: 'The handler.' })
  handler?: WhistleblowingHandler;
}
