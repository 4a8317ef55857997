import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Seat, Standing } from '../access/standing.js';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, ProblemsError, refuse } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { WaitingService, type Waiting } from '../waiting/waiting.service.js';
import { BreakGlassEntity, BreakGlassReviewEntity } from './break-glass.entity.js';
import type { BreakGlassInput, ReviewBreakGlassInput } from './break-glass.inputs.js';
import {
  BreakGlassRepository,
  type BreakGlassOnItem,
  type OpenReview,
  type ReviewRow,
  type TargetRow,
} from './break-glass.repository.js';
import { isLongEnough, reasonInOrder, reviewDue } from './break-glass.rules.js';

const MINUTE_MS = 60_000;

/** Access taken without asking, for at most an hour: told to the owners at once, and reviewed by their leads (R11). */
@Injectable()
export class BreakGlassService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BreakGlassRepository) private readonly glasses: BreakGlassRepository,
    @Inject(WaitingService) private readonly waiting: WaitingService,
  ) {}

  onModuleInit(): void {
    this.waiting.add((tx, most) => this.waitingWork(tx, most));
  }

  take(actor: Actor, input: BreakGlassInput): Promise<Stored<{ breakGlassId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'breakGlass', input }, async (tx) => {
      const before = await this.target(tx, input);
      // Alone: nobody submits to the case between finding its owners and telling them.
      const standing = await tx.enter(before.inspectionId, 'alone');
      const target = await this.target(tx, input);
      permit(standing, 'breakGlass', target.state === null ? {} : { state: target.state });
      const { seat, owners, reason } = await this.checked(tx, standing, target, input);
      const id = tx.newId();
      const { caseId, evidenceId, inspectionId } = target;
      const { now, userId } = tx.actor;
      await tx.insert(BreakGlassEntity, {
        id,
        inspectionId,
        caseId,
        evidenceId,
        askedBy: userId,
        assignmentId: seat.id,
        inspectorate: seat.inspectorate,
        reason,
        startsAt: now,
        endsAt: new Date(now.getTime() + input.minutes * MINUTE_MS),
      });
      tx.touch('BreakGlass', id, 'TAKEN', inspectionId);
      await this.tell(tx, id, inspectionId, owners);
      return { breakGlassId: id };
    });
  }

  review(actor: Actor, input: ReviewBreakGlassInput): Promise<Stored<{ reviewId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'reviewBreakGlass', input }, async (tx) => {
      const key = localId('BreakGlassReview', input.reviewId);
      const standing = await tx.enter((await this.found(tx, key)).inspectionId);
      const review = await this.found(tx, key);
      permit(standing, 'reviewBreakGlass', {
        owner: review.owner,
        mine: review.askedBy === tx.actor.userId,
        state: review.reviewed ? 'REVIEWED' : 'OPEN',
      });
      await tx.updateVersion(
        BreakGlassReviewEntity,
        { id: review.id, version: input.version },
        { reviewedAt: tx.actor.now, reviewedBy: tx.actor.userId, outcome: input.outcome, words: input.words },
      );
      tx.touch('BreakGlassReview', review.id, 'REVIEWED', review.inspectionId);
      return { reviewId: review.id };
    });
  }

  /** Break-glass on an item, on itself or on its case, that the actor may know of: the asker and the owner's leads. */
  onItem(tx: Pick<ReadTransaction, 'rows'>, evidenceId: string): Promise<readonly BreakGlassOnItem[]> {
    return this.glasses.onItem(tx, evidenceId);
  }

  private async tell(tx: WriteTransaction, breakGlassId: string, inspectionId: string, owners: readonly string[]) {
    const { due, calendarVersion } = reviewDue(tx.actor.now);
    const reviews = owners.map((owner) => ({ id: tx.newId(), breakGlassId, inspectionId, owner }));
    await tx.insert(
      BreakGlassReviewEntity,
      reviews.map((review) => ({ ...review, reviewDueAt: due, calendarVersion })),
    );
    for (const { id } of reviews) tx.touch('BreakGlassReview', id, 'ASKED', inspectionId);
  }

  private async target(tx: WriteTransaction, input: BreakGlassInput): Promise<TargetRow> {
    const { caseId, evidenceId } = input;
    if (caseId != null && evidenceId != null)
      refuse('evidenceId', 'NOT_NEEDED', 'Name the case or the item, not both.');
    const target =
      caseId != null
        ? await this.glasses.caseToOpen(tx, localId('Case', caseId))
        : evidenceId != null
          ? await this.glasses.itemToOpen(tx, localId('Evidence', evidenceId))
          : refuse('caseId', 'MISSING', 'Name the case or the item.');
    if (target === null) throw notFound();
    return target;
  }

  private async checked(tx: WriteTransaction, standing: Standing, target: TargetRow, input: BreakGlassInput) {
    const problems: Problem[] = [];
    const at = target.caseId === null ? 'evidenceId' : 'caseId';
    const reason = reasonInOrder(input.reason);
    if (!isLongEnough(reason))
      problems.push({ at: 'reason', code: 'TOO_SHORT', message: 'Give the reason in at least 30 characters.' });
    const by = await this.seatThatOpens(tx, standing, target);
    if (target.whole)
      problems.push({ at, code: 'ALREADY', message: 'You see this item whole already: open its text.' });
    else if (await this.glasses.awaitsReview(tx, tx.actor.userId, target))
      problems.push({
        at,
        code: 'NOT_REVIEWED',
        message: 'Your last break-glass on this is reviewed first: ask the inspectorate leads of its owners.',
      });
    else if (by === null) problems.push({ at, ...nothingToOpen(target) });
    if (by === null || problems.length > 0) throw new ProblemsError(problems);
    return { ...by, reason };
  }

  /** The assignment by which it opens something, and whose that is. He may have two: the lead may be his inspectorate's own. */
  private async seatThatOpens(tx: WriteTransaction, standing: Standing, target: TargetRow) {
    for (const seat of standing.seats.filter(isLead)) {
      const owners = await this.glasses.owners(tx, seat.id, target);
      if (owners.length > 0) return { seat, owners };
    }
    return null;
  }

  private async found(tx: ReadTransaction, id: string): Promise<ReviewRow> {
    const review = await this.glasses.review(tx, id);
    if (review === null) throw notFound();
    return review;
  }

  private async waitingWork(tx: ReadTransaction, most: number): Promise<readonly Waiting[]> {
    return (await this.glasses.openReviews(tx, most)).map((review) => ({
      kind: 'BREAK_GLASS_REVIEW',
      objectId: `BreakGlassReview.${review.id}`,
      words: whatWaits(review),
      yours: review.led,
      since: review.since,
      dueAt: review.dueAt,
    }));
  }
}

type LeadSeat = Seat & { readonly inspectorate: string };
const isLead = (seat: Seat): seat is LeadSeat =>
  seat.inspectorate !== null && (seat.role === 'LEAD' || seat.role === 'INSPECTORATE_LEAD');

const nothingToOpen = ({ caseId }: TargetRow): Pick<Problem, 'code' | 'message'> =>
  caseId !== null
    ? {
        code: 'NOTHING_TO_OPEN',
        message: 'No other inspectorate has submitted evidence on this case that it would open.',
      }
    : { code: 'ABOVE_RELEASE', message: "Its owner's rules let it leave as a summary at most, which you see already." };

function whatWaits({ asker, inspectorate, caseCode, led, overdue }: OpenReview): string {
  const what = caseCode === null ? 'an item of evidence' : `case ${caseCode}`;
  const taken = `${asker ?? 'Somebody'} (${inspectorate}) has broken the glass on ${what}`;
  const due = overdue ? ', and the time to review it has passed' : '';
  return `${taken}${due}: ${led ? 'say whether it was justified.' : 'the inspectorate lead is to review it.'}`;
}
