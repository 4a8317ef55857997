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
  CancelRequestInput,
  DraftRequestInput,
  EditRequestInput,
  InformationRequestPayload,
  IssueRequestInput,
} from './request.inputs.js';
import { InformationRequest, InformationRequestConnection } from './request.object.js';
import { requestsOf } from './request.reads.js';
import { RequestsService } from './requests.service.js';

@Resolver(() => InformationRequest)
export class RequestsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(RequestsService) private readonly requests: RequestsService,
  ) {}

  @Query(() => InformationRequestConnection, {
    name: 'requests',
    description: 'Requests of an inspection that you see, what is due first.',
  })
  @ForSignedIn('whoever sees that the request exists (R7)')
  async page(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(request, info, requestsOf(localId('Inspection', inspectionId)));
  }

  @Mutation(() => InformationRequestPayload, {
    description: 'Drafts a request to an agency, for the inspectorates that it names.',
  })
  @ForSignedIn(OPERATIONS.draftRequest.who)
  async draftRequest(
    @Args('input', { description: 'The request.' }) input: DraftRequestInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.draft(request.actor, input));
  }

  @Mutation(() => InformationRequestPayload, { description: 'Changes a draft request.' })
  @ForSignedIn(OPERATIONS.editRequest.who)
  async editRequest(
    @Args('input', { description: 'The request as it shall be.' }) input: EditRequestInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.edit(request.actor, input));
  }

  @Mutation(() => InformationRequestPayload, {
    description:
      'Issues a draft request: its agency sees it, once the area is notified, with the codes of the cases that it names.',
  })
  @ForSignedIn(OPERATIONS.issueRequest.who)
  async issueRequest(
    @Args('input', { description: 'The draft.' }) input: IssueRequestInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.issue(request.actor, input));
  }

  @Mutation(() => InformationRequestPayload, {
    description: 'Cancels a request: its agency sees no more than that it existed. What it sent is kept.',
  })
  @ForSignedIn(OPERATIONS.cancelRequest.who)
  async cancelRequest(
    @Args('input', { description: 'The request and the reason.' }) input: CancelRequestInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.cancel(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<RequestsService['draft']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { request: stored.requestId });
  }
}
