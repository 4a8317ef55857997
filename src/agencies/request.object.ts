import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Case } from '../cases/case.object.js';
import { Agency, InspectorateBody, Person } from '../organisations/organisation.object.js';
import { Submission } from './submission.object.js';

export const RequestState = { DRAFT: 'DRAFT', ISSUED: 'ISSUED', CANCELLED: 'CANCELLED' } as const;
registerEnumType(RequestState, {
  name: 'RequestState',
  description: 'A draft is for the inspectorates that it names; the agency sees it once it is issued.',
});

@ObjectType({
  description:
    'What inspectorates ask of one agency: once, for all of them that need it. Fields that you may not see are null or empty.',
  implements: () => [Node],
})
export class InformationRequest extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Agency, { description: 'The agency asked.' })
  agency!: Agency;
  @Field(() => RequestState, { description: 'Draft, issued or cancelled.' })
  state!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Send it back with a change; null where you do not see it whole.',
  })
  version?: number;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it is due, exclusive: what arrives at this instant is late. The end of its day in London, unless it names an hour. Coordinators of other agencies see it, too.',
  })
  dueAt?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why to look at the due day again: nobody works on it. It is due all the same.',
  })
  dueWarning?: string;
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string;
  @Field(() => String, { nullable: true, description: 'What is asked for.' })
  asked?: string;
  @Field(() => String, { nullable: true, description: 'Why it is asked for.' })
  reason?: string;
  @Field(() => [InspectorateBody], { description: 'The inspectorates that it serves and that read the submission.' })
  inspectorates!: InspectorateBody[];
  @Field(() => [Case], { description: 'The cases that it names, by their codes.' })
  cases!: Case[];
  @Field(() => Person, { nullable: true, description: 'Who drafted it.' })
  draftedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was drafted.' })
  draftedAt?: string;
  @Field(() => Person, { nullable: true, description: 'Who issued it.' })
  issuedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was issued.' })
  issuedAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt?: string;
  @Field(() => String, { nullable: true, description: 'Why it was cancelled: for the inspectorates that it names.' })
  cancelledBecause?: string;
  @Field(() => Submission, { nullable: true, description: "The agency's submission, where you see it." })
  submission?: Submission;
}

@ObjectType({ description: 'A page of requests.' })
export class InformationRequestConnection extends connectionOf(InformationRequest) {}
