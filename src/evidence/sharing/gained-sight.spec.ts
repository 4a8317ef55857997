import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { common, gainedSight, SIGHTS, type Span } from './gained-sight.js';

const day = (number: number): Date => new Date(Date.UTC(2024, 3, number));
const span = (sight: Span['sight'], from: number, until: number | null = null): Span => ({
  sight,
  from: day(from),
  until: until === null ? null : day(until),
});

describe('sight that is gained', () => {
  it('is from nothing to what is added, for as long as it lasts', () => {
    expect(gainedSight([], [span('SUMMARY', 1, 9)])).toEqual([
      { before: 'NONE', after: 'SUMMARY', from: day(1), until: day(9) },
    ]);
    expect(gainedSight([], [span('WHOLE', 1)])).toEqual([
      { before: 'NONE', after: 'WHOLE', from: day(1), until: null },
    ]);
  });

  it('is nothing where as much was seen already', () => {
    expect(gainedSight([span('WHOLE', 1)], [span('SUMMARY', 2, 5), span('WHOLE', 3)])).toEqual([]);
  });

  it('is told piece by piece where sight that there was ends before', () => {
    expect(gainedSight([span('SUMMARY', 1, 4)], [span('WHOLE', 2, 8)])).toEqual([
      { before: 'SUMMARY', after: 'WHOLE', from: day(2), until: day(4) },
      { before: 'NONE', after: 'WHOLE', from: day(4), until: day(8) },
    ]);
  });

  it('is one piece where two shares follow on each other', () => {
    expect(gainedSight([], [span('WHOLE', 1, 4), span('WHOLE', 4, 8)])).toEqual([
      { before: 'NONE', after: 'WHOLE', from: day(1), until: day(8) },
    ]);
  });

  it('is, at every day, the difference of what is seen with and without it', () => {
    const spans = fc.array(
      fc.record({
        sight: fc.constantFrom('SUMMARY' as const, 'WHOLE' as const),
        from: fc.integer({ min: 1, max: 9 }),
        length: fc.option(fc.integer({ min: 1, max: 9 })),
      }),
      { maxLength: 5 },
    );
    const seen = (all: readonly Span[], at: Date): number =>
      Math.max(
        0,
        ...all
          .filter(({ from, until }) => from <= at && (until === null || at < until))
          .map(({ sight }) => SIGHTS.indexOf(sight)),
      );
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const [already, added] = [one, other].map((list) =>
          list.map(({ sight, from, length }) => span(sight, from, length === null ? null : from + length)),
        ) as [Span[], Span[]];
        const gains = gainedSight(already, added);
        for (let number = 1; number < 20; number += 1) {
          const at = day(number);
          const told = gains.filter(({ from, until }) => from <= at && (until === null || at < until));
          const [before, after] = [seen(already, at), seen([...already, ...added], at)];
          expect(told.map((gain) => [SIGHTS.indexOf(gain.before), SIGHTS.indexOf(gain.after)])).toEqual(
            before === after ? [] : [[before, after]],
          );
        }
      }),
    );
  });
});

describe('two periods', () => {
  it('have in common what lies in both', () => {
    expect(common({ from: day(1), until: null }, { from: day(3), until: day(5) })).toEqual({
      from: day(3),
      until: day(5),
    });
    expect(common({ from: day(1), until: day(3) }, { from: day(3), until: null })).toBeNull();
  });
});
