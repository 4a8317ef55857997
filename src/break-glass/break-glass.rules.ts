import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { deadlineInWorkingDays, type Deadline } from '../frameworks/calendar/working-days.js';

/** Code points that a reason has at least, once it is in order (R11). */
const LEAST_REASON = 30;
/** Working days in which the owner's lead reviews. */
const REVIEW_DAYS = 2;

/** A reason as it is counted and kept: NFC, trimmed, each run of spaces as one. */
export const reasonInOrder = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\s\p{White_Space}]+/gu, ' ')
    .trim();

export const isLongEnough = (reason: string): boolean => [...reason].length >= LEAST_REASON;

/** The end of the second working day after the glass was broken. */
export const reviewDue = (now: Date): Deadline =>
  deadlineInWorkingDays(londonDay(now), REVIEW_DAYS, calendarAsOf(londonDay(now)));
