import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import { FreezingService } from './freezing.service.js';
import { DelegateSigningInput, DelegationPayload, SignaturePayload, SignNarrativeInput } from './letter.inputs.js';
import { Signature } from './letter.object.js';
import {
  CloseAccuracyWindowInput,
  FrozenTextPayload,
  OpenAccuracyWindowInput,
  ReopenDraftingInput,
  ReopenDraftingPayload,
} from './narrative.inputs.js';
import { FrozenText } from './narrative.object.js';
import { SigningService } from './signing.service.js';

const INPUT = { description: 'What to do.' };
const OF = { type: () => ID, description: 'The inspection.' };

@Resolver(() => FrozenText)
export class FrozenTextResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(FreezingService) private readonly freezing: FreezingService,
    @Inject(SigningService) private readonly signing: SigningService,
  ) {}

  @Query(() => FrozenText, {
    nullable: true,
    description: 'The text that is frozen now, else the one frozen last; null where you see none.',
  })
  @ForSignedIn('the team; signatories from freezing to signed; agencies in the window for comments (R9)')
  async frozenText(
    @Args('inspectionId', OF) inspectionId: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    const found = await this.reader.objects(
      request,
      info,
      'FrozenText',
      (row) =>
        `${row.self}.id = (SELECT f.id FROM app.frozen_text f WHERE f.inspection_id = ${row.param(inspection)}::uuid
          ORDER BY f.reopened_at IS NOT NULL, f.opened_at DESC, f.id LIMIT 1)`,
      (row) => `${row.self}.id`,
    );
    return Array.isArray(found) ? (found[0] ?? null) : null;
  }

  @Query(() => [Signature], { description: 'Signatures on the texts of an inspection, oldest first, void ones too.' })
  @ForSignedIn('the team; a signatory his own')
  async signatures(
    @Args('inspectionId', OF) inspectionId: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.objects(
      request,
      info,
      'Signature',
      (row) => `${row.self}.inspection_id = ${row.param(inspection)}::uuid`,
      (row) => `${row.self}.signed_at, ${row.self}.id`,
    );
  }

  @Mutation(() => FrozenTextPayload, {
    description: 'Freezes the text and opens it to the agencies for their comments on its factual accuracy.',
  })
  @ForSignedIn(OPERATIONS.openAccuracyWindow.who)
  async openAccuracyWindow(
    @Args('input', INPUT) input: OpenAccuracyWindowInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.freezing.openWindow(request.actor, input);
    const ids = { frozenText: stored.frozenTextId, inspection: stored.inspectionId };
    return this.reader.payload(request, info, stored, ids, { warnings: stored.warnings });
  }

  @Mutation(() => FrozenTextPayload, { description: 'Shuts the window for comments before its time, with a reason.' })
  @ForSignedIn(OPERATIONS.closeAccuracyWindow.who)
  async closeAccuracyWindow(
    @Args('input', INPUT) input: CloseAccuracyWindowInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.freezing.closeWindow(request.actor, input);
    const ids = { frozenText: stored.frozenTextId, inspection: stored.inspectionId };
    return this.reader.payload(request, info, stored, ids, { warnings: [] });
  }

  @Mutation(() => ReopenDraftingPayload, {
    description: 'Opens the text again. Signatures on it are void; the answer says who must sign again.',
  })
  @ForSignedIn(OPERATIONS.reopenDrafting.who)
  async reopenDrafting(
    @Args('input', INPUT) input: ReopenDraftingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.freezing.reopen(request.actor, input);
    const { inspectionId, mustSignAgain } = stored;
    return this.reader.payload(request, info, stored, { inspection: inspectionId }, { mustSignAgain });
  }

  @Mutation(() => SignaturePayload, {
    description: 'Signs the exact text for your inspectorate. With the last signature the inspection is signed.',
  })
  @ForSignedIn(OPERATIONS.sign.who)
  async signNarrative(
    @Args('input', INPUT) input: SignNarrativeInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.signing.sign(request.actor, input);
    const ids = { signature: stored.signatureId, inspection: stored.inspectionId };
    return this.reader.payload(request, info, stored, ids);
  }

  @Mutation(() => DelegationPayload, {
    description: 'Names another person of your inspectorate to sign in your place.',
  })
  @ForSignedIn(OPERATIONS.sign.who)
  async delegateSigning(
    @Args('input', INPUT) input: DelegateSigningInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.signing.delegate(request.actor, input);
    return this.reader.payload(request, info, stored, { assignment: stored.assignmentId });
  }
}
