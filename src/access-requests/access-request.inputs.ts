import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { OptionalWords, Words } from '../api/words.js';
import { ShareFormEnum } from '../evidence/evidence.object.js';
import { AccessRequest } from './access-request.object.js';

/** As long as the purpose of a share, which it becomes unless the owner writes another. */
const REASON = 1_000;

@InputType({
  description: 'Asks the owner of an item that you see to share it: whole with your own inspectorate, or with another.',
})
export class RequestAccessInput extends MutationInput {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => String, { description: 'Code of the inspectorate that is to receive it, 1 to 100 characters.' })
  @Words(100)
  recipient!: string;
  @Field(() => ID, { nullable: true, description: 'One assignment on its team; left out for all of it.' })
  @IsOptional()
  recipientAssignmentId?: string | null;
  @Field(() => ShareFormEnum, { description: 'Whole, or in summary.' })
  form!: 'WHOLE' | 'SUMMARY';
  @Field(() => String, { description: 'What it is needed for, 1 to 1,000 characters.' })
  @Words(REASON)
  reason!: string;
}

@InputType({ description: 'Grants a request for access by a share, within what the owner releases.' })
export class GrantAccessInput extends MutationInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;
  @Field(() => ShareFormEnum, { nullable: true, description: 'No wider than was asked for; left out for that.' })
  @IsOptional()
  form?: 'WHOLE' | 'SUMMARY' | null;
  @Field(() => String, { description: 'Code of one of your gateways that permits sharing, 1 to 100 characters.' })
  @Words(100)
  gateway!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What it is shared for, 1 to 1,000 characters; left out for the reason that was given.',
  })
  @OptionalWords(REASON)
  purpose?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'From when; left out for now.' })
  @IsOptional()
  startsAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Until when; left out for the inspection's end." })
  @IsOptional()
  endsAt?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a summary: its own title, 1 to 300 characters.' })
  @OptionalWords(300)
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a summary: its own text, 1 to 20,000 characters.' })
  @OptionalWords(20_000)
  summary?: string | null;
  @Field(() => String, { nullable: true, description: 'A word to whoever asked, 1 to 2,000 characters.' })
  @OptionalWords(2_000)
  words?: string | null;
}

@InputType({ description: 'Refuses a request for access.' })
export class RefuseAccessInput extends MutationInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;
  @Field(() => String, { description: 'Why, for whoever asked: 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to a request for access or its decision.' })
export class AccessRequestPayload extends MutationPayload {
  @Field(() => AccessRequest, { nullable: true, description: 'The request as you see it now.' })
  request?: AccessRequest;
}
