/**
 * Counting working days in England and Wales: any day other than a Saturday, a Sunday or a bank holiday of
 * the calendar given. The day from which one counts is day 0.
 */
import type { WorkingCalendar } from './calendar.js';
import { isWeekend, type LocalDate, plusDays } from './local-date.js';
import { deadlineAfter } from './london-time.js';

/** A day by which something is due, as it is stored. */
export interface Deadline {
  readonly on: LocalDate;
  /** The instant at which it is late: 00:00 in London of the day after `on`. */
  readonly due: Date;
  readonly calendarVersion: string;
  readonly warnings: readonly CalendarWarning[];
}

/** Nothing is refused for it; a person should look at the day again. */
export interface CalendarWarning {
  readonly code: 'WEEKEND' | 'BANK_HOLIDAY' | 'SHORT_NOTICE' | 'FEWER_DAYS';
  readonly message: string;
}

/** @throws RangeError for a day outside the years that the calendar covers. */
export function isWorkingDay(day: LocalDate, calendar: WorkingCalendar): boolean {
  if (day < calendar.coversFrom || day > calendar.coversUntil) {
    throw new RangeError(
      `Bank holidays are known from ${calendar.coversFrom} to ${calendar.coversUntil}, not for ${day}. ` +
        'Add the holidays of that year to bank-holidays-england-and-wales.ts.',
    );
  }
  return !isWeekend(day) && !calendar.holidays.has(day);
}

/**
 * The working day `count` working days after `from`, or before it where the number is negative. `from` itself
 * is never counted, and need not be a working day; with 0 the answer is `from`.
 */
export function addWorkingDays(from: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  if (!Number.isInteger(count)) throw new RangeError(`${count} is not a number of days. Give a whole number.`);
  const step = Math.sign(count);
  let day = from;
  for (let left = Math.abs(count); left > 0;) {
    day = plusDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The day itself where it is worked, else the next that is. */
export function workingDayFrom(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/**
 * Working days after `from`, up to and with `to`: what `addWorkingDays` has to add. Where `to` is earlier, the
 * working days before `from`, down to and with `to`, as a negative number.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to;) {
    day = plusDays(day, step);
    if (isWorkingDay(day, calendar)) count += step;
  }
  return count;
}

/** The deadline `count` working days after an event, such as the receipt of a letter. */
export function deadlineInWorkingDays(from: LocalDate, count: number, calendar: WorkingCalendar): Deadline {
  return deadlineOn(addWorkingDays(from, count, calendar), calendar);
}

/** A deadline on a day that somebody chose, with a warning where nobody works on that day. */
export function deadlineOn(day: LocalDate, calendar: WorkingCalendar): Deadline {
  return {
    on: day,
    due: deadlineAfter(day),
    calendarVersion: calendar.version,
    warnings: nonWorkingDayWarnings(day, calendar),
  };
}

export function nonWorkingDayWarnings(day: LocalDate, calendar: WorkingCalendar): readonly CalendarWarning[] {
  const holiday = calendar.holidays.get(day);
  return [
    ...(isWeekend(day)
      ? [{ code: 'WEEKEND' as const, message: `${day} is a Saturday or Sunday. Choose a working day, or confirm it.` }]
      : []),
    ...(holiday === undefined
      ? []
      : [
          {
            code: 'BANK_HOLIDAY' as const,
            message: `${day} is a bank holiday: ${holiday}. Choose a working day, or confirm it.`,
          },
        ]),
  ];
}
