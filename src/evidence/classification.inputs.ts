import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput } from '../api/problem.object.js';
import { OptionalWords, Words } from '../api/words.js';
import type { EvidenceMethod, Marking, PersonalDataClass } from '../inspectorates/inspectorate.js';
import { EvidenceMethodEnum, MarkingEnum, PersonalDataEnum } from './evidence.object.js';

@InputType({ description: 'Another marking of an item that is not withdrawn. What derives from it follows.' })
export class ChangeMarkingInput extends MutationInput {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => MarkingEnum, { description: 'The marking from now on.' })
  marking!: Marking;
  @Field(() => String, { nullable: true, description: 'Why; to lower a marking there has to be a reason.' })
  @OptionalWords(2_000)
  reason?: string | null;
}

@InputType({
  description:
    'How a submitted item is classified. The forms in which it may be shared are settled anew; shares above them end.',
})
export class ReclassifyEvidenceInput extends MutationInput {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
  @Field(() => String, { nullable: true, description: "Code of an evidence kind of the owner's; left out to keep it." })
  @OptionalWords(100)
  kind?: string | null;
  @Field(() => String, { nullable: true, description: "Code of a criterion of the owner's; left out to keep it." })
  @OptionalWords(100)
  criterion?: string | null;
  @Field(() => EvidenceMethodEnum, { nullable: true, description: 'How it came about; left out to keep it.' })
  @IsOptional()
  method?: EvidenceMethod | null;
  @Field(() => PersonalDataEnum, { nullable: true, description: 'What personal data it holds; left out to keep it.' })
  @IsOptional()
  personalData?: PersonalDataClass | null;
  @Field(() => String, { description: 'Why it is classified anew.' })
  @Words(2_000)
  reason!: string;
}
