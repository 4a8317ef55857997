import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound, ProblemsError } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { EvidenceShareEntity, EvidenceShareTextEntity } from './evidence.entity.js';
import type { RevokeShareInput, ShareEvidenceInput } from './evidence.inputs.js';
import { EvidenceRepository } from './evidence.repository.js';
import { actedOn } from './evidence.service.js';

type Shared = Promise<Stored<{ shareId: string; evidenceId: string }>>;

/** Who else sees an item: shares under a recorded gateway, and their end (R3, R4). */
@Injectable()
export class SharingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceRepository) private readonly evidence: EvidenceRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  share(actor: Actor, input: ShareEvidenceInput): Shared {
    return this.unitOfWork.write(actor, { operation: 'shareEvidence', input }, async (tx) => {
      const key = localId('Evidence', input.evidenceId);
      const before = await this.evidence.find(tx, key);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId);
      const item = await this.evidence.find(tx, key);
      if (item === null) throw notFound();
      permit(standing, 'shareEvidence', actedOn(item));
      await this.check(tx, input, item, standing.inspectorates);
      const id = tx.newId();
      const row = { evidenceId: item.id, inspectionId: item.inspectionId, owner: item.owner };
      await tx.insert(EvidenceShareEntity, {
        ...row,
        id,
        recipient: input.recipient,
        form: input.form,
        gateway: input.gateway,
        purpose: input.purpose,
        recipientAssignmentId:
          input.recipientAssignmentId == null ? null : localId('Assignment', input.recipientAssignmentId),
        startsAt: input.startsAt == null ? tx.actor.now : new Date(input.startsAt),
        endsAt: input.endsAt == null ? null : new Date(input.endsAt),
        sharedBy: tx.actor.userId,
        sharedAt: tx.actor.now,
        revokedAt: null,
        revokedBy: null,
        revokeReason: null,
      });
      if (input.form === 'SUMMARY' && input.title != null && input.summary != null)
        await tx.insert(EvidenceShareTextEntity, { ...row, shareId: id, title: input.title, summary: input.summary });
      tx.touch('EvidenceShare', id, 'SHARED', item.inspectionId);
      tx.touch('Evidence', item.id, 'SHARED', item.inspectionId);
      return { shareId: id, evidenceId: item.id };
    });
  }

  revoke(actor: Actor, input: RevokeShareInput): Shared {
    return this.unitOfWork.write(actor, { operation: 'revokeShare', input }, async (tx) => {
      const key = localId('EvidenceShare', input.shareId);
      const before = await this.evidence.findShare(tx, key);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId, 'alone');
      const share = await this.evidence.findShare(tx, key);
      if (share === null) throw notFound();
      permit(standing, 'revokeShare', {
        owner: share.owner,
        data: share.strength === 'DATA',
        state: share.revoked ? 'REVOKED' : 'IN_FORCE',
      });
      await tx.update(
        EvidenceShareEntity,
        { id: share.id },
        { revokedAt: tx.actor.now, revokedBy: tx.actor.userId, revokeReason: input.reason },
      );
      tx.touch('EvidenceShare', share.id, 'REVOKED', share.inspectionId);
      tx.touch('Evidence', share.evidenceId, 'SHARE_REVOKED', share.inspectionId);
      return { shareId: share.id, evidenceId: share.evidenceId };
    });
  }

  private async check(
    tx: WriteTransaction,
    input: ShareEvidenceInput,
    item: { id: string; owner: string; inspectionId: string },
    taking: readonly string[],
  ): Promise<void> {
    const problems: Problem[] = [];
    const problem = (at: string, code: string, message: string): void => void problems.push({ at, code, message });
    if (input.recipient === item.owner || !taking.includes(input.recipient))
      problem('recipient', 'TAKES_NO_PART', 'Choose another inspectorate that takes part in this inspection.');
    else await this.checkForm(tx, input, item.id, problem);
    if (input.recipientAssignmentId != null) {
      const assignment = localIdAt('Assignment', input.recipientAssignmentId, 'recipientAssignmentId');
      if (!(await this.evidence.isOnTeam(tx, assignment, item.inspectionId, input.recipient)))
        problem('recipientAssignmentId', 'UNKNOWN_ID', "Give the id of an assignment on the recipient's team.");
    }
    const gateway = this.inspectorates.get(item.owner).gateways.find(({ code }) => code === input.gateway);
    if (gateway === undefined || !gateway.permits.includes('SHARE'))
      problem('gateway', 'NOT_A_GATEWAY', 'Give the code of one of your gateways that permits sharing.');
    const [starts, ends] = [
      input.startsAt == null ? tx.actor.now : new Date(input.startsAt),
      input.endsAt == null ? null : new Date(input.endsAt),
    ];
    if (starts < tx.actor.now)
      problem(
        'startsAt',
        'IN_PAST',
        'Leave the start out to begin now: a share gives nothing of the time before it was made.',
      );
    if (ends !== null && ends <= starts)
      problem('endsAt', 'DATES_REVERSED', 'The end is not after the start: exchange them or mend one.');
    if (problems.length > 0) throw new ProblemsError(problems);
  }

  private async checkForm(
    tx: WriteTransaction,
    input: ShareEvidenceInput,
    evidenceId: string,
    problem: (at: string, code: string, message: string) => void,
  ): Promise<void> {
    const cap = await this.evidence.cap(tx, evidenceId, input.recipient);
    if (cap === null || cap.form === 'NOTHING' || (cap.form === 'SUMMARY' && input.form === 'WHOLE'))
      problem(
        'form',
        'ABOVE_RELEASE',
        `It may leave ${cap?.form === 'SUMMARY' ? 'as a summary at most' : 'in no form'}: ${cap?.why ?? 'no rule releases it'}`,
      );
    if (input.form === 'SUMMARY' && (input.title == null || input.summary == null))
      problem(
        input.title == null ? 'title' : 'summary',
        'MISSING',
        'Write a title and a summary of your own for what you share in summary.',
      );
    if (input.form === 'WHOLE' && (input.title != null || input.summary != null))
      problem(
        input.title != null ? 'title' : 'summary',
        'NOT_NEEDED',
        'Leave title and summary out: the whole item is shared as it is.',
      );
  }
}
