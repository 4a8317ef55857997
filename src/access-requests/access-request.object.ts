import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Evidence, EvidenceShare, ShareFormEnum } from '../evidence/evidence.object.js';
import { Assignment } from '../inspections/inspection.object.js';
import { InspectorateBody, Person } from '../organisations/organisation.object.js';

export const AccessRequestState = { OPEN: 'OPEN', GRANTED: 'GRANTED', REFUSED: 'REFUSED' } as const;
registerEnumType(AccessRequestState, {
  name: 'AccessRequestState',
  description: 'Open until the owner decides, whether or not it is overdue; then granted by a share, or refused.',
});
export const AccessRequestView = { TO_DECIDE: 'TO_DECIDE', MINE: 'MINE', ALL: 'ALL' } as const;
registerEnumType(AccessRequestView, {
  name: 'AccessRequestView',
  description: 'Those that wait for your decision; those that you made; all that you see.',
});

@ObjectType({
  description:
    'A request to the owner of an item to share it, or to share it more widely. Seen by whoever made it, while he sees the item, and by the writers and analysts of the owner.',
  implements: () => [Node],
})
export class AccessRequest extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Evidence, { description: 'The item.' })
  evidence!: Evidence;
  @Field(() => InspectorateBody, { description: 'The inspectorate that owns it and decides.' })
  owner!: InspectorateBody;
  @Field(() => Person, { nullable: true, description: 'Who asks.' })
  askedBy?: Person;
  @Field(() => InspectorateBody, { description: 'The inspectorate that is to receive it.' })
  recipient!: InspectorateBody;
  @Field(() => Assignment, { nullable: true, description: 'The one assignment on its team, or null for all of it.' })
  recipientAssignment?: Assignment;
  @Field(() => ShareFormEnum, {
    description: 'The form asked for; it may be granted in summary where it asks for the whole.',
  })
  form!: string;
  @Field(() => String, { description: 'Why it is asked for.' })
  reason!: string;
  @Field(() => DateTime, { description: 'When it was asked.' })
  askedAt!: string;
  @Field(() => DateTime, { description: 'By when to decide, exclusive: the end of the second working day in London.' })
  dueAt!: string;
  @Field(() => Boolean, { description: 'Whether that has passed without a decision. A pause stops the clock.' })
  overdue!: boolean;
  @Field(() => AccessRequestState, { description: 'Open, granted or refused.' })
  state!: string;
  @Field(() => Person, { nullable: true, description: 'Who decided.' })
  decidedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt?: string;
  @Field(() => String, { nullable: true, description: 'Why it was refused, or what was said to the grant.' })
  decisionReason?: string;
  @Field(() => EvidenceShare, { nullable: true, description: 'The share by which it was granted, where you see it.' })
  share?: EvidenceShare;
}

@ObjectType({ description: 'A page of requests for access.' })
export class AccessRequestConnection extends connectionOf(AccessRequest) {}
