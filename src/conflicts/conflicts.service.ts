import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, notPermitted, refuse, wrongState } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { ConflictOfInterestEntity } from './conflict.entity.js';
import type { DeclareConflictInput, LiftConflictInput } from './conflict.inputs.js';
import { ConflictsRepository } from './conflicts.repository.js';

type Done = Promise<Stored<{ conflictId: string }>>;

/**
 * Conflicts of interest (R10). One overrides every grant in every transaction that begins after it was acknowledged;
 * what is under way on the person's inspections is waited for, so that no change is judged by what he saw before.
 */
@Injectable()
export class ConflictsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ConflictsRepository) private readonly conflicts: ConflictsRepository,
  ) {}

  declare(actor: Actor, input: DeclareConflictInput): Done {
    return this.unitOfWork.write(actor, { operation: 'declareConflict', input }, async (tx) => {
      const { userId } = tx.actor;
      const whose = input.personId == null ? userId : localIdAt('Person', input.personId, 'personId');
      if (!(await this.conflicts.isKnown(tx, whose)))
        refuse('personId', 'UNKNOWN_ID', 'Give the id of a person that you can see.');
      const { inspectorate } = tx.actor;
      if (inspectorate === null || (whose !== userId && !(await this.conflicts.isLedBy(tx, whose))))
        throw notPermitted('the person himself, of an inspectorate, or his inspectorate lead');
      await this.conflicts.holdInspectionsOf(tx, whose);
      const subject = await this.subject(tx, input);
      if (await this.conflicts.isActive(tx, whose, subject.organisationId ?? subject.caseId))
        refuse(subject.caseId === null ? 'agencyId' : 'caseId', 'TAKEN', 'This conflict is declared already.');
      const conflictId = tx.newId();
      await tx.insert(ConflictOfInterestEntity, {
        id: conflictId,
        userId: whose,
        inspectorate,
        ...subject,
        reason: input.reason,
        declaredBy: userId,
        declaredAt: tx.actor.now,
        liftedAt: null,
        liftedBy: null,
        liftReason: null,
      });
      tx.touch('ConflictOfInterest', conflictId, 'DECLARED', null);
      return { conflictId };
    });
  }

  lift(actor: Actor, input: LiftConflictInput): Done {
    return this.unitOfWork.write(actor, { operation: 'liftConflict', input }, async (tx) => {
      const conflictId = localId('ConflictOfInterest', input.conflictId);
      const before = await this.conflicts.find(tx, conflictId);
      if (before === null) throw notFound();
      if (before.userId !== null) await this.conflicts.holdInspectionsOf(tx, before.userId);
      const conflict = await this.conflicts.find(tx, conflictId);
      if (conflict === null) throw notFound();
      if (!conflict.mayLift) throw notPermitted('his inspectorate lead; of an inspectorate lead, his planner');
      if (conflict.state !== 'ACTIVE') throw wrongState('while it is active');
      await tx.update(
        ConflictOfInterestEntity,
        { id: conflictId },
        { liftedAt: tx.actor.now, liftedBy: tx.actor.userId, liftReason: input.reason },
      );
      tx.touch('ConflictOfInterest', conflictId, 'LIFTED', null);
      return { conflictId };
    });
  }

  /** One agency or one case, never both: two conflicts are lifted for two reasons. */
  private async subject(tx: WriteTransaction, input: DeclareConflictInput) {
    if (input.agencyId != null && input.caseId != null)
      refuse('caseId', 'NOT_NEEDED', 'Declare the agency and the case one after the other.');
    if (input.agencyId != null) {
      const organisationId = localIdAt('Agency', input.agencyId, 'agencyId');
      if (!(await this.conflicts.isAgency(tx, organisationId)))
        refuse('agencyId', 'UNKNOWN_ID', 'Give the id of an agency.');
      return { organisationId, caseId: null, caseCode: null };
    }
    if (input.caseId == null) return refuse('agencyId', 'MISSING', 'Name the agency or the case.');
    const caseId = localIdAt('Case', input.caseId, 'caseId');
    const caseCode = await this.conflicts.caseCode(tx, caseId);
    if (caseCode === null) return refuse('caseId', 'UNKNOWN_ID', 'Give the id of a case that you can see.');
    return { organisationId: null, caseId, caseCode };
  }
}
