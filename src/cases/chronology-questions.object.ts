import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '../api/scalars.js';

@ObjectType({ description: 'An entry of a chronology, as a question names it.' })
export class ChronologyMention {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;
  @Field(() => LocalDate, { description: 'The day on which it happened.' })
  happenedOn!: string;
  @Field(() => String, { description: 'What happened.' })
  words!: string;
  @Field(() => String, { description: 'Code of the inspectorate whose evidence says so.' })
  owner!: string;
  @Field(() => ID, { nullable: true, description: 'The agency that knew or acted.' })
  agencyId?: string;
  @Field(() => String, { nullable: true, description: 'Name of that agency.' })
  agency?: string;
}

@ObjectType({ description: 'A stretch without an entry, from one day with entries to the next.' })
export class ChronologyGap {
  @Field(() => LocalDate, { description: 'The last day with an entry before it.' })
  from!: string;
  @Field(() => LocalDate, { description: 'The first day with an entry after it.' })
  to!: string;
  @Field(() => Int, { description: 'Calendar days between them.' })
  days!: number;
  @Field(() => [ChronologyMention], { description: 'The entries of the day before it.' })
  before!: ChronologyMention[];
  @Field(() => [ChronologyMention], { description: 'The entries of the day after it.' })
  after!: ChronologyMention[];
}

@ObjectType({ description: 'Two entries of which one was flagged as contradicting the other.' })
export class ChronologyContradiction {
  @Field(() => ChronologyMention, { description: 'The entry whose author flagged it.' })
  entry!: ChronologyMention;
  @Field(() => ChronologyMention, { description: 'The entry that it contradicts.' })
  contradicts!: ChronologyMention;
  @Field(() => DateTime, { description: 'When it was flagged.' })
  flaggedAt!: string;
}

@ObjectType({ description: 'A day on which several agencies knew or acted: their accounts are to be compared.' })
export class SameDayAccounts {
  @Field(() => LocalDate, { description: 'The day.' })
  on!: string;
  @Field(() => [ChronologyMention], { description: 'Their entries.' })
  entries!: ChronologyMention[];
}

@ObjectType({ description: 'What a chronology leaves open, over the entries that you see and no others.' })
export class ChronologyQuestions {
  @Field(() => [ChronologyGap], { description: 'Stretches without an entry, by day.' })
  gaps!: ChronologyGap[];
  @Field(() => [ChronologyContradiction], { description: 'Contradictions that an author flagged.' })
  contradictions!: ChronologyContradiction[];
  @Field(() => [SameDayAccounts], { description: 'Days to compare, whether or not the accounts differ.' })
  toCompare!: SameDayAccounts[];
}
