import type { Dice } from './dice.js';
import { SENTENCES, TITLES } from './templates.js';
import { VOCABULARY, type Slot } from './vocabulary.js';

/** A template cut once into its fixed parts and slots: a million texts are made of them. */
type Part = string | { readonly slot: Slot };

const cut = (template: string): Part[] =>
  template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { slot: part.slice(1, -1) as Slot } : part));

const CUT_SENTENCES = SENTENCES.map(cut);
const CUT_TITLES = TITLES.map(cut);
const CUT_EFFECTS = new Map<string, Part[]>(VOCABULARY.effect.map((effect) => [effect, cut(effect)]));

export const sentence = (dice: Dice): string => capital(fill(dice, dice.pick(CUT_SENTENCES)));
export const title = (dice: Dice): string => capital(fill(dice, dice.pick(CUT_TITLES)));

/** So many sentences, in paragraphs of two to four. */
export function text(dice: Dice, sentences: number): string {
  let written = sentence(dice);
  for (let left = sentences - 1; left > 0; left -= 1) written += `${dice.happens(0.3) ? '\n\n' : ' '}${sentence(dice)}`;
  return written;
}

function fill(dice: Dice, parts: readonly Part[]): string {
  let written = '';
  for (const part of parts) {
    if (typeof part === 'string') written += part;
    else {
      const word = dice.pick<string>(VOCABULARY[part.slot]);
      const inner = part.slot === 'effect' ? CUT_EFFECTS.get(word) : undefined;
      // A source that begins no sentence is written small: "In interview it was said that".
      const filled = inner === undefined ? word : fill(dice, inner);
      written += written === '' ? filled : small(filled);
    }
  }
  return written;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
