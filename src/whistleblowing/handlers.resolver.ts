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
import { page } from '../reading/read-model.js';
import { HandlersService } from './handlers.service.js';
import {
  EndWhistleblowingHandlerInput,
  NameWhistleblowingHandlerInput,
  WhistleblowingHandlerPayload,
} from './whistleblowing.inputs.js';
import {
  WhistleblowingEventConnection,
  WhistleblowingHandler,
  WhistleblowingHandlerConnection,
} from './whistleblowing.object.js';

@Resolver(() => WhistleblowingHandler)
export class HandlersResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(HandlersService) private readonly handlers: HandlersService,
  ) {}

  @Query(() => WhistleblowingHandlerConnection, {
    name: 'whistleblowingHandlers',
    description: 'Who handles the whistleblowing of an inspection, and who did; those named last come first.',
  })
  @ForSignedIn('the planners of the leading inspectorate, and the handlers (R12)')
  async list(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('WhistleblowingHandler', {
        table: 'app.whistleblowing_handler',
        key: 'id',
        by: 'named_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) => `${source}.inspection_id = ${row.param(inspection)}::uuid`,
      }),
    );
  }

  @Query(() => WhistleblowingEventConnection, {
    name: 'whistleblowingEvents',
    description: 'What was done with the whistleblowing of an inspection and its handlers, newest first.',
  })
  @ForSignedIn('the handlers (R12)')
  async events(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('WhistleblowingEvent', {
        table: 'app.whistleblowing_event',
        key: 'id',
        by: 'at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) => `${source}.inspection_id = ${row.param(inspection)}::uuid`,
      }),
    );
  }

  @Mutation(() => WhistleblowingHandlerPayload, { description: 'Names a handler of the whistleblowing.' })
  @ForSignedIn(OPERATIONS.nameWhistleblowingHandler.who)
  async nameWhistleblowingHandler(
    @Args('input', { description: 'The inspection and the person.' }) input: NameWhistleblowingHandlerInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.handlers.name(request.actor, input));
  }

  @Mutation(() => WhistleblowingHandlerPayload, { description: 'Ends a handler: he sees nothing of it from then on.' })
  @ForSignedIn(OPERATIONS.endWhistleblowingHandler.who)
  async endWhistleblowingHandler(
    @Args('input', { description: 'The handler.' }) input: EndWhistleblowingHandlerInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.handlers.end(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<HandlersService['end']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { handler: stored.handlerId });
  }
}
