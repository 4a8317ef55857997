import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import {
  AccuracyCommentPayload,
  AdmitLateCommentInput,
  AnswerCommentInput,
  DraftCommentInput,
  EditCommentInput,
  SendCommentInput,
} from './comment.inputs.js';
import { AccuracyComment, AccuracyCommentConnection } from './comment.object.js';
import { accuracyCommentsOf } from './comment.reads.js';
import { CommentsService } from './comments.service.js';
import { RepliesService } from './replies.service.js';

@Resolver(() => AccuracyComment)
export class CommentsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(CommentsService) private readonly comments: CommentsService,
    @Inject(RepliesService) private readonly replies: RepliesService,
  ) {}

  @Query(() => AccuracyCommentConnection, {
    name: 'accuracyComments',
    description: 'Comments on the frozen text that you see, drafts first, then as they were sent.',
  })
  @ForSignedIn('the agency itself; once sent, the team (R9)')
  async page(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(request, info, accuracyCommentsOf(localId('Inspection', inspectionId)));
  }

  @Mutation(() => AccuracyCommentPayload, {
    description: 'Drafts a comment on a paragraph of the frozen text that your agency was shown.',
  })
  @ForSignedIn(OPERATIONS.draftComment.who)
  async draftComment(
    @Args('input', { description: 'The comment.' }) input: DraftCommentInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.comments.draft(request.actor, input));
  }

  @Mutation(() => AccuracyCommentPayload, { description: 'Changes a draft comment of your agency.' })
  @ForSignedIn(OPERATIONS.editComment.who)
  async editComment(
    @Args('input', { description: 'The comment as it shall be.' }) input: EditCommentInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.comments.edit(request.actor, input));
  }

  @Mutation(() => AccuracyCommentPayload, {
    description: 'Sends a draft comment. When the window has shut it is kept as late; it is not refused until signed.',
  })
  @ForSignedIn(OPERATIONS.sendComment.who)
  async sendComment(
    @Args('input', { description: 'The draft.' }) input: SendCommentInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.comments.send(request.actor, input));
  }

  @Mutation(() => AccuracyCommentPayload, { description: 'Admits a late comment, with the reason: it gets a reply.' })
  @ForSignedIn(OPERATIONS.admitLateComment.who)
  async admitLateComment(
    @Args('input', { description: 'The comment and the reason.' }) input: AdmitLateCommentInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.replies.admit(request.actor, input));
  }

  @Mutation(() => AccuracyCommentPayload, {
    description: 'Replies to a comment: as a draft for the team, or sent to its agency.',
  })
  @ForSignedIn(OPERATIONS.answerComment.who)
  async answerComment(
    @Args('input', { description: 'The reply.' }) input: AnswerCommentInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.replies.answer(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<CommentsService['draft']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { comment: stored.commentId });
  }
}
