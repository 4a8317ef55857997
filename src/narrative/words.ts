/**
 * Words of a text for comparing claims, not for printing. A word is a run of letters, marks and digits, apostrophes
 * within it included; a hyphen parts two words ("25-year-old" is three); "1,200" and "2.5"
 * are one each. Compared without case, typographic variants
 * or invisible characters, so that neither a soft hyphen nor a full-width digit hides a change.
 */
export function wordsOf(text: string): string[] {
  return comparable(text).match(/\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** Upper case first: it unfolds letters such as ß that lower case alone leaves as they are. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[‘’ʼ＇`´]/g, "'")
    .toUpperCase()
    .toLowerCase();
}

/** Number of words in the longest common subsequence. */
export function commonWords(one: readonly string[], other: readonly string[]): number {
  let row = new Uint32Array(other.length + 1);
  for (const word of one) {
    const next = new Uint32Array(other.length + 1);
    for (let at = 0; at < other.length; at++) {
      next[at + 1] = other[at] === word ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** A list of phrases, found longest first, so that "small minority" is not also "minority". */
export type PhraseList = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phraseList(phrases: Iterable<string>): PhraseList {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    const first = words[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** Each occurrence, in order, none overlapping another; a plural or possessive s in the text is no difference. */
export function phrasesIn(words: readonly string[], list: PhraseList): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = forms(words[at])
      .flatMap((form) => list.get(form) ?? [])
      .sort((a, b) => b.length - a.length)
      .find((candidate) => candidate.every((word, offset) => forms(words[at + offset]).includes(word)));
    if (phrase) found.push(phrase.join(' '));
    at += phrase?.length ?? 1;
  }
  return found;
}

function forms(word = ''): string[] {
  const owner = word.replace(/'s?$/, '');
  return [...new Set([word, owner, owner.replace(/s$/, '')])];
}
