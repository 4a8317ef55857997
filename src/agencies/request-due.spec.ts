import { describe, expect, it } from '@jest/globals';
import { isTimeOfDay, requestDue } from './request-due.js';

const NOW = new Date('2024-03-04T09:00:00Z');

describe('when a request is due', () => {
  it.each([
    ['2024-03-08', null, '2024-03-09T00:00:00.000Z'],
    ['2024-03-08', '17:00', '2024-03-08T17:00:00.000Z'],
    ['2024-06-07', null, '2024-06-07T23:00:00.000Z'],
    ['2024-06-07', '17:00', '2024-06-07T16:00:00.000Z'],
    ['2024-03-31', null, '2024-03-31T23:00:00.000Z'],
    ['2024-03-31', '01:30', '2024-03-31T01:30:00.000Z'],
    ['2024-10-27', '01:30', '2024-10-27T01:30:00.000Z'],
    ['2024-10-27', null, '2024-10-28T00:00:00.000Z'],
  ] as const)('is, on %s at %s, %s', (on, time, due) => {
    expect(requestDue(on, time, NOW).dueAt.toISOString()).toBe(due);
  });

  it('is kept with the calendar known at the time, and a warning for a day on which nobody works', () => {
    expect(requestDue('2024-03-29', null, NOW).warning).toMatch(/Good Friday/);
    expect(requestDue('2024-03-30', null, NOW).warning).toMatch(/Saturday or Sunday/);
    expect(requestDue('2024-03-28', null, NOW)).toMatchObject({
      warning: null,
      calendarVersion: expect.stringMatching(/^england-and-wales-/),
    });
    // Declared on 10 September 2022: unknown before.
    expect(requestDue('2022-09-19', null, new Date('2022-07-18T09:00:00Z')).warning).toBeNull();
    expect(requestDue('2022-09-19', null, new Date('2022-09-12T09:00:00Z')).warning).toMatch(/bank holiday/);
  });

  it('knows a time of day', () => {
    expect(['00:00', '09:30', '23:59'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '9:30', '17:60', '17', 'noon'].some(isTimeOfDay)).toBe(false);
  });
});
