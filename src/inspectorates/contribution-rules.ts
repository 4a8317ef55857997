import type {
  CitedEvidence,
  Contribution,
  ContributionFinding,
  Criterion,
  EvidenceMethod,
  EvidenceStrength,
  Problem,
  Question,
} from './inspectorate.js';
import { gradeWordsUsedAsJudgement } from './judgement-words.js';

/** What the common rules must know of the inspectorate whose contribution is checked. */
export interface OwnTerms {
  readonly code: string;
  readonly criteria: readonly Criterion[];
  readonly questions: readonly Question[];
  readonly gradeWords: readonly string[];
}

/** A rule of one inspectorate about one finding. */
export interface FindingRule {
  readonly code: string;
  /** The field of the finding that a person would mend. */
  readonly field: keyof ContributionFinding;
  readonly message: string;
  breaks(finding: ContributionFinding, contribution: Contribution): boolean;
}

/** The rules that all inspectorates share, then the inspectorate's own. */
export function checkContribution(
  own: OwnTerms,
  rules: readonly FindingRule[],
  contribution: Contribution,
): readonly Problem[] {
  return [
    ...addresseeProblems(own, contribution),
    ...nilProblems(contribution),
    ...answerProblems(own.questions, contribution),
    ...contribution.findings.flatMap((finding, position) =>
      findingProblems(own, rules, finding, contribution).map(({ field, code, message }) => ({
        at: `findings.${position}.${field}`,
        code,
        message,
      })),
    ),
    ...repeatedFindings(contribution),
  ];
}

function addresseeProblems(own: OwnTerms, { inspectorate }: Contribution): Problem[] {
  if (inspectorate === own.code) return [];
  const message = `This contribution is ${inspectorate}'s. Send it to that inspectorate's own check, not to ${own.code}'s.`;
  return [{ at: 'inspectorate', code: 'NOT_OWN', message }];
}

/** Silence is not a finding of nothing: an inspectorate that found nothing says so, and why. */
function nilProblems({ findings, nilReason }: Contribution): Problem[] {
  const reasoned = nilReason !== null && nilReason.trim() !== '';
  if (findings.length > 0 && reasoned) {
    const message = 'There are findings, so there is no reason for having none. Take the reason or the findings out.';
    return [{ at: 'nilReason', code: 'NIL_WITH_FINDINGS', message }];
  }
  if (findings.length === 0 && !reasoned) {
    return [{ at: 'findings', code: 'EMPTY', message: 'Add a finding, or give the reason why there is none.' }];
  }
  return [];
}

/** A reasoned nil contribution need not answer what is asked about findings. */
function answerProblems(questions: readonly Question[], { answers, findings }: Contribution): Problem[] {
  const problems: Problem[] = [];
  for (const question of questions) {
    const at = `answers.${question.code}`;
    const given = answerTo(answers, question.code);
    if (given === '') {
      if (question.required && findings.length > 0) {
        problems.push({ at, code: 'UNANSWERED', message: `Answer the question: ${question.words}` });
      }
    } else if (!isAnswer(question, given)) {
      problems.push({ at, code: 'WRONG_KIND_OF_ANSWER', message: EXPECTED[question.answer] });
    }
  }
  for (const code of Object.keys(answers)) {
    if (questions.some((question) => question.code === code)) continue;
    problems.push({ at: `answers.${code}`, code: 'NOT_ASKED', message: 'This is not asked. Take the answer out.' });
  }
  return problems;
}

const EXPECTED: Readonly<Record<Question['answer'], string>> = {
  TEXT: 'Answer in words.',
  YES_NO: 'Answer YES or NO.',
  COUNT: 'Answer with a whole number, in digits.',
};

function isAnswer(question: Question, given: string): boolean {
  switch (question.answer) {
    case 'TEXT':
      return true;
    case 'YES_NO':
      return given === 'YES' || given === 'NO';
    case 'COUNT':
      return /^\d{1,9}$/.test(given);
  }
}

type FindingProblem = Pick<FindingRule, 'field' | 'code' | 'message'>;

function findingProblems(
  own: OwnTerms,
  rules: readonly FindingRule[],
  finding: ContributionFinding,
  contribution: Contribution,
): FindingProblem[] {
  const problems: FindingProblem[] = [];
  const refuse = (field: keyof ContributionFinding, code: string, message: string): void => {
    problems.push({ field, code, message });
  };
  if (finding.statement.trim() === '') refuse('statement', 'NO_STATEMENT', 'Say what was found.');
  if (finding.evidence.length === 0) refuse('evidence', 'NO_EVIDENCE', 'Cite the evidence on which this rests.');
  if (new Set(finding.evidence.map(({ id }) => id)).size < finding.evidence.length) {
    refuse('evidence', 'CITED_TWICE', 'An item is cited twice. Cite each item once.');
  }
  if (!own.criteria.some(({ code }) => code === finding.criterion)) {
    refuse('criterion', 'NOT_OWN_CRITERION', `Set this finding against one of ${own.code}'s own criteria.`);
  }
  const { count } = finding;
  if (count !== null && !(isWhole(count.n) && isWhole(count.of) && count.of > 0 && count.n <= count.of)) {
    refuse('count', 'IMPOSSIBLE_COUNT', 'Count in whole numbers, no more children than were looked at.');
  }
  if (contribution.judgement === 'NARRATIVE') {
    for (const field of ['statement', 'effectOnChildren'] as const) {
      for (const { word } of gradeWordsUsedAsJudgement(finding[field], own.gradeWords)) {
        const message = `A narrative judgement has no grades: say what was found, in place of “${word}”.`;
        refuse(field, 'GRADE_WORD', message);
      }
    }
  }
  for (const rule of rules) {
    if (rule.breaks(finding, contribution)) refuse(rule.field, rule.code, rule.message);
  }
  return problems;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function repeatedFindings({ findings }: Contribution): Problem[] {
  const message = 'This finding stands here twice. Send each finding once.';
  return findings.flatMap(({ id }, position) =>
    findings.findIndex((other) => other.id === id) < position
      ? [{ at: `findings.${position}.id`, code: 'SENT_TWICE', message }]
      : [],
  );
}

/** The trimmed answer; empty where there is none. */
export function answerTo(answers: Contribution['answers'], question: string): string {
  return Object.hasOwn(answers, question) ? (answers[question] ?? '').trim() : '';
}

/** The whole number answered; null where there is none. */
export function countAnswered({ answers }: Contribution, question: string): number | null {
  const given = answerTo(answers, question);
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}

export function saysEffect(finding: ContributionFinding): boolean {
  return finding.effectOnChildren.trim() !== '';
}

/** Nothing but these methods, and at least one of them. */
export function restsOnlyOn(evidence: readonly CitedEvidence[], methods: readonly EvidenceMethod[]): boolean {
  return evidence.length > 0 && evidence.every(({ method }) => methods.includes(method));
}

export function restsOnAny(evidence: readonly CitedEvidence[], methods: readonly EvidenceMethod[]): boolean {
  return evidence.some(({ method }) => methods.includes(method));
}

/** Nothing but sources of this strength, and at least one of them. */
export function isOnly(evidence: readonly CitedEvidence[], strength: EvidenceStrength): boolean {
  return evidence.length > 0 && evidence.every((item) => item.strength === strength);
}
