import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { plusDays, type LocalDate } from '../frameworks/calendar/local-date.js';
import { deadlineAt, deadlineAfter, londonDay, type LocalTime } from '../frameworks/calendar/london-time.js';
import { nonWorkingDayWarnings } from '../frameworks/calendar/working-days.js';

export interface RequestDue {
  readonly dueAt: Date;
  readonly calendarVersion: string;
  /** What a person should look at again; nothing is refused for it. */
  readonly warning: string | null;
}

/** `17:00`, on the 24-hour clock. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isTimeOfDay = (text: string): text is LocalTime => TIME_OF_DAY.test(text);

/** Days ahead at most: a later day is a slip of the pen. */
const FARTHEST = 730;

export const isTooFar = (on: LocalDate, now: Date): boolean => on > plusDays(londonDay(now), FARTHEST);

/**
 * When a request is due: an exclusive instant, computed once by the calendar known `now`. Without an hour it is
 * the end of the day in London.
 */
export function requestDue(on: LocalDate, time: LocalTime | null, now: Date): RequestDue {
  const calendar = calendarAsOf(londonDay(now));
  const [warning] = nonWorkingDayWarnings(on, calendar);
  return {
    dueAt: time === null ? deadlineAfter(on) : deadlineAt(on, time),
    calendarVersion: calendar.version,
    warning: warning?.message ?? null,
  };
}
