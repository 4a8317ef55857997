import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { Node } from '../api/problem.object.js';
import { AGENCY_KINDS } from '../inspectorates/inspectorate.js';

export const AgencyKindEnum = asEnum(AGENCY_KINDS);
registerEnumType(AgencyKindEnum, {
  name: 'AgencyKind',
  description: 'The kinds of partner agency that are inspected.',
});

@ObjectType('Inspectorate', { description: 'An inspectorate as an organisation.', implements: () => [Node] })
export class InspectorateBody extends Node {
  @Field(() => String, { description: 'Stable code, e.g. "OFSTED".' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'A local authority area of England.' })
export class Area {
  @Field(() => String, { description: 'ONS code, e.g. "E10000020".' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => String, { description: 'Its region.' })
  region!: string;
  @Field(() => String, { description: 'Kind of authority.' })
  type!: string;
  @Field(() => [String], { description: 'ONS codes of the areas that replaced it.' })
  replacedBy!: string[];
}

@ObjectType({ description: 'A partner agency: one of the inspected.', implements: () => [Node] })
export class Agency extends Node {
  @Field(() => String, { description: 'Stable code, given when it was registered.' })
  code!: string;
  @Field(() => AgencyKindEnum, { description: 'What kind of agency it is.' })
  kind!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => [Area], { description: 'The areas that it covers: one force, ICB or probation region spans several.' })
  areas!: Area[];
  @Field(() => Agency, { nullable: true, description: 'The body that replaced it.' })
  replacedBy?: Agency;
}

@ObjectType({ description: 'A user of the platform, as others may know him.', implements: () => [Node] })
export class Person extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'How to reach him at work.' })
  contact?: string;
  @Field(() => String, { description: 'Code of his organisation.' })
  organisation!: string;
}
