import { checkContribution, countAnswered, type FindingRule, isOnly, saysEffect } from '../contribution-rules.js';
import type { Inspectorate, Question } from '../inspectorate.js';
import { criteria } from './criteria.js';
import { gradeWords } from './grade-words.js';

export const questions = [
  { code: 'casesAssessed', words: 'How many cases did inspectors assess?', answer: 'COUNT', required: true },
  {
    code: 'resettlementNote',
    words: 'What should the reader know about people released into the area?',
    answer: 'TEXT',
    required: false,
  },
] as const satisfies readonly Question[];

/** A joint inspection tracks five to seven children; ten leaves room for siblings. */
const MOST_TRACKED = 10;

const rules: readonly FindingRule[] = [
  {
    code: 'TOO_MANY_TRACKED',
    field: 'count',
    message: 'So many children cannot be tracked in depth: count them as sampled, or correct the number.',
    breaks: ({ count }) => count?.basis === 'TRACKED' && count.of > MOST_TRACKED,
  },
  {
    code: 'EFFECT_OBSERVED_ALONE',
    field: 'evidence',
    message: 'One appointment is a moment of supervision. Cite the case as well to say what came of it.',
    breaks: (finding) => saysEffect(finding) && isOnly(finding.evidence, 'OBSERVED'),
  },
  {
    code: 'STUDY_OF_A_SAMPLE',
    field: 'count',
    message: 'A study follows one case from start to end. Tell what was sampled among the main findings.',
    breaks: ({ placement, count }) => placement === 'STUDY' && count?.basis === 'SAMPLED',
  },
  {
    code: 'MORE_THAN_WERE_ASSESSED',
    field: 'count',
    message: 'More children are counted than cases were assessed: correct one of the two.',
    breaks: ({ count }, contribution) =>
      count?.basis === 'SAMPLED' && count.of > (countAnswered(contribution, 'casesAssessed') ?? Infinity),
  },
];

export const check: Inspectorate['check'] = (contribution) =>
  checkContribution({ code: 'HMI_PROBATION', criteria, questions, gradeWords }, rules, contribution);
