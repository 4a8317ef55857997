import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Case } from '../cases/case.object.js';
import { Inspection } from '../inspections/inspection.object.js';
import { Agency } from '../organisations/organisation.object.js';

export const ConcernState = {
  RAISED: 'RAISED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  ACTED_ON: 'ACTED_ON',
  CLOSED: 'CLOSED',
} as const;
registerEnumType(ConcernState, {
  name: 'ConcernState',
  description: 'Raised; acknowledged by the receiving authority; acted on by it; closed: the lead is satisfied.',
});

@ObjectType({ description: 'A step of an immediate concern, with time and name.' })
export class ConcernStep {
  @Field(() => ConcernState, { description: 'Which.' })
  step!: string;
  @Field(() => DateTime, { description: 'When.' })
  at!: string;
  @Field(() => String, { description: 'Name of the person.' })
  by!: string;
  @Field(() => String, { description: 'Name of his organisation.' })
  organisation!: string;
  @Field(() => String, { nullable: true, description: 'What he wrote to it.' })
  words?: string;
}

@ObjectType({
  description:
    'A child at immediate risk, referred to the authority where the child lives (Children Act 1989 s.47). It carries only what was typed into it.',
  implements: () => [Node],
})
export class ImmediateConcern extends Node {
  @Field(() => ConcernState, { description: 'Where it stands.' })
  state!: string;
  @Field(() => String, { description: 'What was typed.' })
  words!: string;
  @Field(() => Agency, { description: 'The authority that receives it.' })
  receiver!: Agency;
  @Field(() => Inspection, { nullable: true, description: 'The inspection, where you may know of it.' })
  inspection?: Inspection;
  @Field(() => Case, { nullable: true, description: 'The case, where you see one.' })
  case?: Case;
  @Field(() => DateTime, { description: 'When it was raised.' })
  raisedAt!: string;
  @Field(() => [ConcernStep], { description: 'What has been done, oldest first.' })
  steps!: ConcernStep[];
}

@ObjectType({ description: 'A page of immediate concerns.' })
export class ImmediateConcernConnection extends connectionOf(ImmediateConcern) {}
