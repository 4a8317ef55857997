/**
 * The working calendar of England and Wales **as known on a day**. A deadline is computed once and stored
 * with the version of the calendar that it was computed by: a holiday declared later belongs to a later
 * version and moves nothing (so 19 September 2022 is absent from every calendar of July 2022).
 */
import {
  bankHolidayDeclarations,
  COVERED_FROM,
  COVERED_UNTIL,
  type HolidayDeclaration,
} from './bank-holidays-england-and-wales.js';
import { isLocalDate, type LocalDate } from './local-date.js';

export interface WorkingCalendar {
  /** Stored beside what was computed by it: `england-and-wales-2022-09-10`, the day of the last declaration known. */
  readonly version: string;
  /** Name by day, in order of days. */
  readonly holidays: ReadonlyMap<LocalDate, string>;
  /** First and last day for which the holidays are known. */
  readonly coversFrom: LocalDate;
  readonly coversUntil: LocalDate;
}

const PREFIX = 'england-and-wales-';
const built = new Map<LocalDate, WorkingCalendar>();

/** @throws RangeError for a day before the first declaration. */
export function calendarAsOf(day: LocalDate): WorkingCalendar {
  const known = bankHolidayDeclarations.filter((declaration) => declaration.declaredOn <= day);
  const latest = latestDeclaration(known);
  if (latest === undefined) throw new RangeError(`No bank holidays are known as of ${day}. Ask for a later day.`);
  const calendar = built.get(latest) ?? buildCalendar(latest, known);
  built.set(latest, calendar);
  return calendar;
}

/**
 * The calendar stored with a deadline.
 *
 * @throws RangeError for a version that there never was.
 */
export function calendarVersion(version: string): WorkingCalendar {
  const day = version.slice(PREFIX.length);
  const calendar = version.startsWith(PREFIX) && isLocalDate(day) ? calendarAsOf(day) : undefined;
  if (calendar?.version === version) return calendar;
  throw new RangeError(`There is no calendar "${version}". Use a version that calendarAsOf() has answered.`);
}

function latestDeclaration(known: readonly HolidayDeclaration[]): LocalDate | undefined {
  return known
    .map(({ declaredOn }) => declaredOn)
    .sort()
    .at(-1);
}

function buildCalendar(latest: LocalDate, known: readonly HolidayDeclaration[]): WorkingCalendar {
  const moved = new Set(known.map(({ insteadOf }) => insteadOf));
  const holidays = known
    .filter(({ date }) => !moved.has(date))
    .map(({ date, name }) => [date, name] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    version: `${PREFIX}${latest}`,
    holidays: new Map(holidays),
    coversFrom: COVERED_FROM,
    coversUntil: COVERED_UNTIL,
  };
}
