import type { EvidenceKind } from '../inspectorate.js';

export const evidenceKinds = [
  { code: 'HMICFRS_INCIDENT_LOG', words: 'A log of a call or incident', agencies: ['POLICE_FORCE'] },
  { code: 'HMICFRS_CRIME_RECORD', words: 'A crime record', agencies: ['POLICE_FORCE'] },
  { code: 'HMICFRS_INVESTIGATION_FILE', words: 'The file of a criminal investigation', agencies: ['POLICE_FORCE'] },
  { code: 'HMICFRS_INTELLIGENCE_REPORT', words: 'A police intelligence report', agencies: ['POLICE_FORCE'] },
  { code: 'HMICFRS_CUSTODY_RECORD', words: 'A custody record', agencies: ['POLICE_FORCE'] },
  { code: 'HMICFRS_BODY_WORN_VIDEO', words: 'A viewing of body-worn video', agencies: ['POLICE_FORCE'] },
  {
    code: 'HMICFRS_POLICE_NOTIFICATION',
    words: 'A police notification about a vulnerable child',
    agencies: ['POLICE_FORCE'],
  },
  {
    code: 'HMICFRS_HUB_OBSERVATION',
    words: 'Police work seen in the safeguarding hub, control room or custody suite',
    agencies: ['POLICE_FORCE', 'SAFEGUARDING_PARTNERSHIP'],
  },
  {
    code: 'HMICFRS_OFFICER_INTERVIEW',
    words: 'An interview or focus group with officers and staff',
    agencies: ['POLICE_FORCE'],
  },
  { code: 'HMICFRS_FORCE_DATA', words: 'Figures returned by the force', agencies: ['POLICE_FORCE'] },
  {
    code: 'HMICFRS_FORCE_POLICY',
    words: 'A force policy, problem profile or governance paper',
    agencies: ['POLICE_FORCE', 'SAFEGUARDING_PARTNERSHIP'],
  },
] as const satisfies readonly EvidenceKind[];

export type OwnEvidenceKind = (typeof evidenceKinds)[number]['code'];
