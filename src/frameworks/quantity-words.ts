/**
 * The scale on which a report's words of quantity stand, as the inspectorates print it. Percentages are whole
 * numbers: a share is rounded to the nearest, half upwards, before it is looked up.
 */
export interface QuantityWord {
  /** As it is written in a sentence, without "of" or "the". */
  readonly words: string;
  readonly minPercent: number;
  readonly maxPercent: number;
}

/** From most to least. Half is no word on the scale: it is written as "half". */
export const quantityWords: readonly QuantityWord[] = [
  { words: 'almost all', minPercent: 97, maxPercent: 100 },
  { words: 'most', minPercent: 80, maxPercent: 96 },
  { words: 'large majority', minPercent: 65, maxPercent: 79 },
  { words: 'majority', minPercent: 51, maxPercent: 64 },
  { words: 'minority', minPercent: 35, maxPercent: 49 },
  { words: 'small minority', minPercent: 20, maxPercent: 34 },
  { words: 'few', minPercent: 0, maxPercent: 19 },
];

/**
 * The word for `n` of `of`; null for half.
 *
 * @throws RangeError unless both are whole numbers with 0 ≤ n ≤ of and of > 0.
 */
export function quantityWordFor(n: number, of: number): QuantityWord | null {
  if (!Number.isInteger(n) || !Number.isInteger(of) || n < 0 || of < 1 || n > of) {
    throw new RangeError(`${n} of ${of} is not a share. Give whole numbers, the first no more than the second.`);
  }
  const percent = Math.round((100 * n) / of);
  return quantityWords.find(({ minPercent, maxPercent }) => minPercent <= percent && percent <= maxPercent) ?? null;
}
