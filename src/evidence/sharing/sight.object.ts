import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../../api/as-enum.js';
import { DateTime } from '../../api/scalars.js';
import { NamedPerson, SightEnum } from './share-preview.object.js';
import { SIGHT_RULES } from './sight-rules.js';

export const SightRuleEnum = asEnum(SIGHT_RULES);
registerEnumType(SightRuleEnum, {
  name: 'SightRule',
  description:
    "What opens an item: that one wrote it; that one's inspectorate owns it; a share; after closing, that one keeps the owner's records.",
});

@ObjectType({ description: 'One reason for which somebody sees an item.' })
export class ReasonForSight {
  @Field(() => SightRuleEnum, { description: 'Which rule.' })
  rule!: string;
  @Field(() => SightEnum, { description: 'How much it opens.' })
  sight!: string;
  @Field(() => String, { description: 'The same in one plain sentence.' })
  sentence!: string;
  @Field(() => [NamedPerson], { description: 'The people on the team whom it reaches, as far as you know them.' })
  people!: NamedPerson[];
  @Field(() => ID, { nullable: true, description: 'The share, where it is one.' })
  shareId!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'From when, where that is yet to come.' })
  from!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until when, exclusive; null for the inspection's end, or where you may not know.",
  })
  until!: Date | null;
}

@ObjectType({ description: 'Who sees an item and why, for the team that owns it.' })
export class WhoCanSee {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => [ReasonForSight], { description: 'Each rule that opens it, shares that have yet to begin among them.' })
  reasons!: ReasonForSight[];
  @Field(() => String, { description: 'What is not told: whether a conflict of interest hides it from one of them.' })
  caveat!: string;
}

@ObjectType({ description: 'Why you see an item, and until when.' })
export class WhyCanISee {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => SightEnum, { description: 'How much of it you see.' })
  sight!: string;
  @Field(() => [ReasonForSight], { description: 'Each rule that opens it to you now, the one that opens most first.' })
  reasons!: ReasonForSight[];
}
