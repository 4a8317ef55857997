import { randomInt } from 'node:crypto';

/** No vowels, so that no word comes about, and nothing that is misread: 148 million codes of six. */
const ALPHABET = '23456789CDFGHJKMNPQRTVWXZ';
const LENGTH = 6;

/** Opaque and random: it tells neither how many cases there are nor which came first. */
export const newCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
