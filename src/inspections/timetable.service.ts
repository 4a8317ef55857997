import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { localDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { deadlineOn } from '../frameworks/calendar/working-days.js';
import { refuse } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { TimetableEntryEntity } from './inspection.entity.js';
import type { SetTimetableDateInput } from './inspection.inputs.js';

/** Dates that rest on an event, and are set by acts of their own. */
const SET_ELSEWHERE = ['ACCURACY_CHECK', 'STATEMENT_OF_ACTION'];

/** Dates are computed once and stored; a person moves them, with a reason, and the computed day stays visible. */
@Injectable()
export class TimetableService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  setDate(
    actor: Actor,
    input: SetTimetableDateInput,
  ): Promise<Stored<{ inspectionId: string; warnings: readonly string[] }>> {
    return this.unitOfWork.write(actor, { operation: 'setTimetableDate', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'setTimetableDate');
      const entry = await tx.row<{ isDeadline: boolean }>(
        'SELECT due_at IS NOT NULL AS "isDeadline" FROM app.timetable_entry WHERE inspection_id = $1 AND code = $2',
        [inspectionId, input.code],
      );
      if (entry === null) return refuse('code', 'UNKNOWN_CODE', 'Give the code of a date in the timetable.');
      if (SET_ELSEWHERE.includes(input.code))
        return refuse('code', 'OWN_ACT', 'This date rests on an event: it is set with that, or by an act of its own.');
      const chosen = deadlineOn(localDate(input.fallsOn), calendarAsOf(londonDay(tx.actor.now)));
      const warnings = chosen.warnings.map(({ message }) => message);
      await tx.update(
        TimetableEntryEntity,
        { inspectionId, code: input.code },
        { fallsOn: chosen.on, reason: input.reason, warnings, ...(entry.isDeadline ? { dueAt: chosen.due } : {}) },
      );
      await this.followFieldwork(tx, inspectionId);
      tx.touch('Inspection', inspectionId, 'DATE_SET', inspectionId);
      return { inspectionId, warnings };
    });
  }

  /** The first and last day of fieldwork are those of the timetable. */
  private async followFieldwork(tx: WriteTransaction, inspectionId: string): Promise<void> {
    await tx.rows(
      `UPDATE app.inspection_conduct c SET fieldwork_from = days.first, fieldwork_to = days.last
       FROM (SELECT min(falls_on) AS first, max(falls_on) AS last FROM app.timetable_entry
             WHERE inspection_id = $1 AND code LIKE 'FIELDWORK\\_DAY\\_%') days
       WHERE c.inspection_id = $1 AND days.first IS NOT NULL
         AND (c.fieldwork_from, c.fieldwork_to) IS DISTINCT FROM (days.first, days.last)`,
      [inspectionId],
    );
  }
}
