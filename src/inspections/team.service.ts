import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit, type Operation } from '../access/operations.js';
import type { Role, Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, notPermitted, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { AssignmentEntity } from './inspection.entity.js';
import type { AssignInput, EndAssignmentInput, HandOverInput } from './inspection.inputs.js';

type Done = Promise<Stored<{ assignmentId: string }>>;

interface AssignmentRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly inspectorate: string | null;
  readonly role: Role;
  readonly ended: boolean;
}

const OPERATION_FOR: Record<Role, Operation> = {
  LEAD: 'nameLead',
  INSPECTORATE_LEAD: 'nameInspectorateLead',
  INSPECTOR: 'assignMember',
  ANALYST: 'assignMember',
  QUALITY_ASSURER: 'assignMember',
  OBSERVER: 'assignMember',
  SIGNATORY: 'assignMember',
  COORDINATOR: 'assignCoordinator',
  CONTRIBUTOR: 'assignContributor',
  AGENCY_SIGNATORY: 'assignContributor',
};

/** Who is on an inspection, as what, from when until when. Nobody assigns himself. */
@Injectable()
export class TeamService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  assign(actor: Actor, input: AssignInput): Done {
    return this.unitOfWork.write(actor, { operation: 'assign', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      await this.mayAssign(tx, standing, input.role);
      const startsAt = input.startsAt == null ? tx.actor.now : new Date(input.startsAt);
      const endsAt = input.endsAt == null ? null : new Date(input.endsAt);
      if (endsAt !== null && endsAt <= startsAt)
        refuse('endsAt', 'DATES_REVERSED', 'The end is not after the start: exchange them or mend one.');
      const userId = await this.colleague(tx, input.userId);
      await this.refuseSame(tx, inspectionId, userId, input.role);
      await this.refuseSecondLead(tx, inspectionId, input.role);
      return this.insert(tx, inspectionId, userId, input.role, startsAt, endsAt);
    });
  }

  end(actor: Actor, input: EndAssignmentInput): Done {
    return this.unitOfWork.write(actor, { operation: 'endAssignment', input }, async (tx) => {
      const { assignment, standing } = await this.find(tx, input.assignmentId);
      this.mayEnd(standing, assignment);
      await this.finish(tx, assignment);
      return { assignmentId: assignment.id };
    });
  }

  /** Ends one person's assignment and makes another's in its place, in one act: at no time is there none, or two. */
  handOver(actor: Actor, input: HandOverInput): Done {
    return this.unitOfWork.write(actor, { operation: 'handOver', input }, async (tx) => {
      const { assignment, standing } = await this.find(tx, input.assignmentId);
      this.mayEnd(standing, assignment);
      await this.mayAssign(tx, standing, assignment.role);
      const userId = await this.colleague(tx, input.userId);
      await this.refuseSame(tx, assignment.inspectionId, userId, assignment.role);
      await this.finish(tx, assignment);
      return this.insert(tx, assignment.inspectionId, userId, assignment.role, tx.actor.now, null);
    });
  }

  private async mayAssign(tx: WriteTransaction, standing: Standing, role: Role): Promise<void> {
    const { inspectorate, organisationId } = tx.actor;
    const isAgencyRole = role === 'COORDINATOR' || role === 'CONTRIBUTOR' || role === 'AGENCY_SIGNATORY';
    if (isAgencyRole === (inspectorate !== null)) throw notPermitted(isAgencyRole ? 'the agency' : 'the inspectorate');
    permit(
      standing,
      OPERATION_FOR[role],
      inspectorate === null ? { agencyId: organisationId } : { owner: inspectorate },
    );
    if (inspectorate !== null && !standing.inspectorates.includes(inspectorate))
      throw notPermitted('inspectorates that take part');
    if (role === 'COORDINATOR' && !(await this.takesPart(tx, standing.inspectionId)))
      throw notPermitted('agencies that take part');
  }

  /** Once it is published everybody sees that an inspection exists, administrators of other agencies too. */
  private async takesPart(tx: WriteTransaction, inspectionId: string): Promise<boolean> {
    const found = await tx.row<{ part: boolean }>(
      `SELECT ($1::text || ':administrators') = ANY (auth.circles()) AS part`,
      [inspectionId],
    );
    return found?.part === true;
  }

  private mayEnd(standing: Standing, assignment: AssignmentRow): void {
    permit(standing, 'endAssignment', {
      state: assignment.ended ? 'ENDED' : 'ACTIVE',
      ...(assignment.inspectorate === null
        ? { agencyId: assignment.organisationId }
        : { owner: assignment.inspectorate }),
    });
  }

  /** A user of the actor's own organisation, and not the actor. */
  private async colleague(tx: WriteTransaction, id: string): Promise<string> {
    const userId = localIdAt('Person', id, 'userId');
    if (userId === tx.actor.userId) throw notPermitted('somebody else: nobody assigns himself');
    const known = await tx.row(
      'SELECT 1 FROM app.app_user WHERE id = $1 AND organisation_id = $2 AND suspended_at IS NULL',
      [userId, tx.actor.organisationId],
    );
    if (known === null) refuse('userId', 'UNKNOWN_ID', 'Give the id of a user of your own organisation.');
    return userId;
  }

  private async refuseSame(tx: WriteTransaction, inspectionId: string, userId: string, role: Role): Promise<void> {
    const same = await tx.row(
      'SELECT 1 FROM app.assignment WHERE inspection_id = $1 AND user_id = $2 AND role = $3 AND ended_at IS NULL',
      [inspectionId, userId, role],
    );
    if (same !== null) refuse('userId', 'TAKEN', 'This user has this role here already.');
  }

  /** One lead of the inspection, and one for each inspectorate taking part. */
  private async refuseSecondLead(tx: WriteTransaction, inspectionId: string, role: Role): Promise<void> {
    if (role !== 'LEAD' && role !== 'INSPECTORATE_LEAD') return;
    const lead = await tx.row(
      `SELECT 1 FROM app.assignment WHERE inspection_id = $1 AND role = $2 AND ended_at IS NULL
         AND ($2 = 'LEAD' OR inspectorate = $3)`,
      [inspectionId, role, tx.actor.inspectorate],
    );
    if (lead !== null) refuse('role', 'TAKEN', 'There is a lead: hand over his assignment instead.');
  }

  private async insert(
    tx: WriteTransaction,
    inspectionId: string,
    userId: string,
    role: Role,
    startsAt: Date,
    endsAt: Date | null,
  ) {
    const id = tx.newId();
    const { organisationId, inspectorate } = tx.actor;
    await tx.insert(AssignmentEntity, {
      id,
      inspectionId,
      userId,
      organisationId,
      inspectorate,
      role,
      startsAt,
      endsAt,
      assignedBy: tx.actor.userId,
      endedAt: null,
      endedBy: null,
    });
    tx.touch('Assignment', id, 'ASSIGNED', inspectionId);
    return { assignmentId: id };
  }

  private async finish(tx: WriteTransaction, assignment: AssignmentRow): Promise<void> {
    await tx.update(AssignmentEntity, { id: assignment.id }, { endedAt: tx.actor.now, endedBy: tx.actor.userId });
    tx.touch('Assignment', assignment.id, 'ENDED', assignment.inspectionId);
  }

  private async find(tx: WriteTransaction, id: string): Promise<{ assignment: AssignmentRow; standing: Standing }> {
    const key = localId('Assignment', id);
    const before = await this.row(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, 'alone');
    const assignment = await this.row(tx, key);
    if (assignment === null) throw notFound();
    return { assignment, standing };
  }

  private row(tx: WriteTransaction, id: string): Promise<AssignmentRow | null> {
    return tx.row<AssignmentRow>(
      `SELECT id, inspection_id AS "inspectionId", user_id AS "userId", organisation_id AS "organisationId", inspectorate, role, ended_at IS NOT NULL AS ended
       FROM app.assignment WHERE id = $1`,
      [id],
    );
  }
}
