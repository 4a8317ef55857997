import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../../api/problem.object.js';
import { DateTime } from '../../api/scalars.js';
import { Ids, OptionalWords, Words } from '../../api/words.js';
import { ShareFormEnum } from '../evidence.object.js';

export const MOST_ITEMS = 200;
const MOST_RECIPIENTS = 20;
/** Of one statement: its parameters are bounded. */
export const MOST_SHARES = 2_000;

@InputType({ description: 'A submitted item of your inspectorate, and the form in which it is shared.' })
export class ItemToShareInput {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => ShareFormEnum, { description: 'Whole, or in summary.' })
  form!: 'WHOLE' | 'SUMMARY';
  @Field(() => String, { nullable: true, description: 'Of a summary: its own title, 1 to 300 characters.' })
  @OptionalWords(300)
  title?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of a summary: its own text, as much as is necessary, 1 to 20,000 characters.',
  })
  @OptionalWords(20_000)
  summary?: string | null;
}

@InputType({
  description: 'With whom it is shared: an inspectorate, one person, or the team. Give exactly one of the three.',
})
export class ShareRecipientInput {
  @Field(() => String, {
    nullable: true,
    description: 'Code of an inspectorate that takes part, 1 to 100 characters: its whole team.',
  })
  @OptionalWords(100)
  inspectorate?: string | null;
  @Field(() => ID, { nullable: true, description: 'One assignment on the team of another inspectorate: that person.' })
  @IsOptional()
  assignmentId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for every inspectorate that takes part now; one that joins later gains nothing.',
  })
  @IsOptional()
  wholeTeam?: boolean | null;
}

@InputType({ description: 'Items to share with recipients: each item with each of them, all or nothing.' })
export class ShareEvidenceItemsInput extends MutationInput {
  @Field(() => [ItemToShareInput], { description: 'The items of one inspection, 1 to 200.' })
  @ArrayMinSize(1, { message: 'Name at least one item.' })
  @ArrayMaxSize(MOST_ITEMS, { message: `Share at most ${MOST_ITEMS} items at once.` })
  @ValidateNested({ each: true })
  @Type(() => ItemToShareInput)
  items!: ItemToShareInput[];
  @Field(() => [ShareRecipientInput], { description: 'The recipients, 1 to 20.' })
  @ArrayMinSize(1, { message: 'Name at least one recipient.' })
  @ArrayMaxSize(MOST_RECIPIENTS, { message: `Share with at most ${MOST_RECIPIENTS} recipients at once.` })
  @ValidateNested({ each: true })
  @Type(() => ShareRecipientInput)
  recipients!: ShareRecipientInput[];
  @Field(() => String, { description: 'Code of one of your gateways that permits sharing, 1 to 100 characters.' })
  @Words(100)
  gateway!: string;
  @Field(() => String, { description: 'What they are shared for, 1 to 1,000 characters.' })
  @Words(1_000)
  purpose!: string;
  @Field(() => DateTime, { nullable: true, description: 'From when; left out for now.' })
  @IsOptional()
  startsAt?: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until when; left out for the inspection's end. A share with a person ends with the assignment.",
  })
  @IsOptional()
  endsAt?: string | null;
}

@InputType({ description: 'Shares to end now, all or none: to undo a bulk, the ids that it answered.' })
export class RevokeSharesInput extends MutationInput {
  @Field(() => [ID], { description: 'The shares, of one inspection, 1 to 2,000.' })
  @ArrayMinSize(1, { message: 'Name at least one share.' })
  @Ids(MOST_SHARES)
  shareIds!: string[];
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to a bulk of shares or its revocation.' })
export class SharesPayload extends MutationPayload {
  @Field(() => [ID], {
    nullable: true,
    description: 'The shares, item by item in the order of the input, each with its recipients in their order.',
  })
  shareIds?: string[];
}
