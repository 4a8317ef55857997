import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { Inspection } from '../inspections/inspection.object.js';
import { Agency, Person } from '../organisations/organisation.object.js';

export const WhistleblowingStateEnum = asEnum(['RECEIVED', 'IN_HAND', 'CLOSED']);
registerEnumType(WhistleblowingStateEnum, {
  name: 'WhistleblowingState',
  description: 'Received; taken in hand by a handler; closed by one.',
});

export const WhistleblowingStepEnum = asEnum(['TAKEN_IN_HAND', 'NOTED', 'CLOSED']);
registerEnumType(WhistleblowingStepEnum, {
  name: 'WhistleblowingStepKind',
  description: 'What a handler does with an item: take it in hand, note something upon it, close it.',
});

export const WhistleblowingOperationEnum = asEnum([
  'FILED',
  'OPENED',
  'TAKEN_IN_HAND',
  'NOTED',
  'CLOSED',
  'HANDLER_NAMED',
  'HANDLER_ENDED',
]);
registerEnumType(WhistleblowingOperationEnum, {
  name: 'WhistleblowingOperation',
  description: 'What is recorded of whistleblowing, and nowhere else.',
});

@ObjectType({ description: 'A step of a handler. His note is read by opening the item.' })
export class WhistleblowingStep {
  @Field(() => WhistleblowingStepEnum, { description: 'Which.' })
  step!: string;
  @Field(() => DateTime, { description: 'When.' })
  at!: string;
  @Field(() => String, { description: 'Name of the handler.' })
  by!: string;
}

@ObjectType({
  description:
    'What somebody on the inspection told its whistleblowing handlers. It exists for them alone; its words are read by opening it.',
  implements: () => [Node],
})
export class WhistleblowingItem extends Node {
  @Field(() => WhistleblowingStateEnum, { description: 'Where it stands.' })
  state!: string;
  @Field(() => Int, { description: 'Send it with your change.' })
  version!: number;
  @Field(() => Inspection, { description: 'The inspection.' })
  inspection!: Inspection;
  @Field(() => Agency, { nullable: true, description: 'The agency that it concerns, if its author named one.' })
  agency?: Agency;
  @Field(() => LocalDate, { description: 'The day on which it came in. The hour is told where the item is opened.' })
  receivedOn!: string;
  @Field(() => [WhistleblowingStep], { description: 'What has been done with it, oldest first.' })
  steps!: WhistleblowingStep[];
}

@ObjectType({ description: 'A page of whistleblowing items.' })
export class WhistleblowingItemConnection extends connectionOf(WhistleblowingItem) {}

@ObjectType({ description: 'Somebody who handles the whistleblowing of an inspection.', implements: () => [Node] })
export class WhistleblowingHandler extends Node {
  @Field(() => Person, { description: 'Who it is.' })
  person!: Person;
  @Field(() => Person, { description: 'The planner who named him.' })
  namedBy!: Person;
  @Field(() => DateTime, { description: 'When.' })
  namedAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'Since when he handles nothing more here.' })
  endedAt?: string;
}

@ObjectType({ description: 'A page of whistleblowing handlers.' })
export class WhistleblowingHandlerConnection extends connectionOf(WhistleblowingHandler) {}

@ObjectType({ description: 'Who did what with an item or a handler, and when.' })
export class WhistleblowingEvent {
  @Field(() => WhistleblowingOperationEnum, { description: 'What was done.' })
  operation!: string;
  @Field(() => DateTime, { description: 'When; of a filing, the beginning of its day in London.' })
  at!: string;
  @Field(() => Person, {
    nullable: true,
    description: 'Who; of a filing nobody: its author is told where the item is opened.',
  })
  by?: Person;
  @Field(() => WhistleblowingItem, { nullable: true, description: 'The item.' })
  item?: WhistleblowingItem;
  @Field(() => WhistleblowingHandler, { nullable: true, description: 'The handler who was named, or is one no more.' })
  handler?: WhistleblowingHandler;
}

@ObjectType({ description: 'A page of the record of whistleblowing.' })
export class WhistleblowingEventConnection extends connectionOf(WhistleblowingEvent) {}

@ObjectType({ description: 'Proof that you filed something. Nothing else of it is told to you, then or later.' })
export class WhistleblowingReceipt {
  @Field(() => String, { description: 'Eight characters, by which the handlers know your item.' })
  code!: string;
  @Field(() => DateTime, { description: 'When you filed it.' })
  at!: string;
}

@ObjectType({ description: 'A page of your receipts.' })
export class WhistleblowingReceiptConnection extends connectionOf(WhistleblowingReceipt) {}

@ObjectType({ description: 'Who filed an item, as he was known then.' })
export class WhistleblowingAuthor {
  @Field(() => ID, { description: 'His id, by which the administrator of his organisation knows him.' })
  personId!: string;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { description: 'Name of his organisation.' })
  organisation!: string;
  @Field(() => String, { nullable: true, description: 'How to reach him at work.' })
  contact!: string | null;
}

@ObjectType({ description: 'A note of a handler.' })
export class WhistleblowingNote {
  @Field(() => WhistleblowingStepEnum, { description: 'The step to which it was written.' })
  step!: string;
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
  @Field(() => String, { description: 'Name of the handler.' })
  by!: string;
  @Field(() => String, { description: 'What he wrote.' })
  words!: string;
}

@ObjectType({ description: 'An item, opened: that you opened it is recorded.' })
export class OpenedWhistleblowing {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;
  @Field(() => String, { description: 'What was written.' })
  words!: string;
  @Field(() => WhistleblowingAuthor, { description: 'Who wrote it.' })
  author!: WhistleblowingAuthor;
  @Field(() => String, { description: "The code on the author's receipt." })
  receiptCode!: string;
  @Field(() => DateTime, { description: 'When it was filed.' })
  receivedAt!: string;
  @Field(() => [WhistleblowingNote], { description: 'What the handlers noted, oldest first.' })
  notes!: WhistleblowingNote[];
}
