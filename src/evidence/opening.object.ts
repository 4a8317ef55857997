import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../api/connection.js';
import { DateTime } from '../api/scalars.js';
import { Evidence, EvidenceShare } from './evidence.object.js';

export const OpeningRule = { SHARE: 'SHARE', BREAK_GLASS: 'BREAK_GLASS', RECORD_KEEPER: 'RECORD_KEEPER' } as const;
registerEnumType(OpeningRule, {
  name: 'OpeningRule',
  description:
    'What let somebody open a text: a share of it, a break-glass, or that he is a record keeper of its owner.',
});

@ObjectType({ description: "That somebody opened an item's text. For its owner's team and record keepers." })
export class EvidenceOpening {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;
  @Field(() => String, { description: 'Name of the person.' })
  by!: string;
  @Field(() => String, { description: 'Code of his inspectorate.' })
  inspectorate!: string;
  @Field(() => OpeningRule, { description: 'What let him.' })
  rule!: string;
  @Field(() => EvidenceShare, { nullable: true, description: 'The share that let him, where it was one.' })
  share?: EvidenceShare;
  @Field(() => Evidence, { nullable: true, description: 'The item, where you see it.' })
  evidence?: Evidence;
}

@ObjectType({ description: 'A page of openings.' })
export class EvidenceOpeningConnection extends connectionOf(EvidenceOpening) {}
