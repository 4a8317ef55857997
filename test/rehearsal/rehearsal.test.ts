import { describe, expect, it } from '@jest/globals';
import { rehearseLetter } from './rehearse-letter.js';
import type { Letter, Section } from './letter.js';
import { Tally } from './tally.js';

const PATIENCE_MS = 120_000;

const section = (
  kind: Section['kind'],
  heading: string,
  ...statements: [text: string, ...agencies: string[]][]
): Section => ({
  kind,
  heading,
  statements: statements.map(([text, ...agencies], index) => ({ id: `${kind}-${index}`, text, agencies })),
});

/** Two letters of our own wording, one of each era, with the kinds of section that the real ones have. */
const LATER: Letter = {
  urn: '1',
  area: 'Rutland',
  laCode: 'E06000017',
  title: 'Joint targeted area inspection of Rutland',
  publishedOn: '2023-03-31',
  fieldwork: ['2023-02-06', '2023-02-10'],
  statementOfActionDueOn: null,
  inspectorates: ['OFSTED', 'CQC', 'HMICFRS'],
  sections: [
    section('headline', 'Headline findings', [
      'Partners know their area well. They act on what they know.',
      'partnership',
    ]),
    section(
      'improvement',
      'What needs to improve?',
      ['The timeliness of strategy meetings.', 'police', 'childrens_social_care'],
      ['How health partners share what they know.', 'health'],
    ),
    section('strength', 'Strengths', ['Daily review of incidents in which children were present.', 'police']),
    section(
      'main',
      'Main findings',
      [
        'Referrals are read on the day on which they come (Monday to Friday). This means that children are seen sooner.',
        'childrens_social_care',
        'health',
      ],
      ['School staff & officers speak “every morning”; few delays follow.', 'education', 'police'],
    ),
    section('effective_practice', 'Practice study: highly effective practice', [
      'A nurse stayed with one family through four moves.',
      'health',
    ]),
  ],
};
const EARLIER: Letter = {
  ...LATER,
  urn: '2',
  title: 'Joint targeted area inspection of the multi-agency response to child exploitation in Rutland',
  publishedOn: '2019-08-23',
  fieldwork: ['2019-07-08', '2019-07-12'],
  inspectorates: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'],
  sections: [
    section(
      'strength',
      'Key strengths',
      ['Leaders of all agencies meet and decide together.', 'partnership'],
      ['Youth workers stay in touch after orders end.', 'youth_justice'],
    ),
    section('effective_practice', 'Case study: highly effective practice', [
      'One worker held what all agencies knew of a child.',
      'probation',
      'police',
    ]),
    section('improvement', 'Areas for improvement', ['Records of return home interviews.', 'childrens_social_care']),
    section('practice_concern', 'Case study: area for improvement', [
      'A child was moved twice before anyone asked why.',
      'childrens_social_care',
      'health',
    ]),
  ],
};

describe('a letter replayed as an inspection, from the plan to the published page', () => {
  it.each([
    ['of 2022 and after', LATER],
    ['of 2015 to 2021', EARLIER],
  ] as const)(
    '%s: nothing is missing, duplicated, untraceable or misplaced, and every forbidden act is refused',
    async (_, letter) => {
      const tally = new Tally();
      const { html } = await rehearseLetter(letter, 'PUBLISH', tally);
      expect(html).toContain('<html lang="en-GB"');
      const { missing, duplicated, untraceable, misplaced, breaches, published } = tally;
      expect({ missing, duplicated, untraceable, misplaced, breaches, published }).toEqual({
        missing: 0,
        duplicated: 0,
        untraceable: 0,
        misplaced: 0,
        breaches: 0,
        published: 1,
      });
      expect(tally.merges).toBeGreaterThan(0);
      expect(tally.refusals).toBeGreaterThan(80);
    },
    PATIENCE_MS,
  );
});
