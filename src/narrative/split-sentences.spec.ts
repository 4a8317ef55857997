import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitSentences } from './split-sentences.js';

/** `|` marks where a cut is due. */
const CASES: readonly string[] = [
  'One sentence only.',
  'No full stop at the end',
  'Plans are clear. |Visits are not.',
  'Plans are clear.  |Two spaces stay. ',
  'Is the child safe? |Nobody asked.',
  'Act now! |The risk is known.',
  'Some services, e.g. Midwifery, were late. |Others were not.',
  'The three partners, i.e. Police, health and the council, agreed.',
  'Children at St. Mary’s are heard. |They said so.',
  'Staff met at No. 10 every week. |It helped.',
  'Was the threshold met? |No. |It was not.',
  'The answer was no. |It remains no.',
  'See paras. 4 and 5. |They are short.',
  'Dr. A. Jones and J. K. Moss chaired it. |They stayed.',
  'The referral came from Mr. Hale. |He had waited.',
  'Officers use powers under s.136 of the Act. |This is right.',
  'It was made under s. 47. |It was late.',
  'Cases go to a conference (MARAC). |Actions follow.',
  'One child said: ‘I feel safe.’ |The school agreed.',
  'One said: “They came.” |Another: “Nobody did.”',
  '‘Will it stop?’ she asked. |It did.',
  'They waited… |Nobody came.',
  'They waited... and waited. |Then help came.',
  'Some (not all. Some) cases drift. |Plans wait.',
  '(The audit was late. It was also thin.) |Leaders know this.',
  'An unclosed (bracket. |Does not swallow the rest.',
  '12. Children wait too long. |This is known.',
  'a. Children wait. |They should not.',
  'In 2016. |There was no plan.',
  'It rose by 2.5 per cent. |It then fell.',
  'By 31 March. |12 children had moved.',
  'The meeting began at 9 a.m. Monday and ended late.',
  'The meeting began at 9 a.m. |The police did not come.',
  'Teams in the U.K. Government office agreed.',
  'The service is run by Hope Ltd. |It is new.',
  'Toys, books, etc. |The room is bright.',
  'The sister of Child A. |The plan names both.',
  'The team is at A&E. |It works all night.',
  'It is known to all.This has no space after the stop.',
  'First block.\n\n|Second block',
  'First line \n \n  |second block, lower case',
  'wrapped\nline stays whole. |Then the next.',
  'Too late?! |Perhaps.',
  'Costs fell. |£40 was saved.',
  'It began in Sept. 2016. |It ended in Dec. |Nobody noticed.',
  'The police force vs. County Council case was closed.',
  'Leaders know. |– They said so.',
  'Every child is seen. |“A home visit”, they say.',
  '   Leading space stays. |So does trailing space.   ',
  '...',
  '',
];

describe('splitting a statement into sentences', () => {
  it.each(CASES.map((marked) => [marked]))('cuts %j at its marks', (marked) => {
    const expected = marked.split('|');
    expect(splitSentences(marked.replaceAll('|', ''))).toEqual(expected.filter((piece) => piece !== ''));
  });

  it('loses nothing of any text', () => {
    const parts = fc.constantFrom(
      '. ',
      '? ',
      '… ',
      '’ ',
      '(',
      ') ',
      'e.g. ',
      'No. ',
      'St. ',
      'A. ',
      'The ',
      '\n\n',
      '1',
      'é',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(parts, fc.string({ maxLength: 6 }))).map((chosen) => chosen.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = splitSentences(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece !== '')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    splitSentences('('.repeat(20_000) + ' . '.repeat(20_000) + '\n'.repeat(20_000) + 'A. '.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
