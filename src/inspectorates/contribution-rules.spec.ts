import { describe, expect, it } from '@jest/globals';

import { type FindingRule, checkContribution, type OwnTerms } from './contribution-rules.js';
import type { Contribution, ContributionFinding } from './inspectorate.js';

const own: OwnTerms = {
  code: 'OFSTED',
  criteria: [{ code: 'OFSTED_FRONT_DOOR', joint: 'IDENTIFY', words: 'Contacts reach a decision in time.' }],
  questions: [
    { code: 'childrenMet', words: 'How many children?', answer: 'COUNT', required: true },
    { code: 'live', words: 'Is a case live?', answer: 'YES_NO', required: false },
  ],
  gradeWords: ['good', 'inadequate'],
};

const finding = (changes: Partial<ContributionFinding> = {}): ContributionFinding => ({
  id: 'finding-1',
  kind: 'STRENGTH',
  placement: 'MAIN',
  criterion: 'OFSTED_FRONT_DOOR',
  statement: 'Decisions come within a day.',
  effectOnChildren: '',
  agencies: [],
  count: null,
  evidence: [{ id: 'evidence-1', kind: 'OFSTED_SOCIAL_CARE_RECORD', method: 'RECORD_REVIEW', strength: 'RECORD' }],
  ...changes,
});

const contribution = (changes: Partial<Contribution> = {}): Contribution => ({
  inspectorate: 'OFSTED',
  judgement: 'NARRATIVE',
  findings: [finding()],
  answers: { childrenMet: '12' },
  nilReason: null,
  ...changes,
});

const problems = (changes: Partial<Contribution>, rules: readonly FindingRule[] = []): string[] =>
  checkContribution(own, rules, contribution(changes)).map(({ at, code }) => `${at} ${code}`);

describe('the rules that all contributions keep', () => {
  it('accept a plain contribution', () => {
    expect(problems({})).toEqual([]);
  });

  it('ask for findings or a reason, and not for both', () => {
    expect(problems({ findings: [], answers: {} })).toEqual(['findings EMPTY']);
    expect(problems({ findings: [], answers: {}, nilReason: '  ' })).toEqual(['findings EMPTY']);
    expect(problems({ findings: [], answers: {}, nilReason: 'Nothing of ours is here.' })).toEqual([]);
    expect(problems({ nilReason: 'Nothing of ours is here.' })).toEqual(['nilReason NIL_WITH_FINDINGS']);
  });

  it('ask for required answers of the right kind, and for no others', () => {
    expect(problems({ answers: {} })).toEqual(['answers.childrenMet UNANSWERED']);
    expect(problems({ answers: { childrenMet: ' ' } })).toEqual(['answers.childrenMet UNANSWERED']);
    expect(problems({ answers: { childrenMet: 'a dozen' } })).toEqual(['answers.childrenMet WRONG_KIND_OF_ANSWER']);
    expect(problems({ answers: { childrenMet: '12', live: 'maybe' } })).toEqual(['answers.live WRONG_KIND_OF_ANSWER']);
    expect(problems({ answers: { childrenMet: '12', other: 'YES' } })).toEqual(['answers.other NOT_ASKED']);
  });

  it('ask that every finding states something, cites evidence once and stands against an own criterion', () => {
    expect(problems({ findings: [finding({ statement: ' ' })] })).toEqual(['findings.0.statement NO_STATEMENT']);
    expect(problems({ findings: [finding({ evidence: [] })] })).toEqual(['findings.0.evidence NO_EVIDENCE']);
    const { evidence } = finding();
    expect(problems({ findings: [finding({ evidence: [...evidence, ...evidence] })] })).toEqual([
      'findings.0.evidence CITED_TWICE',
    ]);
    expect(problems({ findings: [finding({ criterion: 'CQC_MATERNITY' })] })).toEqual([
      'findings.0.criterion NOT_OWN_CRITERION',
    ]);
    expect(problems({ findings: [finding(), finding()] })).toEqual(['findings.1.id SENT_TWICE']);
  });

  it.each([
    [8, 7],
    [-1, 7],
    [0, 0],
    [1.5, 7],
    [1, Number.NaN],
  ])('refuse a count of %d of %d', (n, of) => {
    expect(problems({ findings: [finding({ count: { n, of, basis: 'TRACKED' } })] })).toEqual([
      'findings.0.count IMPOSSIBLE_COUNT',
    ]);
  });

  it('refuse grades in a narrative judgement alone', () => {
    const graded = [finding({ statement: 'The service is good.', effectOnChildren: 'The service is inadequate.' })];
    expect(problems({ findings: graded })).toEqual([
      'findings.0.statement GRADE_WORD',
      'findings.0.effectOnChildren GRADE_WORD',
    ]);
    expect(problems({ findings: graded, judgement: 'GRADED' })).toEqual([]);
  });

  it('send a contribution back that another inspectorate wrote', () => {
    expect(problems({ inspectorate: 'CQC' })).toEqual(['inspectorate NOT_OWN']);
  });

  it('leave room for an inspectorate’s own rules, each pointing at a field of a finding', () => {
    const unkind: FindingRule = {
      code: 'TOO_KIND',
      field: 'kind',
      message: 'Be sterner.',
      breaks: ({ kind }) => kind === 'STRENGTH',
    };
    expect(problems({}, [unkind])).toEqual(['findings.0.kind TOO_KIND']);
  });
});
