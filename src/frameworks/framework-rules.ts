/** What the shape alone cannot say of a framework: that its parts fit each other. */
import type { Problem } from '../inspectorates/inspectorate.js';
import type { Framework } from './framework.js';
import { judgementsOf } from './judgement.js';
import { layoutProblems } from './layout-rules.js';

/** Empty where the framework can be inspected by. Paths are those of its data. */
export function frameworkProblems(framework: Framework): readonly Problem[] {
  return [
    ...validityProblems(framework),
    ...repetitionProblems(framework),
    ...participationProblems(framework),
    ...timeProblems(framework),
    ...themeProblems(framework),
    ...judgementProblems(framework),
    ...followUpProblems(framework),
    ...layoutProblems(framework.letter).map((found) => ({ ...found, at: `letter.${found.at}` })),
    ...gradesInLetterProblems(framework),
  ];
}

function validityProblems({ code, version, validFrom, validUntil }: Framework): readonly Problem[] {
  return [
    ...when(!/^[A-Z][A-Z0-9_]*$/.test(code), 'code', 'CODE', 'Write the code in capitals, digits and underscores.'),
    ...when(version < 1, 'version', 'VERSION', 'Number versions from 1.'),
    ...when(
      validUntil !== null && validUntil <= validFrom,
      'validUntil',
      'VALIDITY',
      'Give a day after validFrom, or null.',
    ),
  ];
}

function repetitionProblems(framework: Framework): readonly Problem[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    legalBasis: framework.legalBasis.map(({ code }) => code),
    'participation.required': framework.participation.required,
    criteria: framework.criteria,
    methods: framework.methods,
    journey: framework.journey,
    themes: framework.themes.map(({ code }) => code),
    'fieldwork.phases': framework.fieldwork.phases.map(({ code }) => code),
    'judgement.judgements': judgementsOf(framework.judgement).map(({ code }) => code),
  };
  return Object.entries(lists).flatMap(([at, codes]) =>
    when(new Set(codes).size !== codes.length, at, 'REPEATED', 'Name each code once.'),
  );
}

function participationProblems({ participation, legalBasis, themes }: Framework): readonly Problem[] {
  const { lead, required, byTheme } = participation;
  const covered = new Set(legalBasis.flatMap(({ inspectorates }) => inspectorates));
  return [
    ...when(!required.includes(lead), 'participation.lead', 'LEAD', `Add ${lead} to required: the lead takes part.`),
    ...when(
      byTheme.some((code) => required.includes(code)),
      'participation.byTheme',
      'REPEATED',
      'Leave out of byTheme what is required in any case.',
    ),
    ...[...required, ...byTheme]
      .filter((code) => !covered.has(code))
      .map((code) =>
        problem('legalBasis', 'NO_BASIS', `Give the provision under which ${code} takes part; none names it.`),
      ),
    ...themes.flatMap((theme) =>
      theme.requires
        .filter((code) => !byTheme.includes(code))
        .map((code) => problem(`themes.${theme.code}.requires`, 'NOT_BY_THEME', `Add ${code} to byTheme.`)),
    ),
  ];
}

function timeProblems({ notice, fieldwork, reporting, tracking, programme }: Framework): readonly Problem[] {
  const { phases, workingDays } = fieldwork;
  const weeks = phases.map(({ week }) => week);
  const days = phases.reduce((sum, phase) => sum + phase.workingDays, 0);
  const ranges = { 'tracking.children': tracking.children, 'programme.areasPerYear': programme.areasPerYear };
  return [
    ...when(
      notice.days < notice.dayOfNotice,
      'notice.days',
      'NOTICE',
      'Fieldwork cannot begin before the day of notice. Give at least the number of that day.',
    ),
    ...when(
      !notice.announced && notice.days > notice.dayOfNotice,
      'notice.announced',
      'NOTICE',
      'An inspection with days of notice is announced.',
    ),
    ...when(weeks[0] !== 1, 'fieldwork.phases', 'PHASES', 'Let the first phase begin in week 1.'),
    ...when(
      weeks.some((week, index) => index > 0 && week <= (weeks[index - 1] ?? 0)),
      'fieldwork.phases',
      'PHASES',
      'Put the phases in order, each in a later week than the one before.',
    ),
    ...when(days !== workingDays, 'fieldwork.workingDays', 'PHASES', `The phases have ${days} days: give that number.`),
    ...when(workingDays === 0, 'fieldwork.workingDays', 'PHASES', 'Give at least one day of fieldwork.'),
    ...when(
      reporting.draftWithin + reporting.accuracyCheckWithin > reporting.publicationWithin,
      'reporting.publicationWithin',
      'REPORTING',
      'Leave time for the draft and for the check of its accuracy.',
    ),
    ...Object.entries(ranges).flatMap(([at, range]) =>
      when(range !== null && range.min > range.max, at, 'RANGE', 'Let min be no more than max.'),
    ),
  ];
}

