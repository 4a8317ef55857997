import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';

export const GatewayUseEnum = asEnum(['INSPECT', 'SHARE', 'PUBLISH']);
registerEnumType(GatewayUseEnum, { name: 'GatewayUse', description: 'What a legal gateway permits.' });
export const QuestionAnswerEnum = asEnum(['TEXT', 'YES_NO', 'COUNT']);
registerEnumType(QuestionAnswerEnum, { name: 'QuestionAnswer', description: 'How a question is answered.' });

@ObjectType({ description: 'A provision of law and what it permits the inspectorate to do.' })
export class Gateway {
  @Field(() => String, { description: 'Stable code, recorded with each share.' })
  code!: string;
  @Field(() => String, { description: 'The provision, as a lawyer cites it.' })
  provision!: string;
  @Field(() => [GatewayUseEnum], { description: 'What it permits.' })
  permits!: string[];
}

@ObjectType({ description: "One of an inspectorate's own criteria." })
export class InspectorateCriterion {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: "The inspectorate's own wording." })
  words!: string;
  @Field(() => String, { description: 'The joint criterion to which it is tied.' })
  joint!: string;
}

@ObjectType({ description: 'A kind of evidence that an inspectorate gathers.' })
export class InspectorateEvidenceKind {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'What it is.' })
  words!: string;
  @Field(() => [String], { description: 'Kinds of agency whose services it is about.' })
  agencies!: string[];
}

@ObjectType({ description: 'A question that an inspectorate answers with its contribution.' })
export class ContributionQuestion {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'The question.' })
  words!: string;
  @Field(() => QuestionAnswerEnum, { description: 'Text, YES or NO, or a whole number.' })
  answer!: string;
  @Field(() => Boolean, { description: 'Whether it must be answered.' })
  required!: boolean;
}

@ObjectType({
  description: 'What an inspectorate brings: its law, its criteria, its kinds of evidence, its questions.',
})
export class InspectorateProfile {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => [String], { description: 'Kinds of agency that it inspects.' })
  inspects!: string[];
  @Field(() => [Gateway], { description: 'Its legal gateways.' })
  gateways!: Gateway[];
  @Field(() => [InspectorateCriterion], { description: 'Its criteria.' })
  criteria!: InspectorateCriterion[];
  @Field(() => [InspectorateEvidenceKind], { description: 'Its kinds of evidence.' })
  evidenceKinds!: InspectorateEvidenceKind[];
  @Field(() => [ContributionQuestion], { description: 'What it answers with its contribution.' })
  questions!: ContributionQuestion[];
}
