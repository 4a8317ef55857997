import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Problem } from '../../api/problem.object.js';
import { asEnum } from '../../api/as-enum.js';
import { DateTime } from '../../api/scalars.js';
import { RoleEnum } from '../../inspections/inspection.object.js';
import { ShareFormEnum } from '../evidence.object.js';
import { SIGHTS } from './gained-sight.js';

export const SightEnum = asEnum(SIGHTS);
registerEnumType(SightEnum, {
  name: 'DegreeOfSight',
  description: 'How much of an item somebody sees: nothing, that it exists, its summary, the whole of it.',
});

@ObjectType({ description: 'A person of the team, by name.' })
export class NamedPerson {
  @Field(() => ID, { description: 'The person.' })
  id!: string;
  @Field(() => String, { description: 'The name.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'Roles on the team.' })
  roles!: string[];
  @Field(() => String, { description: 'Code of the inspectorate.' })
  inspectorate!: string;
}

@ObjectType({ description: 'An item with one recipient: what the owner releases, and whether the share can be made.' })
export class SharePreviewRecipient {
  @Field(() => String, { description: 'Code of the inspectorate that would receive it.' })
  inspectorate!: string;
  @Field(() => ID, { nullable: true, description: 'The one assignment on its team, or null for all of it.' })
  assignmentId!: string | null;
  @Field(() => ShareFormEnum, { description: 'The form asked for.' })
  form!: string;
  @Field(() => String, { description: 'The widest form that its owner releases: WHOLE, SUMMARY or NOTHING.' })
  allowed!: string;
  @Field(() => String, { nullable: true, description: 'Why, with the provision.' })
  why!: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the gateway by which the owner releases it.' })
  gateway!: string | null;
  @Field(() => Boolean, { description: 'Whether the form is wider than that.' })
  refused!: boolean;
}

@ObjectType({ description: 'How much more of an item a person would see, and for how long.' })
export class SightGained {
  @Field(() => NamedPerson, { description: 'Who.' })
  person!: NamedPerson;
  @Field(() => SightEnum, { description: 'What the person sees of it without the share.' })
  before!: string;
  @Field(() => SightEnum, { description: 'What the person would see of it.' })
  after!: string;
  @Field(() => String, { description: 'Code of the gateway.' })
  gateway!: string;
  @Field(() => DateTime, { description: 'From when.' })
  from!: Date;
  @Field(() => DateTime, { nullable: true, description: "Until when, exclusive; null for the inspection's end." })
  until!: Date | null;
}

@ObjectType({ description: 'What would become of one item.' })
export class SharePreviewItem {
  @Field(() => ID, { description: 'The item.' })
  evidenceId!: string;
  @Field(() => [SharePreviewRecipient], { description: 'With each recipient.' })
  recipients!: SharePreviewRecipient[];
  @Field(() => [SightGained], {
    description:
      'Who would see more by the shares that are not refused: by assignments in force at the start. Whether a conflict of interest hides the item from one of them is not told.',
  })
  gains!: SightGained[];
}

@ObjectType({ description: 'What a bulk of shares would do. Nothing is stored by looking.' })
export class SharePreview {
  @Field(() => [Problem], { description: 'What would be refused; empty where the shares can be made.' })
  problems!: Problem[];
  @Field(() => [SharePreviewItem], {
    nullable: true,
    description: 'The items that you may share, in the order of the input. Null where the input itself is malformed.',
  })
  items?: SharePreviewItem[];
}
