import type { LocalDate } from '../frameworks/calendar/local-date.js';
import { LETTER_PLACEHOLDERS, type LetterPlaceholder } from '../frameworks/letter-layout.js';
import { andList, longDate } from './letter-words.js';
import { DUE_DAY } from './narrative-document.js';
import { splitSentences } from './split-sentences.js';

/** What the fixed parts of a letter may say of the inspection; settled before the letter is signed. */
export interface NarrativeFacts {
  readonly title: string;
  readonly area: string;
  readonly theme: string | null;
  /** Names, the leading one first. */
  readonly inspectorates: readonly string[];
  readonly fieldwork: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** Null where no written statement of proposed action is needed. */
  readonly principalAuthority: string | null;
  readonly cooperatingAgencies: readonly string[];
}

/**
 * Paragraphs of a fixed part with the facts put in; `template` is the paragraph as the layout has it. A sentence that
 * needs a fact which the inspection does not have is left out, and with no principal authority the whole paragraph
 * that speaks of one. Facts are not read for placeholders in their turn.
 */
export function fixedParagraphs(text: string, facts: NarrativeFacts): { template: string; text: string }[] {
  return text.split(/\n[^\S\n]*\n\s*/u).flatMap((template) => {
    if (facts.principalAuthority === null && template.includes('{principalAuthority}')) return [];
    const filled = splitSentences(template).map((sentence) => fill(sentence, facts) ?? '');
    const words = filled.join('').trim();
    return words === '' ? [] : [{ template, text: words }];
  });
}

function fill(sentence: string, facts: NarrativeFacts): string | null {
  const wanted = [...sentence.matchAll(/\{([^}]*)\}/g)].map(([, name]) => known(name ?? ''));
  if (wanted.some((placeholder) => valueOf(placeholder, facts) === null)) return null;
  return sentence.replace(/\{([^}]*)\}/g, (_, name: string) => valueOf(known(name), facts) ?? '');
}

function known(name: string): LetterPlaceholder {
  const placeholder = LETTER_PLACEHOLDERS.find((candidate) => candidate === name);
  if (placeholder) return placeholder;
  throw new Error(`A framework's letter layout names a fact that there is not: {${name}}`);
}

function valueOf(placeholder: LetterPlaceholder, facts: NarrativeFacts): string | null {
  switch (placeholder) {
    case 'area':
      return facts.area;
    case 'theme':
      return facts.theme;
    case 'inspectorates':
      return andList(facts.inspectorates);
    case 'fieldworkFrom':
      return facts.fieldwork && longDate(facts.fieldwork.from);
    case 'fieldworkTo':
      return facts.fieldwork && longDate(facts.fieldwork.to);
    case 'principalAuthority':
      return facts.principalAuthority;
    case 'cooperatingAgencies':
      return andList(facts.cooperatingAgencies) || 'its partner agencies';
    case 'statementDueOn':
      return facts.principalAuthority === null ? null : DUE_DAY;
  }
}
