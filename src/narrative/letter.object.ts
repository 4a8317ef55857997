import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { InspectorateBody, Person } from '../organisations/organisation.object.js';

@ObjectType({ description: "An inspectorate's signature on one exact text.", implements: () => [Node] })
export class Signature extends Node {
  @Field(() => InspectorateBody, { description: 'For whom it is given.' })
  inspectorate!: InspectorateBody;
  @Field(() => String, { description: 'Who signed.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'The office in which he signed.' })
  office?: string;
  @Field(() => String, { description: 'Hash of the text that was signed.' })
  hash!: string;
  @Field(() => DateTime, { description: 'When.' })
  signedAt!: string;
  @Field(() => Person, { nullable: true, description: 'In whose place he signed.' })
  delegatedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it became void: the text was opened again.' })
  voidedAt?: string;
}

@ObjectType({ description: 'What holds publication, and nothing else.', implements: () => [Node] })
export class PublicationHold extends Node {
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => DateTime, { description: 'From when.' })
  heldAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive; null until it is lifted.' })
  until?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was lifted.' })
  liftedAt?: string;
  @Field(() => String, { nullable: true, description: 'Why it was lifted.' })
  liftReason?: string;
}

@ObjectType({ description: 'A person named in the letter.' })
export class LetterPerson {
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { description: 'Office or role.' })
  role!: string;
}

@ObjectType({ description: 'A signatory named in the letter.' })
export class LetterSignatory extends LetterPerson {
  @Field(() => String, { description: 'Name of the inspectorate.' })
  inspectorate!: string;
}

@ObjectType({
  description: 'The letter: for the agencies inspected before publication, for everybody after it.',
  implements: () => [Node],
})
export class Letter extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'A correction is a later version.' })
  version!: number;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'Hash of the text that was signed.' })
  hash!: string;
  @Field(() => DateTime, { nullable: true, description: 'When the area received the pre-publication copy.' })
  receivedAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn, or the copy called back.' })
  withdrawnAt?: string;
  @Field(() => String, { nullable: true, description: 'The letter as one page, where you see it whole.' })
  html?: string;
  @Field(() => String, { nullable: true, description: 'Where this page is served, once it is published.' })
  path?: string;
  @Field(() => [LetterPerson], { nullable: true, description: 'To whom it is addressed.' })
  addressees?: LetterPerson[];
  @Field(() => [LetterSignatory], { nullable: true, description: 'Who signed it.' })
  signatories?: LetterSignatory[];
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day computed for the written statement of proposed action, as the letter prints it.',
  })
  statementComputedOn?: string;
  @Field(() => LocalDate, { nullable: true, description: 'The day on which it is due, as the letter prints it.' })
  statementDueOn?: string;
}

@ObjectType({ description: 'A page of letters.' })
export class LetterConnection extends connectionOf(Letter) {}
