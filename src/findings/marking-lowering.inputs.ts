import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Words } from '../api/words.js';
import { Finding } from './finding.object.js';

@InputType({ description: 'That a finding needs no stricter marking than OFFICIAL, whatever it rests on.' })
export class ProposeLowerMarkingInput extends MutationInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId!: string;
  @Field(() => String, { description: 'Why the lower marking is enough.' })
  @Words(2_000)
  reason!: string;
}

@InputType({ description: "Your inspectorate's agreement to a lower marking of a finding." })
export class AgreeLowerMarkingInput extends MutationInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId!: string;
}

@ObjectType({ description: 'Answer to a proposal or agreement to mark a finding lower.' })
export class FindingMarkingPayload extends MutationPayload {
  @Field(() => Finding, { nullable: true, description: 'The finding as you see it now.' })
  finding?: Finding;
}
