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
import { submissionsOf } from './request.reads.js';
import {
  ReplaceSubmissionInput,
  SaveSubmissionInput,
  SendSubmissionInput,
  SubmissionPayload,
} from './submission.inputs.js';
import { Submission, SubmissionConnection } from './submission.object.js';
import { SubmissionsService } from './submissions.service.js';

@Resolver(() => Submission)
export class SubmissionsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(SubmissionsService) private readonly submissions: SubmissionsService,
  ) {}

  @Query(() => SubmissionConnection, {
    name: 'submissions',
    description:
      'Submissions of an inspection that you see, drafts first, then as they were sent. An agency finds here what it sent, after closing too.',
  })
  @ForSignedIn('the agency itself; once sent, the inspectorates that the request names (R7)')
  async page(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(request, info, submissionsOf(localId('Inspection', inspectionId)));
  }

  @Mutation(() => SubmissionPayload, { description: "Saves a draft of your agency's answer to a request." })
  @ForSignedIn(OPERATIONS.saveSubmission.who)
  async saveSubmission(
    @Args('input', { description: 'The draft.' }) input: SaveSubmissionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.submissions.save(request.actor, input));
  }

  @Mutation(() => SubmissionPayload, {
    description: "Sends your agency's answer. After the due time it is marked late; it is not refused.",
  })
  @ForSignedIn(OPERATIONS.sendSubmission.who)
  async sendSubmission(
    @Args('input', { description: 'The draft.' }) input: SendSubmissionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.submissions.send(request.actor, input));
  }

  @Mutation(() => SubmissionPayload, { description: 'Sends another answer in place of the one sent, which is kept.' })
  @ForSignedIn(OPERATIONS.replaceSubmission.who)
  async replaceSubmission(
    @Args('input', { description: 'The answer as it shall be, and the reason.' }) input: ReplaceSubmissionInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.submissions.replace(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<SubmissionsService['save']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { submission: stored.submissionId, request: stored.requestId });
  }
}
