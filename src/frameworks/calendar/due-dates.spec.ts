import { expect, it } from '@jest/globals';
import { jtai2015 } from '../versions/jtai-2015-v1.js';
import { jtai2022 } from '../versions/jtai-2022-v1.js';
import { calendarAsOf } from './calendar.js';
import type { LocalDate } from './local-date.js';
import { statementOfActionDeadline } from './timetable.js';

it.each<[received: LocalDate, due: LocalDate, instant: string]>([
  ['2019-08-23', '2019-12-02', '2019-12-03T00:00:00.000Z'],
  ['2020-04-14', '2020-07-23', '2020-07-23T23:00:00.000Z'],
  ['2022-07-18', '2022-10-25', '2022-10-25T23:00:00.000Z'],
  ['2022-09-26', '2023-01-05', '2023-01-06T00:00:00.000Z'],
  ['2023-07-14', '2023-10-23', '2023-10-23T23:00:00.000Z'],
])('a letter received on %s is answered by the end of %s', (received, due, instant) => {
  const framework = received < '2021' ? jtai2015 : jtai2022;
  const deadline = statementOfActionDeadline(framework, received, calendarAsOf(received));
  expect(deadline.on).toBe(due);
  expect(deadline.due.toISOString()).toBe(instant);
  expect(deadline.warnings).toEqual([]);
});
