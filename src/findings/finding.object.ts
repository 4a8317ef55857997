import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { Case } from '../cases/case.object.js';
import { Evidence, MarkingEnum } from '../evidence/evidence.object.js';
import { COUNT_BASES, FINDING_KINDS, JOINT_CRITERIA, PLACEMENTS } from '../inspectorates/inspectorate.js';
import { Agency, InspectorateBody, Person } from '../organisations/organisation.object.js';

export const FindingStateEnum = asEnum(['DRAFT', 'SUBMITTED', 'WITHDRAWN']);
registerEnumType(FindingStateEnum, {
  name: 'FindingState',
  description: "A draft is seen by its inspectorate's writers; a submitted one by its team, after the reveal by all.",
});
export const FindingKindEnum = asEnum(FINDING_KINDS);
registerEnumType(FindingKindEnum, { name: 'FindingKind', description: 'What kind of thing was found.' });
export const PlacementEnum = asEnum(PLACEMENTS);
registerEnumType(PlacementEnum, { name: 'Placement', description: 'Where in the letter a finding stands.' });
export const CountBasisEnum = asEnum(COUNT_BASES);
registerEnumType(CountBasisEnum, {
  name: 'CountBasis',
  description: 'Whether the children counted were tracked in depth, or sampled at one decision point.',
});
export const JointCriterionEnum = asEnum(JOINT_CRITERIA);
registerEnumType(JointCriterionEnum, {
  name: 'JointCriterion',
  description: 'What all inspectorates judge together.',
});
export const AttitudeKindEnum = asEnum(['AGREE', 'QUALIFY', 'DISSENT']);
registerEnumType(AttitudeKindEnum, {
  name: 'AttitudeKind',
  description: 'Agree, agree with a qualification, or dissent; the last two with words.',
});

@ObjectType({ description: 'So many of so many children.' })
export class ChildCount {
  @Field(() => Int, { description: 'Of whom it is so.' })
  n!: number;
  @Field(() => Int, { description: 'Who were looked at.' })
  of!: number;
  @Field(() => CountBasisEnum, { description: 'Tracked or sampled.' })
  basis!: string;
}

@ObjectType({ description: 'The passage of an item on which a finding rests, as the item read when it was cited.' })
export class Passage {
  @Field(() => Int, { description: "Start in the item's text, in Unicode code points from 0." })
  start!: number;
  @Field(() => Int, { description: 'End, exclusive.' })
  end!: number;
  @Field(() => String, { description: 'What the item says there.' })
  quote!: string;
  @Field(() => Int, { description: 'Version of the item that is quoted.' })
  evidenceVersion!: number;
}

@ObjectType({ description: 'That a finding rests on an item of evidence.', implements: () => [Node] })
export class Citation extends Node {
  @Field(() => Evidence, { nullable: true, description: 'The item, as far as you see it.' })
  evidence?: Evidence;
  @Field(() => Passage, { nullable: true, description: 'The passage, where you see the item whole.' })
  passage?: Passage;
}

@ObjectType({
  description: "An inspectorate's attitude to a finding or merge. Earlier ones are kept.",
  implements: () => [Node],
})
export class Attitude extends Node {
  @Field(() => InspectorateBody, { description: 'Whose it is.' })
  inspectorate!: InspectorateBody;
  @Field(() => AttitudeKindEnum, { description: 'Agree, qualify or dissent.' })
  attitude!: string;
  @Field(() => String, { nullable: true, description: 'The qualification, or the reason of the dissent.' })
  words?: string;
  @Field(() => Boolean, { description: "Whether it is that inspectorate's last." })
  current!: boolean;
  @Field(() => Person, { nullable: true, description: 'Who took it.' })
  takenBy?: Person;
  @Field(() => DateTime, { description: 'When.' })
  takenAt!: string;
}

@ObjectType({ description: 'A proposal to mark a finding lower than what it cites; it holds once all have agreed.' })
export class MarkingLowering {
  @Field(() => String, { description: 'Code of the inspectorate that proposes it.' })
  proposedFor!: string;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => [String], { description: 'Codes of the inspectorates whose agreement it waits for.' })
  waitsFor!: string[];
  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt!: string;
}

