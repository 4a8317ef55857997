import type { EvidenceKind } from '../inspectorate.js';

export const evidenceKinds = [
  { code: 'HMI_PRISONS_CUSTODY_FILE', words: 'The establishment’s file on a child or prisoner', agencies: ['PRISON'] },
  { code: 'HMI_PRISONS_SECURITY_INTELLIGENCE', words: 'A security or intelligence report', agencies: ['PRISON'] },
  {
    code: 'HMI_PRISONS_HEALTHCARE_RECORD',
    words: 'A record of health care in custody',
    agencies: ['PRISON', 'NHS_PROVIDER'],
  },
  { code: 'HMI_PRISONS_USE_OF_FORCE_RECORD', words: 'A record or recording of use of force', agencies: ['PRISON'] },
  {
    code: 'HMI_PRISONS_CONTACT_DECISION',
    words: 'A decision on contact between a prisoner and a child',
    agencies: ['PRISON'],
  },
  {
    code: 'HMI_PRISONS_CONFIDENTIAL_COMPLAINT',
    words: 'A complaint made under confidential access',
    agencies: ['PRISON'],
  },
  { code: 'HMI_PRISONS_SURVEY', words: 'Answers to the confidential survey of children', agencies: ['PRISON'] },
  {
    code: 'HMI_PRISONS_RELEASE_PLAN',
    words: 'A plan for release',
    agencies: ['PRISON', 'PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  { code: 'HMI_PRISONS_UNIT_OBSERVATION', words: 'Life and work seen on the units', agencies: ['PRISON'] },
  {
    code: 'HMI_PRISONS_CONVERSATION_IN_CUSTODY',
    words: 'A conversation with a child or prisoner',
    agencies: ['PRISON'],
  },
  {
    code: 'HMI_PRISONS_STAFF_INTERVIEW',
    words: 'An interview with officers, managers or the governor',
    agencies: ['PRISON'],
  },
  {
    code: 'HMI_PRISONS_ESTABLISHMENT_DATA',
    words: 'Figures on violence, time out of cell, staffing and release',
    agencies: ['PRISON'],
  },
] as const satisfies readonly EvidenceKind[];

export type OwnEvidenceKind = (typeof evidenceKinds)[number]['code'];
