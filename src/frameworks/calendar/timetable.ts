/**
 * The days of an inspection, computed from its framework version. What is computed here is stored with the
 * version of the calendar and never computed again: only a person moves it.
 */
import type { FieldworkPhase, Framework } from '../framework.js';
import type { WorkingCalendar } from './calendar.js';
import { type LocalDate, mondayOf, plusDays } from './local-date.js';
import { deadlineAfter } from './london-time.js';
import {
  addWorkingDays,
  type CalendarWarning,
  type Deadline,
  deadlineInWorkingDays,
  nonWorkingDayWarnings,
  workingDayFrom,
} from './working-days.js';

/** The parts of a framework that a timetable rests on. */
export type TimetableRules = Pick<Framework, 'notice' | 'fieldwork' | 'reporting'>;

/** With both days given the notice may be shorter than the framework's; then there is a warning. */
export type TimetableStart =
  | { readonly notifiedOn: LocalDate; readonly fieldworkFrom?: LocalDate }
  | { readonly notifiedOn?: LocalDate; readonly fieldworkFrom: LocalDate };

/** One row of the stored timetable. */
export interface TimetableEntry {
  /** `NOTIFICATION`, `FIELDWORK_DAY_1` and so on, `DRAFT_TARGET`, `PUBLICATION_TARGET`. */
  readonly code: string;
  readonly name: string;
  readonly on: LocalDate;
  /** The instant at which it is late; null for what happens on a day and cannot be late. */
  readonly due: Date | null;
  readonly calendarVersion: string;
}

export interface PhaseDays {
  readonly code: string;
  readonly name: string;
  readonly days: readonly LocalDate[];
}

export interface Timetable {
  readonly calendarVersion: string;
  readonly notifiedOn: LocalDate;
  readonly fieldworkFrom: LocalDate;
  /** The last day of fieldwork, inclusive. */
  readonly fieldworkTo: LocalDate;
  readonly phases: readonly PhaseDays[];
  /** In order of days. */
  readonly entries: readonly TimetableEntry[];
  readonly warnings: readonly CalendarWarning[];
}

/** From the day of notice on, or backwards from the first day of fieldwork. */
export function planTimetable(rules: TimetableRules, start: TimetableStart, calendar: WorkingCalendar): Timetable {
  const wanted = start.fieldworkFrom ?? fieldworkAfterNotice(rules, start.notifiedOn, calendar);
  const fieldworkFrom = workingDayFrom(wanted, calendar);
  const notifiedOn = start.notifiedOn ?? latestNotification(rules, fieldworkFrom, calendar);
  const phases = phaseDays(rules.fieldwork.phases, fieldworkFrom, calendar);
  const days = phases.flatMap((phase) => phase.days);
  const fieldworkTo = days.at(-1) ?? fieldworkFrom;
  const target = (code: string, name: string, within: number): TimetableEntry => {
    const on = addWorkingDays(fieldworkTo, within, calendar);
    return { code, name, on, due: deadlineAfter(on), calendarVersion: calendar.version };
  };
  const event = (code: string, name: string, on: LocalDate): TimetableEntry => {
    return { code, name, on, due: null, calendarVersion: calendar.version };
  };
  return {
    calendarVersion: calendar.version,
    notifiedOn,
    fieldworkFrom,
    fieldworkTo,
    phases,
    entries: [
      event('NOTIFICATION', 'Notification', notifiedOn),
      ...phases
        .flatMap((phase) => phase.days.map((day) => ({ phase, day })))
        .map(({ phase, day }, index) => event(`FIELDWORK_DAY_${index + 1}`, `${phase.name}: day ${index + 1}`, day)),
      target('DRAFT_TARGET', 'Draft to the agencies', rules.reporting.draftWithin),
      target('PUBLICATION_TARGET', 'Publication', rules.reporting.publicationWithin),
    ],
    warnings: [
      ...nonWorkingDayWarnings(notifiedOn, calendar),
      ...(wanted === fieldworkFrom ? [] : nonWorkingDayWarnings(wanted, calendar)),
      ...noticeWarnings(rules, notifiedOn, fieldworkFrom, calendar),
      ...lengthWarnings(rules, days.length),
    ],
  };
}

/** The first day of fieldwork under the framework's full notice. */
export function fieldworkAfterNotice(
  { notice }: Pick<Framework, 'notice'>,
  notifiedOn: LocalDate,
  calendar: WorkingCalendar,
): LocalDate {
  return workingDayFrom(addWorkingDays(notifiedOn, notice.days - notice.dayOfNotice, calendar), calendar);
}

/** The latest working day on which notice can be given if fieldwork is to begin on that working day. */
export function latestNotification(
  { notice }: Pick<Framework, 'notice'>,
  fieldworkFrom: LocalDate,
  calendar: WorkingCalendar,
): LocalDate {
  return addWorkingDays(fieldworkFrom, notice.dayOfNotice - notice.days, calendar);
}

/** When the agencies' comments on factual accuracy are due. The day on which they get the draft is day 0. */
export function accuracyCheckDeadline(
  { reporting }: Pick<Framework, 'reporting'>,
  draftSentOn: LocalDate,
  calendar: WorkingCalendar,
): Deadline {
  return deadlineInWorkingDays(draftSentOn, reporting.accuracyCheckWithin, calendar);
}

/**
 * When the written statement of proposed action is due: SI 2015/1792 reg. 4, 70 working days from the receipt of
 * the report, which may come before its publication. Take the calendar known on the day of receipt.
 */
export function statementOfActionDeadline(
  { followUp }: Pick<Framework, 'followUp'>,
  receivedOn: LocalDate,
  calendar: WorkingCalendar,
): Deadline {
  return deadlineInWorkingDays(receivedOn, followUp.statementOfAction.workingDays, calendar);
}

function phaseDays(
  phases: readonly FieldworkPhase[],
  first: LocalDate,
  calendar: WorkingCalendar,
): readonly PhaseDays[] {
  const monday = (week: number): LocalDate => plusDays(mondayOf(first), 7 * (week - 1));
  return phases.map(({ code, name, week, workingDays }, index) => {
    const next = phases[index + 1];
    const begins = index === 0 ? first : workingDayFrom(monday(week), calendar);
    const days = Array.from({ length: workingDays }, (_, day) => addWorkingDays(begins, day, calendar));
    return { code, name, days: next === undefined ? days : days.filter((day) => day < monday(next.week)) };
  });
}

function noticeWarnings(
  rules: TimetableRules,
  notifiedOn: LocalDate,
  fieldworkFrom: LocalDate,
  calendar: WorkingCalendar,
): readonly CalendarWarning[] {
  const latest = latestNotification(rules, fieldworkFrom, calendar);
  if (notifiedOn <= latest) return [];
  const message = `For fieldwork from ${fieldworkFrom} notice is due by ${latest}, not ${notifiedOn}. Begin later, or record why.`;
  return [{ code: 'SHORT_NOTICE', message }];
}

function lengthWarnings({ fieldwork }: TimetableRules, days: number): readonly CalendarWarning[] {
  if (days === fieldwork.workingDays) return [];
  const message = `Fieldwork has ${days} of its ${fieldwork.workingDays} working days. Begin on another day, or record why.`;
  return [{ code: 'FEWER_DAYS', message }];
}
