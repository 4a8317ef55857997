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
  AccessRequestPayload,
  GrantAccessInput,
  RefuseAccessInput,
  RequestAccessInput,
} from './access-request.inputs.js';
import {
  AccessRequest,
  AccessRequestConnection,
  AccessRequestState,
  AccessRequestView,
} from './access-request.object.js';
import { accessRequestsOf, type RequestsWanted } from './access-request.reads.js';
import { AccessRequestsService } from './access-requests.service.js';

const SEEN = "who made it, while he sees the item; the owner's writers and analysts; nobody after closing";

@Resolver(() => AccessRequest)
export class AccessRequestsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(AccessRequestsService) private readonly requests: AccessRequestsService,
  ) {}

  @Query(() => AccessRequest, { nullable: true, description: 'A request for access; null where you see none.' })
  @ForSignedIn(SEEN)
  async accessRequest(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.object(request, info, 'AccessRequest', id);
  }

  @Query(() => AccessRequestConnection, {
    name: 'accessRequests',
    description: 'Requests for access that you see, what is due first.',
  })
  @ForSignedIn(SEEN)
  async list(
    @Args('view', { type: () => AccessRequestView, nullable: true, description: 'Which; all where left out.' })
    view: RequestsWanted['view'] | undefined,
    @Args('state', { type: () => AccessRequestState, nullable: true, description: 'Only those in this state.' })
    state: string | undefined,
    @Args('inspectionId', { type: () => ID, nullable: true, description: 'Only those of this inspection.' })
    inspectionId: string | undefined,
    @Args('evidenceId', { type: () => ID, nullable: true, description: 'Only those on this item.' })
    evidenceId: string | undefined,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const wanted = {
      view: view ?? 'ALL',
      state: state ?? null,
      inspectionId: inspectionId == null ? null : localId('Inspection', inspectionId),
      evidenceId: evidenceId == null ? null : localId('Evidence', evidenceId),
    };
    return this.reader.connection(request, info, accessRequestsOf(wanted));
  }

  @Mutation(() => AccessRequestPayload, {
    description: 'Asks the owner of an item to share it: a recipient passes nothing on himself.',
  })
  @ForSignedIn(OPERATIONS.requestAccess.who)
  async requestAccess(
    @Args('input', { description: 'What is asked for, for whom and why.' }) input: RequestAccessInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.ask(request.actor, input));
  }

  @Mutation(() => AccessRequestPayload, { description: 'Grants a request for access by a share, made at once.' })
  @ForSignedIn(OPERATIONS.decideAccessRequest.who)
  async grantAccess(
    @Args('input', { description: 'The request and the share.' }) input: GrantAccessInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.grant(request.actor, input));
  }

  @Mutation(() => AccessRequestPayload, { description: 'Refuses a request for access, with the reason.' })
  @ForSignedIn(OPERATIONS.decideAccessRequest.who)
  async refuseAccess(
    @Args('input', { description: 'The request and the reason.' }) input: RefuseAccessInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.requests.refuse(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<AccessRequestsService['ask']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { request: stored.requestId });
  }
}
