import { describe, expect, it } from '@jest/globals';
import { isLongEnough, reasonInOrder, reviewDue } from './break-glass.rules.js';

describe('the reason of a break-glass', () => {
  it('is counted in code points, trimmed and with runs of spaces as one', () => {
    expect(reasonInOrder('  A child \t\n is   missing\u00a0\u0085 now ')).toBe('A child is missing now');
    expect(isLongEnough(reasonInOrder('x'.repeat(29)))).toBe(false);
    expect(isLongEnough(reasonInOrder(`${'x'.repeat(29)}     `))).toBe(false);
    expect(isLongEnough(reasonInOrder('x'.repeat(30)))).toBe(true);
    expect(isLongEnough('😀'.repeat(29))).toBe(false);
    expect(isLongEnough('😀'.repeat(30))).toBe(true);
  });

  it('is counted composed: a letter and its accent are one', () => {
    expect(isLongEnough(reasonInOrder('e\u0301'.repeat(29)))).toBe(false);
    expect(isLongEnough(reasonInOrder('e\u0301'.repeat(30)))).toBe(true);
  });
});

describe('the review of a break-glass', () => {
  it('is due at the end of the second working day in London', () => {
    expect(reviewDue(new Date('2024-03-04T09:00:00Z')).due).toEqual(new Date('2024-03-07T00:00:00Z'));
    // Late on Friday before the clocks change; Monday and Tuesday follow.
    expect(reviewDue(new Date('2024-03-22T23:30:00Z')).due).toEqual(new Date('2024-03-27T00:00:00Z'));
    // Over Easter: Good Friday and Easter Monday are no working days.
    expect(reviewDue(new Date('2024-03-28T10:00:00Z')).due).toEqual(new Date('2024-04-03T23:00:00Z'));
    // Half past midnight of the next day in London, which is not counted.
    expect(reviewDue(new Date('2024-07-01T23:30:00Z')).due).toEqual(new Date('2024-07-04T23:00:00Z'));
  });
});
