import type { EvidenceKind } from '../inspectorate.js';

export const evidenceKinds = [
  { code: 'OFSTED_SOCIAL_CARE_RECORD', words: 'A child’s social care record', agencies: ['LOCAL_AUTHORITY'] },
  { code: 'OFSTED_SCHOOL_RECORD', words: 'A pupil’s safeguarding and attendance record', agencies: ['SCHOOL'] },
  {
    code: 'OFSTED_EARLY_HELP_PLAN',
    words: 'An early help assessment or plan',
    agencies: ['LOCAL_AUTHORITY', 'SCHOOL'],
  },
  { code: 'OFSTED_ADOPTION_RECORD', words: 'An adoption case record', agencies: ['LOCAL_AUTHORITY'] },
  {
    code: 'OFSTED_FAMILY_COURT_PAPER',
    words: 'A paper from family proceedings held in private',
    agencies: ['LOCAL_AUTHORITY'],
  },
  {
    code: 'OFSTED_COMPLAINT_INFORMATION',
    words: 'What someone told the inspectorate in confidence about a service',
    agencies: ['LOCAL_AUTHORITY', 'SCHOOL'],
  },
  {
    code: 'OFSTED_CHILD_CONVERSATION',
    words: 'A conversation with a child or care leaver',
    agencies: ['LOCAL_AUTHORITY', 'SCHOOL'],
  },
  {
    code: 'OFSTED_STAFF_DISCUSSION',
    words: 'A discussion with social workers, teachers or managers',
    agencies: ['LOCAL_AUTHORITY', 'SCHOOL'],
  },
  {
    code: 'OFSTED_PRACTICE_OBSERVATION',
    words: 'Practice seen at the front door, in a meeting or on a visit',
    agencies: ['LOCAL_AUTHORITY', 'SAFEGUARDING_PARTNERSHIP'],
  },
  {
    code: 'OFSTED_CHILD_LEVEL_DATA',
    words: 'A list of children, or figures drawn from one',
    agencies: ['LOCAL_AUTHORITY'],
  },
  {
    code: 'OFSTED_STRATEGY_DOCUMENT',
    words: 'A strategy, procedure or report to the partnership',
    agencies: ['LOCAL_AUTHORITY', 'SAFEGUARDING_PARTNERSHIP'],
  },
] as const satisfies readonly EvidenceKind[];

export type OwnEvidenceKind = (typeof evidenceKinds)[number]['code'];
