import { AUDIT } from './audit.js';
import { CASES } from './cases.js';
import { CHRONOLOGY } from './chronology.js';
import { CIRCLES, SIGHT, STANDING } from './circles.js';
import { COMMENT_PLACING, COMMENT_TRANSITIONS } from './comment-placing.js';
import { COMMENT_POLICIES } from './comment-policies.js';
import { CONCERNS } from './concerns.js';
import { CONFLICTS } from './conflicts.js';
import { CONTRIBUTION_PLACING } from './contribution-placing.js';
import { EVIDENCE_PLACING } from './evidence-placing.js';
import { EVIDENCE_POLICIES } from './evidence-policies.js';
import { FINDING_PLACING } from './finding-placing.js';
import { FINDING_POLICIES } from './finding-policies.js';
import { FOUNDATION, PRINCIPAL } from './foundation.js';
import { INSPECTIONS } from './inspections.js';
import { LEFT_DRAFTS } from './left-drafts.js';
import { LETTER_PLACING } from './letter-placing.js';
import { MARKINGS } from './markings.js';
import { MERGE_PLACING } from './merge-placing.js';
import { NARRATIVE_PLACING } from './narrative-placing.js';
import { NARRATIVE_POLICIES } from './narrative-policies.js';
import { ONE_WAY } from './one-way.js';
import { OTHER_ROLES } from './other-roles.js';
import { PEOPLE } from './people.js';
import { REBUILD } from './rebuild.js';
import { REQUEST_PLACING, REQUEST_TRANSITIONS } from './request-placing.js';
import { REQUEST_POLICIES } from './request-policies.js';
import { SEALING } from './sealing.js';
import { WHISTLEBLOWING_PLACING } from './whistleblowing-placing.js';
import { WHISTLEBLOWING_POLICIES } from './whistleblowing-policies.js';
import { WHISTLEBLOWING_TRANSITIONS } from './whistleblowing-transitions.js';

/**
 * All that decides who sees and writes what, as it stands: functions of the access kernel, the triggers that settle
 * audiences, policies and grants. Migrations make tables; this is replaced as a whole where it changed.
 */
export const ACCESS_RULES: readonly string[] = [
  PRINCIPAL,
  CIRCLES,
  SIGHT,
  STANDING,
  FOUNDATION,
  PEOPLE,
  INSPECTIONS,
  CONFLICTS,
  AUDIT,
  CASES,
  EVIDENCE_PLACING,
  EVIDENCE_POLICIES,
  CHRONOLOGY,
  CONCERNS,
  FINDING_PLACING,
  CONTRIBUTION_PLACING,
  MERGE_PLACING,
  FINDING_POLICIES,
  MARKINGS,
  NARRATIVE_PLACING,
  LETTER_PLACING,
  NARRATIVE_POLICIES,
  REQUEST_PLACING,
  REQUEST_TRANSITIONS,
  REQUEST_POLICIES,
  COMMENT_PLACING,
  COMMENT_TRANSITIONS,
  COMMENT_POLICIES,
  SEALING,
  WHISTLEBLOWING_PLACING,
  WHISTLEBLOWING_TRANSITIONS,
  WHISTLEBLOWING_POLICIES,
  OTHER_ROLES,
  ONE_WAY,
  LEFT_DRAFTS,
  REBUILD,
];
