import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Agency, Person } from '../organisations/organisation.object.js';

export const ConflictState = { ACTIVE: 'ACTIVE', LIFTED: 'LIFTED' } as const;
registerEnumType(ConflictState, {
  name: 'ConflictState',
  description: 'Active: whatever concerns the agency or case is absent for the person, whatever else he holds.',
});

@ObjectType({
  description:
    'A conflict of interest of a person with an agency or a case. Whole to himself and his inspectorate lead; the lead knows that there is one.',
  implements: () => [Node],
})
export class ConflictOfInterest extends Node {
  @Field(() => ConflictState, { description: 'Active or lifted.' })
  state!: string;
  @Field(() => String, { description: "Code of the person's inspectorate." })
  inspectorate!: string;
  @Field(() => Person, { nullable: true, description: 'Whom it concerns.' })
  person?: Person;
  @Field(() => Agency, {
    nullable: true,
    description: 'The agency; its predecessors and successors are meant as well.',
  })
  agency?: Agency;
  @Field(() => String, { nullable: true, description: 'Code of the case, where it is with a case.' })
  caseCode?: string;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was declared.' })
  declaredAt?: string;
  @Field(() => Person, { nullable: true, description: 'Who declared it.' })
  declaredBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was lifted.' })
  liftedAt?: string;
  @Field(() => Person, { nullable: true, description: 'Who lifted it.' })
  liftedBy?: Person;
  @Field(() => String, { nullable: true, description: 'Why it was lifted.' })
  liftReason?: string;
}

@ObjectType({ description: 'A page of conflicts of interest.' })
export class ConflictOfInterestConnection extends connectionOf(ConflictOfInterest) {}
