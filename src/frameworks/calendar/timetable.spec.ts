import { describe, expect, it } from '@jest/globals';
import type { Framework } from '../framework.js';
import { childProtection2012 } from '../versions/child-protection-2012-v1.js';
import { jtai2015 } from '../versions/jtai-2015-v1.js';
import { jtai2022 } from '../versions/jtai-2022-v1.js';
import { multiAgencyChildProtection2013 } from '../versions/multi-agency-child-protection-2013-v1.js';
import { singleInspectionFramework2013 } from '../versions/single-inspection-framework-2013-v1.js';
import { calendarAsOf } from './calendar.js';
import type { LocalDate } from './local-date.js';
import {
  accuracyCheckDeadline,
  fieldworkAfterNotice,
  latestNotification,
  planTimetable,
  statementOfActionDeadline,
} from './timetable.js';

const calendar = calendarAsOf('2025-01-01');
const noticeOf = (days: number, dayOfNotice: 0 | 1): Pick<Framework, 'notice'> => ({
  notice: { ...jtai2022.notice, days, dayOfNotice },
});

describe('notice', () => {
  it.each<[name: string, rules: Framework, notified: LocalDate, fieldwork: LocalDate]>([
    ['ten working days', jtai2022, '2024-01-08', '2024-01-22'],
    ['ten working days over two bank holidays', jtai2022, '2024-03-25', '2024-04-10'],
    ['eight working days', jtai2015, '2019-06-05', '2019-06-17'],
    ['less than a day', singleInspectionFramework2013, '2014-02-03', '2014-02-03'],
    ['none', childProtection2012, '2012-09-03', '2012-09-03'],
  ])('of %s can be planned forwards and backwards', (_, rules, notified, fieldwork) => {
    expect(fieldworkAfterNotice(rules, notified, calendar)).toBe(fieldwork);
    expect(latestNotification(rules, fieldwork, calendar)).toBe(notified);
    expect(planTimetable(rules, { notifiedOn: notified }, calendar).fieldworkFrom).toBe(fieldwork);
    expect(planTimetable(rules, { fieldworkFrom: fieldwork }, calendar).notifiedOn).toBe(notified);
  });

  it('is a day longer where the day of notice is day 0 than where it is day 1', () => {
    expect(fieldworkAfterNotice(noticeOf(10, 0), '2024-01-08', calendar)).toBe('2024-01-22');
    expect(fieldworkAfterNotice(noticeOf(10, 1), '2024-01-08', calendar)).toBe('2024-01-19');
  });

  it('on a bank holiday begins an unannounced inspection on the next working day, with a warning', () => {
    const timetable = planTimetable(childProtection2012, { notifiedOn: '2012-08-27' }, calendar);
    expect(timetable.fieldworkFrom).toBe('2012-08-28');
    expect(timetable.warnings.map(({ code }) => code)).toEqual(['BANK_HOLIDAY']);
  });

  it('shorter than the framework gives is warned of, longer is not', () => {
    const warnings = (notifiedOn: LocalDate) =>
      planTimetable(jtai2022, { notifiedOn, fieldworkFrom: '2024-01-22' }, calendar).warnings;
    expect(warnings('2024-01-09')).toEqual([
      { code: 'SHORT_NOTICE', message: expect.stringContaining('notice is due by 2024-01-08, not 2024-01-09') },
    ]);
    expect(warnings('2024-01-05')).toEqual([]);
  });

  it('takes a wanted Saturday as the Monday after it, with a warning', () => {
    const timetable = planTimetable(jtai2022, { fieldworkFrom: '2024-01-20' }, calendar);
    expect([timetable.fieldworkFrom, timetable.notifiedOn]).toEqual(['2024-01-22', '2024-01-08']);
    expect(timetable.warnings.map(({ code }) => code)).toEqual(['WEEKEND']);
  });
});

describe('fieldwork', () => {
  it('of five days runs over a bank holiday', () => {
    const { phases, fieldworkTo } = planTimetable(jtai2022, { fieldworkFrom: '2024-05-01' }, calendar);
    expect(phases.map(({ days }) => days)).toEqual([
      ['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-07', '2024-05-08'],
    ]);
    expect(fieldworkTo).toBe('2024-05-08');
  });

  it('stands in weeks 1, 3 and 4 under the single inspection framework', () => {
    const { phases } = planTimetable(singleInspectionFramework2013, { fieldworkFrom: '2014-02-03' }, calendar);
    expect(phases.map(({ code, days }) => [code, days[0], days.at(-1)])).toEqual([
      ['WEEK_1', '2014-02-03', '2014-02-07'],
      ['WEEK_3', '2014-02-17', '2014-02-21'],
      ['WEEK_4', '2014-02-24', '2014-02-28'],
    ]);
  });

  it('loses the days of a phase that would run into the next one, with a warning', () => {
    const { phases, fieldworkTo, warnings } = planTimetable(
      multiAgencyChildProtection2013,
      { fieldworkFrom: '2013-07-03' },
      calendar,
    );
    expect(phases.map(({ days }) => days.length)).toEqual([3, 5]);
    expect(fieldworkTo).toBe('2013-07-12');
    expect(warnings.map(({ code }) => code)).toEqual(['FEWER_DAYS']);
  });
});

describe('the stored entries', () => {
  const timetable = planTimetable(jtai2022, { fieldworkFrom: '2022-09-05' }, calendarAsOf('2022-08-15'));

  it('are in order, each with the version of the calendar', () => {
    expect(timetable.entries.map(({ code, on }) => `${on} ${code}`)).toEqual([
      '2022-08-19 NOTIFICATION',
      '2022-09-05 FIELDWORK_DAY_1',
      '2022-09-06 FIELDWORK_DAY_2',
      '2022-09-07 FIELDWORK_DAY_3',
      '2022-09-08 FIELDWORK_DAY_4',
      '2022-09-09 FIELDWORK_DAY_5',
      '2022-10-06 DRAFT_TARGET',
      '2022-10-27 PUBLICATION_TARGET',
    ]);
    expect(new Set(timetable.entries.map(({ calendarVersion }) => calendarVersion))).toEqual(
      new Set(['england-and-wales-2020-11-12']),
    );
  });

  it('are late from the end of their day only where something is due', () => {
    const due = new Map(timetable.entries.map((entry) => [entry.code, entry.due?.toISOString() ?? null]));
    expect(due.get('NOTIFICATION')).toBeNull();
    expect(due.get('FIELDWORK_DAY_5')).toBeNull();
    expect(due.get('PUBLICATION_TARGET')).toBe('2022-10-27T23:00:00.000Z');
  });

  it('are a day later where a bank holiday was declared before they were computed', () => {
    const later = planTimetable(jtai2022, { fieldworkFrom: '2022-09-05' }, calendarAsOf('2022-09-10'));
    expect(later.entries.at(-1)?.on).toBe('2022-10-28');
  });
});

it('counts the accuracy check from the day on which the draft is sent', () => {
  expect(accuracyCheckDeadline(jtai2022, '2024-03-22', calendar).on).toBe('2024-04-09');
});

it('gives the statement of action 70 working days from receipt by the calendar known then', () => {
  expect(statementOfActionDeadline(jtai2022, '2022-07-18', calendarAsOf('2022-07-18'))).toEqual({
    on: '2022-10-25',
    due: new Date('2022-10-25T23:00:00Z'),
    calendarVersion: 'england-and-wales-2020-11-12',
    warnings: [],
  });
});
