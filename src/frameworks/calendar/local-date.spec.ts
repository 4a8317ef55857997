import { expect, it } from '@jest/globals';
import { daysBetween, isLocalDate, isWeekend, localDate, mondayOf, plusDays } from './local-date.js';

it.each(['2024-02-29', '2022-09-19'])('takes %s, which is a day', (text) => {
  expect(localDate(text)).toBe(text);
});

it.each(['2023-02-29', '2022-13-01', '2022-9-19', '19/09/2022', '2022-09-19T00:00', ''])('refuses "%s"', (text) => {
  expect(isLocalDate(text)).toBe(false);
  expect(() => localDate(text)).toThrow(/is not a day/);
});

it('goes over the ends of months and years and over changes of the clock', () => {
  expect(plusDays('2022-03-26', 2)).toBe('2022-03-28');
  expect(plusDays('2022-10-31', -2)).toBe('2022-10-29');
  expect(plusDays('2023-12-31', 60)).toBe('2024-02-29');
  expect(daysBetween('2022-03-26', '2022-03-28')).toBe(2);
  expect(daysBetween('2022-03-28', '2022-03-26')).toBe(-2);
});

it('begins the week on Monday', () => {
  expect(mondayOf('2022-09-18')).toBe('2022-09-12');
  expect(mondayOf('2022-09-19')).toBe('2022-09-19');
  expect([isWeekend('2022-09-16'), isWeekend('2022-09-17'), isWeekend('2022-09-18')]).toEqual([false, true, true]);
});
