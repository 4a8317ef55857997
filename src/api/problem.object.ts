import { Field, ID, InputType, InterfaceType, ObjectType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { TYPE_KEY } from '../reading/read-model.js';

@ObjectType({ description: 'Something in the input that a person can mend. Nothing was stored.' })
export class Problem {
  @Field(() => String, { description: 'Path to the field, e.g. "answers.liveCases".' })
  at!: string;
  @Field(() => String, { description: 'Stable code; docs/errors.md lists them.' })
  code!: string;
  @Field(() => String, { description: 'What to do next, in plain words.' })
  message!: string;
}

@ObjectType({ description: 'Proof that a change is stored. Quote the code when you ask about it.' })
export class Receipt {
  @Field(() => String, { description: 'Eight characters.' })
  code!: string;
  @Field(() => String, { description: "The platform's time of the change, ISO 8601." })
  at!: string;
}

@InterfaceType({
  description: 'An object with a global id.',
  resolveType: (value: { [TYPE_KEY]: string }) => value[TYPE_KEY],
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id: the type, a dot, a random UUID.' })
  id!: string;
}

@InputType({ isAbstract: true })
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Your own key for this act. Sent again within 24 hours with the same input it gives the same answer and acts once; with another input it is refused.',
  })
  @IsOptional()
  @Matches(/^[\w:.-]{8,100}$/, { message: 'Use 8 to 100 letters, digits, or any of _ : . -' })
  idempotencyKey?: string;
}

@ObjectType({ isAbstract: true })
export abstract class MutationPayload {
  @Field(() => [Problem], { description: 'Empty where the change is stored.' })
  problems!: Problem[];
  @Field(() => Receipt, { nullable: true, description: 'Null where there are problems.' })
  receipt?: Receipt;
}