@ObjectType({
  description: "An inspectorate's finding. Fields that you may not see are null.",
  implements: () => [Node],
})
export class Finding extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => InspectorateBody, { description: 'The inspectorate that found it.' })
  owner!: InspectorateBody;
  @Field(() => FindingStateEnum, { description: 'Draft, submitted or withdrawn.' })
  state!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Send it back with a change, so that nobody overwrites what he has not read; null where you do not see it whole.',
  })
  version?: number;
  @Field(() => MarkingEnum, { description: 'The strictest marking of what it rests on, whatever of that you see.' })
  marking!: string;
  @Field(() => [MarkingLowering], { description: 'Proposals to mark it lower, where you see it whole.' })
  markingLowerings!: MarkingLowering[];
  @Field(() => FindingKindEnum, { nullable: true, description: 'What kind of thing was found.' })
  kind?: string;
  @Field(() => PlacementEnum, { nullable: true, description: 'Where in the letter it stands.' })
  placement?: string;
  @Field(() => Int, { nullable: true, description: 'Number of the study, for a finding of a study.' })
  study?: number;
  @Field(() => Int, { nullable: true, description: 'Its place among those of its placement and study.' })
  position?: number;
  @Field(() => String, { nullable: true, description: "Code of the owner's criterion." })
  criterion?: string;
  @Field(() => String, { nullable: true, description: 'What was found.' })
  statement?: string;
  @Field(() => String, {
    nullable: true,
    description: 'What it means for children; empty where the statement says it.',
  })
  effectOnChildren?: string;
  @Field(() => ChildCount, { nullable: true, description: 'How many of the children looked at.' })
  count?: ChildCount;
  @Field(() => String, { nullable: true, description: 'What speaks against it.' })
  disconfirming?: string;
  @Field(() => [Agency], { description: 'The agencies accountable.' })
  agencies!: Agency[];
  @Field(() => Case, { nullable: true, description: 'The case that it is about, if any.' })
  case?: Case;
  @Field(() => Person, { nullable: true, description: 'Who drafted it.' })
  author?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was drafted.' })
  createdAt?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was submitted.' })
  submittedAt?: string;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn: for its own inspectorate.' })
  withdrawnBecause?: string;
  @Field(() => [Citation], { description: 'What it rests on: the items that you see, and no others.' })
  citations!: Citation[];
  @Field(() => ID, { nullable: true, description: 'The merge that it stands in, if any.' })
  mergeId?: string;
  @Field(() => [Attitude], { description: "The inspectorates' attitudes to it, oldest first." })
  attitudes!: Attitude[];
}

@ObjectType({ description: 'A page of findings.' })
export class FindingConnection extends connectionOf(Finding) {}

@ObjectType({
  description: "Findings that say the same, in joint words. Every inspectorate's own wording stays; it can be undone.",
  implements: () => [Node],
})
export class Merge extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;
  @Field(() => MarkingEnum, { description: 'The strictest marking of what it rests on, whatever of that you see.' })
  marking!: string;
  @Field(() => FindingKindEnum, { description: 'What kind of thing was found.' })
  kind!: string;
  @Field(() => PlacementEnum, { description: 'Where in the letter it stands.' })
  placement!: string;
  @Field(() => Int, { nullable: true, description: 'Number of the study, for one of a study.' })
  study?: number;
  @Field(() => Int, { description: 'Its place among those of its placement and study.' })
  position!: number;
  @Field(() => JointCriterionEnum, { description: 'The joint criterion.' })
  criterion!: string;
  @Field(() => String, { description: 'The joint wording.' })
  statement!: string;
  @Field(() => String, { description: 'What it means for children; empty where the statement says it.' })
  effectOnChildren!: string;
  @Field(() => ChildCount, { nullable: true, description: 'How many of the children looked at.' })
  count?: ChildCount;
  @Field(() => [Agency], { description: 'The agencies accountable.' })
  agencies!: Agency[];
  @Field(() => [Finding], { description: 'The findings that it stands for, each in its own wording.' })
  sources!: Finding[];
  @Field(() => Finding, { nullable: true, description: 'The source whose wording is kept.' })
  keptFinding?: Finding;
  @Field(() => Person, { nullable: true, description: 'Who made it.' })
  madeBy?: Person;
  @Field(() => DateTime, { description: 'When.' })
  madeAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was undone.' })
  undoneAt?: string;
  @Field(() => String, { nullable: true, description: 'Why it was undone.' })
  undoneBecause?: string;
  @Field(() => [Attitude], { description: "The inspectorates' attitudes to it, oldest first." })
  attitudes!: Attitude[];
}

@ObjectType({ description: 'A page of merges.' })
export class MergeConnection extends connectionOf(Merge) {}

@ObjectType({ description: "An answer to one of the inspectorate's questions." })
export class ContributionAnswer {
  @Field(() => String, { description: 'Code of the question.' })
  question!: string;
  @Field(() => String, { description: 'The answer.' })
  answer!: string;
}

@ObjectType({
  description: 'What one inspectorate brings beside its findings. Until the reveal others do not see what it says.',
  implements: () => [Node],
})
export class Contribution extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => InspectorateBody, { description: 'Whose it is.' })
  inspectorate!: InspectorateBody;
  @Field(() => String, { description: 'DRAFT or SUBMITTED.' })
  state!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Send it back with a change; null where you do not see it whole.',
  })
  version?: number;
  @Field(() => [ContributionAnswer], { description: "Answers to the inspectorate's questions, where you see them." })
  answers!: ContributionAnswer[];
  @Field(() => String, { nullable: true, description: 'Why there are no findings, where there are none.' })
  nilReason?: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was submitted.' })
  submittedAt?: string;
}
