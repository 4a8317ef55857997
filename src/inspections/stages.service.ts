import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import { STAGES, type Stage } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { type LocalDate, plusDays } from '../frameworks/calendar/local-date.js';
import { deadlineAfter, londonDay } from '../frameworks/calendar/london-time.js';
import { nonWorkingDayWarnings } from '../frameworks/calendar/working-days.js';
import { SigningService } from '../narrative/signing.service.js';
import { PlatformError, ProblemsError, refuse, staleVersion, wrongState } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import {
  InspectionConductEntity,
  InspectionEntity,
  InspectionMarkEntity,
  TimetableEntryEntity,
} from './inspection.entity.js';
import type { AdvanceStageInput, InspectionInput, MarkInspectionInput } from './inspection.inputs.js';

type Done = Promise<Stored<{ inspectionId: string }>>;

/** The stages that the lead advances to; the others are reached by their own acts. */
const ADVANCED_TO: readonly Stage[] = ['PREPARING', 'FIELDWORK', 'DRAFTING', 'SIGNING', 'FOLLOW_UP'];
/** Reading goes on for these days after closing (R14). */
const DAYS_AFTER_CLOSING = 28;

/** The life cycle as a state machine. Each act holds for every transaction that begins after it. */
@Injectable()
export class StagesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SigningService) private readonly signing: SigningService,
  ) {}

  advance(actor: Actor, input: AdvanceStageInput): Done {
    return this.unitOfWork.write(actor, { operation: 'advanceStage', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'advanceStage');
      const before = STAGES[STAGES.indexOf(input.to) - 1];
      if (!ADVANCED_TO.includes(input.to) || standing.stage !== before)
        throw wrongState('one stage at a time, to preparing, fieldwork, drafting, signing or follow-up');
      if (input.to === 'SIGNING') {
        const problems = await this.signing.problemsBefore(tx, inspectionId);
        if (problems.length > 0) throw new ProblemsError(problems);
      }
      // An unannounced inspection prepares before it is notified; at the latest it is notified when fieldwork begins.
      const notify = input.to === 'FIELDWORK' && !standing.notified ? { notifiedAt: tx.actor.now } : {};
      // Alone in the inspection: the version that is read here is the one that is changed.
      const read = await tx.row<{ version: number }>(
        'SELECT version FROM app.inspection_conduct WHERE inspection_id = $1',
        [inspectionId],
      );
      if (read?.version !== input.version) throw staleVersion();
      await tx.update(InspectionEntity, { id: inspectionId }, { stage: input.to, ...notify });
      return touched(tx, inspectionId, `STAGE_${input.to}`);
    });
  }

  notify(actor: Actor, input: InspectionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'notifyArea', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'notify');
      await tx.update(InspectionEntity, { id: inspectionId }, { notifiedAt: tx.actor.now });
      return touched(tx, inspectionId, 'NOTIFIED');
    });
  }

  mark(actor: Actor, input: MarkInspectionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'markInspection', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'mark');
      if (input.kind === 'PAUSED' && standing.paused) refuse('kind', 'ALREADY', 'The inspection is paused already.');
      if (input.kind === 'RESUMED' && !standing.paused)
        refuse('kind', 'NOT_PAUSED', 'The inspection is not paused: there is nothing to resume.');
      await tx.insert(InspectionMarkEntity, {
        id: tx.newId(),
        inspectionId,
        kind: input.kind,
        authority: input.authority,
        reason: input.reason,
        markedBy: tx.actor.userId,
        markedAt: tx.actor.now,
      });
      if (input.kind === 'RESUMED') await this.moveDeadlines(tx, inspectionId);
      const { now } = tx.actor;
      const change = {
        DEFERRED: { deferredAt: now },
        PAUSED: { pausedAt: now },
        RESUMED: { pausedAt: null },
        INCOMPLETE: { incompleteAt: now },
      }[input.kind];
      await tx.update(InspectionConductEntity, { inspectionId }, change);
      return touched(tx, inspectionId, input.kind);
    });
  }

  close(actor: Actor, input: InspectionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'closeInspection', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'closeInspection');
      const readableUntil = deadlineAfter(plusDays(londonDay(tx.actor.now), DAYS_AFTER_CLOSING));
      await tx.update(InspectionEntity, { id: inspectionId }, { stage: 'CLOSED' });
      const closed = await tx.update(
        InspectionConductEntity,
        { inspectionId },
        { closedAt: tx.actor.now, readableUntil },
      );
      if (closed !== 1) throw new PlatformError('CONFLICT', 'The inspection was changed meanwhile: read it again.');
      return touched(tx, inspectionId, 'CLOSED');
    });
  }

  /** A pause freezes clocks: deadlines that were still to come move by as long as it lasted. */
  private async moveDeadlines(tx: WriteTransaction, inspectionId: string): Promise<void> {
    await tx.rows(
      `UPDATE app.timetable_entry e SET due_at = e.due_at + ($2::timestamptz - c.paused_at),
         falls_on = ((e.due_at + ($2::timestamptz - c.paused_at)) AT TIME ZONE 'Europe/London' - interval '1 microsecond')::date,
         reason = coalesce(e.reason || ' ', '') || 'Moved by the pause.'
       FROM app.inspection_conduct c
       WHERE e.inspection_id = $1 AND c.inspection_id = $1 AND e.due_at > c.paused_at`,
      [inspectionId, tx.actor.now.toISOString()],
    );
    await this.warnOfMoved(tx, inspectionId);
  }

  private async warnOfMoved(tx: WriteTransaction, inspectionId: string): Promise<void> {
    const moved = await tx.rows<{ code: string; fallsOn: LocalDate }>(
      `SELECT e.code, e.falls_on::text AS "fallsOn"
       FROM app.timetable_entry e JOIN app.inspection_conduct c ON c.inspection_id = e.inspection_id
       WHERE e.inspection_id = $1 AND e.due_at > c.paused_at`,
      [inspectionId],
    );
    const calendar = calendarAsOf(londonDay(tx.actor.now));
    for (const { code, fallsOn } of moved) {
      const warnings = nonWorkingDayWarnings(fallsOn, calendar).map(({ message }) => message);
      await tx.update(TimetableEntryEntity, { inspectionId, code }, { warnings });
    }
  }
}

function touched(tx: WriteTransaction, inspectionId: string, change: string): { inspectionId: string } {
  tx.touch('Inspection', inspectionId, change, inspectionId);
  return { inspectionId };
}
