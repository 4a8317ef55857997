import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Case } from '../cases/case.object.js';
import { Evidence } from '../evidence/evidence.object.js';
import { InspectorateBody, Person } from '../organisations/organisation.object.js';

export const BreakGlassOutcome = { JUSTIFIED: 'JUSTIFIED', NOT_JUSTIFIED: 'NOT_JUSTIFIED' } as const;
registerEnumType(BreakGlassOutcome, {
  name: 'BreakGlassOutcome',
  description: "What the owner's lead found: that it was justified, or not.",
});

@ObjectType({
  description:
    'Access taken for at most an hour to what other inspectorates have submitted: about a case, or one item seen in summary. For who took it and the leads of the owners.',
  implements: () => [Node],
})
export class BreakGlass extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Case, { nullable: true, description: 'The case, where it is on one.' })
  case?: Case;
  @Field(() => Evidence, { nullable: true, description: 'The item, where it is on one.' })
  evidence?: Evidence;
  @Field(() => Person, { nullable: true, description: 'Who took it.' })
  askedBy?: Person;
  @Field(() => String, { description: 'Code of his inspectorate.' })
  inspectorate!: string;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => DateTime, { description: 'From when.' })
  startsAt!: string;
  @Field(() => DateTime, { description: 'Until when, exclusive, unless the case or summary is no longer seen before.' })
  endsAt!: string;
  @Field(() => [BreakGlassReview], { description: "Its reviews: all for who took it, an owner's own for its leads." })
  reviews!: BreakGlassReview[];
}

@ObjectType({
  description: "What one owner's lead finds of a break-glass on his inspectorate's evidence.",
  implements: () => [Node],
})
export class BreakGlassReview extends Node {
  @Field(() => BreakGlass, { description: 'What is to be reviewed.' })
  breakGlass!: BreakGlass;
  @Field(() => InspectorateBody, { description: 'The owner that was told, and reviews it.' })
  owner!: InspectorateBody;
  @Field(() => DateTime, { description: 'Until when, exclusive: the end of the second working day.' })
  dueAt!: string;
  @Field(() => Boolean, { description: 'Whether that has passed without a review; it stays open.' })
  overdue!: boolean;
  @Field(() => Int, { description: 'Send it back with the review.' })
  version!: number;
  @Field(() => BreakGlassOutcome, { nullable: true, description: 'What was found; null until then.' })
  outcome?: string;
  @Field(() => String, { nullable: true, description: 'What the reviewer has to say.' })
  words?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was reviewed.' })
  reviewedAt?: string;
  @Field(() => Person, { nullable: true, description: 'Who reviewed it.' })
  reviewedBy?: Person;
}

@ObjectType({ description: 'A page of break-glass.' })
export class BreakGlassConnection extends connectionOf(BreakGlass) {}
