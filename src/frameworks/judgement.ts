/** How a framework judges: in words alone, or by grades with rules on how one grade limits another. */
import type { Problem } from '../inspectorates/inspectorate.js';

export interface Grade {
  /** Stored: `REQUIRES_IMPROVEMENT`. */
  readonly code: string;
  readonly name: string;
}

export interface GradedJudgement {
  /** Unique in the framework: `HELP_AND_PROTECTION`. */
  readonly code: string;
  readonly name: string;
  readonly parts: readonly GradedJudgement[];
  /** True of a body judged beside the others, which neither counts towards them nor is limited by them. */
  readonly apart: boolean;
}

/** Where one of `when` is graded `at` or worse, `limited` is at best `atBest`. */
export interface LimitingRule {
  readonly when: readonly string[];
  readonly at: string;
  readonly limited: string;
  readonly atBest: string;
  /** What the report says of it. */
  readonly words: string;
}

export interface NarrativeModel {
  readonly model: 'NARRATIVE';
}

export interface GradedModel {
  readonly model: 'GRADED';
  /** The best first. */
  readonly scale: readonly Grade[];
  readonly judgements: readonly GradedJudgement[];
  readonly limits: readonly LimitingRule[];
}

export type Judgement = NarrativeModel | GradedModel;

/** All judgements and sub-judgements, each before its parts. */
export function judgementsOf(judgement: Judgement): readonly GradedJudgement[] {
  const withParts = (one: GradedJudgement): readonly GradedJudgement[] => [one, ...one.parts.flatMap(withParts)];
  return judgement.model === 'GRADED' ? judgement.judgements.flatMap(withParts) : [];
}

/**
 * What stands against giving these grades, by code of judgement: a judgement without grade, a grade or judgement
 * that the framework does not know, a grade above a limit. Empty where they may be given. Of a narrative
 * framework any grade at all is a problem.
 */
export function gradeProblems(judgement: Judgement, grades: Readonly<Record<string, string>>): readonly Problem[] {
  if (judgement.model === 'NARRATIVE') {
    return Object.keys(grades).map((code) =>
      problem(code, 'NO_GRADES', 'This framework judges in words alone. Remove the grade.'),
    );
  }
  const judged = judgementsOf(judgement).map(({ code }) => code);
  return [
    ...Object.keys(grades)
      .filter((code) => !judged.includes(code))
      .map((code) => problem(code, 'JUDGEMENT_UNKNOWN', `${code} is not judged. Remove its grade.`)),
    ...judged.flatMap((code) => gradeProblem(judgement, code, grades[code])),
    ...judgement.limits.flatMap((limit) => limitProblem(judgement, limit, grades)),
  ];
}

function gradeProblem(model: GradedModel, judged: string, grade: string | undefined): readonly Problem[] {
  const scale = model.scale.map(({ code }) => code).join(', ');
  if (grade === undefined) return [problem(judged, 'GRADE_MISSING', `Give ${judged} one of ${scale}.`)];
  if (rank(model, grade) >= 0) return [];
  return [problem(judged, 'GRADE_UNKNOWN', `${grade} is not on the scale. Give one of ${scale}.`)];
}

function limitProblem(
  model: GradedModel,
  limit: LimitingRule,
  grades: Readonly<Record<string, string>>,
): readonly Problem[] {
  const limits = limit.when.some((code) => rank(model, grades[code]) >= rank(model, limit.at));
  const given = rank(model, grades[limit.limited]);
  if (!limits || given < 0 || given >= rank(model, limit.atBest)) return [];
  return [problem(limit.limited, 'GRADE_LIMITED', `${limit.words} Give ${limit.atBest} or worse.`)];
}

/** 0 is the best; -1 where there is no such grade. */
function rank(model: GradedModel, grade: string | undefined): number {
  return model.scale.findIndex(({ code }) => code === grade);
}

function problem(judged: string, code: string, message: string): Problem {
  return { at: `grades.${judged}`, code, message };
}
