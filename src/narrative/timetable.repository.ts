import { Injectable } from '@nestjs/common';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import type { LocalDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import type { Deadline } from '../frameworks/calendar/working-days.js';

export interface TimetableDate {
  readonly code: string;
  readonly name: string;
}

export const ACCURACY_CHECK: TimetableDate = { code: 'ACCURACY_CHECK', name: 'Comments on factual accuracy' };
export const STATEMENT_OF_ACTION: TimetableDate = {
  code: 'STATEMENT_OF_ACTION',
  name: 'Written statement of proposed action',
};

export interface StoredDate {
  readonly fallsOn: LocalDate;
  readonly computedOn: LocalDate;
  readonly calendarVersion: string;
  readonly reason: string | null;
}

/** The inspection's dates that run from what becomes of the narrative: computed once and stored. */
@Injectable()
export class TimetableRepository {
  find(tx: ReadTransaction, inspectionId: string, { code }: TimetableDate): Promise<StoredDate | null> {
    return tx.row<StoredDate>(
      `SELECT falls_on::text AS "fallsOn", computed_on::text AS "computedOn", calendar_version AS "calendarVersion", reason
       FROM app.timetable_entry WHERE inspection_id = $1 AND code = $2`,
      [inspectionId, code],
    );
  }

  async set(
    tx: WriteTransaction,
    inspectionId: string,
    date: TimetableDate,
    { on, due, calendarVersion }: Deadline,
    computedOn: LocalDate,
    reason: string | null,
  ): Promise<void> {
    const values = [inspectionId, date.code, on, due.toISOString(), calendarVersion, computedOn, reason];
    if ((await this.find(tx, inspectionId, date)) === null)
      await tx.rows(
        `INSERT INTO app.timetable_entry (inspection_id, code, falls_on, due_at, calendar_version, computed_on, reason, name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...values, date.name],
      );
    else
      await tx.rows(
        `UPDATE app.timetable_entry SET falls_on = $3, due_at = $4, calendar_version = $5, computed_on = $6, reason = $7
         WHERE inspection_id = $1 AND code = $2`,
        values,
      );
  }

  /** Another time than the one computed, which stays beside it. */
  async move(
    tx: WriteTransaction,
    inspectionId: string,
    { code }: TimetableDate,
    due: Date,
    reason: string,
    on: LocalDate = londonDay(due),
  ): Promise<void> {
    await tx.rows(
      `UPDATE app.timetable_entry SET falls_on = $3, due_at = $4, reason = $5 WHERE inspection_id = $1 AND code = $2`,
      [inspectionId, code, on, due.toISOString(), reason],
    );
  }
}
