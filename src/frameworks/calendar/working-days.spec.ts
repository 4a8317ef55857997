import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarAsOf } from './calendar.js';
import { type LocalDate, plusDays } from './local-date.js';
import {
  addWorkingDays,
  deadlineInWorkingDays,
  deadlineOn,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.js';

const today = calendarAsOf('2025-01-01');
const july2022 = calendarAsOf('2022-07-18');

describe('seventy working days', () => {
  it.each<[from: LocalDate, to: LocalDate]>([
    ['2019-08-23', '2019-12-02'],
    ['2023-07-14', '2023-10-23'],
    ['2020-04-14', '2020-07-23'],
    ['2022-09-26', '2023-01-05'],
  ])('run from %s to %s', (from, to) => {
    expect(addWorkingDays(from, 70, calendarAsOf(from))).toBe(to);
    expect(workingDaysBetween(from, to, calendarAsOf(from))).toBe(70);
  });

  it('from 18 July 2022 end on 25 October by the calendar of that July, and a day later by one of October', () => {
    expect(addWorkingDays('2022-07-18', 70, july2022)).toBe('2022-10-25');
    expect(addWorkingDays('2022-07-18', 70, calendarAsOf('2022-10-01'))).toBe('2022-10-26');
  });

  it('are stored with the instant, the version of the calendar and no warning', () => {
    expect(deadlineInWorkingDays('2022-07-18', 70, july2022)).toEqual({
      on: '2022-10-25',
      due: new Date('2022-10-25T23:00:00Z'),
      calendarVersion: 'england-and-wales-2020-11-12',
      warnings: [],
    });
  });
});

describe('counting', () => {
  it('leaves the first day out, whether it is worked or not', () => {
    expect(addWorkingDays('2022-07-15', 1, today)).toBe('2022-07-18');
    expect(addWorkingDays('2022-07-16', 1, today)).toBe('2022-07-18');
    expect(addWorkingDays('2022-07-16', 0, today)).toBe('2022-07-16');
  });

  it('goes back over a weekend and a bank holiday', () => {
    expect(addWorkingDays('2022-08-30', -1, today)).toBe('2022-08-26');
    expect(workingDaysBetween('2022-08-30', '2022-08-26', today)).toBe(-1);
  });

  it('finds the day itself or the next one worked', () => {
    expect(workingDayFrom('2022-08-26', today)).toBe('2022-08-26');
    expect(workingDayFrom('2022-08-27', today)).toBe('2022-08-30');
  });

  it('always lands on a working day and counts back to the same number', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: -200, max: 200 }), (offset, count) => {
        fc.pre(count !== 0);
        const from = plusDays('2014-01-01', offset);
        const to = addWorkingDays(from, count, today);
        expect(isWorkingDay(to, today)).toBe(true);
        expect(workingDaysBetween(from, to, today)).toBe(count);
      }),
    );
  });

  it('refuses half a day', () => {
    expect(() => addWorkingDays('2022-07-15', 0.5, today)).toThrow(/whole number/);
  });

  it('refuses a year whose bank holidays are not known, and says what to add', () => {
    expect(() => addWorkingDays('2028-12-20', 30, today)).toThrow(/2029-01-01. Add the holidays of that year/);
  });
});

describe('a day that somebody chose', () => {
  it.each<[LocalDate, string[]]>([
    ['2024-03-09', ['WEEKEND']],
    ['2024-03-10', ['WEEKEND']],
    ['2024-03-29', ['BANK_HOLIDAY']],
    ['2024-03-28', []],
  ])('on %s is warned of as %j', (day, codes) => {
    const deadline = deadlineOn(day, today);
    expect(deadline.on).toBe(day);
    expect(deadline.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('says which bank holiday it is', () => {
    expect(deadlineOn('2022-09-19', today).warnings[0]?.message).toMatch(/State funeral/);
    expect(deadlineOn('2022-09-19', july2022).warnings).toEqual([]);
  });
});
