/**
 * A day of the calendar in England, without a time or a zone. Such days sort and compare as text.
 *
 * The arithmetic is on UTC midnights, all 24 hours apart: in the zone of the process a day may have 23 hours,
 * or be missing altogether, and no deadline may depend on where the platform runs.
 */

/** `YYYY-MM-DD`. */
export type LocalDate = `${number}-${number}-${number}`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** True of days that exist: 30 February is none. */
export function isLocalDate(text: string): text is LocalDate {
  const midnight = new Date(text);
  return DAY.test(text) && !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** @throws RangeError naming the text where it is not a day that exists. */
export function localDate(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new RangeError(`"${text}" is not a day. Give one that exists, as YYYY-MM-DD.`);
}

/** Calendar days, not working days; a negative number goes back. */
export function plusDays(day: LocalDate, days: number): LocalDate {
  return localDate(new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10));
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function isWeekend(day: LocalDate): boolean {
  return weekday(day) > 5;
}

/** The Monday of the week in which the day stands. */
export function mondayOf(day: LocalDate): LocalDate {
  return plusDays(day, 1 - weekday(day));
}

/** Monday is 1, Sunday is 7. */
function weekday(day: LocalDate): number {
  return new Date(day).getUTCDay() || 7;
}
