import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime, LocalDate } from '../api/scalars.js';
import { Case } from '../cases/case.object.js';
import {
  EVIDENCE_METHODS,
  EVIDENCE_STRENGTHS,
  MARKINGS,
  PERSONAL_DATA_CLASSES,
} from '../inspectorates/inspectorate.js';
import { Agency, InspectorateBody, Person } from '../organisations/organisation.object.js';

export const EvidenceState = { DRAFT: 'DRAFT', SUBMITTED: 'SUBMITTED', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(EvidenceState, {
  name: 'EvidenceState',
  description: 'A draft has one reader and writer: its author.',
});
export const EvidenceMethodEnum = asEnum(EVIDENCE_METHODS);
registerEnumType(EvidenceMethodEnum, { name: 'EvidenceMethod', description: 'How the evidence came about.' });
export const EvidenceStrengthEnum = asEnum(EVIDENCE_STRENGTHS);
registerEnumType(EvidenceStrengthEnum, {
  name: 'EvidenceStrength',
  description: 'Seen by the inspector, in a record, said by somebody, data, or a document.',
});
export const MarkingEnum = asEnum(MARKINGS);
registerEnumType(MarkingEnum, {
  name: 'Marking',
  description: 'Government Security Classifications; nothing above OFFICIAL is entered here.',
});
export const PersonalDataEnum = asEnum(PERSONAL_DATA_CLASSES);
registerEnumType(PersonalDataEnum, { name: 'PersonalData', description: 'UK GDPR Art. 4(1), 9 and 10.' });
export const ShareFormEnum = { WHOLE: 'WHOLE', SUMMARY: 'SUMMARY' } as const;
registerEnumType(ShareFormEnum, {
  name: 'ShareForm',
  description: "The whole item, or the share's own title and summary of it.",
});

@ObjectType({ description: 'That the marking of an item was raised or lowered.' })
export class MarkingChange {
  @Field(() => MarkingEnum, { description: 'The marking from then on.' })
  marking!: string;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string;
  @Field(() => DateTime, { description: 'When.' })
  changedAt!: string;
}

@ObjectType({
  description: 'A share of an item with an inspectorate taking part, or with one person of its team.',
  implements: () => [Node],
})
export class EvidenceShare extends Node {
  @Field(() => InspectorateBody, { description: 'The inspectorate that receives it.' })
  recipient!: InspectorateBody;
  @Field(() => ShareFormEnum, { description: 'Whole, or in summary.' })
  form!: string;
  @Field(() => String, { description: 'Code of the legal gateway under which it is shared.' })
  gateway!: string;
  @Field(() => String, { description: 'What it is shared for.' })
  purpose!: string;
  @Field(() => DateTime, { description: 'From when it is in force.' })
  startsAt!: string;
  @Field(() => DateTime, { nullable: true, description: "Until when, exclusive; null for the inspection's end." })
  endsAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt?: string;
  @Field(() => String, { nullable: true, description: "The share's own title, of a summary." })
  title?: string;
  @Field(() => String, { nullable: true, description: "The share's own summary." })
  summary?: string;
}

@ObjectType({ description: 'The widest form in which the item may be shared with an inspectorate, and why.' })
export class ReleaseCap {
  @Field(() => String, { description: 'Code of the inspectorate that would receive it.' })
  recipient!: string;
  @Field(() => String, { description: 'WHOLE, SUMMARY or NOTHING.' })
  form!: string;
  @Field(() => String, { description: 'Code of the gateway.' })
  gateway!: string;
  @Field(() => String, { description: 'The reason, with the provision.' })
  why!: string;
}

@ObjectType({ description: 'A version of an item that a later one superseded.' })
export class EvidenceVersion {
  @Field(() => Int, { description: 'Its number.' })
  version!: number;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'Why it was superseded.' })
  reason!: string;
  @Field(() => DateTime, { description: 'When it was superseded.' })
  supersededAt!: string;
}

@ObjectType({ description: 'A piece of evidence. Fields that you may not see are null.', implements: () => [Node] })
export class Evidence extends Node {
  @Field(() => InspectorateBody, { description: 'The inspectorate that owns it.' })
  owner!: InspectorateBody;
  @Field(() => EvidenceState, { description: 'Draft, submitted or withdrawn.' })
  state!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Send it back with a change, so that nobody overwrites what he has not read; null where you do not see it whole.',
  })
  version?: number;
  @Field(() => Case, { nullable: true, description: 'The case that it is about, if any.' })
  case?: Case;
  @Field(() => String, { nullable: true, description: "Code of the owner's evidence kind. In summary." })
  kind?: string;
  @Field(() => EvidenceMethodEnum, { nullable: true, description: 'How it came about. In summary.' })
  method?: string;
  @Field(() => MarkingEnum, { nullable: true, description: 'Its handling marking. In summary.' })
  marking?: string;
  @Field(() => String, { nullable: true, description: "Code of the owner's criterion. In summary." })
  criterion?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was first written. In summary.' })
  createdAt?: string;
  @Field(() => String, { nullable: true, description: "Its title; of a summary share, the share's own." })
  title?: string;
  @Field(() => String, { nullable: true, description: "The share's own summary, where you see it in summary." })
  summary?: string;
  @Field(() => EvidenceStrengthEnum, { nullable: true, description: 'Kind of source.' })
  strength?: string;
  @Field(() => PersonalDataEnum, { nullable: true, description: 'Class of personal data in it.' })
  personalData?: string;
  @Field(() => Agency, { nullable: true, description: 'The agency that it comes from.' })
  sourceAgency?: Agency;
  @Field(() => [Agency], { description: 'Agencies that the source speaks of: perception, which cannot stand alone.' })
  spokenOf!: Agency[];
  @Field(() => LocalDate, { nullable: true, description: 'First day of what it tells of.' })
  occurredFrom?: string;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of what it tells of.' })
  occurredTo?: string;
  @Field(() => Person, { nullable: true, description: 'Who wrote it.' })
  author?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was submitted.' })
  submittedAt?: string;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn: for its own inspectorate.' })
  withdrawnBecause?: string;
  @Field(() => [EvidenceShare], { description: 'Its shares: all for the owner, your own for a recipient.' })
  shares!: EvidenceShare[];
  @Field(() => [ReleaseCap], { description: 'How widely it may be shared: for the owner.' })
  release!: ReleaseCap[];
  @Field(() => [MarkingChange], { description: 'How its marking changed, where you see it whole.' })
  markingChanges!: MarkingChange[];
  @Field(() => [EvidenceVersion], { description: 'Earlier versions that you may see.' })
  versions!: EvidenceVersion[];
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
}

@ObjectType({ description: 'A page of evidence.' })
export class EvidenceConnection extends connectionOf(Evidence) {}

@ObjectType({ description: 'An earlier text of an item.' })
export class EarlierEvidenceText {
  @Field(() => Int, { description: 'Number of the version.' })
  version!: number;
  @Field(() => String, { description: 'Its text.' })
  body!: string;
}

@ObjectType({ description: 'The text of an item, opened. Each opening is recorded before the text is given.' })
export class OpenedEvidence {
  @Field(() => Evidence, { description: 'The item.' })
  evidence!: Evidence;
  @Field(() => String, { description: 'Its text.' })
  body!: string;
  @Field(() => [EarlierEvidenceText], { description: 'Earlier texts that you may see, oldest first.' })
  earlier!: EarlierEvidenceText[];
}
