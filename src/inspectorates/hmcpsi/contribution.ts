import {
  checkContribution,
  answerTo,
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
  { code: 'filesRead', words: 'How many prosecution files did inspectors read?', answer: 'COUNT', required: true },
  {
    code: 'liveCases',
    words: 'Does any finding speak of a case that is still before a court?',
    answer: 'YES_NO',
    required: true,
  },
  {
    code: 'liveCasesNote',
    words: 'If so, how was it made sure that nothing told could prejudice it?',
    answer: 'TEXT',
    required: false,
  },
] as const satisfies readonly Question[];

const rules: readonly FindingRule[] = [
  {
    code: 'COUNT_FROM_COURT',
    field: 'evidence',
    message: 'Hearings that happened to be seen are no sample: cite the files that were read, or leave the count out.',
    breaks: ({ count, evidence }) =>
      count !== null &&
      restsOnAny(evidence, ['DIRECT_OBSERVATION']) &&
      !evidence.some(({ strength }) => strength === 'RECORD'),
  },
  {
    code: 'COUNT_FROM_AUDIT',
    field: 'evidence',
    message: 'A count in an audit is the agencies’ own. Cite the files that were read, or leave the count out.',
    breaks: ({ count, evidence }) => count !== null && restsOnlyOn(evidence, ['MULTI_AGENCY_AUDIT']),
  },
  {
    // The Crown Prosecution Service Inspectorate Act 2000 s.2 gives functions of inspecting and reporting alone.
    code: 'NO_POWER_TO_ENFORCE',
    field: 'agencies',
    message: 'Nothing compels a prosecution area alone: name who else must act, or make this an area for improvement.',
    breaks: (finding) =>
      finding.kind === 'PRIORITY_ACTION' &&
      saysEffect(finding) &&
      finding.agencies.length > 0 &&
      finding.agencies.every(({ kind }) => kind === 'CPS_AREA'),
  },
  {
    code: 'LIVE_CASE',
    field: 'placement',
    message: 'A case is before a court: say how prejudice is avoided before a case is told as a study.',
    breaks: (finding, { answers }) =>
      finding.placement === 'STUDY' &&
      saysEffect(finding) &&
      answerTo(answers, 'liveCases') === 'YES' &&
      answerTo(answers, 'liveCasesNote') === '',
  },
  {
    code: 'MORE_THAN_WERE_READ',
    field: 'count',
    message: 'More children are counted than files were read: correct one of the two.',
    breaks: ({ count }, contribution) =>
      count?.basis === 'SAMPLED' && count.of > (countAnswered(contribution, 'filesRead') ?? Infinity),
  },
];

export const check: Inspectorate['check'] = (contribution) =>
  checkContribution({ code: 'HMCPSI', criteria, questions, gradeWords }, rules, contribution);
