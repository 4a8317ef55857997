/** Stages of an inspection, in order. Deferred, paused and incomplete are marks, not stages. */
export const STAGES = [
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
export type Stage = (typeof STAGES)[number];

export const INSPECTORATE_ROLES = [
  'LEAD',
  'INSPECTORATE_LEAD',
  'INSPECTOR',
  'ANALYST',
  'QUALITY_ASSURER',
  'OBSERVER',
  'SIGNATORY',
] as const;
export const AGENCY_ROLES = ['COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY'] as const;
export const ROLES = [...INSPECTORATE_ROLES, ...AGENCY_ROLES] as const;
export type Role = (typeof ROLES)[number];

export const POSTS = ['ADMINISTRATOR', 'PLANNER', 'AUDITOR', 'RECORD_KEEPER', 'SAFEGUARDING_CONTACT'] as const;
/** A role in an organisation. It opens no content. */
export type Post = (typeof POSTS)[number];

/** An assignment in force. */
export interface Seat {
  readonly id: string;
  readonly role: Role;
  /** Null for an agency's. */
  readonly inspectorate: string | null;
  readonly organisationId: string;
}

/** Where the actor stands on an inspection that he sees, and the facts of it that decide what may be done now. */
export interface Standing {
  readonly inspectionId: string;
  readonly stage: Stage;
  readonly leading: string;
  readonly framework: string;
  readonly frameworkVersion: number;
  readonly notified: boolean;
  readonly revealed: boolean;
  readonly paused: boolean;
  readonly closed: boolean;
  /** Inspectorates that take part. */
  readonly inspectorates: readonly string[];
  /** Invited, and yet to accept. */
  readonly invited: readonly string[];
  readonly seats: readonly Seat[];
  /** The actor's roles in his own organisation, and which that is. */
  readonly posts: readonly Post[];
  readonly organisationId: string;
  readonly inspectorate: string | null;
}

export const holds = (standing: Standing, ...roles: Role[]): boolean =>
  standing.seats.some((seat) => roles.includes(seat.role));

/** Writers of X: active lead, inspectorate lead and inspectors of X. */
export const writesFor = (standing: Standing, inspectorate: string): boolean =>
  standing.seats.some(
    (seat) => seat.inspectorate === inspectorate && ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR'].includes(seat.role),
  );

export const leads = (standing: Standing, inspectorate: string): boolean =>
  standing.seats.some((seat) => seat.inspectorate === inspectorate && seat.role === 'INSPECTORATE_LEAD');

/** A planner of an inspectorate. */
export const plansFor = (standing: Standing, inspectorate: string): boolean =>
  standing.inspectorate === inspectorate && standing.posts.includes('PLANNER');

/** From stage `first` to stage `last`, both included. */
export const isBetween = (stage: Stage, first: Stage, last: Stage): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(first) && STAGES.indexOf(stage) <= STAGES.indexOf(last);

export const isBefore = (stage: Stage, end: Stage): boolean => STAGES.indexOf(stage) < STAGES.indexOf(end);
