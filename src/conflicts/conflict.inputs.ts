import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Words } from '../api/words.js';
import { ConflictOfInterest } from './conflict.object.js';

@InputType({ description: 'A conflict of interest with one agency or one case.' })
export class DeclareConflictInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Whose conflict it is: a person whose inspectorate lead you are. Left out for yourself.',
  })
  @IsOptional()
  personId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agency, e.g. a past employer.' })
  @IsOptional()
  agencyId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The case, e.g. where a relative is its practitioner.' })
  @IsOptional()
  caseId?: string | null;
  @Field(() => String, { description: 'Why: 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@InputType({ description: 'A conflict of interest that is no more.' })
export class LiftConflictInput extends MutationInput {
  @Field(() => ID, { description: 'The conflict.' })
  conflictId!: string;
  @Field(() => String, { description: 'Why it is lifted: 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@ObjectType({ description: 'Answer to a change of a conflict of interest.' })
export class ConflictPayload extends MutationPayload {
  @Field(() => ConflictOfInterest, { nullable: true, description: 'The conflict as you see it.' })
  conflict?: ConflictOfInterest;
}
