import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { Framework } from './framework.js';
import { participantsFor, themesOn } from './framework.js';
import { FRAMEWORK_DATA, FrameworkRegistry } from './framework-registry.js';
import { jtai2015 } from './versions/jtai-2015-v1.js';

const registry = new FrameworkRegistry();
const framework = (code: string): Framework => {
  const found = registry.get(code, 1);
  if (found === undefined) throw new Error(`${code} expected`);
  return found;
};

it('knows all eight frameworks', () => {
  expect(registry.all.map(({ code, version }) => `${code} ${version}`)).toEqual([
    'CHILDREN_IN_CARE_SAMPLE_2011 1',
    'CHILD_PROTECTION_2012 1',
    'JTAI_2015 1',
    'JTAI_2022 1',
    'LOOKED_AFTER_AND_CARE_LEAVERS_2013 1',
    'MULTI_AGENCY_CHILD_PROTECTION_2013 1',
    'SINGLE_INSPECTION_FRAMEWORK_2013 1',
    'TARGETED_SINGLE_AGENCY_2015 1',
  ]);
});

it('is provided by Nest with the versions shipped, or with those given', async () => {
  const shipped = await Test.createTestingModule({ providers: [FrameworkRegistry] }).compile();
  expect(shipped.get(FrameworkRegistry).all).toHaveLength(8);
  const given = await Test.createTestingModule({
    providers: [FrameworkRegistry, { provide: FRAMEWORK_DATA, useValue: [jtai2015] }],
  }).compile();
  expect(given.get(FrameworkRegistry).all).toEqual([jtai2015]);
});

describe('a version', () => {
  const second: Framework = { ...jtai2015, version: 2, validFrom: '2021-12-01', validUntil: null };
  const both = new FrameworkRegistry([second, jtai2015]);

  it('is pinned to by the day of notification, each from its first day on', () => {
    expect(both.latestFor('JTAI_2015', '2015-11-08')).toBeUndefined();
    expect(both.latestFor('JTAI_2015', '2015-11-09')?.version).toBe(1);
    expect(both.latestFor('JTAI_2015', '2021-11-30')?.version).toBe(1);
    expect(both.latestFor('JTAI_2015', '2021-12-01')?.version).toBe(2);
  });

  it('is found after it has ended, for the inspections pinned to it', () => {
    expect(both.get('JTAI_2015', 1)?.validUntil).toBe('2021-12-01');
    expect(both.get('JTAI_2015', 3)).toBeUndefined();
    expect(both.get('JTAI_2016', 1)).toBeUndefined();
  });
});

it('offers a planner what is valid on the day', () => {
  expect(registry.validOn('2012-09-03').map(({ code }) => code)).toEqual([
    'CHILDREN_IN_CARE_SAMPLE_2011',
    'CHILD_PROTECTION_2012',
  ]);
  expect(registry.validOn('2024-01-08').map(({ code }) => code)).toEqual(['JTAI_2022', 'TARGETED_SINGLE_AGENCY_2015']);
});

describe('participation', () => {
  const all = ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION', 'HMI_PRISONS', 'HMCPSI'];

  it('is of one to six inspectorates, as the framework says', () => {
    expect(participantsFor(framework('CHILD_PROTECTION_2012'), null).required).toEqual(['OFSTED']);
    expect(participantsFor(framework('LOOKED_AFTER_AND_CARE_LEAVERS_2013'), null).required).toEqual(['OFSTED', 'CQC']);
    expect(participantsFor(framework('MULTI_AGENCY_CHILD_PROTECTION_2013'), null).required).toEqual(all);
    expect(participantsFor(framework('JTAI_2015'), 'MENTAL_HEALTH').required).toEqual(all.slice(0, 4));
  });

  it('of the probation inspectorate follows from the theme, and is open where the theme does not require it', () => {
    expect(participantsFor(framework('JTAI_2022'), 'FRONT_DOOR')).toEqual({
      lead: 'OFSTED',
      required: ['OFSTED', 'CQC', 'HMICFRS'],
      optional: ['HMI_PROBATION'],
    });
    expect(participantsFor(framework('JTAI_2022'), 'SERIOUS_YOUTH_VIOLENCE')).toEqual({
      lead: 'OFSTED',
      required: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'],
      optional: [],
    });
  });

  it('needs a theme of the framework, and none where it has none', () => {
    expect(() => participantsFor(framework('JTAI_2022'), null)).toThrow(/No theme does not fit JTAI_2022/);
    expect(() => participantsFor(framework('JTAI_2022'), 'MENTAL_HEALTH')).toThrow(/Its themes: FRONT_DOOR/);
    expect(() => participantsFor(framework('CHILD_PROTECTION_2012'), 'FRONT_DOOR')).toThrow(/Its themes: none/);
  });

  it('of the prosecution inspectorate does not rest on the Children Act 2004', () => {
    const { legalBasis } = framework('MULTI_AGENCY_CHILD_PROTECTION_2013');
    expect(legalBasis.filter(({ inspectorates }) => inspectorates.includes('HMCPSI'))).toMatchObject([
      { provision: 'Crown Prosecution Service Inspectorate Act 2000 s.2' },
    ]);
  });
});

it('offers the themes of the year', () => {
  const codes = (code: string, day: '2016-06-01' | '2019-06-01' | '2022-06-01' | '2024-06-01') =>
    themesOn(framework(code), day).map((theme) => theme.code);
  expect(codes('JTAI_2015', '2016-06-01')).toEqual(['SEXUAL_EXPLOITATION_AND_MISSING', 'DOMESTIC_ABUSE']);
  expect(codes('JTAI_2015', '2019-06-01')).toEqual([
    'EXPLOITATION_AND_GANGS',
    'SEXUAL_ABUSE_IN_THE_FAMILY',
    'MENTAL_HEALTH',
  ]);
  expect(codes('JTAI_2022', '2022-06-01')).toEqual(['FRONT_DOOR', 'CRIMINAL_EXPLOITATION', 'EARLY_HELP']);
  expect(codes('JTAI_2022', '2024-06-01')).toEqual(['FRONT_DOOR', 'SERIOUS_YOUTH_VIOLENCE', 'DOMESTIC_ABUSE']);
});

it('follows up by grade where the framework of 2012 grades', () => {
  const { reinspection, monitoredGrades } = framework('CHILD_PROTECTION_2012').followUp;
  expect(reinspection.map(({ grade, withinMonths }) => [grade, withinMonths])).toEqual([
    ['INADEQUATE', 18],
    ['SATISFACTORY', 36],
    ['GOOD', 60],
    ['OUTSTANDING', 60],
  ]);
  expect(reinspection.every(({ soonerOnConcern }) => soonerOnConcern)).toBe(true);
  expect(monitoredGrades).toEqual(['INADEQUATE']);
});

it('gives 70 working days from receipt for the statement of action', () => {
  for (const { followUp } of registry.all) {
    expect(followUp.statementOfAction).toMatchObject({ workingDays: 70, countedFrom: 'RECEIPT' });
  }
});
