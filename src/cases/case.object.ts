import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { JOURNEY_STAGES } from '../frameworks/framework.js';
import { Agency, InspectorateBody, Person } from '../organisations/organisation.object.js';

export const Sampling = { TRACKED: 'TRACKED', SAMPLED: 'SAMPLED' } as const;
registerEnumType(Sampling, {
  name: 'Sampling',
  description: 'Tracked: a few children in depth, by all together. Sampled: more, at one decision point.',
});

export type { JourneyStage } from '../frameworks/framework.js';
export const JourneyStageEnum = asEnum(JOURNEY_STAGES);
registerEnumType(JourneyStageEnum, {
  name: 'JourneyStage',
  description: 'Where the child is on the journey from early help to exit.',
});

@ObjectType({
  description: 'A dated entry of a case, made under an item of evidence and seen by whoever sees that whole.',
  implements: () => [Node],
})
export class ChronologyEntry extends Node {
  @Field(() => LocalDate, { description: 'The day on which it happened.' })
  happenedOn!: string;
  @Field(() => String, { description: 'What happened.' })
  words!: string;
  @Field(() => Agency, { nullable: true, description: 'The agency that knew or acted.' })
  agency?: Agency;
  @Field(() => InspectorateBody, { description: 'The inspectorate whose evidence says so.' })
  owner!: InspectorateBody;
  @Field(() => ID, { description: 'The item that it rests on.' })
  evidenceId!: string;
  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;
  @Field(() => [ChronologyEntry], {
    description: 'Entries that its author says it contradicts, of those that you see.',
  })
  contradicts!: ChronologyEntry[];
}

@ObjectType({
  description: 'A person of the team who is named for a case: case members alone open an identity.',
  implements: () => [Node],
})
export class CaseMember extends Node {
  @Field(() => Person, { nullable: true, description: 'Who.' })
  person?: Person;
  @Field(() => ID, { description: 'His assignment.' })
  assignmentId!: string;
  @Field(() => String, { description: 'Code of his inspectorate.' })
  inspectorate!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  endedAt?: string;
}

@ObjectType({
  description: 'A child by an opaque code of this inspection. Identity is elsewhere.',
  implements: () => [Node],
})
export class Case extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, { description: 'Opaque code, of this inspection alone.' })
  code!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Send it back with a change; null where you do not see it whole.',
  })
  version?: number;
  @Field(() => Sampling, { nullable: true, description: 'Tracked or sampled.' })
  sampling?: string;
  @Field(() => String, { nullable: true, description: 'Why this child was chosen.' })
  rationale?: string;
  @Field(() => String, { nullable: true, description: 'Code that siblings share.' })
  siblingGroup?: string;
  @Field(() => JourneyStageEnum, { nullable: true, description: 'Stage of the journey.' })
  journeyStage?: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Age in years; null where it is not known, and of an unborn child.',
  })
  ageYears?: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether the child is yet to be born.' })
  unborn?: boolean;
  @Field(() => DateTime, { nullable: true, description: 'When it joined the sample.' })
  createdAt?: string;
  @Field(() => [CaseMember], { description: 'Who is, or was, named for it.' })
  members!: CaseMember[];
  @Field(() => Int, { description: 'How many items of evidence about it you see in summary or whole.' })
  evidenceCount!: number;
  @Field(() => Int, { description: 'How many entries of its chronology you see.' })
  entryCount!: number;
  @Field(() => [Agency], { description: 'Agencies involved.' })
  agencies!: Agency[];
  @Field(() => [ChronologyEntry], {
    description: 'What happened, by day, across the inspectorates whose evidence you see.',
  })
  chronology!: ChronologyEntry[];
}

@ObjectType({ description: 'A page of cases.' })
export class CaseConnection extends connectionOf(Case) {}
