import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { isPermitted, permit } from '../access/operations.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, notPermitted, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { CaseMemberEntity } from './case.entity.js';
import type { EndCaseMemberInput, NameCaseMemberInput } from './case.inputs.js';
import { CasesRepository } from './cases.repository.js';

type Done = Promise<Stored<{ memberId: string; caseId: string }>>;

/** Who opens the identity of a case: named by his inspectorate lead, who himself is named by his planner (R6). */
@Injectable()
export class CaseMembersService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CasesRepository) private readonly cases: CasesRepository,
  ) {}

  name(actor: Actor, input: NameCaseMemberInput): Done {
    return this.unitOfWork.write(actor, { operation: 'nameCaseMember', input }, async (tx) => {
      const caseId = localId('Case', input.caseId);
      const assignmentId = localIdAt('Assignment', input.assignmentId, 'assignmentId');
      const seen = await this.cases.find(tx, caseId);
      const inspectionId = seen?.inspectionId ?? (await this.cases.inspectionOfCaseToNameFor(tx, caseId));
      if (inspectionId === null) throw notFound();
      const standing = await tx.enter(inspectionId, 'alone');
      if (seen !== null && (await this.cases.find(tx, caseId)) === null) throw notFound();
      const seat = await this.cases.seat(tx, inspectionId, assignmentId);
      if (seat === null) {
        if (seen === null) throw notFound();
        return refuse('assignmentId', 'UNKNOWN_ID', 'Give the id of an assignment on the team of this inspection.');
      }
      const isLead = await this.cases.leadsItsInspectorate(tx, inspectionId, seat);
      const operation = isLead ? 'nameLeadAsCaseMember' : 'nameCaseMember';
      // Of a case that he does not see a planner learns nothing but that the act was done (R6).
      const isHimself = seat.userId === tx.actor.userId;
      if (seen === null && (isHimself || !isPermitted(standing, operation, { owner: seat.inspectorate })))
        throw notFound();
      permit(standing, operation, { owner: seat.inspectorate });
      if (isHimself) throw notPermitted('somebody else: nobody assigns himself');
      if (await this.cases.isMember(tx, caseId, seat.id))
        refuse('assignmentId', 'TAKEN', 'This person is a member of the case already.');
      const memberId = tx.newId();
      await tx.insert(CaseMemberEntity, {
        id: memberId,
        caseId,
        inspectionId,
        inspectorate: seat.inspectorate,
        assignmentId: seat.id,
        namedBy: tx.actor.userId,
        endedAt: null,
      });
      tx.touch('CaseMember', memberId, 'NAMED', inspectionId);
      return { memberId, caseId };
    });
  }

  end(actor: Actor, input: EndCaseMemberInput): Done {
    return this.unitOfWork.write(actor, { operation: 'endCaseMember', input }, async (tx) => {
      const memberId = localId('CaseMember', input.memberId);
      const before = await this.cases.member(tx, memberId);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId, 'alone');
      const member = await this.cases.member(tx, memberId);
      if (member === null) throw notFound();
      permit(standing, 'endCaseMember', { owner: member.inspectorate, state: member.ended ? 'ENDED' : 'ACTIVE' });
      await tx.update(CaseMemberEntity, { id: memberId }, { endedAt: tx.actor.now });
      tx.touch('CaseMember', memberId, 'ENDED', member.inspectionId);
      return { memberId, caseId: member.caseId };
    });
  }
}
