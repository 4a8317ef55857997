import { describe, expect, it } from '@jest/globals';
import { gradeProblems, judgementsOf } from './judgement.js';
import { childProtection2012 } from './versions/child-protection-2012-v1.js';
import { jtai2022 } from './versions/jtai-2022-v1.js';
import { singleInspectionFramework2013 } from './versions/single-inspection-framework-2013-v1.js';

const sif = singleInspectionFramework2013.judgement;
const good = {
  OVERALL_EFFECTIVENESS: 'GOOD',
  HELP_AND_PROTECTION: 'GOOD',
  LOOKED_AFTER_AND_PERMANENCE: 'GOOD',
  ADOPTION: 'OUTSTANDING',
  CARE_LEAVERS: 'REQUIRES_IMPROVEMENT',
  LEADERSHIP: 'GOOD',
  SAFEGUARDING_BOARD: 'GOOD',
};
const codes = (grades: Record<string, string>) => gradeProblems(sif, grades).map(({ at, code }) => `${at} ${code}`);

it('lists sub-judgements after the judgement that they are part of', () => {
  expect(judgementsOf(sif).map(({ code }) => code)).toEqual(Object.keys(good));
  expect(judgementsOf(jtai2022.judgement)).toEqual([]);
});

it('graded help and protection apart from the quality of practice in 2012, on the scale of that time', () => {
  const { judgement } = childProtection2012;
  expect(judgementsOf(judgement).map(({ code }) => code)).toEqual([
    'OVERALL_EFFECTIVENESS',
    'HELP_AND_PROTECTION',
    'QUALITY_OF_PRACTICE',
    'LEADERSHIP_AND_MANAGEMENT',
    'CAPACITY_TO_IMPROVE',
  ]);
  expect(judgement.model === 'GRADED' && judgement.scale.map(({ code }) => code)).toEqual([
    'OUTSTANDING',
    'GOOD',
    'SATISFACTORY',
    'INADEQUATE',
  ]);
});

describe('grades', () => {
  it('may be given when every judgement has one of the scale', () => {
    expect(codes(good)).toEqual([]);
  });

  it.each(['HELP_AND_PROTECTION', 'LOOKED_AFTER_AND_PERMANENCE', 'LEADERSHIP'])(
    'overall are limited by an inadequate %s',
    (key) => {
      expect(codes({ ...good, [key]: 'INADEQUATE' })).toEqual(['grades.OVERALL_EFFECTIVENESS GRADE_LIMITED']);
      expect(codes({ ...good, [key]: 'INADEQUATE', OVERALL_EFFECTIVENESS: 'INADEQUATE' })).toEqual([]);
    },
  );

  it.each(['ADOPTION', 'SAFEGUARDING_BOARD'])('overall are not limited by an inadequate %s', (other) => {
    expect(codes({ ...good, [other]: 'INADEQUATE' })).toEqual([]);
  });

  it('missing, off the scale or of something not judged are found', () => {
    const { LEADERSHIP: _, ...rest } = good;
    expect(codes(rest)).toEqual(['grades.LEADERSHIP GRADE_MISSING']);
    expect(codes({ ...good, LEADERSHIP: 'SATISFACTORY' })).toEqual(['grades.LEADERSHIP GRADE_UNKNOWN']);
    expect(codes({ ...good, CAPACITY_TO_IMPROVE: 'GOOD' })).toEqual(['grades.CAPACITY_TO_IMPROVE JUDGEMENT_UNKNOWN']);
  });

  it('have no place in a narrative framework', () => {
    expect(gradeProblems(jtai2022.judgement, {})).toEqual([]);
    expect(gradeProblems(jtai2022.judgement, { OVERALL: 'GOOD' })).toMatchObject([{ code: 'NO_GRADES' }]);
  });
});
