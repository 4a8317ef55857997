import type { Inspectorate } from '../inspectorate.js';
import { check, questions } from './contribution.js';
import { criteria } from './criteria.js';
import { evidenceKinds } from './evidence-kinds.js';
import { gradeWords } from './grade-words.js';
import { gateways, release } from './handling.js';
import { narrate } from './narrative.js';

export const hmiProbation: Inspectorate = {
  code: 'HMI_PROBATION',
  name: 'HM Inspectorate of Probation',
  inspects: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE', 'SAFEGUARDING_PARTNERSHIP'],
  gateways,
  criteria,
  evidenceKinds,
  questions,
  gradeWords,
  release,
  check,
  narrate,
};
