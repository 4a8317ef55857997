import type { Letter } from './letter.js';

/** What is done when, for one letter: instants in the platform's clock. */
export interface Moments {
  readonly framework: string;
  readonly theme: string;
  readonly fieldworkFrom: string;
  readonly planned: string;
  readonly notified: string;
  readonly fieldwork: string;
  readonly drafting: string;
  readonly frozen: string;
  readonly commented: string;
  readonly signing: string;
  readonly received: string;
  readonly published: string;
}

const DAY = 24 * 60 * 60 * 1000;
const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** From the letter's own dates; where it does not say when fieldwork was, seven weeks before it, on a Monday. */
export function momentsOf(letter: Letter): Moments {
  const fieldworkFrom = letter.fieldwork?.[0] ?? mondayBefore(plus(letter.publishedOn, -49));
  const [framework, theme] = frameworkOf(letter, fieldworkFrom);
  const lastDay = letter.fieldwork?.[1] ?? plus(fieldworkFrom, 4);
  const at = (day: string, hour: string): string => `${day}T${hour}:00Z`;
  return {
    framework,
    theme,
    fieldworkFrom,
    planned: at(plus(fieldworkFrom, -35), '09:00'),
    notified: at(plus(fieldworkFrom, -14), '09:00'),
    fieldwork: at(fieldworkFrom, '08:30'),
    drafting: at(plus(lastDay, 1), '10:00'),
    frozen: at(plus(lastDay, 3), '10:00'),
    commented: at(plus(lastDay, 4), '10:00'),
    // The window is ten working days at most; the letter came out five weeks or more after fieldwork.
    signing: at(plus(letter.publishedOn, -2), '10:00'),
    // The letters do not print it; about half of their dates count from their own day.
    received: at(letter.publishedOn, '08:30'),
    published: at(letter.publishedOn, '09:30'),
  };
}

function mondayBefore(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plus(day, -((weekday + 6) % 7));
}

/** The framework by the year, and the theme by title, year and who took part. */
function frameworkOf({ title, inspectorates }: Letter, on: string): [framework: string, theme: string] {
  if (on < '2021-12-01') {
    if (/mental health/i.test(title)) return ['JTAI_2015', 'MENTAL_HEALTH'];
    if (/sexual abuse in the family/i.test(title)) return ['JTAI_2015', 'SEXUAL_ABUSE_IN_THE_FAMILY'];
    if (/exploitation/i.test(title)) return ['JTAI_2015', 'EXPLOITATION_AND_GANGS'];
    if (/domestic abuse/i.test(title)) return ['JTAI_2015', 'DOMESTIC_ABUSE'];
    if (on < '2016-09-01') return ['JTAI_2015', 'SEXUAL_EXPLOITATION_AND_MISSING'];
    if (on < '2017-05-01') return ['JTAI_2015', 'DOMESTIC_ABUSE'];
    return ['JTAI_2015', 'NEGLECT_7_TO_15'];
  }
  if (!inspectorates.includes('HMI_PROBATION')) return ['JTAI_2022', 'FRONT_DOOR'];
  if (on < '2023-01-01') return ['JTAI_2022', 'CRIMINAL_EXPLOITATION'];
  return ['JTAI_2022', on < '2024-08-01' ? 'SERIOUS_YOUTH_VIOLENCE' : 'DOMESTIC_ABUSE'];
}
