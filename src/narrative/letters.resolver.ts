import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForAnyone, ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import { HoldsService } from './holds.service.js';
import {
  HoldPublicationInput,
  LetterPayload,
  LiftHoldInput,
  PublicationHoldPayload,
  PublishLetterInput,
  RecordReceiptInput,
  SetStatementDueDateInput,
  StatementDueDatePayload,
} from './letter.inputs.js';
import { Letter, LetterConnection, PublicationHold } from './letter.object.js';
import { PublicationService } from './publication.service.js';

const INPUT = { description: 'What to do.' };
const OF = { type: () => ID, description: 'The inspection.' };

@Resolver(() => Letter)
export class LettersResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(PublicationService) private readonly publication: PublicationService,
    @Inject(HoldsService) private readonly held: HoldsService,
  ) {}

  @Query(() => Letter, {
    nullable: true,
    description: 'The letter of an inspection: the newest version that you see, or null.',
  })
  @ForAnyone('everybody once it is published; before, the team and the agencies inspected (R9)')
  async letter(
    @Args('inspectionId', OF) inspectionId: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    const found = await this.reader.objects(
      request,
      info,
      'Letter',
      (row) =>
        `${row.self}.id = (SELECT l.id FROM app.letter l WHERE l.inspection_id = ${row.param(inspection)}::uuid ORDER BY l.version DESC LIMIT 1)`,
      (row) => `${row.self}.id`,
    );
    return Array.isArray(found) ? (found[0] ?? null) : null;
  }

  @Query(() => LetterConnection, { description: 'Published letters, newest first.' })
  @ForAnyone('everybody')
  async letters(
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.connection(
      request,
      info,
      page('Letter', {
        table: 'app.letter',
        key: 'id',
        by: 'published_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source) => `${source}.published_at IS NOT NULL`,
      }),
    );
  }

  @Query(() => [PublicationHold], { description: 'What holds publication of an inspection, or has held it.' })
  @ForSignedIn('the team')
  async publicationHolds(
    @Args('inspectionId', OF) inspectionId: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.objects(
      request,
      info,
      'PublicationHold',
      (row) => `${row.self}.inspection_id = ${row.param(inspection)}::uuid`,
      (row) => `${row.self}.held_at, ${row.self}.id`,
    );
  }

  @Mutation(() => PublicationHoldPayload, {
    description: 'Holds publication; neither fieldwork nor the statement waits.',
  })
  @ForSignedIn(OPERATIONS.holdPublication.who)
  async holdPublication(
    @Args('input', INPUT) input: HoldPublicationInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.held.hold(request.actor, input);
    return this.reader.payload(request, info, stored, { hold: stored.holdId });
  }

  @Mutation(() => PublicationHoldPayload, { description: 'Lifts a hold.' })
  @ForSignedIn(OPERATIONS.holdPublication.who)
  async liftHold(
    @Args('input', INPUT) input: LiftHoldInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.held.lift(request.actor, input);
    return this.reader.payload(request, info, stored, { hold: stored.holdId });
  }

  @Mutation(() => LetterPayload, {
    description:
      'The area has received the pre-publication copy: its agencies read it from now on, and the time for its statement runs.',
  })
  @ForSignedIn(OPERATIONS.recordReceipt.who)
  async recordReceipt(
    @Args('input', INPUT) input: RecordReceiptInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.publication.recordReceipt(request.actor, input));
  }

  @Mutation(() => StatementDueDatePayload, {
    description: 'Sets another day for the written statement of proposed action; the computed day stays beside it.',
  })
  @ForSignedIn(OPERATIONS.setDueDate.who)
  async setStatementDueDate(
    @Args('input', INPUT) input: SetStatementDueDateInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.publication.setStatementDueDate(request.actor, input);
    const { inspectionId, warnings } = stored;
    return this.reader.payload(request, info, stored, { inspection: inspectionId }, { warnings });
  }

  @Mutation(() => LetterPayload, { description: 'Publishes the signed letter, once.' })
  @ForSignedIn(OPERATIONS.publish.who)
  async publishLetter(
    @Args('input', INPUT) input: PublishLetterInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.publication.publish(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<PublicationService['publish']>>,
  ): Promise<unknown> {
    const { letterId, inspectionId, warnings } = stored;
    return this.reader.payload(request, info, stored, { letter: letterId, inspection: inspectionId }, { warnings });
  }
}
