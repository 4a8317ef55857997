import type { EvidenceKind } from '../inspectorate.js';

export const evidenceKinds = [
  { code: 'CQC_PATIENT_RECORD', words: 'A patient’s record in primary or community care', agencies: ['NHS_PROVIDER'] },
  { code: 'CQC_MENTAL_HEALTH_RECORD', words: 'A record of a child’s mental health care', agencies: ['NHS_PROVIDER'] },
  { code: 'CQC_MATERNITY_RECORD', words: 'A maternity or health visiting record', agencies: ['NHS_PROVIDER'] },
  { code: 'CQC_SEXUAL_HEALTH_RECORD', words: 'A record of a sexual health service', agencies: ['NHS_PROVIDER'] },
  {
    code: 'CQC_HEALTH_ASSESSMENT',
    words: 'A health assessment of a child in care',
    agencies: ['NHS_PROVIDER', 'HEALTH_COMMISSIONER'],
  },
  {
    code: 'CQC_SAFEGUARDING_REFERRAL',
    words: 'A safeguarding referral made by a health professional',
    agencies: ['NHS_PROVIDER'],
  },
  {
    code: 'CQC_INCIDENT_REVIEW',
    words: 'A provider’s review of a patient safety incident',
    agencies: ['NHS_PROVIDER'],
  },
  {
    code: 'CQC_CLINICAL_OBSERVATION',
    words: 'Practice seen in a clinic, ward or department',
    agencies: ['NHS_PROVIDER'],
  },
  {
    code: 'CQC_CLINICIAN_INTERVIEW',
    words: 'An interview with clinicians or named professionals',
    agencies: ['NHS_PROVIDER', 'HEALTH_COMMISSIONER'],
  },
  {
    code: 'CQC_PATIENT_CONVERSATION',
    words: 'A conversation with a child who uses health care, or a carer',
    agencies: ['NHS_PROVIDER'],
  },
  {
    code: 'CQC_COMMISSIONING_DATA',
    words: 'Waiting times, training figures and contract data',
    agencies: ['HEALTH_COMMISSIONER', 'NHS_PROVIDER'],
  },
  {
    code: 'CQC_HEALTH_POLICY',
    words: 'A safeguarding policy, board paper or audit',
    agencies: ['HEALTH_COMMISSIONER', 'NHS_PROVIDER'],
  },
] as const satisfies readonly EvidenceKind[];

export type OwnEvidenceKind = (typeof evidenceKinds)[number]['code'];
