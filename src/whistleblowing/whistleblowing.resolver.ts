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
import {
  FileWhistleblowingInput,
  FileWhistleblowingPayload,
  HandleWhistleblowingInput,
  HandleWhistleblowingPayload,
} from './whistleblowing.inputs.js';
import {
  OpenedWhistleblowing,
  WhistleblowingItem,
  WhistleblowingItemConnection,
  WhistleblowingReceiptConnection,
  WhistleblowingStateEnum,
} from './whistleblowing.object.js';
import { WhistleblowingService } from './whistleblowing.service.js';

const HANDLERS = 'the handlers named for the inspection (R12)';

@Resolver(() => WhistleblowingItem)
export class WhistleblowingResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(WhistleblowingService) private readonly whistleblowing: WhistleblowingService,
  ) {}

  @Query(() => WhistleblowingItemConnection, {
    name: 'whistleblowingItems',
    description: 'Whistleblowing of an inspection that you handle, newest first.',
  })
  @ForSignedIn(HANDLERS)
  async list(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args('state', { type: () => WhistleblowingStateEnum, nullable: true, description: 'Only those in this state.' })
    state: string | undefined,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('WhistleblowingItem', {
        table: 'app.whistleblowing',
        key: 'id',
        by: 'received_on',
        byType: 'date',
        direction: 'DESC',
        where: (source, row) =>
          [
            `${source}.inspection_id = ${row.param(inspection)}::uuid`,
            ...(state == null ? [] : [`${source}.state = ${row.param(state)}`]),
          ].join(' AND '),
      }),
    );
  }

  @Query(() => WhistleblowingReceiptConnection, {
    name: 'myWhistleblowingReceipts',
    description: 'Receipts of what you filed, newest first. Nothing else of it is told to you.',
  })
  @ForSignedIn('every user, of his own')
  async receipts(
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(
      request,
      info,
      page('WhistleblowingReceipt', {
        table: 'app.whistleblowing_receipt',
        key: 'id',
        by: 'at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: () => 'true',
      }),
    );
  }

  @Query(() => OpenedWhistleblowing, {
    nullable: true,
    description: 'Opens an item, which is recorded for its handlers; null where you handle none with this id.',
  })
  @ForSignedIn(HANDLERS)
  async openWhistleblowing(
    @Args('id', { type: () => ID, description: 'The item.' }) id: string,
    @Request() request: RequestContext,
  ): Promise<OpenedWhistleblowing | null> {
    return this.whistleblowing.open(request.actor, id);
  }

  @Mutation(() => FileWhistleblowingPayload, {
    description: 'Tells the handlers of an inspection something in confidence, at any stage. Keep the receipt.',
  })
  @ForSignedIn(OPERATIONS.fileWhistleblowing.who)
  async fileWhistleblowing(
    @Args('input', { description: 'What the handlers should know.' }) input: FileWhistleblowingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.payload(request, info, await this.whistleblowing.file(request.actor, input), {});
  }

  @Mutation(() => HandleWhistleblowingPayload, { description: 'Takes an item in hand, notes upon it or closes it.' })
  @ForSignedIn(HANDLERS)
  async handleWhistleblowing(
    @Args('input', { description: 'The step.' }) input: HandleWhistleblowingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.whistleblowing.handle(request.actor, input);
    return this.reader.payload(request, info, stored, { item: stored.itemId });
  }
}
