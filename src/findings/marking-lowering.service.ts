import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, refuse } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { FindingsRepository } from './findings.repository.js';
import { orRefuse } from './held-by-the-database.js';
import type { AgreeLowerMarkingInput, ProposeLowerMarkingInput } from './marking-lowering.inputs.js';
import { MarkingAgreementEntity, MarkingLoweringEntity } from './marking-lowering.entity.js';

type Done = Promise<Stored<{ findingId: string }>>;

/** A finding carries the strictest marking of what it cites, until each inspectorate whose that is agrees to a lower one. */
@Injectable()
export class MarkingLoweringService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FindingsRepository) private readonly findings: FindingsRepository,
  ) {}

  propose(actor: Actor, input: ProposeLowerMarkingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'proposeLowerMarking', input }, async (tx) => {
      const { finding, owner } = await this.find(tx, input.findingId);
      if (finding.marking === 'OFFICIAL') refuse('findingId', 'ALREADY', 'It is marked no stricter than OFFICIAL.');
      await orRefuse(
        tx.insert(MarkingLoweringEntity, {
          id: tx.newId(),
          findingId: finding.id,
          inspectionId: finding.inspectionId,
          owner,
          reason: input.reason,
          proposedBy: tx.actor.userId,
          proposedAt: tx.actor.now,
        }),
      );
      tx.touch('Finding', finding.id, 'LOWER_MARKING_PROPOSED', finding.inspectionId);
      return { findingId: finding.id };
    });
  }

  agree(actor: Actor, input: AgreeLowerMarkingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'agreeLowerMarking', input }, async (tx) => {
      const { finding, owner } = await this.find(tx, input.findingId);
      const waiting = await tx.row<{ id: string }>(
        `SELECT id FROM app.marking_lowering WHERE finding_id = $1 AND $2 = ANY (owners) AND $2 <> ALL (agreed)
         ORDER BY proposed_at DESC, id DESC LIMIT 1`,
        [finding.id, owner],
      );
      if (waiting === null)
        return refuse('findingId', 'NOTHING_TO_AGREE', 'No proposal waits for the agreement of your inspectorate.');
      await tx.insert(MarkingAgreementEntity, {
        loweringId: waiting.id,
        findingId: finding.id,
        inspectionId: finding.inspectionId,
        owner,
        agreedBy: tx.actor.userId,
        agreedAt: tx.actor.now,
      });
      tx.touch('Finding', finding.id, 'LOWER_MARKING_AGREED', finding.inspectionId);
      return { findingId: finding.id };
    });
  }

  private async find(tx: WriteTransaction, id: string) {
    const key = localId('Finding', id);
    const before = await this.findings.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, 'alone');
    const finding = await this.findings.find(tx, key);
    if (finding === null) throw notFound();
    // Whose items it cites is found out by the database: an inspectorate lead may try for his own.
    const owner = tx.actor.inspectorate ?? '';
    permit(standing, 'lowerFindingMarking', { owner, state: finding.state });
    return { finding, owner };
  }
}
