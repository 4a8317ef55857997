import type { EvidenceKind } from '../inspectorate.js';

export const evidenceKinds = [
  { code: 'HMCPSI_CASE_FILE', words: 'A prosecution file without privileged papers', agencies: ['CPS_AREA'] },
  { code: 'HMCPSI_PRIVILEGED_MATERIAL', words: 'Privileged advice and instructions', agencies: ['CPS_AREA'] },
  {
    code: 'HMCPSI_CHARGING_ADVICE',
    words: 'A charging decision and its reasons',
    agencies: ['CPS_AREA', 'POLICE_FORCE'],
  },
  {
    code: 'HMCPSI_UNUSED_MATERIAL_SCHEDULE',
    words: 'A schedule of unused material',
    agencies: ['CPS_AREA', 'POLICE_FORCE'],
  },
  {
    code: 'HMCPSI_WITNESS_CARE_RECORD',
    words: 'A record of care for a witness',
    agencies: ['CPS_AREA', 'POLICE_FORCE'],
  },
  { code: 'HMCPSI_SPECIAL_MEASURES_APPLICATION', words: 'An application for special measures', agencies: ['CPS_AREA'] },
  { code: 'HMCPSI_VICTIM_COMMUNICATION', words: 'A letter to a victim about a decision', agencies: ['CPS_AREA'] },
  { code: 'HMCPSI_COURT_OBSERVATION', words: 'A hearing that was observed', agencies: ['CPS_AREA'] },
  { code: 'HMCPSI_PROSECUTOR_INTERVIEW', words: 'An interview with prosecutors or managers', agencies: ['CPS_AREA'] },
  { code: 'HMCPSI_CASEWORK_DATA', words: 'Figures on timeliness and outcomes of casework', agencies: ['CPS_AREA'] },
  { code: 'HMCPSI_CASEWORK_POLICY', words: 'A protocol, quality report or policy', agencies: ['CPS_AREA'] },
] as const satisfies readonly EvidenceKind[];

export type OwnEvidenceKind = (typeof evidenceKinds)[number]['code'];
