import { AGENCY_WORDS, QUANTITY_WORDS } from './claim-words.js';
import type { DocumentSentence } from './narrative-document.js';
import { numbersIn } from './numbers-in-text.js';
import { commonWords, phraseList, phrasesIn, wordsOf } from './words.js';

/** Why the author of an edit must confirm that the sentence still rests on its findings; with what was added. */
export type ConfirmationReason =
  | { readonly code: 'MOST_WORDS_CHANGED'; readonly changed: number; readonly of: number }
  | { readonly code: 'NUMBER_ADDED' | 'AGENCY_ADDED' | 'QUANTITY_ADDED'; readonly added: readonly string[] };

/** Above two words in five. Compared in whole numbers: 2 of 5 is not above. */
const CHANGED_LIMIT = { words: 2, of: 5 } as const;

/**
 * Whether an edit may have left what the sentence rests on; empty where it has not.
 *
 * Words changed, with words as in `wordsOf` (no case, punctuation or typography): with n words before, m after and c
 * in their longest common subsequence, n - c were taken out and m - c put in; changed is the greater of the two, so
 * that a word replaced counts once, and its share is of n, the words that the findings were known to support. Words
 * added to a sentence that had none are all changed.
 *
 * Added is counted, not looked up: a second "most" is an addition, a "most" moved is none. Numbers compare by value,
 * so "five" for "5" adds nothing. `agencies` are names and abbreviations beyond the usual words for agencies.
 */
export function confirmationReasons(
  before: string,
  after: string,
  agencies: Iterable<string> = [],
): ConfirmationReason[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const reasons: ConfirmationReason[] = [];
  const common = commonWords(old, now);
  const changed = Math.max(old.length, now.length) - common;
  if (changed * CHANGED_LIMIT.of > old.length * CHANGED_LIMIT.words) {
    reasons.push({ code: 'MOST_WORDS_CHANGED', changed, of: old.length });
  }
  const names = phraseList([...AGENCY_WORDS, ...agencies]);
  const found = [
    { code: 'NUMBER_ADDED', added: moreIn(numbersIn(now), numbersIn(old)) },
    { code: 'AGENCY_ADDED', added: moreIn(phrasesIn(now, names), phrasesIn(old, names)) },
    { code: 'QUANTITY_ADDED', added: moreIn(phrasesIn(now, QUANTITIES), phrasesIn(old, QUANTITIES)) },
  ] as const;
  return [...reasons, ...found.filter(({ added }) => added.length > 0)];
}

/** The lead's words in place of the old ones: same key, same findings; the white space around a sentence stays. */
export function editSentence(sentence: DocumentSentence, text: string): DocumentSentence {
  return text === sentence.text
    ? sentence
    : { ...sentence, text, origin: sentence.origin === 'ADDED' ? 'ADDED' : 'EDITED' };
}

const QUANTITIES = phraseList(QUANTITY_WORDS);

/** What the first list holds more often than the second, once for each time more. */
function moreIn(now: readonly string[], old: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of old) left.set(item, (left.get(item) ?? 0) + 1);
  return now.filter((item) => {
    const remaining = left.get(item) ?? 0;
    left.set(item, remaining - 1);
    return remaining <= 0;
  });
}
