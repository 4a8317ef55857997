import { describe, expect, it } from '@jest/globals';
import { FINDING_KINDS, type FindingKind, PLACEMENTS, type Placement } from '../inspectorates/inspectorate.js';
import { layoutProblems } from './layout-rules.js';
import {
  arrangedSections,
  arrangementFor,
  headingFor,
  headingsFor,
  isAllowedPlacement,
  type LetterLayout,
  placementsFor,
  sectionFor,
  takesPair,
} from './letter-layout.js';
import { gradedReport2011 } from './versions/graded-report-2011.js';
import { targetedAreaLetter2015 } from './versions/targeted-area-letter-2015.js';
import { targetedAreaLetter2022 } from './versions/targeted-area-letter-2022.js';

const layouts: readonly [name: string, layout: LetterLayout][] = [
  ['2011 report', gradedReport2011],
  ['2015 letter', targetedAreaLetter2015],
  ['2022 letter', targetedAreaLetter2022],
];
const pairs = FINDING_KINDS.flatMap((kind) => PLACEMENTS.map((placement) => ({ kind, placement })));
const codesAt = (layout: LetterLayout, at: readonly string[]) =>
  layoutProblems(layout).flatMap((problem) => (at.some((start) => problem.at.startsWith(start)) ? [problem.code] : []));

describe.each(layouts)('the %s', (_, layout) => {
  it('has exactly one section for every finding that may be placed, and none for another', () => {
    for (const { kind, placement } of pairs) {
      const taking = layout.sections.filter((section) => takesPair(section, kind, placement));
      expect([kind, placement, taking.length]).toEqual([kind, placement, isAllowedPlacement(kind, placement) ? 1 : 0]);
    }
  });

  it('passes its own rules', () => {
    expect(layoutProblems(layout)).toEqual([]);
  });

  it('refuses to place a priority action in the running text', () => {
    expect(() => sectionFor(layout, 'PRIORITY_ACTION', 'MAIN')).toThrow(
      'A finding of kind PRIORITY_ACTION cannot stand at MAIN. Place it at IMPROVEMENT.',
    );
  });
});

it('lets every kind stand somewhere', () => {
  expect(FINDING_KINDS.filter((kind) => placementsFor(kind).length === 0)).toEqual([]);
});

describe('the letter of 2016 to 2020', () => {
  it.each<[FindingKind, Placement, string]>([
    ['STRENGTH', 'STRENGTH', 'Key strengths'],
    ['STRENGTH', 'MAIN', 'Key strengths'],
    ['AREA_FOR_IMPROVEMENT', 'IMPROVEMENT', 'Areas for improvement'],
    ['AREA_FOR_IMPROVEMENT', 'MAIN', 'Areas for improvement'],
    ['PRIORITY_ACTION', 'IMPROVEMENT', 'Areas for priority action'],
    ['EFFECTIVE_PRACTICE', 'STUDY', 'Case study: highly effective practice'],
    ['PRACTICE_CONCERN', 'STUDY', 'Case study: area for improvement'],
    ['CONTEXT', 'HEADLINE', 'Summary'],
    ['CONTEXT', 'MAIN', 'Summary'],
  ])('prints %s at %s under "%s"', (kind, placement, heading) => {
    expect(headingFor(sectionFor(targetedAreaLetter2015, kind, placement), kind)).toBe(heading);
  });

  it('tells strengths first, unless there is a priority action', () => {
    const order = (kinds: readonly FindingKind[]) => {
      const arrangement = arrangementFor(targetedAreaLetter2015, new Set(kinds));
      return arrangedSections(targetedAreaLetter2015, arrangement).map(({ code }) => code);
    };
    expect(order(['STRENGTH', 'AREA_FOR_IMPROVEMENT'])).toEqual([
      'SUMMARY',
      'KEY_STRENGTHS',
      'STUDY_EFFECTIVE_PRACTICE',
      'AREAS_FOR_PRIORITY_ACTION',
      'AREAS_FOR_IMPROVEMENT',
      'STUDY_AREA_FOR_IMPROVEMENT',
    ]);
    expect(order(['STRENGTH', 'PRIORITY_ACTION'])).toEqual([
      'SUMMARY',
      'AREAS_FOR_PRIORITY_ACTION',
      'AREAS_FOR_IMPROVEMENT',
      'STUDY_AREA_FOR_IMPROVEMENT',
      'KEY_STRENGTHS',
      'STUDY_EFFECTIVE_PRACTICE',
    ]);
  });
});

