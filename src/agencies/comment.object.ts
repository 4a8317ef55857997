import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Agency, Person } from '../organisations/organisation.object.js';

export const CommentKind = { FACT: 'FACT', JUDGEMENT: 'JUDGEMENT' } as const;
registerEnumType(CommentKind, { name: 'CommentKind', description: 'Whether a fact is disputed, or a judgement.' });
export const CommentState = { DRAFT: 'DRAFT', SENT: 'SENT' } as const;
registerEnumType(CommentState, {
  name: 'CommentState',
  description: "A draft comment is its agency's alone; a draft reply is the team's.",
});
export const ReplyDecision = { CHANGED: 'CHANGED', NOT_CHANGED: 'NOT_CHANGED', NOTED: 'NOTED' } as const;
registerEnumType(ReplyDecision, {
  name: 'ReplyDecision',
  description: 'What the comment led to: the text is changed, it is not, or the comment is noted.',
});

@ObjectType({ description: 'The reasoned reply to an accuracy comment.', implements: () => [Node] })
export class AccuracyReply extends Node {
  @Field(() => ReplyDecision, { description: 'What the comment led to.' })
  decision!: string;
  @Field(() => String, { description: 'The reasons.' })
  text!: string;
  @Field(() => CommentState, { description: 'Draft or sent.' })
  state!: string;
  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;
  @Field(() => Person, { nullable: true, description: 'Who drafted it.' })
  draftedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was sent.' })
  sentAt?: string;
}

@ObjectType({
  description:
    'What an agency says of a paragraph of the frozen text: on fact or on judgement. Other agencies never see it.',
  implements: () => [Node],
})
export class AccuracyComment extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;
  @Field(() => ID, { description: 'The frozen paragraph that it is on.' })
  paragraphId!: string;
  @Field(() => CommentKind, { description: 'On fact or on judgement.' })
  kind!: string;
  @Field(() => String, { description: 'The comment.' })
  text!: string;
  @Field(() => String, { nullable: true, description: 'What proves it.' })
  proof?: string;
  @Field(() => CommentState, { description: 'Draft or sent.' })
  state!: string;
  @Field(() => Boolean, {
    description:
      'Whether it was sent when the window had shut. It is kept, and considered only where the lead admits it.',
  })
  late!: boolean;
  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;
  @Field(() => Person, { nullable: true, description: 'Who drafted it.' })
  draftedBy?: Person;
  @Field(() => Person, { nullable: true, description: 'Who sent it.' })
  sentBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was sent.' })
  sentAt?: string;
  @Field(() => String, { nullable: true, description: 'Code of its receipt.' })
  receiptCode?: string;
  @Field(() => DateTime, { nullable: true, description: 'When the lead admitted it, where it was late.' })
  admittedAt?: string;
  @Field(() => String, { nullable: true, description: 'Why the lead admitted it.' })
  admittedBecause?: string;
  @Field(() => AccuracyReply, { nullable: true, description: 'The reply, where you see it.' })
  reply?: AccuracyReply;
}

@ObjectType({ description: 'A page of accuracy comments.' })
export class AccuracyCommentConnection extends connectionOf(AccuracyComment) {}
