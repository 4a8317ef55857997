import type { Place } from '../sealing/sealing.service.js';

/** All that is known of a filing and must not stand in clear: what was said, by whom, at what hour. */
export interface Filed {
  readonly words: string;
  readonly author: {
    readonly personId: string;
    readonly name: string;
    readonly organisation: string;
    readonly contact: string | null;
  };
  readonly receiptCode: string;
  readonly receivedAt: string;
}

export const asSealed = (filed: Filed): string => JSON.stringify(filed);

/** Only what `asSealed` wrote can be opened: whatever else is there was refused by its seal. */
export const fromSealed = (text: string): Filed => JSON.parse(text) as Filed;

export const placeOfWords = (itemId: string): Place => ({
  table: 'whistleblowing_words',
  column: 'sealed',
  row: itemId,
});

export const placeOfNote = (stepId: string): Place => ({ table: 'whistleblowing_step', column: 'sealed', row: stepId });