describe('the letter since 2022', () => {
  it('prints its sections in the order in which it is known, next steps last before the signatories', () => {
    const arrangement = arrangementFor(targetedAreaLetter2022, new Set(['PRIORITY_ACTION']));
    expect(arrangedSections(targetedAreaLetter2022, arrangement).map(({ heading }) => heading)).toEqual([
      'Headline findings',
      'Area for priority action',
      'What needs to improve?',
      'Strengths',
      'Main findings',
      'Practice studies',
    ]);
    expect(targetedAreaLetter2022.closing.map(({ code }) => code)).toEqual(['NEXT_STEPS', 'SIGNATORIES']);
  });

  it('keeps both kinds of study in one section, each under a heading of its own', () => {
    const section = sectionFor(targetedAreaLetter2022, 'PRACTICE_CONCERN', 'STUDY');
    expect(sectionFor(targetedAreaLetter2022, 'EFFECTIVE_PRACTICE', 'STUDY')).toBe(section);
    expect(headingFor(section, 'EFFECTIVE_PRACTICE')).toBe('Practice study: highly effective practice');
    expect(headingsFor(section, 'PRACTICE_CONCERN')).toContain('Practice study: areas for improvement');
  });

  it('leaves out strengths and studies that there are not, refuses to lack a headline, has priority action affirmed', () => {
    const rules = new Map(targetedAreaLetter2022.sections.map((section) => [section.code, section]));
    expect(rules.get('STRENGTHS')?.whenEmpty).toBe('OMIT');
    expect(rules.get('HEADLINE_FINDINGS')?.whenEmpty).toBe('REFUSE');
    expect(rules.get('AREA_FOR_PRIORITY_ACTION')).toMatchObject({
      whenEmpty: 'AFFIRM',
      noneText: expect.stringContaining('no area in which priority action is needed'),
    });
  });
});

describe('the rules of a layout find', () => {
  const changed = (change: (section: LetterLayout['sections'][number]) => object): LetterLayout => ({
    ...targetedAreaLetter2022,
    sections: targetedAreaLetter2022.sections.map((section) => ({ ...section, ...change(section) })),
  });

  it('a finding without a section', () => {
    const layout = changed(({ code, takes }) => ({ takes: code === 'STRENGTHS' ? [] : takes }));
    expect(layoutProblems(layout).map(({ message }) => message)).toEqual([
      'No section takes STRENGTH at STRENGTH. Add it to the takes of one.',
      'No section takes EFFECTIVE_PRACTICE at STRENGTH. Add it to the takes of one.',
    ]);
  });

  it('a finding with two sections', () => {
    const layout = changed(({ code, takes }) =>
      code === 'STRENGTHS' ? { takes: [...takes, { placement: 'MAIN', kinds: ['CONTEXT'] }] } : {},
    );
    expect(layoutProblems(layout).map(({ message }) => message)).toEqual([
      'STRENGTHS and MAIN_FINDINGS both take CONTEXT at MAIN. Leave it to one of them.',
    ]);
  });

  it('a pair that cannot be', () => {
    const layout = changed(({ code, takes }) =>
      code === 'MAIN_FINDINGS' ? { takes: [...takes, { placement: 'MAIN', kinds: ['PRIORITY_ACTION'] }] } : {},
    );
    expect(layoutProblems(layout).map(({ code }) => code)).toEqual(['PLACEMENT_NOT_ALLOWED']);
  });

  it('an affirmation without words, and words without an affirmation', () => {
    expect(
      codesAt(
        changed(() => ({ noneText: null })),
        ['sections.'],
      ),
    ).toEqual(['NONE_TEXT']);
    expect(
      codesAt(
        changed(() => ({ noneText: 'None.' })),
        ['sections.'],
      ),
    ).toHaveLength(5);
  });

  it('studies without headings', () => {
    expect(
      codesAt(
        changed(() => ({ studies: [] })),
        ['sections.PRACTICE_STUDIES'],
      ),
    ).toEqual(['STUDY_HEADINGS']);
  });

  it('a section that stands twice', () => {
    const layout = changed(({ code }) => ({ code: code === 'STRENGTHS' ? 'MAIN_FINDINGS' : code }));
    expect(layoutProblems(layout).map(({ code }) => code)).toEqual(['SECTION_TWICE', 'ORDER_INCOMPLETE']);
  });

  it('an order that leaves a section out, and a layout without any', () => {
    const [first] = targetedAreaLetter2022.arrangements;
    const shorter = first === undefined ? [] : [{ ...first, order: first.order.slice(1) }];
    expect(codesAt({ ...targetedAreaLetter2022, arrangements: shorter }, ['arr'])).toEqual(['ORDER_INCOMPLETE']);
    expect(codesAt({ ...targetedAreaLetter2022, arrangements: [] }, ['arr'])).toEqual(['NO_ARRANGEMENT']);
  });

  it('a missing part, one that stands twice and a placeholder that nobody fills', () => {
    const closing = [
      { code: 'SCOPE' as const, heading: null, text: 'In {town}.' },
      { code: 'SIGNATORIES' as const, heading: null, text: null },
    ];
    expect(codesAt({ ...targetedAreaLetter2022, closing }, ['opening', 'fixed'])).toEqual([
      'PART_TWICE',
      'PART_MISSING',
      'PLACEHOLDER_UNKNOWN',
    ]);
  });
});
