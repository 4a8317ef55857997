import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { MutationInput, MutationPayload } from '../api/problem.object.js';
import { OptionalWords, Words } from '../api/words.js';
import { AccuracyComment, CommentKind, ReplyDecision } from './comment.object.js';

@InputType({ isAbstract: true })
abstract class CommentWords extends MutationInput {
  @Field(() => CommentKind, { description: 'On fact or on judgement.' })
  kind!: keyof typeof CommentKind;
  @Field(() => String, { description: 'The comment, 1 to 20,000 characters.' })
  @Words(20_000)
  text!: string;
  @Field(() => String, { nullable: true, description: 'What proves it, 1 to 20,000 characters.' })
  @OptionalWords(20_000)
  proof?: string | null;
}

@InputType({ description: "A new comment on a paragraph of the frozen text: a draft for your agency's eyes." })
export class DraftCommentInput extends CommentWords {
  @Field(() => ID, { description: 'The frozen paragraph, as your agency was shown it.' })
  paragraphId!: string;
}

@InputType({ description: 'A draft comment as it shall be from now on.' })
export class EditCommentInput extends CommentWords {
  @Field(() => ID, { description: 'The draft.' })
  commentId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A draft comment to send.' })
export class SendCommentInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  commentId!: string;
  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}

@InputType({ description: 'A late comment to consider.' })
export class AdmitLateCommentInput extends MutationInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId!: string;
  @Field(() => String, { description: 'Why it is considered, 1 to 2,000 characters.' })
  @Words(2_000)
  reason!: string;
}

@InputType({ description: 'A reply to a comment: kept as a draft, or sent.' })
export class AnswerCommentInput extends MutationInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId!: string;
  @Field(() => ReplyDecision, { description: 'What the comment led to.' })
  decision!: keyof typeof ReplyDecision;
  @Field(() => String, { description: 'The reasons, 1 to 20,000 characters.' })
  @Words(20_000)
  text!: string;
  @Field(() => Boolean, {
    description: 'True sends it to the agency, and it is final; false keeps it as a draft for the team.',
  })
  send!: boolean;
  @Field(() => Int, { nullable: true, description: 'The version of the reply that you read; left out for the first.' })
  @IsOptional()
  version?: number | null;
}

@ObjectType({ description: 'Answer to a change of a comment or of the reply to it.' })
export class AccuracyCommentPayload extends MutationPayload {
  @Field(() => AccuracyComment, { nullable: true, description: 'The comment as you see it now.' })
  comment?: AccuracyComment;
}
