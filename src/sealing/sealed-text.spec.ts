import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { seal, unseal, type Place } from './sealed-text.js';
import { SealingError } from './sealing.errors.js';

const WORDS = 'The deputy told us to leave the dates out';
const key = createSecretKey(randomBytes(32));
const place: Place = { table: 'whistleblowing_words', column: 'sealed', row: 'a1' };
const sealed = seal(key, Buffer.from(WORDS), place);

/** What is thrown, as it would be logged. */
function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SealingError);
    return `${String(error)}\n${(error as Error).stack ?? ''}`;
  }
  return 'nothing was thrown';
}

describe('a sealed text', () => {
  it('is opened by its key at its place, and holds nothing of the text', () => {
    expect(unseal(key, sealed, place).toString()).toBe(WORDS);
    expect(sealed.includes('deputy')).toBe(false);
    for (const text of ['', 'ä', 'x'.repeat(40_000)])
      expect(unseal(key, seal(key, Buffer.from(text), place), place).toString()).toBe(text);
  });

  it('is another each time it is sealed', () => {
    expect(seal(key, Buffer.from(WORDS), place).equals(sealed)).toBe(false);
  });

  it('is opened by no other key', () => {
    expect(failure(() => unseal(createSecretKey(randomBytes(32)), sealed, place))).toMatch(/cannot be opened/);
  });

  it('is opened at no other row, column or table', () => {
    for (const other of [{ row: 'a2' }, { column: 'note' }, { table: 'whistleblowing_step' }])
      expect(failure(() => unseal(key, sealed, { ...place, ...other }))).toMatch(/cannot be opened/);
  });

  it('is not opened where any byte was changed, or where it was cut', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(failure(() => unseal(key, changed, place))).toMatch(/cannot be opened/);
      expect(failure(() => unseal(key, sealed.subarray(0, at), place))).toMatch(/cannot be opened/);
    }
    expect(failure(() => unseal(key, Buffer.concat([sealed, Buffer.of(0)]), place))).toMatch(/cannot be opened/);
  });

  it('names its place where it cannot be opened, and neither key nor content', () => {
    const told = failure(() => unseal(key, sealed.subarray(0, -1), place));
    expect(told).toContain('whistleblowing_words.sealed of a1');
    for (const secret of [WORDS, 'deputy', key.export().toString('hex'), key.export().toString('base64')])
      expect(told).not.toContain(secret);
    for (const encoding of ['hex', 'base64'] as const)
      expect(told).not.toContain(sealed.toString(encoding).slice(0, 12));
  });
});
