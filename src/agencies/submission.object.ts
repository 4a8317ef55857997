import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Agency, Person } from '../organisations/organisation.object.js';

export const SubmissionState = { DRAFT: 'DRAFT', SUBMITTED: 'SUBMITTED' } as const;
registerEnumType(SubmissionState, {
  name: 'SubmissionState',
  description: "A draft is its agency's alone. Submitted, the inspectorates that the request names read it.",
});

@ObjectType({ description: 'A figure or fact of a submission.' })
export class NamedItem {
  @Field(() => String, { description: 'What it is.' })
  name!: string;
  @Field(() => String, { description: 'The figure or fact, as the agency wrote it.' })
  value!: string;
}

@ObjectType({ description: 'What an agency had sent before it replaced it.' })
export class SubmissionVersion {
  @Field(() => Int, { description: 'Its number.' })
  version!: number;
  @Field(() => String, { description: 'Its text.' })
  text!: string;
  @Field(() => [NamedItem], { description: 'Its data.' })
  data!: NamedItem[];
  @Field(() => Boolean, { description: 'Whether it arrived when it was due, or later.' })
  late!: boolean;
  @Field(() => DateTime, { description: 'When it was sent.' })
  submittedAt!: string;
  @Field(() => String, { description: 'Code of its receipt.' })
  receiptCode!: string;
  @Field(() => DateTime, { description: 'When it was replaced.' })
  replacedAt!: string;
  @Field(() => String, { description: 'Why it was replaced.' })
  reason!: string;
}

@ObjectType({
  description:
    "An agency's answer to a request: text and data. Seen whole or not at all; an agency keeps what it sent.",
  implements: () => [Node],
})
export class Submission extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => ID, { description: 'The request that it answers.' })
  requestId!: string;
  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;
  @Field(() => SubmissionState, { description: 'Draft or submitted.' })
  state!: string;
  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;
  @Field(() => String, { description: 'Its text.' })
  text!: string;
  @Field(() => [NamedItem], { description: 'Its data.' })
  data!: NamedItem[];
  @Field(() => Boolean, { description: 'Whether it arrived when it was due, or later. It is kept all the same.' })
  late!: boolean;
  @Field(() => Person, { nullable: true, description: 'Who wrote it last.' })
  writtenBy?: Person;
  @Field(() => DateTime, { description: 'When it was written last.' })
  writtenAt!: string;
  @Field(() => Person, { nullable: true, description: 'Who sent it.' })
  submittedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was sent.' })
  submittedAt?: string;
  @Field(() => String, { nullable: true, description: 'Code of its receipt.' })
  receiptCode?: string;
  @Field(() => [SubmissionVersion], { description: 'What it replaced, oldest first.' })
  versions!: SubmissionVersion[];
}

@ObjectType({ description: 'A page of submissions.' })
export class SubmissionConnection extends connectionOf(Submission) {}
