import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { DateTime } from '../api/scalars.js';
import { WAITING_KINDS } from './waiting-work.js';

export const WaitingKindEnum = asEnum(WAITING_KINDS);
registerEnumType(WaitingKindEnum, {
  name: 'WaitingKind',
  description: 'Kinds of waiting work, the most pressing first.',
});

@ObjectType({ description: 'Something that waits for you, or for somebody whom you should remind.' })
export class WaitingItem {
  @Field(() => WaitingKindEnum, { description: 'What kind of work it is.' })
  kind!: string;
  @Field(() => ID, { description: 'Global id of the object.' })
  objectId!: string;
  @Field(() => String, { description: 'What is to be done, in plain words.' })
  words!: string;
  @Field(() => Boolean, { description: 'Whether it is yours to do; false where you only follow it.' })
  yours!: boolean;
  @Field(() => DateTime, { description: 'Since when it waits.' })
  since!: string;
  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive, where there is a deadline.' })
  dueAt?: string | null;
}
