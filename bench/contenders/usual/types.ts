import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** The part of the platform's API that the jobs ask of, field for field. */
@ObjectType('Inspectorate')
export class InspectorateType {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('Agency')
export class AgencyType {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('EvidenceShare')
export class EvidenceShareType {
  @Field(() => ID) id!: string;
  @Field(() => String) form!: string;
  @Field(() => String) purpose!: string;
  @Field(() => Date, { nullable: true }) endsAt?: Date;
  @Field(() => InspectorateType) recipient!: InspectorateType;
}

@ObjectType('Finding')
export class FindingType {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) statement?: string;
  @Field(() => InspectorateType) owner!: InspectorateType;
}

@ObjectType('ChronologyEntry')
export class ChronologyEntryType {
  @Field(() => ID) id!: string;
  @Field(() => String) happenedOn!: string;
  @Field(() => String) words!: string;
  @Field(() => AgencyType, { nullable: true }) agency?: AgencyType;
  @Field(() => InspectorateType) owner!: InspectorateType;
  @Field(() => ID) evidenceId!: string;
}

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor?: string;
}

@ObjectType('Case')
export class CaseType {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => String, { nullable: true }) sampling?: string;
  @Field(() => String, { nullable: true }) rationale?: string;
  @Field(() => String, { nullable: true }) journeyStage?: string;
  @Field(() => Int, { nullable: true }) ageYears?: number;
  @Field(() => Int) evidenceCount!: number;
  @Field(() => Int) entryCount!: number;
  @Field(() => [AgencyType]) agencies!: AgencyType[];
  @Field(() => [ChronologyEntryType]) chronology!: ChronologyEntryType[];
}

@ObjectType('Evidence')
export class EvidenceType {
  @Field(() => ID) id!: string;
  @Field(() => ID) inspectionId!: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => String) kind!: string;
  @Field(() => String) marking!: string;
  @Field(() => Date) createdAt!: Date;
  @Field(() => InspectorateType) owner!: InspectorateType;
  @Field(() => CaseType, { nullable: true }) case?: CaseType;
  @Field(() => [EvidenceShareType]) shares!: EvidenceShareType[];
  @Field(() => [FindingType]) findings!: FindingType[];
}

@ObjectType('EvidenceConnection')
export class EvidenceConnectionType {
  @Field(() => [EvidenceType]) nodes!: EvidenceType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
}
