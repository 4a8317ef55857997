import { checkContribution, answerTo, type FindingRule, isOnly, saysEffect } from '../contribution-rules.js';
import type { Inspectorate, Question } from '../inspectorate.js';
import { criteria } from './criteria.js';
import { gradeWords } from './grade-words.js';

export const questions = [
  {
    code: 'incidentsReviewed',
    words: 'How many incidents and investigations did inspectors review?',
    answer: 'COUNT',
    required: true,
  },
  {
    code: 'liveInvestigations',
    words: 'Does any finding speak of a live investigation?',
    answer: 'YES_NO',
    required: true,
  },
  {
    code: 'liveInvestigationsCleared',
    words: 'If so, which senior investigating officers agreed to what is told?',
    answer: 'TEXT',
    required: false,
  },
] as const satisfies readonly Question[];

const rules: readonly FindingRule[] = [
  {
    code: 'COUNT_FROM_FORCE_DATA',
    field: 'evidence',
    message: 'A force’s figures are tested against its records before they are told: cite the records that were read.',
    breaks: ({ count, evidence }) => count !== null && isOnly(evidence, 'DATA'),
  },
  {
    code: 'PRIORITY_OF_ONE_CHILD',
    field: 'count',
    message:
      'One child is an immediate concern, to be raised at once. A priority action tells of a pattern: count more, or change its kind.',
    breaks: ({ kind, count }) => kind === 'PRIORITY_ACTION' && count?.n === 1,
  },
  {
    code: 'NOBODY_ACCOUNTABLE',
    field: 'agencies',
    message: 'Children are affected and somebody must improve: name the agency that is accountable.',
    breaks: (finding) =>
      finding.kind === 'AREA_FOR_IMPROVEMENT' && saysEffect(finding) && finding.agencies.length === 0,
  },
  {
    code: 'LIVE_INVESTIGATION',
    field: 'placement',
    message: 'An investigation is live: say who agreed to what is told of it before a case is told as a study.',
    breaks: (finding, { answers }) =>
      finding.placement === 'STUDY' &&
      saysEffect(finding) &&
      answerTo(answers, 'liveInvestigations') === 'YES' &&
      answerTo(answers, 'liveInvestigationsCleared') === '',
  },
];

export const check: Inspectorate['check'] = (contribution) =>
  checkContribution({ code: 'HMICFRS', criteria, questions, gradeWords }, rules, contribution);
