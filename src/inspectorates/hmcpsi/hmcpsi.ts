import type { Inspectorate } from '../inspectorate.js';
import { check, questions } from './contribution.js';
import { criteria } from './criteria.js';
import { evidenceKinds } from './evidence-kinds.js';
import { gradeWords } from './grade-words.js';
import { gateways, release } from './handling.js';
import { narrate } from './narrative.js';

export const hmcpsi: Inspectorate = {
  code: 'HMCPSI',
  name: 'HM Crown Prosecution Service Inspectorate',
  inspects: ['CPS_AREA'],
  gateways,
  criteria,
  evidenceKinds,
  questions,
  gradeWords,
  release,
  check,
  narrate,
};
