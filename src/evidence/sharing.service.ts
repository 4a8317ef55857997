import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, ProblemsError } from '../platform/errors.js';
import { globalId, localId, localIdAt } from '../platform/global-id.js';
import { EvidenceShareEntity, EvidenceShareTextEntity } from './evidence.entity.js';
import type { RevokeShareInput, ShareEvidenceInput } from './evidence.inputs.js';
import { EvidenceRepository } from './evidence.repository.js';
import { actedOn } from './evidence.service.js';
import { sharesToRevoke } from './sharing/revocation.js';
import type { RevokeSharesInput, ShareEvidenceItemsInput } from './sharing/share-items.inputs.js';
import type { ItemToShare, SharePlan, ShareTerms, WantedRecipient } from './sharing/share-plan.js';
import { SharePlanning } from './sharing/share-planning.service.js';
import { SharingRepository } from './sharing/sharing.repository.js';
import { oneRecipient, termsOf } from './sharing/wanted-recipients.js';

type Shared = Promise<Stored<{ shareId: string; evidenceId: string }>>;

/** A share of one item, as another act may ask for it within its own transaction. */
export interface OneShare {
  readonly evidenceId: string;
  readonly recipient: WantedRecipient;
  readonly words: Pick<ItemToShare, 'form' | 'title' | 'summary'>;
  readonly terms: ShareTerms;
}

/** Who else sees an item: shares under a recorded gateway, and their end (R3, R4). */
@Injectable()
export class SharingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceRepository) private readonly evidence: EvidenceRepository,
    @Inject(SharingRepository) private readonly sharing: SharingRepository,
    @Inject(SharePlanning) private readonly planning: SharePlanning,
  ) {}

  share(actor: Actor, input: ShareEvidenceInput): Shared {
    return this.unitOfWork.write(actor, { operation: 'shareEvidence', input }, async (tx) => {
      const evidenceId = localId('Evidence', input.evidenceId);
      const before = await this.evidence.find(tx, evidenceId);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId);
      const { recipientAssignmentId: person } = input;
      const assignmentId = person == null ? null : localIdAt('Assignment', person, 'recipientAssignmentId');
      const shareId = await this.shareWithin(tx, standing, {
        evidenceId,
        recipient: oneRecipient(input.recipient, assignmentId),
        words: { form: input.form, title: input.title ?? null, summary: input.summary ?? null },
        terms: termsOf(input, tx.actor.now),
      });
      return { shareId, evidenceId };
    });
  }

  shareItems(actor: Actor, input: ShareEvidenceItemsInput): Promise<Stored<{ shareIds: string[] }>> {
    return this.unitOfWork.write(actor, { operation: 'shareEvidenceItems', input }, async (tx) => {
      const plan = await this.planning.planMany(tx, input, tx.actor.now, (inspectionId) => tx.enter(inspectionId));
      return { shareIds: (await this.store(tx, plan)).map((id) => globalId('EvidenceShare', id)) };
    });
  }

  /** Shares one item within a change of the inspection that was entered; answers the share's key. */
  async shareWithin(tx: WriteTransaction, standing: Standing, wish: OneShare): Promise<string> {
    const row = await this.evidence.find(tx, wish.evidenceId);
    if (row === null) throw notFound();
    permit(standing, 'shareEvidence', actedOn(row));
    const { id, inspectionId, owner, state } = row;
    const item = { at: '', id, inspectionId, owner, state, data: row.strength === 'DATA', ...wish.words };
    const { recipient, terms } = wish;
    const plan = await this.planning.plan(
      tx,
      standing,
      { items: [item], recipients: [recipient], terms },
      tx.actor.now,
    );
    const [shareId] = await this.store(tx, plan);
    if (shareId === undefined) throw notFound();
    return shareId;
  }

  revoke(actor: Actor, input: RevokeShareInput): Shared {
    return this.unitOfWork.write(actor, { operation: 'revokeShare', input }, async (tx) => {
      const key = localId('EvidenceShare', input.shareId);
      const read = async () => (await this.sharing.shares(tx, [key])).get(key) ?? absent();
      const standing = await tx.enter((await read()).inspectionId, 'alone');
      const share = await read();
      const { owner, strength, revoked } = share;
      permit(standing, 'revokeShare', { owner, data: strength === 'DATA', state: revoked ? 'REVOKED' : 'IN_FORCE' });
      await this.end(tx, [share], input.reason);
      return { shareId: share.id, evidenceId: share.evidenceId };
    });
  }

  /** Ends several shares, all or none: the way back from a bulk. */
  revokeMany(actor: Actor, input: RevokeSharesInput): Promise<Stored<{ shareIds: string[] }>> {
    return this.unitOfWork.write(actor, { operation: 'revokeShares', input }, async (tx) => {
      const read = async () => sharesToRevoke(input.shareIds, (ids) => this.sharing.shares(tx, ids));
      const standing = await tx.enter((await read()).inspectionId, 'alone');
      const { shares, problems } = await read();
      for (const { owner, strength } of shares)
        permit(standing, 'revokeShare', { owner, data: strength === 'DATA', state: 'IN_FORCE' });
      if (problems.length > 0) throw new ProblemsError(problems);
      await this.end(tx, shares, input.reason);
      return { shareIds: input.shareIds };
    });
  }

  private async end(
    tx: WriteTransaction,
    shares: readonly { id: string; evidenceId: string; inspectionId: string }[],
    reason: string,
  ): Promise<void> {
    await tx.update(
      EvidenceShareEntity,
      { id: In(shares.map(({ id }) => id)) },
      { revokedAt: tx.actor.now, revokedBy: tx.actor.userId, revokeReason: reason },
    );
    const items = new Map(shares.map(({ evidenceId, inspectionId }) => [evidenceId, inspectionId]));
    for (const { id, inspectionId } of shares) tx.touch('EvidenceShare', id, 'REVOKED', inspectionId);
    for (const [id, inspectionId] of items) tx.touch('Evidence', id, 'SHARE_REVOKED', inspectionId);
  }

  /** All shares of a plan, or none. */
  private async store(tx: WriteTransaction, { shares, terms, problems }: SharePlan): Promise<string[]> {
    if (problems.length > 0) throw new ProblemsError(problems);
    const made = shares.map(({ item, to }) => {
      const { id: evidenceId, inspectionId, owner, form, title, summary } = item;
      return { key: { evidenceId, inspectionId, owner }, id: tx.newId(), to, form, title, summary };
    });
    await tx.insert(
      EvidenceShareEntity,
      made.map(({ key, id, to, form }) => ({
        ...key,
        ...terms,
        id,
        form,
        recipient: to.inspectorate,
        recipientAssignmentId: to.assignmentId,
        sharedBy: tx.actor.userId,
        sharedAt: tx.actor.now,
        revokedAt: null,
        revokedBy: null,
        revokeReason: null,
      })),
    );
    const texts = made.flatMap(({ key, id, form, title, summary }) =>
      form === 'SUMMARY' && title !== null && summary !== null ? [{ ...key, shareId: id, title, summary }] : [],
    );
    if (texts.length > 0) await tx.insert(EvidenceShareTextEntity, texts);
    for (const { id, key } of made) tx.touch('EvidenceShare', id, 'SHARED', key.inspectionId);
    for (const { id, inspectionId } of new Set(shares.map(({ item }) => item)))
      tx.touch('Evidence', id, 'SHARED', inspectionId);
    return made.map(({ id }) => id);
  }
}

function absent(): never {
  throw notFound();
}
