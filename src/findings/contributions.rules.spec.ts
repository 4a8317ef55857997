import { describe, expect, it } from '@jest/globals';
import type { Criterion } from '../inspectorates/inspectorate.js';
import { contributed, contributionOf, criterionFor } from './contributions.rules.js';
import type { ToldMerge } from './standing.repository.js';

const criteria: readonly Criterion[] = [
  { code: 'OFSTED_FIRST', words: 'First.', joint: 'IDENTIFY' },
  { code: 'OFSTED_SECOND', words: 'Second.', joint: 'PROTECT' },
  { code: 'OFSTED_THIRD', words: 'Third.', joint: 'PROTECT' },
];

const merge = (changes: Partial<ToldMerge> = {}): ToldMerge => ({
  id: 'merge',
  owner: null,
  kind: 'STRENGTH',
  placement: 'MAIN',
  study: null,
  position: 1,
  criterion: 'PROTECT',
  statement: 'Plans are pursued until risk falls.',
  effectOnChildren: '',
  count: null,
  agencies: [],
  evidence: [],
  sources: [
    { id: 'one', owner: 'CQC', criterion: 'CQC_PROTECT' },
    { id: 'two', owner: 'HMICFRS', criterion: 'HMICFRS_PROTECT' },
  ],
  ...changes,
});

describe('the criterion by which the leading inspectorate tells a merge', () => {
  it("is its own source's where it has one", () => {
    const sources = [...merge().sources, { id: 'three', owner: 'OFSTED', criterion: 'OFSTED_THIRD' }];
    expect(criterionFor(merge({ sources }), 'OFSTED', criteria)).toBe('OFSTED_THIRD');
  });

  it('is else its own of the same joint criterion', () => {
    expect(criterionFor(merge(), 'OFSTED', criteria)).toBe('OFSTED_SECOND');
  });

  it('is always one of its own', () => {
    expect(criterionFor(merge({ criterion: 'THEME' }), 'OFSTED', criteria)).toBe('OFSTED_FIRST');
  });
});

describe('what is contributed', () => {
  it("takes the method's usual kind of source for an item seen in summary alone", () => {
    const evidence = [
      { id: 'a', kind: 'CQC_PATIENT_RECORD', method: 'FOCUS_GROUP', strength: null },
      { id: 'b', kind: 'CQC_PATIENT_RECORD', method: 'FOCUS_GROUP', strength: 'OBSERVED' },
    ] as const;
    expect(contributed(merge({ evidence })).evidence.map(({ strength }) => strength)).toEqual(['SAID', 'OBSERVED']);
  });

  it('has no answers where none were submitted', () => {
    expect(contributionOf('CQC', 'NARRATIVE', [], undefined)).toEqual({
      inspectorate: 'CQC',
      judgement: 'NARRATIVE',
      findings: [],
      answers: {},
      nilReason: null,
    });
  });
});
