import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { IsOptional } from 'class-validator';
import { POSTS, type Post } from '../access/standing.js';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { Ids, OptionalWords, Words } from '../api/words.js';
import type { AgencyKind } from '../inspectorates/inspectorate.js';
import { Agency, AgencyKindEnum, Person } from './organisation.object.js';

export const PostEnum = asEnum(POSTS);
registerEnumType(PostEnum, { name: 'Post', description: 'A role in an organisation. It opens no content.' });

@InputType({ description: 'A partner agency, its sign-in provider and its first administrator.' })
export class RegisterAgencyInput extends MutationInput {
  @Field(() => String, { description: 'Stable code, e.g. "LA-E10000020".' })
  @Words(100)
  code!: string;
  @Field(() => AgencyKindEnum, { description: 'What kind of agency it is.' })
  kind!: AgencyKind;
  @Field(() => String, { description: 'Its name.' })
  @Words(200)
  name!: string;
  @Field(() => [String], { description: 'ONS codes of the areas that it covers, at most 200.' })
  @Ids(200)
  areaCodes!: string[];
  @Field(() => String, { description: 'Issuer of its OpenID Connect provider: pinned to this agency for good.' })
  @Words(300)
  issuer!: string;
  @Field(() => String, { description: "Its first administrator's subject at that provider." })
  @Words(200)
  administratorSubject!: string;
  @Field(() => String, { description: "Its first administrator's name." })
  @Words(200)
  administratorName!: string;
}

@InputType({ description: 'A body and the one that replaces it.' })
export class ReplaceAgencyInput extends MutationInput {
  @Field(() => ID, { description: 'The body that ends.' })
  agencyId!: string;
  @Field(() => ID, { description: 'The body that takes its place.' })
  replacedById!: string;
}

@InputType({ description: 'A user of your organisation.' })
export class InviteUserInput extends MutationInput {
  @Field(() => String, { description: "His subject at your organisation's provider: never an e-mail address." })
  @Words(200)
  subject!: string;
  @Field(() => String, { description: 'His name.' })
  @Words(200)
  name!: string;
  @Field(() => String, { nullable: true, description: 'How to reach him at work.' })
  @OptionalWords(300)
  contact?: string | null;
  @Field(() => [PostEnum], { nullable: true, description: 'Roles in your organisation.' })
  @IsOptional()
  @Ids(20)
  posts?: Post[] | null;
}

@InputType({ description: 'A user of your organisation.' })
export class UserInput extends MutationInput {
  @Field(() => ID, { description: 'The user.' })
  userId!: string;
}

@InputType({ description: 'A user of your organisation and a role in it.' })
export class PostInput extends UserInput {
  @Field(() => PostEnum, { description: 'The role.' })
  post!: Post;
}

@ObjectType({ description: 'Answer to a change of an agency.' })
export class AgencyPayload extends MutationPayload {
  @Field(() => Agency, { nullable: true, description: 'The agency.' })
  agency?: Agency;
}

@ObjectType({ description: 'Answer to a change of a user.' })
export class PersonPayload extends MutationPayload {
  @Field(() => Person, { nullable: true, description: 'The user.' })
  person?: Person;
}
