import type { Id, Inspectorate, Instant } from './world-base.js';

/** An inspectorate (with its code) or an agency (without). `replacedBy` is the successor of an agency. */
export interface Organisation {
  readonly id: Id;
  readonly code: string;
  readonly kind: 'INSPECTORATE' | 'LOCAL_AUTHORITY' | 'POLICE_FORCE' | 'NHS_PROVIDER';
  readonly inspectorate: Inspectorate | null;
  readonly name: string;
  readonly replacedBy: Id | null;
}

export interface User {
  readonly id: Id;
  readonly organisationId: Id;
  readonly name: string;
  readonly suspendedAt: Instant | null;
}

export type Post = 'ADMINISTRATOR' | 'PLANNER' | 'AUDITOR' | 'RECORD_KEEPER' | 'SAFEGUARDING_CONTACT';

/** app.organisation_role. */
export interface OrganisationRole {
  readonly id: Id;
  readonly userId: Id;
  readonly organisationId: Id;
  readonly role: Post;
  readonly endedAt: Instant | null;
}

export const stages = [
  'PLANNED',
  'PREPARING',
  'FIELDWORK',
  'DRAFTING',
  'ACCURACY_CHECK',
  'SIGNING',
  'SIGNED',
  'PUBLISHED',
  'FOLLOW_UP',
  'CLOSED',
] as const;
export type Stage = (typeof stages)[number];

/** app.inspection with app.inspection_conduct. `closedAt` and `readableUntil` are both set or both null. */
export interface Inspection {
  readonly id: Id;
  readonly title: string;
  readonly leadingInspectorate: Inspectorate;
  readonly stage: Stage;
  readonly notifiedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly revealedAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly readableUntil: Instant | null;
  readonly createdBy: Id;
  readonly createdAt: Instant;
}

/** app.inspection_inspectorate: the leading inspectorate has a row too, always accepted. */
export interface TakingPart {
  readonly inspectionId: Id;
  readonly inspectorate: Inspectorate;
  readonly gateway: string;
  readonly invitedAt: Instant;
  readonly acceptedAt: Instant | null;
}

/** app.inspection_agency. */
export interface InspectionAgency {
  readonly inspectionId: Id;
  readonly organisationId: Id;
  readonly principalAuthority: boolean;
}

export const teamRoles = ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'] as const;
export type Role =
  (typeof teamRoles)[number] | 'OBSERVER' | 'SIGNATORY' | 'COORDINATOR' | 'CONTRIBUTOR' | 'AGENCY_SIGNATORY';

/** app.assignment. `inspectorate` is null for the three roles of agencies. */
export interface Assignment {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly userId: Id;
  readonly organisationId: Id;
  readonly inspectorate: Inspectorate | null;
  readonly role: Role;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly assignedBy: Id;
  readonly endedAt: Instant | null;
}
