import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import { CommentsService } from '../agencies/comments.service.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, notPermitted, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { SignatureEntity, SigningDelegationEntity } from './letter.entity.js';
import type { DelegateSigningInput, SignNarrativeInput } from './letter.inputs.js';
import { SigningRepository } from './signing.repository.js';

/** Each participating inspectorate signs the exact text, by its hash; nobody signs for two sides. */
@Injectable()
export class SigningService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SigningRepository) private readonly signing: SigningRepository,
    @Inject(CommentsService) private readonly comments: CommentsService,
  ) {}

  /** What stands in the way of signing, for the act that begins it: as the lead sees it. */
  async problemsBefore(tx: WriteTransaction, inspectionId: string): Promise<Problem[]> {
    const frozen = await this.signing.frozen(tx, inspectionId);
    if (frozen === null) throw notFound();
    const problems: Problem[] = [];
    const add = (code: string, message: string): void => void problems.push({ at: 'to', code, message });
    if (tx.actor.now < frozen.deadline)
      add(
        'WINDOW_OPEN',
        `The agencies may comment until ${frozen.deadline.toISOString()}. Wait until then, or close the window with a reason.`,
      );
    if (!(await this.signing.qualityPassed(tx, inspectionId)))
      add(
        'QUALITY_NOT_PASSED',
        'The quality assurer of the leading inspectorate has not passed this text: ask for it.',
      );
    if (await this.comments.hasUnansweredComments(tx, inspectionId))
      // Not how many: a conflict of interest may hide some of them from the asker.
      add('COMMENT_UNANSWERED', 'Comments on factual accuracy wait for an answer: answer each first.');
    return problems;
  }

  sign(actor: Actor, input: SignNarrativeInput): Promise<Stored<{ inspectionId: string; signatureId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'signNarrative', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      const inspectorate = tx.actor.inspectorate ?? '';
      await this.refuseConflict(tx, inspectionId);
      permit(standing, 'sign', { owner: inspectorate });
      const frozen = await this.signing.frozen(tx, inspectionId);
      if (frozen === null) throw notFound();
      if (frozen.hash !== input.hash)
        refuse(
          'hash',
          'HASH_DIFFERS',
          'This is not the text that is frozen now: read it again, and sign what you read.',
        );
      await this.refuseSecond(tx, standing, inspectorate);
      const id = tx.newId();
      await tx.insert(SignatureEntity, {
        id,
        inspectionId,
        frozenTextId: frozen.id,
        inspectorate,
        userId: tx.actor.userId,
        name: tx.actor.name,
        office: input.office ?? null,
        hash: frozen.hash,
        delegationId: await this.signing.delegationTo(tx, inspectionId, tx.actor.userId),
        signedAt: tx.actor.now,
        voidedAt: null,
        voidedBy: null,
      });
      tx.touch('Signature', id, 'SIGNED', inspectionId);
      // The database moves the stage with the last signature: a signatory himself may not.
      if (await this.signing.isSigned(tx, inspectionId))
        tx.touch('Inspection', inspectionId, 'STAGE_SIGNED', inspectionId);
      return { inspectionId, signatureId: id };
    });
  }

  /** Names another person of the inspectorate to sign in one's place: he gets a seat of his own, and it is recorded whose. */
  delegate(actor: Actor, input: DelegateSigningInput): Promise<Stored<{ assignmentId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'delegateSigning', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      const inspectorate = tx.actor.inspectorate ?? '';
      await this.refuseConflict(tx, inspectionId);
      permit(standing, 'sign', { owner: inspectorate });
      const userId = localIdAt('Person', input.userId, 'userId');
      if (userId === tx.actor.userId) throw notPermitted('somebody else: nobody assigns himself');
      if (!(await this.signing.isColleague(tx, userId)))
        refuse('userId', 'UNKNOWN_ID', 'Give the id of a user of your own inspectorate.');
      await this.refuseSecond(tx, standing, inspectorate);
      const assignmentId = tx.newId();
      await this.signing.seat(tx, { assignmentId, inspectionId, userId, inspectorate });
      await tx.insert(SigningDelegationEntity, {
        id: tx.newId(),
        inspectionId,
        inspectorate,
        delegatedBy: tx.actor.userId,
        delegatedTo: userId,
        assignmentId,
        reason: input.reason,
        delegatedAt: tx.actor.now,
      });
      tx.touch('Assignment', assignmentId, 'SIGNING_DELEGATED', inspectionId);
      return { assignmentId };
    });
  }

  private async refuseConflict(tx: WriteTransaction, inspectionId: string): Promise<void> {
    const held = await tx.row<{ conflicted: boolean }>('SELECT auth.has_conflict_in($1) AS conflicted', [inspectionId]);
    if (held?.conflicted !== false) throw notPermitted('a signatory without a conflict of interest here');
  }

  private async refuseSecond(tx: WriteTransaction, standing: Standing, inspectorate: string): Promise<void> {
    if (await this.signing.hasSigned(tx, standing.inspectionId, inspectorate))
      refuse('inspectionId', 'ALREADY', 'Your inspectorate has signed this text already.');
  }
}
