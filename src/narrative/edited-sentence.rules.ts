import type { Problem } from '../inspectorates/inspectorate.js';
import type { ConfirmationReason } from './edit-sentence.js';
import { partOf, type SentenceOrigin } from './narrative-document.js';
import type { StoredSentence } from './stored-narrative.js';

const COMPILED_ORIGIN = { statement: 'FINDING', voice: 'VOICE', layout: 'LAYOUT', added: 'ADDED' } as const;

/** Words taken back to what was compiled are no edit any more. */
export function originOf(sentence: Pick<StoredSentence, 'key' | 'compiledText'>, text: string): SentenceOrigin {
  const compiled = COMPILED_ORIGIN[partOf(sentence)];
  return compiled === 'ADDED' || text === sentence.compiledText ? compiled : 'EDITED';
}

export const confirmationProblem = (reason: ConfirmationReason): Problem => ({
  at: 'confirmed',
  code: 'CONFIRM_PROVENANCE',
  message: `${said(reason)} Check that the findings still say so, then send it again as confirmed.`,
});

function said(reason: ConfirmationReason): string {
  switch (reason.code) {
    case 'MOST_WORDS_CHANGED':
      return `${reason.changed} of ${reason.of} words are changed.`;
    case 'NUMBER_ADDED':
      return `A number is added: ${reason.added.join(', ')}.`;
    case 'AGENCY_ADDED':
      return `An agency is added: ${reason.added.join(', ')}.`;
    case 'QUANTITY_ADDED':
      return `A word for how many is added: ${reason.added.join(', ')}.`;
  }
}