function themeProblems({ themes }: Framework): readonly Problem[] {
  return themes.flatMap(({ code, firstYear, lastYear }) =>
    when(
      lastYear !== null && lastYear < firstYear,
      `themes.${code}.lastYear`,
      'THEME_YEARS',
      'Give a year from firstYear on, or null.',
    ),
  );
}

function judgementProblems({ judgement }: Framework): readonly Problem[] {
  if (judgement.model === 'NARRATIVE') return [];
  const codes = judgementsOf(judgement).map(({ code }) => code);
  const apart = judgementsOf(judgement).flatMap((one) => (one.apart ? [one.code] : []));
  const grades = judgement.scale.map(({ code }) => code);
  return [
    ...when(grades.length < 2, 'judgement.scale', 'SCALE', 'Give at least two grades, the best first.'),
    ...when(codes.length === 0, 'judgement.judgements', 'JUDGEMENTS', 'Say what is graded.'),
    ...judgement.limits.flatMap((limit, index) => {
      const at = `judgement.limits.${index}`;
      const named = [...limit.when, limit.limited];
      return [
        ...unknown(named, codes, at, 'JUDGEMENT_UNKNOWN'),
        ...unknown([limit.at, limit.atBest], grades, at, 'GRADE_UNKNOWN'),
        ...when(
          named.some((code) => apart.includes(code)),
          at,
          'JUDGED_APART',
          'Leave out what is judged apart: it neither limits nor is limited.',
        ),
      ];
    }),
  ];
}

function followUpProblems({ judgement, followUp }: Framework): readonly Problem[] {
  const grades = judgement.model === 'GRADED' ? judgement.scale.map(({ code }) => code) : [];
  const reinspected = followUp.reinspection.map(({ grade }) => grade);
  return [
    ...unknown(reinspected, grades, 'followUp.reinspection', 'GRADE_UNKNOWN'),
    ...unknown(followUp.monitoredGrades, grades, 'followUp.monitoredGrades', 'GRADE_UNKNOWN'),
    ...when(
      reinspected.length > 0 && new Set(reinspected).size !== grades.length,
      'followUp.reinspection',
      'GRADE_MISSING',
      'Give each grade of the scale one row, or leave the list empty.',
    ),
  ];
}

function gradesInLetterProblems({ judgement, letter }: Framework): readonly Problem[] {
  const printed = [...letter.opening, ...letter.closing].some(({ code }) => code === 'JUDGEMENTS');
  const graded = judgement.model === 'GRADED';
  return when(
    printed !== graded,
    'letter.closing',
    'JUDGEMENTS',
    graded ? 'Add JUDGEMENTS: the report prints the grades.' : 'Remove JUDGEMENTS: a narrative letter has no grades.',
  );
}

function unknown(codes: readonly string[], known: readonly string[], at: string, code: string): readonly Problem[] {
  return codes
    .filter((one) => !known.includes(one))
    .map((one) => problem(at, code, `${one} is not known here. Use one of ${known.join(', ') || '(there is none)'}.`));
}

function when(wrong: boolean, at: string, code: string, message: string): readonly Problem[] {
  return wrong ? [problem(at, code, message)] : [];
}

function problem(at: string, code: string, message: string): Problem {
  return { at, code, message };
}
