/**
 * Days and hours in London as instants. The United Kingdom is at GMT, and one hour ahead of it in summer
 * (Summer Time Act 1972 s.1); both changes are at 01:00 GMT, so that no midnight is skipped or repeated.
 */
import { type LocalDate, localDate, plusDays } from './local-date.js';

/** 24-hour clock: `17:00`. */
export type LocalTime = `${number}:${number}`;

const HOUR_MS = 3_600_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The day in London on which the instant falls. */
export function londonDay(instant: Date): LocalDate {
  return localDate(londonWords(instant).slice(0, 10));
}

/**
 * The instant at which London's clocks show the time. Where they show it twice, the later, so that nobody
 * loses an hour that the clock promised; where they skip it, the same distance after the change.
 *
 * @throws RangeError where the time is not one of the 24-hour clock.
 */
export function londonInstant(day: LocalDate, time: LocalTime): Date {
  if (!TIME.test(time)) throw new RangeError(`"${time}" is not a time of day. Give one as HH:MM, from 00:00 to 23:59.`);
  const winter = new Date(`${day}T${time}:00Z`);
  const summer = new Date(winter.getTime() - HOUR_MS);
  const wanted = `${day} ${time}`;
  return londonWords(winter) !== wanted && londonWords(summer) === wanted ? summer : winter;
}

/**
 * A day's deadline: 00:00 in London of the next day, exclusive. What arrives at this very instant is late.
 */
export function deadlineAfter(day: LocalDate): Date {
  return londonInstant(plusDays(day, 1), '00:00');
}

/** A deadline at an hour of the day, exclusive, for a request that names one. */
export function deadlineAt(day: LocalDate, time: LocalTime): Date {
  return londonInstant(day, time);
}

/** Every deadline is exclusive, whichever day of the year it falls on. */
export function isInTime(instant: Date, due: Date): boolean {
  return instant.getTime() < due.getTime();
}

/** `YYYY-MM-DD HH:MM` */
function londonWords(instant: Date): string {
  const parts = new Map(london.formatToParts(instant).map((part) => [part.type, part.value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}
