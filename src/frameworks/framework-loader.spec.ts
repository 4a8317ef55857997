import { describe, expect, it } from '@jest/globals';
import type { Framework } from './framework.js';
import { FrameworkDataError, loadFramework, loadFrameworks } from './framework-loader.js';
import { frameworkVersions } from './versions/framework-versions.js';
import { jtai2015 } from './versions/jtai-2015-v1.js';
import { jtai2022 } from './versions/jtai-2022-v1.js';
import { singleInspectionFramework2013 } from './versions/single-inspection-framework-2013-v1.js';

const faults = (data: unknown): readonly string[] => {
  try {
    loadFramework(data);
    return [];
  } catch (error) {
    if (!(error instanceof FrameworkDataError)) throw error;
    return error.problems.map(({ at, code }) => `${at} ${code}`);
  }
};
const sif = (change: Partial<Framework>) => ({ ...singleInspectionFramework2013, ...change });
const jtai = (change: Partial<Framework>) => ({ ...jtai2022, ...change });
const graded = singleInspectionFramework2013.judgement;

it.each(frameworkVersions.map((data) => [data.code, data] as const))('takes %s', (_, data) => {
  expect(loadFramework(data)).toEqual(data);
});

it('lets nobody change a loaded framework', () => {
  expect(Object.isFrozen(loadFramework(jtai2015).letter.sections)).toBe(true);
});

it('names the framework, every path and what to do', () => {
  const data = { ...jtai2022, validFrom: '2021-02-30', notice: { ...jtai2022.notice, days: 'ten' }, themse: [] };
  expect(() => loadFramework(data)).toThrow(
    new RegExp(
      [
        'The data of framework JTAI_2022, version 1 cannot be used:',
        '  themse: Remove it: the fields here are code, version, name.*',
        '  validFrom: Give a day that exists, as YYYY-MM-DD, not "2021-02-30"\\.',
        '  notice\\.days: Give a whole number, 0 or more, not "ten"\\.',
      ].join('\n'),
    ),
  );
});

it.each([null, 'JTAI_2022', [jtai2022], {}])('refuses %j', (data) => {
  expect(() => loadFramework(data)).toThrow(/\(without a code\) cannot be used/);
});

it('finds a fault deep in a list', () => {
  const [first, ...rest] = jtai2022.themes;
  expect(faults(jtai({ themes: [{ ...first, firstYear: null }, ...rest] as never }))).toEqual([
    'themes.0.firstYear SHAPE',
  ]);
});

describe('refuses a framework', () => {
  it('whose code or version cannot be stored', () => {
    expect(faults(jtai({ code: 'jtai 2022', version: 0 }))).toEqual(['code CODE', 'version VERSION']);
  });

  it('that ends before it begins', () => {
    expect(faults(jtai({ validUntil: '2021-12-01' }))).toEqual(['validUntil VALIDITY']);
  });

  it('led by an inspectorate that does not take part', () => {
    const participation = { ...jtai2022.participation, lead: 'HMCPSI' };
    expect(faults(jtai({ participation }))).toEqual(['participation.lead LEAD']);
  });

  it('in which an inspectorate takes part without a legal basis', () => {
    const participation = { ...jtai2022.participation, byTheme: ['HMI_PROBATION', 'HMCPSI'] };
    expect(faults(jtai({ participation }))).toEqual(['legalBasis NO_BASIS']);
  });

  it('whose theme requires an inspectorate that cannot take part', () => {
    const participation = { ...jtai2022.participation, byTheme: [] };
    expect(faults(jtai({ participation }))).toEqual([
      'themes.CRIMINAL_EXPLOITATION.requires NOT_BY_THEME',
      'themes.SERIOUS_YOUTH_VIOLENCE.requires NOT_BY_THEME',
      'themes.DOMESTIC_ABUSE.requires NOT_BY_THEME',
      'themes.SEXUAL_ABUSE_IN_THE_FAMILY.requires NOT_BY_THEME',
    ]);
  });

  it('with notice that is none, or that ends before it is given', () => {
    const notice = jtai2022.notice;
    expect(faults(jtai({ notice: { ...notice, announced: false } }))).toEqual(['notice.announced NOTICE']);
    expect(faults(jtai({ notice: { ...notice, days: 0, dayOfNotice: 1 } }))).toEqual(['notice.days NOTICE']);
  });

  it('whose phases are out of order or do not add up', () => {
    const { fieldwork } = singleInspectionFramework2013;
    expect(faults(sif({ fieldwork: { ...fieldwork, phases: [...fieldwork.phases].reverse() } }))).toEqual([
      'fieldwork.phases PHASES',
      'fieldwork.phases PHASES',
    ]);
    expect(faults(sif({ fieldwork: { ...fieldwork, workingDays: 20 } }))).toEqual(['fieldwork.workingDays PHASES']);
  });

  it('that publishes before the accuracy check can end', () => {
    const reporting = { ...jtai2022.reporting, publicationWithin: 28 };
    expect(faults(jtai({ reporting }))).toEqual(['reporting.publicationWithin REPORTING']);
  });

  it('with a limit on a grade or judgement that there is not, or on one judged apart', () => {
    if (graded.model !== 'GRADED') throw new Error('graded expected');
    const [limit] = graded.limits;
    const limited = (change: object) =>
      faults(sif({ judgement: { ...graded, limits: [{ ...limit, ...change }] as never } }));
    expect(limited({ at: 'SATISFACTORY' })).toEqual(['judgement.limits.0 GRADE_UNKNOWN']);
    expect(limited({ limited: 'OVERALL' })).toEqual(['judgement.limits.0 JUDGEMENT_UNKNOWN']);
    expect(limited({ when: ['SAFEGUARDING_BOARD'] })).toEqual(['judgement.limits.0 JUDGED_APART']);
  });

  it('that follows up some grades only, or grades that it does not give', () => {
    const { followUp } = singleInspectionFramework2013;
    const reinspection = [{ grade: 'INADEQUATE', withinMonths: 18, soonerOnConcern: true }];
    expect(faults(sif({ followUp: { ...followUp, reinspection } }))).toEqual(['followUp.reinspection GRADE_MISSING']);
    expect(faults(jtai({ followUp: { ...jtai2022.followUp, monitoredGrades: ['INADEQUATE'] } }))).toEqual([
      'followUp.monitoredGrades GRADE_UNKNOWN',
    ]);
  });

  it('whose letter prints grades that it does not give, or gives grades that it does not print', () => {
    expect(faults(jtai({ letter: singleInspectionFramework2013.letter }))).toEqual(['letter.closing JUDGEMENTS']);
    expect(faults(sif({ letter: jtai2022.letter }))).toEqual(['letter.closing JUDGEMENTS']);
  });

  it('whose letter has no place for a finding', () => {
    const letter = { ...jtai2022.letter, sections: jtai2022.letter.sections.slice(1) };
    expect(faults(jtai({ letter }))).toContain('letter.sections NO_SECTION');
  });
});

describe('of several versions', () => {
  const next: Framework = { ...jtai2015, version: 2, validFrom: '2021-12-01', validUntil: null };

  it('takes those that follow each other', () => {
    expect(loadFrameworks([jtai2015, next]).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('refuses the same twice', () => {
    expect(() => loadFrameworks([jtai2015, jtai2015])).toThrow(
      /JTAI_2015, version 1.*\n.*Another file has this version/,
    );
  });

  it('refuses two that are valid on one day', () => {
    expect(() => loadFrameworks([jtai2015, { ...next, validFrom: '2021-11-30' }])).toThrow(
      /Version 2 is valid on some of the same days/,
    );
  });
});
