import type { Inspectorate } from '../inspectorate.js';
import { check, questions } from './contribution.js';
import { criteria } from './criteria.js';
import { evidenceKinds } from './evidence-kinds.js';
import { gradeWords } from './grade-words.js';
import { gateways, release } from './handling.js';
import { narrate } from './narrative.js';

export const ofsted: Inspectorate = {
  code: 'OFSTED',
  name: 'Ofsted',
  inspects: ['LOCAL_AUTHORITY', 'SCHOOL', 'SAFEGUARDING_PARTNERSHIP'],
  gateways,
  criteria,
  evidenceKinds,
  questions,
  gradeWords,
  release,
  check,
  narrate,
};
