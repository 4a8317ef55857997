import {
  checkContribution,
  countAnswered,
  type FindingRule,
  restsOnAny,
  restsOnlyOn,
  saysEffect,
} from '../contribution-rules.js';
import type { Inspectorate, Question } from '../inspectorate.js';
import { criteria } from './criteria.js';
import { gradeWords } from './grade-words.js';

export const questions = [
  {
    code: 'childrenSurveyed',
    words: 'How many children in custody answered the survey or spoke with inspectors?',
    answer: 'COUNT',
    required: true,
  },
  {
    code: 'establishments',
    words: 'Which establishments hold children from this area?',
    answer: 'TEXT',
    required: false,
  },
] as const satisfies readonly Question[];

const rules: readonly FindingRule[] = [
  {
    code: 'STRENGTH_UNHEARD',
    field: 'evidence',
    message:
      'An establishment’s papers do not show that children are better off: cite a child who says so, or what was seen.',
    breaks: (finding) =>
      finding.kind === 'STRENGTH' &&
      saysEffect(finding) &&
      !restsOnAny(finding.evidence, ['CONVERSATION_WITH_CHILD']) &&
      !finding.evidence.some(({ strength }) => strength === 'OBSERVED'),
  },
  {
    code: 'COUNT_FROM_GROUPS',
    field: 'evidence',
    message: 'A group agrees aloud. Count children from the survey or from files, or leave the count out.',
    breaks: ({ count, evidence }) => count !== null && restsOnlyOn(evidence, ['FOCUS_GROUP']),
  },
  {
    code: 'HEADLINE_FROM_TRACKED',
    field: 'placement',
    message:
      'A few tracked children do not speak for all in custody: tell this among the main findings, or without its count.',
    breaks: ({ placement, count }) => placement === 'HEADLINE' && count?.basis === 'TRACKED',
  },
  {
    code: 'MORE_THAN_WERE_SURVEYED',
    field: 'count',
    message: 'More children are counted in groups than answered or spoke with inspectors: correct one of the two.',
    breaks: ({ count, evidence }, contribution) =>
      count?.basis === 'SAMPLED' &&
      restsOnAny(evidence, ['FOCUS_GROUP']) &&
      count.of > (countAnswered(contribution, 'childrenSurveyed') ?? Infinity),
  },
];

export const check: Inspectorate['check'] = (contribution) =>
  checkContribution({ code: 'HMI_PRISONS', criteria, questions, gradeWords }, rules, contribution);
