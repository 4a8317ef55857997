import type { LocalDate } from '../frameworks/calendar/local-date.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "2025-02-07" as "7 February 2025". Local dates, so no time zone comes in. */
export function longDate(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/** "9 to 13 December 2024": month and year once where they are the same. */
export function dateRange(from: LocalDate, to: LocalDate): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  if (from === to) return longDate(from);
  if (first.year !== last.year) return `${longDate(from)} to ${longDate(to)}`;
  const start = first.month === last.month ? first.day : `${first.day} ${first.month}`;
  return `${start} to ${longDate(to)}`;
}

/** "a, b and c". */
export function andList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function partsOf(date: LocalDate): { day: string; month: string; year: string } {
  const [year = '', month, day] = date.split('-');
  return { day: String(Number(day)), month: MONTHS[Number(month) - 1] ?? '', year };
}
