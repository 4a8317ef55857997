import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { OPERATIONS, permit } from '../access/operations.js';
import type { Role, Standing } from '../access/standing.js';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { SharingService } from '../evidence/sharing.service.js';
import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { deadlineInWorkingDays } from '../frameworks/calendar/working-days.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, ProblemsError, refuse, wrongState } from '../platform/errors.js';
import { globalId, localId, localIdAt } from '../platform/global-id.js';
import { type Waiting, WaitingService } from '../waiting/waiting.service.js';
import { AccessRequestEntity } from './access-request.entity.js';
import type { GrantAccessInput, RefuseAccessInput, RequestAccessInput } from './access-request.inputs.js';
import { AccessRequestsRepository, type AccessRequestRow, type ItemAskedFor } from './access-requests.repository.js';

type Done = Promise<Stored<{ requestId: string }>>;

/** Whole working days after the day on which it was asked. */
const DAYS_TO_DECIDE = 2;
const ON_TEAM: readonly Role[] = ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'];

/** What a recipient does instead of sharing on: he asks, the owner decides (R3). */
@Injectable()
export class AccessRequestsService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccessRequestsRepository) private readonly requests: AccessRequestsRepository,
    @Inject(SharingService) private readonly sharing: SharingService,
    @Inject(WaitingService) private readonly waiting: WaitingService,
  ) {}

  onModuleInit(): void {
    this.waiting.add((tx, most) => this.waitingWork(tx, most));
  }

  ask(actor: Actor, input: RequestAccessInput): Done {
    return this.unitOfWork.write(actor, { operation: 'requestAccess', input }, async (tx) => {
      const key = localId('Evidence', input.evidenceId);
      const read = async () => (await this.requests.item(tx, key)) ?? absent();
      const standing = await tx.enter((await read()).inspectionId);
      const item = await read();
      permit(standing, 'requestAccess', item);
      const to = await this.recipient(tx, standing, item, input);
      const requestId = tx.newId();
      const today = londonDay(tx.actor.now);
      const { due, calendarVersion } = deadlineInWorkingDays(today, DAYS_TO_DECIDE, calendarAsOf(today));
      await tx.insert(AccessRequestEntity, {
        id: requestId,
        evidenceId: item.id,
        inspectionId: item.inspectionId,
        owner: item.owner,
        askedBy: tx.actor.userId,
        assignmentId: ownSeat(standing),
        ...to,
        form: input.form,
        reason: input.reason,
        askedAt: tx.actor.now,
        dueAt: due,
        calendarVersion,
        state: 'OPEN',
        decidedBy: null,
        decidedAt: null,
        decisionReason: null,
        shareId: null,
      });
      return touched(tx, { id: requestId, evidenceId: item.id, inspectionId: item.inspectionId }, 'ASKED');
    });
  }

  /** The share is made in the same transaction, by the rules of any other (R4), and no wider than was asked for. */
  grant(actor: Actor, input: GrantAccessInput): Done {
    return this.unitOfWork.write(actor, { operation: 'grantAccess', input }, async (tx) => {
      const { request, standing } = await this.toDecide(tx, input.requestId);
      const form = input.form ?? request.form;
      if (form === 'WHOLE' && request.form === 'SUMMARY')
        refuse('form', 'ABOVE_REQUEST', 'It was asked for in summary: grant no more than that.');
      const { gateway, startsAt, endsAt } = input;
      const shareId = await this.sharing.shareWithin(tx, standing, {
        evidenceId: request.evidenceId,
        recipient: {
          // Whoever was to receive it may have left since: the request names him, not this input.
          at: { whole: 'requestId', inspectorate: 'requestId', assignment: 'requestId' },
          inspectorate: request.recipient,
          assignmentId: request.recipientAssignmentId,
          wholeTeam: false,
        },
        words: { form, title: input.title ?? null, summary: input.summary ?? null },
        terms: {
          gateway,
          purpose: input.purpose ?? request.reason,
          startsAt: startsAt == null ? tx.actor.now : new Date(startsAt),
          endsAt: endsAt == null ? null : new Date(endsAt),
        },
      });
      await this.decide(tx, request, { state: 'GRANTED', shareId, decisionReason: input.words ?? null });
      return touched(tx, request, 'GRANTED');
    });
  }

  refuse(actor: Actor, input: RefuseAccessInput): Done {
    return this.unitOfWork.write(actor, { operation: 'refuseAccess', input }, async (tx) => {
      const { request } = await this.toDecide(tx, input.requestId);
      await this.decide(tx, request, { state: 'REFUSED', shareId: null, decisionReason: input.reason });
      return touched(tx, request, 'REFUSED');
    });
  }

  /** The request as it stands once the inspection is entered, where it is the actor's to decide now. */
  private async toDecide(tx: WriteTransaction, id: string): Promise<{ request: AccessRequestRow; standing: Standing }> {
    const key = localId('AccessRequest', id);
    const read = async () => (await this.requests.find(tx, key)) ?? absent();
    const standing = await tx.enter((await read()).inspectionId);
    const request = await read();
    permit(standing, 'decideAccessRequest', request);
    return { request, standing };
  }

  private async decide(
    tx: WriteTransaction,
    request: AccessRequestRow,
    decision: Pick<AccessRequestEntity, 'state' | 'shareId' | 'decisionReason'>,
  ): Promise<void> {
    const { userId: decidedBy, now: decidedAt } = tx.actor;
    const open = { id: request.id, state: 'OPEN' };
    const decided = await tx.update(AccessRequestEntity, open, { ...decision, decidedBy, decidedAt });
    // Somebody else decided it at the same moment.
    if (decided !== 1) throw wrongState(OPERATIONS.decideAccessRequest.when);
  }

  private async recipient(
    tx: WriteTransaction,
    standing: Standing,
    item: ItemAskedFor,
    input: RequestAccessInput,
  ): Promise<{ recipient: string; recipientAssignmentId: string | null }> {
    const problems: Problem[] = [];
    const problem = (at: string, code: string, message: string): void => void problems.push({ at, code, message });
    const { recipient, form, recipientAssignmentId: person } = input;
    const assignmentId = person == null ? null : localIdAt('Assignment', person, 'recipientAssignmentId');
    await this.requests.hold(tx, item.id);
    if (recipient === item.owner || !standing.inspectorates.includes(recipient))
      problem('recipient', 'TAKES_NO_PART', 'Choose an inspectorate that takes part, other than the owner.');
    else if (assignmentId !== null && !(await this.requests.isOnTeam(tx, assignmentId, item.inspectionId, recipient)))
      problem('recipientAssignmentId', 'UNKNOWN_ID', "Give the id of an assignment on the recipient's team.");
    else if (await this.requests.isOpen(tx, item.id, { recipient, assignmentId }))
      problem('recipient', 'ALREADY', 'You have asked for this already: wait for the decision.');
    else if (await this.requests.isShared(tx, item.id, { recipient, assignmentId, form }))
      problem('form', 'ALREADY', 'It is shared with them in this form already: ask for more, or for others.');
    if (problems.length > 0) throw new ProblemsError(problems);
    return { recipient, recipientAssignmentId: assignmentId };
  }

  private async waitingWork(tx: ReadTransaction, most: number): Promise<readonly Waiting[]> {
    return (await this.requests.undecided(tx, most)).map(({ id, recipient, form, askedAt, dueAt, overdue }) => ({
      kind: 'ACCESS_REQUEST_UNDECIDED',
      objectId: globalId('AccessRequest', id),
      words: `An item of yours is asked for, ${form === 'WHOLE' ? 'whole' : 'in summary'}, for ${recipient}: ${
        overdue ? 'the decision is overdue.' : 'grant or refuse it.'
      }`,
      yours: true,
      since: askedAt,
      dueAt,
    }));
  }
}

/** The seat by which he sees the item. */
function ownSeat({ seats }: Standing): string {
  const seat = seats.find(({ inspectorate, role }) => inspectorate !== null && ON_TEAM.includes(role));
  return seat?.id ?? absent();
}

function touched(
  tx: WriteTransaction,
  { id, evidenceId, inspectionId }: { id: string; evidenceId: string; inspectionId: string },
  change: string,
): { requestId: string } {
  tx.touch('AccessRequest', id, change, inspectionId);
  tx.touch('Evidence', evidenceId, `ACCESS_${change}`, inspectionId);
  return { requestId: id };
}

function absent(): never {
  throw notFound();
}
