import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit, type Operation } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { localDate } from '../frameworks/calendar/local-date.js';
import { isInTime } from '../frameworks/calendar/london-time.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, ProblemsError, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { RequestDueEntity, RequestEntity, RequestTextEntity } from './request.entity.js';
import type { CancelRequestInput, DraftRequestInput, EditRequestInput, IssueRequestInput } from './request.inputs.js';
import { isTimeOfDay, isTooFar, requestDue, type RequestDue } from './request-due.js';
import { RequestsRepository, type RequestRow } from './requests.repository.js';

type Done = Promise<Stored<{ requestId: string }>>;

/** What inspectorates ask of an agency: once, for all of them that need it (R7). */
@Injectable()
export class RequestsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestsRepository) private readonly requests: RequestsRepository,
  ) {}

  draft(actor: Actor, input: DraftRequestInput): Done {
    return this.unitOfWork.write(actor, { operation: 'draftRequest', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId);
      permit(standing, 'draftRequest', { named: input.inspectorates });
      const organisationId = localIdAt('Agency', input.agencyId, 'agencyId');
      if (!(await this.requests.isAgency(tx, inspectionId, organisationId)))
        refuse('agencyId', 'UNKNOWN_ID', 'Give the id of an agency of this inspection.');
      const { due, words } = await this.checked(tx, standing, input);
      const requestId = tx.newId();
      await tx.insert(RequestEntity, { id: requestId, inspectionId, organisationId, state: 'DRAFT' });
      await tx.insert(RequestDueEntity, { requestId, inspectionId, ...due });
      await tx.insert(RequestTextEntity, {
        requestId,
        inspectionId,
        ...words,
        draftedBy: tx.actor.userId,
        draftedAt: tx.actor.now,
        issuedAt: null,
        issuedBy: null,
        cancelledAt: null,
        cancelledBy: null,
        cancelReason: null,
      });
      tx.touch('InformationRequest', requestId, 'DRAFTED', inspectionId);
      return { requestId };
    });
  }

  edit(actor: Actor, input: EditRequestInput): Done {
    return this.unitOfWork.write(actor, { operation: 'editRequest', input }, async (tx) => {
      const { request, standing } = await this.find(tx, input.requestId, 'editRequest');
      // Nobody edits himself out of a request, or into one that is not his to draft.
      permit(standing, 'editRequest', { named: input.inspectorates, state: request.state });
      const { due, words } = await this.checked(tx, standing, input);
      await tx.updateVersion(RequestTextEntity, { requestId: request.id, version: input.version }, words);
      await tx.update(RequestDueEntity, { requestId: request.id }, { ...due });
      return touched(tx, request, 'EDITED');
    });
  }

  issue(actor: Actor, input: IssueRequestInput): Done {
    return this.unitOfWork.write(actor, { operation: 'issueRequest', input }, async (tx) => {
      const { request } = await this.find(tx, input.requestId, 'issueRequest');
      if (request.dueAt === null || !isInTime(tx.actor.now, request.dueAt))
        refuse('requestId', 'OUT_OF_RANGE', 'It was due before now: set another day, then issue it.');
      await tx.updateVersion(
        RequestTextEntity,
        { requestId: request.id, version: input.version },
        { issuedAt: tx.actor.now, issuedBy: tx.actor.userId },
      );
      await tx.update(RequestEntity, { id: request.id }, { state: 'ISSUED' });
      return touched(tx, request, 'ISSUED');
    });
  }

  cancel(actor: Actor, input: CancelRequestInput): Done {
    return this.unitOfWork.write(actor, { operation: 'cancelRequest', input }, async (tx) => {
      const { request } = await this.find(tx, input.requestId, 'cancelRequest');
      const { now, userId } = tx.actor;
      await tx.updateVersion(
        RequestTextEntity,
        { requestId: request.id, version: input.version },
        { cancelledAt: now, cancelledBy: userId, cancelReason: input.reason },
      );
      await tx.update(RequestEntity, { id: request.id }, { state: 'CANCELLED' });
      return touched(tx, request, 'CANCELLED');
    });
  }

  /** The request as it stands once the inspection is entered, where the act on it is the actor's to do now. */
  private async find(
    tx: WriteTransaction,
    id: string,
    operation: Operation,
  ): Promise<{ request: RequestRow; standing: Standing }> {
    const key = localId('InformationRequest', id);
    const before = await this.requests.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, 'alone');
    const request = await this.requests.find(tx, key);
    if (request === null) throw notFound();
    permit(standing, operation, { named: request.inspectorates ?? [], state: request.state });
    return { request, standing };
  }

  private async checked(
    tx: WriteTransaction,
    standing: Standing,
    input: DraftRequestInput | EditRequestInput,
  ): Promise<{ due: RequestDue; words: Partial<RequestTextEntity> }> {
    const problems: Problem[] = [];
    input.inspectorates.forEach((code, index) => {
      if (!standing.inspectorates.includes(code))
        problems.push({
          at: `inspectorates.${index}`,
          code: 'TAKES_NO_PART',
          message: 'Name inspectorates that take part in this inspection.',
        });
    });
    const caseIds = (input.caseIds ?? []).map((id, index) => localIdAt('Case', id, `caseIds.${index}`));
    const seen = await this.requests.seenCases(tx, standing.inspectionId, caseIds);
    caseIds.forEach((id, index) => {
      if (!seen.has(id))
        problems.push({
          at: `caseIds.${index}`,
          code: 'UNKNOWN_ID',
          message: 'Give the id of a case of this inspection that you can see.',
        });
    });
    const [on, time] = [localDate(input.dueOn), input.dueTime ?? null];
    if (isTooFar(on, tx.actor.now)) {
      problems.push({ at: 'dueOn', code: 'OUT_OF_RANGE', message: 'This is years ahead: choose an earlier day.' });
      throw new ProblemsError(problems);
    }
    const due = requestDue(on, time !== null && isTimeOfDay(time) ? time : null, tx.actor.now);
    if (!isInTime(tx.actor.now, due.dueAt))
      problems.push({ at: 'dueOn', code: 'OUT_OF_RANGE', message: 'This time has passed: choose a later one.' });
    if (problems.length > 0) throw new ProblemsError(problems);
    const { title, asked, reason, inspectorates } = input;
    return { due, words: { title, asked, reason, inspectorates, caseIds } };
  }
}

function touched(tx: WriteTransaction, request: RequestRow, change: string): { requestId: string } {
  tx.touch('InformationRequest', request.id, change, request.inspectionId);
  return { requestId: request.id };
}
