/** What the kinds of partner agency are called in plain English, within a sentence. */
import type { AgencyKind } from '../inspectorates/inspectorate.js';

export interface AgencyKindWords {
  readonly singular: string;
  readonly plural: string;
}

export const agencyKindWords: Readonly<Record<AgencyKind, AgencyKindWords>> = {
  LOCAL_AUTHORITY: { singular: 'local authority', plural: 'local authorities' },
  POLICE_FORCE: { singular: 'police force', plural: 'police forces' },
  // An integrated care board; before July 2022 a clinical commissioning group.
  HEALTH_COMMISSIONER: { singular: 'health commissioner', plural: 'health commissioners' },
  NHS_PROVIDER: { singular: 'NHS provider', plural: 'NHS providers' },
  PROBATION_REGION: { singular: 'probation region', plural: 'probation regions' },
  YOUTH_JUSTICE_SERVICE: { singular: 'youth justice service', plural: 'youth justice services' },
  PRISON: { singular: 'prison or young offender institution', plural: 'prisons and young offender institutions' },
  CPS_AREA: { singular: 'Crown Prosecution Service area', plural: 'Crown Prosecution Service areas' },
  SCHOOL: { singular: 'school', plural: 'schools' },
  // A local safeguarding children board before 2018.
  SAFEGUARDING_PARTNERSHIP: { singular: 'safeguarding partnership', plural: 'safeguarding partnerships' },
};
