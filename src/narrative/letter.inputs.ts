import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { OptionalWords, Words } from '../api/words.js';
import { Assignment, Inspection } from '../inspections/inspection.object.js';
import { Letter, PublicationHold, Signature } from './letter.object.js';

/** Characters at most. */
const REASON = 2_000;
const NAME = 300;

@InputType({ description: 'Your signature, for your inspectorate, on the text that you have read.' })
export class SignNarrativeInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, { description: 'Hash of the frozen text that you read.' })
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the hash of the frozen text, as its field "hash" has it.' })
  hash!: string;
  @Field(() => String, { nullable: true, description: 'The office in which you sign, as the letter is to print it.' })
  @OptionalWords(NAME)
  office?: string | null;
}

@InputType({ description: 'Somebody of your inspectorate who signs in your place.' })
export class DelegateSigningInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => ID, { description: 'Who.' })
  userId!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(REASON)
  reason!: string;
}

@InputType({ description: 'What holds publication.' })
export class HoldPublicationInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, { description: 'Why: a trial, a pre-election period.' })
  @Words(REASON)
  reason!: string;
  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive; left out until it is lifted.' })
  @IsOptional()
  until?: string | null;
}

@InputType({ description: 'A hold to lift.' })
export class LiftHoldInput extends MutationInput {
  @Field(() => ID, { description: 'The hold.' })
  holdId!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(REASON)
  reason!: string;
}

@InputType({ description: "The area's receipt of the pre-publication copy." })
export class RecordReceiptInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was received; left out for now.' })
  @IsOptional()
  receivedAt?: string | null;
}

@InputType({ description: 'Another day for the written statement of proposed action than the one computed.' })
export class SetStatementDueDateInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => LocalDate, { description: 'The day.' })
  dueOn!: string;
  @Field(() => String, { description: 'Why.' })
  @Words(REASON)
  reason!: string;
}

@InputType({ description: 'Somebody to whom the letter is addressed.' })
export class AddresseeInput {
  @Field(() => String, { description: 'Name.' })
  @Words(NAME)
  name!: string;
  @Field(() => String, { description: 'Office or role.' })
  @Words(NAME)
  role!: string;
}

@InputType({ description: 'The letter to publish.' })
export class PublishLetterInput extends MutationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => [AddresseeInput], { defaultValue: [], description: 'To whom it is addressed, in order.' })
  @ValidateNested({ each: true })
  @Type(() => AddresseeInput)
  @ArrayMaxSize(40, { message: 'Send at most 40 at once.' })
  addressees!: AddresseeInput[];
}

@ObjectType({ description: 'Answer to a signature.' })
export class SignaturePayload extends MutationPayload {
  @Field(() => Signature, { nullable: true, description: 'Your signature.' })
  signature?: Signature;
  @Field(() => Inspection, { nullable: true, description: 'The inspection as you see it now.' })
  inspection?: Inspection;
}

@ObjectType({ description: 'Answer to a delegation.' })
export class DelegationPayload extends MutationPayload {
  @Field(() => Assignment, { nullable: true, description: "The delegate's assignment, where you see it." })
  assignment?: Assignment;
}

@ObjectType({ description: 'Answer to a hold or its lifting.' })
export class PublicationHoldPayload extends MutationPayload {
  @Field(() => PublicationHold, { nullable: true, description: 'The hold.' })
  hold?: PublicationHold;
}

@ObjectType({ description: 'Answer to a change of the statement’s due day.' })
export class StatementDueDatePayload extends MutationPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection, with its dates.' })
  inspection?: Inspection;
  @Field(() => [String], { nullable: true, description: 'What to look at again, such as a day on a weekend.' })
  warnings?: string[];
}

@ObjectType({ description: 'Answer to a receipt or a publication.' })
export class LetterPayload extends MutationPayload {
  @Field(() => Letter, { nullable: true, description: 'The letter as you see it now.' })
  letter?: Letter;
  @Field(() => Inspection, { nullable: true, description: 'The inspection as you see it now.' })
  inspection?: Inspection;
  @Field(() => [String], { nullable: true, description: 'What to look at again, such as a deadline on a weekend.' })
  warnings?: string[];
}
