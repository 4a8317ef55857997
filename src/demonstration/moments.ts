import { plusDays, type LocalDate } from '../frameworks/calendar/local-date.js';

const MINUTE = 60_000;

/** When what happens in an inspection; instants of the platform's clock, the same at every start of one loading. */
export interface Moments {
  readonly fieldworkFrom: LocalDate;
  readonly planned: string;
  readonly accepted: string;
  readonly staffed: string;
  readonly notified: string;
  readonly asked: string;
  readonly answered: string;
  readonly sampled: string;
  readonly fieldworkBegins: string;
  /** Half-days of fieldwork, in order. */
  readonly halfDays: readonly string[];
  /** A day so many days from the first day of fieldwork. */
  day(offset: number): LocalDate;
}

export const instant = (day: LocalDate, time: string): string => `${day}T${time}:00.000Z`;

/** An inspection with fieldwork from that Monday; nothing happens after `latest`. */
export function momentsFrom(monday: LocalDate, latest: Date): Moments {
  const day = (offset: number): LocalDate => plusDays(monday, offset);
  const [fieldworkBegins = '', ...halfDays] = notAfter(latest, [
    instant(monday, '07:30'),
    instant(monday, '10:00'),
    instant(monday, '14:30'),
    instant(day(1), '10:00'),
    instant(day(1), '14:30'),
    instant(day(2), '10:00'),
    instant(day(2), '14:30'),
  ]);
  return {
    fieldworkFrom: monday,
    planned: instant(day(-42), '09:00'),
    accepted: instant(day(-40), '09:00'),
    staffed: instant(day(-37), '09:00'),
    notified: instant(day(-14), '08:30'),
    asked: instant(day(-14), '10:00'),
    answered: instant(day(-11), '15:00'),
    sampled: instant(day(-4), '11:00'),
    fieldworkBegins,
    halfDays,
    day,
  };
}

/** Where the week is younger than what happens in it, the end of the list is drawn together before `latest`, in order. */
function notAfter(latest: Date, instants: readonly string[]): string[] {
  return instants.map((planned, index) => {
    const bound = latest.getTime() - (instants.length - index) * MINUTE;
    return new Date(Math.min(Date.parse(planned), bound)).toISOString();
  });
}
