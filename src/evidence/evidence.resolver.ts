import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import type { RequestContext } from '../access/request-context.js';
import { OPERATIONS } from '../access/operations.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import { ChangeMarkingInput, ReclassifyEvidenceInput } from './classification.inputs.js';
import { ClassificationService } from './classification.service.js';
import {
  DraftEvidenceInput,
  EditDraftEvidenceInput,
  EvidencePayload,
  FileEvidenceInput,
  RevokeShareInput,
  ShareEvidenceInput,
  SharePayload,
  SupersedeEvidenceInput,
  WithdrawEvidenceInput,
} from './evidence.inputs.js';
import { Evidence, EvidenceConnection, OpenedEvidence } from './evidence.object.js';
import { EvidenceService } from './evidence.service.js';
import { SharingService } from './sharing.service.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
    @Inject(ClassificationService) private readonly classification: ClassificationService,
    @Inject(SharingService) private readonly sharing: SharingService,
  ) {}

  @Query(() => EvidenceConnection, {
    name: 'evidence',
    description: 'Evidence of an inspection that you see in summary or whole, newest first.',
  })
  @ForSignedIn('whoever sees the item in summary or whole (R2, R3)')
  async page(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('Evidence', {
        table: 'app.evidence_summary',
        key: 'evidence_id',
        by: 'created_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) => `${source}.inspection_id = ${row.param(inspection)}::uuid`,
      }),
    );
  }

  @Query(() => OpenedEvidence, {
    nullable: true,
    description:
      'Opens the text of an item: recorded first, for its inspectorate to see. Null where you do not see it whole.',
  })
  @ForSignedIn('whoever sees the item whole (R2, R3); each opening is recorded')
  async openEvidence(
    @Args('id', { type: () => ID, description: 'The item.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const key = await this.evidence.open(request.actor, id);
    if (key === null) return null;
    return this.reader.keyed(request, info, 'OpenedEvidence', key);
  }

  @Mutation(() => EvidencePayload, { description: 'Files a piece of evidence as a draft that you alone see.' })
  @ForSignedIn(OPERATIONS.createEvidence.who)
  async fileEvidence(
    @Args('input', { description: 'The item.' }) input: FileEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.evidence.file(request.actor, input));
  }

  @Mutation(() => EvidencePayload, { description: 'Changes the wording of a draft of yours.' })
  @ForSignedIn(OPERATIONS.changeDraftEvidence.who)
  async editDraftEvidence(
    @Args('input', { description: 'The change.' }) input: EditDraftEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.evidence.editDraft(request.actor, input));
  }

  @Mutation(() => EvidencePayload, { description: 'Deletes a draft of yours.' })
  @ForSignedIn(OPERATIONS.changeDraftEvidence.who)
  async deleteDraftEvidence(
    @Args('input', { description: 'The draft.' }) input: DraftEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.evidence.deleteDraft(request.actor, input));
  }

  @Mutation(() => EvidencePayload, {
    description: "Submits a draft of yours: your inspectorate's team sees it from then on.",
  })
  @ForSignedIn(OPERATIONS.changeDraftEvidence.who)
  async submitEvidence(
    @Args('input', { description: 'The draft.' }) input: DraftEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.evidence.submit(request.actor, input));
  }

  @Mutation(() => EvidencePayload, { description: 'Corrects a submitted item; the earlier version is kept.' })
  @ForSignedIn(OPERATIONS.supersedeEvidence.who)
  async supersedeEvidence(
    @Args('input', { description: 'The correction.' }) input: SupersedeEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.evidence.supersede(request.actor, input));
  }

  @Mutation(() => EvidencePayload, { description: 'Raises or lowers the marking of a submitted item.' })
  @ForSignedIn(`to raise: ${OPERATIONS.raiseMarking.who}; to lower: ${OPERATIONS.lowerMarking.who}`)
  async changeMarking(
    @Args('input', { description: 'The marking.' }) input: ChangeMarkingInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.classification.changeMarking(request.actor, input));
  }

  @Mutation(() => EvidencePayload, { description: 'Classifies a submitted item anew; its text stays as it is.' })
  @ForSignedIn(OPERATIONS.supersedeEvidence.who)
  async reclassifyEvidence(
    @Args('input', { description: 'What changes.' }) input: ReclassifyEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.classification.reclassify(request.actor, input));
  }

  @Mutation(() => EvidencePayload, {
    description: 'Withdraws a submitted item: its inspectorate sees title and reason, recipients that it exists.',
  })
  @ForSignedIn(OPERATIONS.withdrawEvidence.who)
  async withdrawEvidence(
    @Args('input', { description: 'The item and the reason.' }) input: WithdrawEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.evidence.withdraw(request.actor, input));
  }

  @Mutation(() => SharePayload, { description: 'Shares a submitted item, whole or in summary, under a legal gateway.' })
  @ForSignedIn(OPERATIONS.shareEvidence.who)
  async shareEvidence(
    @Args('input', { description: 'The share.' }) input: ShareEvidenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.sharing.share(request.actor, input);
    return this.reader.payload(request, info, stored, { share: stored.shareId, evidence: stored.evidenceId });
  }

  @Mutation(() => SharePayload, { description: 'Ends a share now.' })
  @ForSignedIn(OPERATIONS.revokeShare.who)
  async revokeShare(
    @Args('input', { description: 'The share and the reason.' }) input: RevokeShareInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.sharing.revoke(request.actor, input);
    return this.reader.payload(request, info, stored, { share: stored.shareId, evidence: stored.evidenceId });
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<EvidenceService['file']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { evidence: stored.evidenceId });
  }
}
