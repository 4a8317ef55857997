import { describe, expect, it } from '@jest/globals';
import { deadlineAfter, deadlineAt, isInTime, londonDay, londonInstant } from './london-time.js';

describe('a day as a deadline', () => {
  it('ends at midnight in London, in winter and in summer', () => {
    expect(deadlineAfter('2022-12-02').toISOString()).toBe('2022-12-03T00:00:00.000Z');
    expect(deadlineAfter('2022-07-18').toISOString()).toBe('2022-07-18T23:00:00.000Z');
  });

  it('ends at midnight on the days before and of a change of the clock', () => {
    expect(deadlineAfter('2022-03-26').toISOString()).toBe('2022-03-27T00:00:00.000Z');
    expect(deadlineAfter('2022-03-27').toISOString()).toBe('2022-03-27T23:00:00.000Z');
    expect(deadlineAfter('2022-10-29').toISOString()).toBe('2022-10-29T23:00:00.000Z');
    expect(deadlineAfter('2022-10-30').toISOString()).toBe('2022-10-31T00:00:00.000Z');
  });

  it('takes what is sent at 17:01, and late in the evening, on the day itself', () => {
    const due = deadlineAfter('2022-10-25');
    expect(isInTime(londonInstant('2022-10-25', '17:01'), due)).toBe(true);
    expect(isInTime(new Date('2022-10-25T22:59:59.999Z'), due)).toBe(true);
  });

  it('refuses what is sent at the instant of midnight', () => {
    expect(isInTime(new Date('2022-10-25T23:00:00Z'), deadlineAfter('2022-10-25'))).toBe(false);
  });

  it('takes what is sent on a bank holiday before it', () => {
    expect(isInTime(londonInstant('2022-08-29', '12:00'), deadlineAfter('2022-08-30'))).toBe(true);
  });

  it('takes what is sent in the last hour before the clocks go back, and not in the first of the next day', () => {
    const due = deadlineAfter('2022-10-29');
    expect(isInTime(londonInstant('2022-10-29', '23:59'), due)).toBe(true);
    expect(isInTime(londonInstant('2022-10-30', '00:00'), due)).toBe(false);
    expect(isInTime(londonInstant('2022-10-30', '01:30'), due)).toBe(false);
  });

  it('has 23 hours on the day on which the clocks go forward and 25 on that on which they go back', () => {
    const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;
    expect(hours(deadlineAfter('2022-03-26'), deadlineAfter('2022-03-27'))).toBe(23);
    expect(hours(deadlineAfter('2022-10-29'), deadlineAfter('2022-10-30'))).toBe(25);
  });
});

describe('a deadline at an hour', () => {
  it('refuses what is sent at 17:01, and at 17:00 itself', () => {
    const due = deadlineAt('2022-10-25', '17:00');
    expect(due.toISOString()).toBe('2022-10-25T16:00:00.000Z');
    expect(isInTime(new Date('2022-10-25T15:59:59.999Z'), due)).toBe(true);
    expect(isInTime(londonInstant('2022-10-25', '17:00'), due)).toBe(false);
    expect(isInTime(londonInstant('2022-10-25', '17:01'), due)).toBe(false);
  });

  it('is the later of two where the clocks show it twice', () => {
    expect(deadlineAt('2022-10-30', '01:30').toISOString()).toBe('2022-10-30T01:30:00.000Z');
    expect(deadlineAt('2022-10-30', '00:59').toISOString()).toBe('2022-10-29T23:59:00.000Z');
  });

  it('is half an hour after the change where the clocks skip half past one', () => {
    expect(deadlineAt('2022-03-27', '01:30').toISOString()).toBe('2022-03-27T01:30:00.000Z');
  });

  it.each(['24:00', '9:00', '12:60'] as const)('refuses %s, which is no time of day', (time) => {
    expect(() => deadlineAt('2022-10-25', time)).toThrow(/is not a time of day/);
  });
});

it('tells the day in London, which in summer is ahead of UTC', () => {
  expect(londonDay(new Date('2022-07-18T22:59:59Z'))).toBe('2022-07-18');
  expect(londonDay(new Date('2022-07-18T23:00:00Z'))).toBe('2022-07-19');
  expect(londonDay(new Date('2022-12-18T23:30:00Z'))).toBe('2022-12-18');
});
