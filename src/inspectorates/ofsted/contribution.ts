import {
  checkContribution,
  countAnswered,
  type FindingRule,
  restsOnAny,
  restsOnlyOn,
  saysEffect,
} from '../contribution-rules.js';
import type { EvidenceMethod, Inspectorate, Question } from '../inspectorate.js';
import { criteria } from './criteria.js';
import { gradeWords } from './grade-words.js';

export const questions = [
  {
    code: 'childrenMet',
    words: 'How many children did inspectors meet or speak with?',
    answer: 'COUNT',
    required: true,
  },
  {
    code: 'educationNote',
    words: 'What should the reader know about schools that no finding says?',
    answer: 'TEXT',
    required: false,
  },
] as const satisfies readonly Question[];

/** Sources that tell of services and not of any child. */
const AWAY_FROM_CHILDREN: readonly EvidenceMethod[] = [
  'CONVERSATION_WITH_LEADER',
  'CONVERSATION_WITH_PRACTITIONER',
  'DOCUMENT_REVIEW',
  'DATA_RETURN',
];

const rules: readonly FindingRule[] = [
  {
    code: 'COUNT_WITHOUT_EFFECT',
    field: 'effectOnChildren',
    message: 'Children are counted here: say what it meant for them.',
    breaks: (finding) => finding.count !== null && !saysEffect(finding),
  },
  {
    code: 'EFFECT_UNSEEN',
    field: 'evidence',
    message: 'An effect on children needs evidence from children’s lives: a case, a visit, a child or a family.',
    breaks: (finding) => saysEffect(finding) && restsOnlyOn(finding.evidence, AWAY_FROM_CHILDREN),
  },
  {
    code: 'STRENGTH_FOR_A_MINORITY',
    field: 'kind',
    message:
      'What holds for fewer than half of the children is not a strength: tell it as context, or as an area for improvement.',
    breaks: ({ kind, count }) => kind === 'STRENGTH' && count !== null && count.n * 2 < count.of,
  },
  {
    code: 'NO_CHILD_MET',
    field: 'evidence',
    message:
      'A conversation with a child is cited, yet no child was met: correct the number of children met, or the evidence.',
    breaks: (finding, contribution) =>
      (saysEffect(finding) || finding.count !== null) &&
      restsOnAny(finding.evidence, ['CONVERSATION_WITH_CHILD']) &&
      countAnswered(contribution, 'childrenMet') === 0,
  },
];

export const check: Inspectorate['check'] = (contribution) =>
  checkContribution({ code: 'OFSTED', criteria, questions, gradeWords }, rules, contribution);
