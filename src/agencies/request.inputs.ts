import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMinSize, IsOptional, Matches } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { LocalDate } from '../api/scalars.js';
import { Ids, Words } from '../api/words.js';
import { InformationRequest } from './request.object.js';
import { TIME_OF_DAY } from './request-due.js';

@InputType({ isAbstract: true })
abstract class RequestWords extends MutationInput {
  @Field(() => String, { description: 'Title, 1 to 300 characters.' })
  @Words(300)
  title!: string;
  @Field(() => String, { description: 'What is asked for, 1 to 20,000 characters.' })
  @Words(20_000)
  asked!: string;
  @Field(() => String, { description: 'Why it is asked for, 1 to 5,000 characters.' })
  @Words(5_000)
  reason!: string;
  @Field(() => [String], {
    description: 'Codes of the inspectorates that it serves, at least one: they read the submission.',
  })
  @Ids(20)
  @ArrayMinSize(1, { message: 'Name at least one inspectorate that needs the answer.' })
  inspectorates!: string[];
  @Field(() => [ID], { nullable: true, description: 'Cases that it names: the agency learns their codes, no more.' })
  @IsOptional()
  @Ids(200)
  caseIds?: string[] | null;
  @Field(() => LocalDate, { description: 'The day on which it is due, to the end of that day in London.' })
  dueOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'An hour of that day in London, as HH:MM, where the end of the day is too late.',
  })
  @IsOptional()
  @Matches(TIME_OF_DAY, { message: 'Give a time of day as HH:MM, from 00:00 to 23:59.' })
  dueTime?: string | null;
}

@InputType({ description: 'A new request to an agency: a draft for the inspectorates that it names.' })
export class DraftRequestInput extends RequestWords {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => ID, { description: 'The agency asked, one of the inspection.' })
  agencyId!: string;
}

@InputType({ description: 'A draft request as it shall be from now on.' })
export class EditRequestInput extends RequestWords {
  @Field(() => ID, { description: 'The draft.' })
  requestId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A draft request to send to its agency.' })
export class IssueRequestInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  requestId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A request that is no longer wanted.' })
export class CancelRequestInput extends MutationInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to a change of a request.' })
export class InformationRequestPayload extends MutationPayload {
  @Field(() => InformationRequest, { nullable: true, description: 'The request as you see it now.' })
  request?: InformationRequest;
}
