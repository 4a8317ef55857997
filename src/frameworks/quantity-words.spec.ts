import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quantityWordFor, quantityWords } from './quantity-words.js';

it.each([
  [100, 100, 'almost all'],
  [97, 100, 'almost all'],
  [96, 100, 'most'],
  [80, 100, 'most'],
  [79, 100, 'large majority'],
  [65, 100, 'large majority'],
  [64, 100, 'majority'],
  [51, 100, 'majority'],
  [49, 100, 'minority'],
  [35, 100, 'minority'],
  [34, 100, 'small minority'],
  [20, 100, 'small minority'],
  [19, 100, 'few'],
  [0, 100, 'few'],
  [4, 7, 'majority'],
  [6, 7, 'most'],
])('calls %d of %d "%s"', (n, of, words) => {
  expect(quantityWordFor(n, of)?.words).toBe(words);
});

it('has no word for half', () => {
  expect(quantityWordFor(3, 6)).toBeNull();
});

it('rounds to a whole percentage, as the scale is printed', () => {
  expect(quantityWordFor(193, 200)?.words).toBe('almost all');
  expect(quantityWordFor(101, 201)).toBeNull();
});

it('has no gap but half, and never a smaller word for a larger share', () => {
  const rank = (n: number, of: number) => quantityWords.findIndex((word) => word === quantityWordFor(n, of));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, part) => {
      const n = part % (of + 1);
      if (Math.round((100 * n) / of) === 50) expect(rank(n, of)).toBe(-1);
      else expect(rank(n, of)).toBeGreaterThanOrEqual(0);
      if (n < of && rank(n, of) >= 0 && rank(n + 1, of) >= 0) {
        expect(rank(n + 1, of)).toBeLessThanOrEqual(rank(n, of));
      }
    }),
  );
});

it.each([
  [1, 0],
  [-1, 5],
  [6, 5],
  [0.5, 5],
])('refuses %d of %d, which is no share', (n, of) => {
  expect(() => quantityWordFor(n, of)).toThrow(/is not a share/);
});
