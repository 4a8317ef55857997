import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMinSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Ids, OptionalWords } from '../api/words.js';
import type { JointCriterion } from '../inspectorates/inspectorate.js';
import { ChildCountInput, EFFECT, STATEMENT } from './finding.inputs.js';
import { AttitudeKindEnum, Finding, JointCriterionEnum, Merge } from './finding.object.js';

const PLACE = { message: 'Give a whole number from 0 to 100,000.' };
const STUDY = { message: 'Number studies from 1 to 100.' };

@InputType({
  description:
    'Findings that say the same. Either the wording of one of them is kept, with what else it says unless you give it here, or you give a joint wording.',
})
export class MergeFindingsInput extends MutationInput {
  @Field(() => [ID], { description: 'Two to 30 revealed findings of one kind and placement, in no other merge.' })
  @Ids(30)
  @ArrayMinSize(2, { message: 'Name at least two findings.' })
  findingIds!: string[];
  @Field(() => ID, { nullable: true, description: 'The one of them whose wording is kept.' })
  @IsOptional()
  keptFindingId?: string | null;
  @Field(() => String, { nullable: true, description: 'A joint wording; left out where one of them is kept.' })
  @OptionalWords(STATEMENT)
  statement?: string | null;
  @Field(() => String, { nullable: true, description: 'What it means for children.' })
  @OptionalWords(EFFECT)
  effectOnChildren?: string | null;
  @Field(() => ChildCountInput, { nullable: true, description: 'How many of the children looked at.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ChildCountInput)
  count?: ChildCountInput | null;
  @Field(() => Int, { nullable: true, description: 'Number of the study; left out for that of the finding kept.' })
  @IsOptional()
  @Min(1, STUDY)
  @Max(100, STUDY)
  study?: number | null;
  @Field(() => Int, { nullable: true, description: 'Its place; left out for that of the finding kept.' })
  @IsOptional()
  @Min(0, PLACE)
  @Max(100_000, PLACE)
  position?: number | null;
  @Field(() => JointCriterionEnum, {
    nullable: true,
    description: 'The joint criterion; left out for that to which the criterion of the finding kept is tied.',
  })
  @IsOptional()
  criterion?: JointCriterion | null;
  @Field(() => [ID], { nullable: true, description: 'The agencies accountable; left out for those of all sources.' })
  @IsOptional()
  @Ids(60)
  agencyIds?: string[] | null;
}

@InputType({ description: 'A merge to undo: its sources stand for themselves again.' })
export class UndoMergeInput extends MutationInput {
  @Field(() => ID, { description: 'The merge.' })
  mergeId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => String, { nullable: true, description: 'Why.' })
  @OptionalWords(2_000)
  reason?: string | null;
}

@InputType({ description: "Your inspectorate's attitude to a finding or merge." })
export class TakeAttitudeInput extends MutationInput {
  @Field(() => ID, { description: 'A merge, or a finding.' })
  onId!: string;
  @Field(() => AttitudeKindEnum, { description: 'Agree, qualify or dissent.' })
  attitude!: 'AGREE' | 'QUALIFY' | 'DISSENT';
  @Field(() => String, { nullable: true, description: 'The qualification, or the reason of the dissent: needed then.' })
  @OptionalWords(5_000)
  words?: string | null;
}

@ObjectType({ description: 'Answer to a merge or its undoing.' })
export class MergePayload extends MutationPayload {
  @Field(() => Merge, { nullable: true, description: 'The merge.' })
  merge?: Merge;
}

@ObjectType({ description: 'Answer to an attitude.' })
export class AttitudePayload extends MutationPayload {
  @Field(() => Merge, { nullable: true, description: 'The merge, where it was taken to one.' })
  merge?: Merge;
  @Field(() => Finding, { nullable: true, description: 'The finding, where it was taken to one.' })
  finding?: Finding;
}
