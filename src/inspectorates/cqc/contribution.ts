import {
  checkContribution,
  countAnswered,
  type FindingRule,
  isOnly,
  restsOnlyOn,
  saysEffect,
} from '../contribution-rules.js';
import type { EvidenceMethod, Inspectorate, Question } from '../inspectorate.js';
import { criteria } from './criteria.js';
import { gradeWords } from './grade-words.js';

export const questions = [
  { code: 'recordsRead', words: 'How many patients’ records did inspectors open?', answer: 'COUNT', required: true },
  {
    code: 'commissioningNote',
    words: 'What should the reader know about how health services are commissioned here?',
    answer: 'TEXT',
    required: false,
  },
] as const satisfies readonly Question[];

/** Below five a published figure about patients can point at one of them. */
const SMALLEST_SAMPLE = 5;

const CONVERSATIONS: readonly EvidenceMethod[] = [
  'CONVERSATION_WITH_CHILD',
  'CONVERSATION_WITH_FAMILY',
  'CONVERSATION_WITH_PRACTITIONER',
  'CONVERSATION_WITH_LEADER',
];

const rules: readonly FindingRule[] = [
  {
    code: 'EFFECT_FROM_RECORDS_ALONE',
    field: 'evidence',
    message: 'A record shows the care that was written down. Cite who saw or felt its effect as well.',
    breaks: (finding) => saysEffect(finding) && isOnly(finding.evidence, 'RECORD'),
  },
  {
    code: 'SMALL_CELL',
    field: 'count',
    message: 'A sample of fewer than five can identify a patient: leave the count out, or sample more.',
    breaks: ({ count }) => count?.basis === 'SAMPLED' && count.of < SMALLEST_SAMPLE,
  },
  {
    code: 'COUNT_FROM_CONVERSATIONS',
    field: 'evidence',
    message: 'Patients are counted from records or data. Cite those, or leave the count out.',
    breaks: ({ count, evidence }) => count !== null && restsOnlyOn(evidence, CONVERSATIONS),
  },
  {
    code: 'MORE_THAN_WERE_READ',
    field: 'count',
    message: 'More patients are counted than records were opened: correct one of the two.',
    breaks: ({ count }, contribution) =>
      count?.basis === 'SAMPLED' && count.of > (countAnswered(contribution, 'recordsRead') ?? Infinity),
  },
];

export const check: Inspectorate['check'] = (contribution) =>
  checkContribution({ code: 'CQC', criteria, questions, gradeWords }, rules, contribution);
