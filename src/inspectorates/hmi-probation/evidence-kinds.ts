import type { EvidenceKind } from '../inspectorate.js';

export const evidenceKinds = [
  {
    code: 'HMI_PROBATION_CASE_RECORD',
    words: 'A record of supervision in the community',
    agencies: ['PROBATION_REGION'],
  },
  {
    code: 'HMI_PROBATION_YOUTH_JUSTICE_RECORD',
    words: 'A child’s youth justice record',
    agencies: ['YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_PRE_SENTENCE_REPORT',
    words: 'A pre-sentence report',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_RISK_OF_HARM_ASSESSMENT',
    words: 'An assessment of risk of serious harm',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_MAPPA_MINUTES',
    words: 'Minutes of a multi-agency public protection meeting',
    agencies: ['PROBATION_REGION'],
  },
  {
    code: 'HMI_PROBATION_VICTIM_CONTACT_RECORD',
    words: 'A record of contact with a victim',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_SUPERVISION_OBSERVATION',
    words: 'An appointment, panel or visit that was observed',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_PRACTITIONER_INTERVIEW',
    words: 'An interview with the practitioner about a case',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_SUPERVISED_PERSON_CONVERSATION',
    words: 'A conversation with a child or adult under supervision',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_CASELOAD_DATA',
    words: 'Figures on caseloads, timeliness and outcomes',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE'],
  },
  {
    code: 'HMI_PROBATION_BOARD_PAPER',
    words: 'A plan or paper of the management board',
    agencies: ['PROBATION_REGION', 'YOUTH_JUSTICE_SERVICE', 'SAFEGUARDING_PARTNERSHIP'],
  },
] as const satisfies readonly EvidenceKind[];

export type OwnEvidenceKind = (typeof evidenceKinds)[number]['code'];
