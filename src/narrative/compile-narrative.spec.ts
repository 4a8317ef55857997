import { describe, expect, it } from '@jest/globals';
import { aStandingFinding, narrationsOf, someFacts } from '../../test/support/letter-text.samples.js';
import { targetedAreaLetter2015 } from '../frameworks/versions/targeted-area-letter-2015.js';
import { targetedAreaLetter2022 as layout } from '../frameworks/versions/targeted-area-letter-2022.js';
import { ProblemsError } from '../platform/errors.js';
import { compileNarrative, type NarrativeInput } from './compile-narrative.js';
import { undecidedSections, USUAL_CHOICES } from './letter-choices.js';
import { paragraphText, partOf, sentencesOf, sentencesWithoutFinding } from './narrative-document.js';
import type { StandingFinding } from './standing-findings.js';

const compile = (findings: StandingFinding[], more: Partial<NarrativeInput> = {}) =>
  compileNarrative({ layout, narrations: narrationsOf(findings), findings, facts: someFacts, ...more });
const found = (document: ReturnType<typeof compile>) =>
  document.sections
    .filter(({ fixedPart }) => fixedPart === null)
    .map(({ code, study, heading, paragraphs }) => ({ code, study, heading, keys: paragraphs.map(({ key }) => key) }));
const codesOf = (act: () => unknown): string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe('compiling a narrative', () => {
  it('puts each finding once into its section, by position', () => {
    const findings = [
      aStandingFinding({ id: 'm2', position: 2 }),
      aStandingFinding({ id: 'h1', placement: 'HEADLINE', kind: 'CONTEXT', inspectorate: 'CQC' }),
      aStandingFinding({ id: 'm1', position: 1, inspectorate: 'CQC' }),
      aStandingFinding({ id: 'i1', placement: 'IMPROVEMENT', kind: 'AREA_FOR_IMPROVEMENT' }),
      aStandingFinding({ id: 'p1', placement: 'IMPROVEMENT', kind: 'PRIORITY_ACTION' }),
    ];
    const expected = [
      { code: 'HEADLINE_FINDINGS', study: null, heading: 'Headline findings', keys: ['h1'] },
      { code: 'AREA_FOR_PRIORITY_ACTION', study: null, heading: 'Area for priority action', keys: ['p1'] },
      { code: 'WHAT_NEEDS_TO_IMPROVE', study: null, heading: 'What needs to improve?', keys: ['i1'] },
      { code: 'MAIN_FINDINGS', study: null, heading: 'Main findings', keys: ['m1', 'm2'] },
    ];
    expect(found(compile(findings))).toEqual(expected);
    expect(compile([...findings].reverse())).toEqual(compile(findings));
  });

  it('gives each study a section of its own, in the order of their numbers', () => {
    const study = { placement: 'STUDY' } as const;
    const findings = [
      aStandingFinding({ ...study, id: 's3', kind: 'EFFECTIVE_PRACTICE', study: 3 }),
      aStandingFinding({ ...study, id: 's2', kind: 'PRACTICE_CONCERN', study: 2 }),
      aStandingFinding({ ...study, id: 's1b', kind: 'EFFECTIVE_PRACTICE', study: 1, position: 1 }),
      aStandingFinding({ ...study, id: 's1a', kind: 'EFFECTIVE_PRACTICE', study: 1 }),
    ];
    const effective = 'Practice study: highly effective practice';
    expect(found(compile(findings)).map(({ study: number, heading, keys }) => [number, heading, ...keys])).toEqual([
      [1, effective, 's1a', 's1b'],
      [2, 'Practice study: area for improvement', 's2'],
      [3, effective, 's3'],
    ]);
    const headings = [{ section: 'PRACTICE_STUDIES', study: 3, heading: 'Practice study: effective practice' }];
    const chosen = compile(findings, { choices: { ...USUAL_CHOICES, headings } });
    expect(found(chosen).at(-1)?.heading).toBe('Practice study: effective practice');
  });

  it('keeps a statement word for word and lets its inspectorate speak after it', () => {
    const statement = ' Plans are late\u00a0— “very”, e.g. by Dr. Hale.  Nobody <asked>.\nWhy? ';
    const finding = aStandingFinding({ id: 'f1', statement });
    const document = compile([finding], {
      narrations: narrationsOf([finding], () => ['This means that children wait.']),
    });
    const paragraph = document.sections.flatMap(({ paragraphs }) => paragraphs).find(({ key }) => key === 'f1');
    expect(paragraph && paragraphText(paragraph)).toBe(`${statement} This means that children wait.`);
    expect(paragraph?.sentences.map(({ origin }) => origin)).toEqual(['FINDING', 'FINDING', 'FINDING', 'VOICE']);
    expect(paragraph?.sentences.map(partOf)).toEqual(['statement', 'statement', 'statement', 'voice']);
    expect(new Set(paragraph?.sentences.map(({ key }) => key)).size).toBe(4);
  });

  it('cites a merge by the findings that it was made from', () => {
    const merge = aStandingFinding({
      id: 'm',
      sourceFindingIds: ['a', 'b'],
      inspectorate: 'CQC',
      statement: 'One. Two.',
    });
    const document = compile([merge], { narrations: narrationsOf([merge], () => ['So.']) });
    const cited = sentencesOf(document).filter(({ origin }) => origin !== 'LAYOUT');
    expect(cited.map(({ findingIds }) => findingIds)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('accepts a narration that cuts the statement itself, and passes over findings that no longer stand', () => {
    const finding = aStandingFinding({ id: 'f1', statement: 'One. Two.' });
    const [cited, gone] = [['f1'], ['merged-away']];
    const sentences = ['One.', 'Two.', 'So.'].map((text) => ({ text, findingIds: cited }));
    const other = { placement: 'MAIN', sentences: [{ text: 'One. Two.', findingIds: gone }] } as const;
    const narrations = [{ inspectorate: 'OFSTED', paragraphs: [other, { placement: 'MAIN', sentences } as const] }];
    const texts = sentencesOf(compile([finding], { narrations })).filter(({ origin }) => origin !== 'LAYOUT');
    expect(texts.map(({ text }) => text)).toEqual(['One.', 'Two.', 'So.']);
  });

  it('keeps keys where other sentences, findings or places change', () => {
    const keysOf = (findings: StandingFinding[]) =>
      new Map(sentencesOf(compile(findings)).map(({ text, key }) => [text, key]));
    const before = keysOf([aStandingFinding({ id: 'f1', statement: 'One. Two. Two.' })]);
    const after = keysOf([
      aStandingFinding({ id: 'f0', statement: 'Two.' }),
      aStandingFinding({ id: 'f1', statement: 'New. One. Three.', position: 5, placement: 'HEADLINE' }),
    ]);
    expect(after.get('One.')).toBe(before.get('One.'));
    expect(after.get('Two.')).not.toBe(before.get('Two.'));
  });

  it.each([
    ['no section', aStandingFinding({ id: 'x', kind: 'PRIORITY_ACTION', placement: 'MAIN' }), 'NO_SECTION'],
    [
      'a study without number',
      aStandingFinding({ id: 'x', kind: 'EFFECTIVE_PRACTICE', placement: 'STUDY' }),
      'STUDY_NUMBER',
    ],
    ['a study number elsewhere', aStandingFinding({ id: 'x', study: 1 }), 'STUDY_NUMBER'],
    ['no source', aStandingFinding({ id: 'x', sourceFindingIds: [] }), 'NO_SOURCE'],
  ])('refuses a finding with %s, naming it', (_, finding, code) => {
    expect(codesOf(() => compile([finding]))).toEqual([code]);
    expect(() => compile([finding])).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ at: 'findings.0' })] }),
    );
  });

  it('refuses a finding that would stand twice, or that its inspectorate does not tell once and word for word', () => {
    const one = aStandingFinding({ id: 'f1' });
    expect(codesOf(() => compile([one, aStandingFinding({ id: 'm', sourceFindingIds: ['f1', 'f2'] })]))).toEqual([
      'STANDS_TWICE',
    ]);
    expect(codesOf(() => compile([one], { narrations: [] }))).toEqual(['NOT_NARRATED']);
    const altered = narrationsOf([{ ...one, statement: 'Statement of F1.' }]);
    expect(codesOf(() => compile([one], { narrations: altered }))).toEqual(['NOT_NARRATED']);
    const twice = [...narrationsOf([one]), ...narrationsOf([one])];
    expect(codesOf(() => compile([one], { narrations: twice }))).toEqual(['NARRATED_TWICE']);
    const narrations = narrationsOf([one]).map((narration) => ({
      ...narration,
      paragraphs: narration.paragraphs.map((paragraph) => ({
        ...paragraph,
        sentences: [...paragraph.sentences, { text: 'So.', findingIds: ['withdrawn'] }],
      })),
    }));
    expect(codesOf(() => compile([one], { narrations }))).toEqual(['CITES_UNKNOWN_FINDING']);
  });

  it('says that there is no priority action only once that is decided', () => {
    const findings = [aStandingFinding({ id: 'f1' })];
    const decided = { ...USUAL_CHOICES, none: ['AREA_FOR_PRIORITY_ACTION'] };
    expect(found(compile(findings)).map(({ code }) => code)).toEqual(['MAIN_FINDINGS']);
    expect(undecidedSections(layout, USUAL_CHOICES, findings).map(({ at }) => at)).toContain(
      'sections.AREA_FOR_PRIORITY_ACTION',
    );
    const said = compile(findings, { choices: decided });
    expect(found(said).map(({ code }) => code)).toEqual(['AREA_FOR_PRIORITY_ACTION', 'MAIN_FINDINGS']);
    expect(sentencesWithoutFinding(said)).toEqual([]);
    const urgent = aStandingFinding({ id: 'p', kind: 'PRIORITY_ACTION', placement: 'IMPROVEMENT' });
    expect(codesOf(() => compile([urgent], { choices: decided }))).toEqual(['NOT_NONE']);
  });

  it('arranges the sections as the findings propose or the lead chooses, and as the framework allows', () => {
    const findings = [
      aStandingFinding({ id: 's', placement: 'STRENGTH' }),
      aStandingFinding({ id: 'p', placement: 'IMPROVEMENT', kind: 'PRIORITY_ACTION' }),
    ];
    const arranged = (arrangement: string | null) =>
      found(compile(findings, { layout: targetedAreaLetter2015, choices: { ...USUAL_CHOICES, arrangement } })).map(
        ({ keys }) => keys,
      );
    expect(arranged(null)).toEqual([['p'], ['s']]);
    expect(arranged('STRENGTHS_FIRST')).toEqual([['s'], ['p']]);
    expect(codesOf(() => arranged('BY_AGENCY'))).toEqual(['NO_ARRANGEMENT']);
    const headings = [{ section: 'STRENGTHS', study: null, heading: 'Triumphs' }];
    expect(codesOf(() => compile([], { choices: { ...USUAL_CHOICES, headings } }))).toEqual(['HEADING_NOT_ALLOWED']);
  });

  it('fills the fixed parts and leaves out what needs a fact that is not there', () => {
    const textOf = (facts: typeof someFacts) => sentencesOf(compile([], { facts })).map(({ text }) => text);
    const whole = textOf(someFacts);
    expect(whole[0]).toBe('This inspection took place from 9 December 2024 to 13 December 2024.');
    expect(whole.join(' ')).toContain('with Exdale Integrated Care Board and Exdale Police.');
    expect(whole).toContain('It is due on {statementDueOn}.');
    const bare = textOf({ ...someFacts, theme: null, principalAuthority: null });
    expect(bare).toEqual(whole.slice(0, 2));
    expect(textOf({ ...someFacts, theme: '{area} & more' }).join(' ')).toContain('{area} & more');
  });
});
