import { expect, it } from '@jest/globals';
import { bankHolidayDeclarations, COVERED_FROM, COVERED_UNTIL } from './bank-holidays-england-and-wales.js';
import { calendarAsOf, calendarVersion } from './calendar.js';
import { isWeekend, type LocalDate, mondayOf, plusDays } from './local-date.js';

const years = Array.from({ length: 18 }, (_, index) => 2011 + index);
const day = (year: number, monthAndDay: string): LocalDate => `${year}-${monthAndDay}` as LocalDate;

/** The rule of the 1971 Act, worked out again apart from the list. */
function standingHolidays(year: number): LocalDate[] {
  const easter = easterSunday(year);
  const firstMondayOfMay = mondayOf(day(year, '05-07'));
  const taken: LocalDate[] = [];
  const orSubstitute = (date: LocalDate) => {
    let worked = date;
    while (isWeekend(worked) || taken.includes(worked)) worked = plusDays(worked, 1);
    taken.push(worked);
  };
  orSubstitute(day(year, '01-01'));
  // The holiday that needs no substitute keeps its day: Boxing Day 2016 stays on Monday the 26th.
  for (const date of [day(year, '12-25'), day(year, '12-26')].sort(
    (a, b) => Number(isWeekend(a)) - Number(isWeekend(b)),
  )) {
    orSubstitute(date);
  }
  return [
    ...taken,
    plusDays(easter, -2),
    plusDays(easter, 1),
    firstMondayOfMay,
    mondayOf(day(year, '05-31')),
    mondayOf(day(year, '08-31')),
  ].sort();
}

/** Gauss's rule as Meeus gives it. */
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return plusDays(day(year, '03-22'), h + l - 7 * m);
}

it('holds eight standing holidays a year, each on the day that the Act and its substitute days give', () => {
  const known = [...calendarAsOf('2009-12-31').holidays.keys()];
  expect(known).toEqual(years.flatMap(standingHolidays));
});

it('names each holiday once, within the years that it covers, and never on a weekend', () => {
  const holidays = bankHolidayDeclarations.map(({ date }) => date);
  expect(new Set(holidays).size).toBe(holidays.length);
  expect(holidays.filter((date) => date < COVERED_FROM || date > COVERED_UNTIL || isWeekend(date))).toEqual([]);
});

it('moves only holidays that there are', () => {
  const holidays = new Set(bankHolidayDeclarations.map(({ date }) => date));
  const moved = bankHolidayDeclarations.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf]));
  expect(moved).toHaveLength(3);
  expect(moved.filter((date) => !holidays.has(date))).toEqual([]);
});

it.each<[what: string, holiday: LocalDate, dayBefore: LocalDate, declared: LocalDate]>([
  ['the day moved to the anniversary of VE day', '2020-05-08', '2019-06-06', '2019-06-07'],
  ['the Platinum Jubilee', '2022-06-03', '2020-11-11', '2020-11-12'],
  ['the state funeral', '2022-09-19', '2022-09-09', '2022-09-10'],
  ['the coronation', '2023-05-08', '2022-11-05', '2022-11-06'],
])('knows of %s from the day on which it was declared, not before', (_, holiday, dayBefore, declared) => {
  expect(calendarAsOf(dayBefore).holidays.has(holiday)).toBe(false);
  expect(calendarAsOf(declared).holidays.has(holiday)).toBe(true);
});

it('frees the day from which a holiday was moved', () => {
  expect(calendarAsOf('2019-06-06').holidays.has('2020-05-04')).toBe(true);
  expect(calendarAsOf('2019-06-07').holidays.has('2020-05-04')).toBe(false);
});

it('is the same version between two declarations and can be had again by its version', () => {
  const july = calendarAsOf('2022-07-18');
  expect(july.version).toBe('england-and-wales-2020-11-12');
  expect(calendarAsOf('2022-09-09')).toBe(july);
  expect(calendarVersion(july.version)).toBe(july);
  expect(calendarAsOf('2022-09-10').version).toBe('england-and-wales-2022-09-10');
});

it.each(['england-and-wales-2022-07-18', 'scotland-2020-11-12', 'england-and-wales-', ''])(
  'refuses the version "%s", which there never was',
  (version) => {
    expect(() => calendarVersion(version)).toThrow(/There is no calendar/);
  },
);
