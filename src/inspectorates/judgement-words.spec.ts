import { describe, expect, it } from '@jest/globals';

import { inspectorates } from './index.js';
import { InspectorateRegistry } from './inspectorate-registry.js';
import { LABELLED_SENTENCES } from './judgement-sentences.js';
import { gradeWordsUsedAsJudgement } from './judgement-words.js';

const everyGradeWord = new InspectorateRegistry(inspectorates).gradeWords;
const wordsIn = (text: string): string[] => gradeWordsUsedAsJudgement(text, everyGradeWord).map(({ word }) => word);

describe('grade words used as a judgement', () => {
  const refused = LABELLED_SENTENCES.filter(([, judgement]) => judgement !== null);
  const ordinary = LABELLED_SENTENCES.filter(([, judgement]) => judgement === null);

  it('are told apart by enough sentences each way', () => {
    expect(Math.min(refused.length, ordinary.length)).toBeGreaterThanOrEqual(30);
  });

  it.each(refused)('are refused: %s', (sentence, judgement) => {
    expect(wordsIn(sentence)).toContain(judgement);
  });

  it.each(ordinary)('are not seen in ordinary use: %s', (sentence) => {
    expect(wordsIn(sentence)).toEqual([]);
  });

  it('are found where they stand, as they are written', () => {
    const text = 'Visits are prompt. The council was judged Requires improvement last year.';
    expect(gradeWordsUsedAsJudgement(text, everyGradeWord)).toEqual([
      { word: 'Requires improvement', index: text.indexOf('Requires'), why: 'RATED' },
    ]);
  });

  it('are looked for only among the words given', () => {
    expect(gradeWordsUsedAsJudgement('The force is adequate.', ['good'])).toEqual([]);
    expect(gradeWordsUsedAsJudgement('The force is adequate.', [])).toEqual([]);
  });
});
