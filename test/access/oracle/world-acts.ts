import type { Id, Inspectorate, Instant } from './world-base.js';
import type { Form } from './world-evidence.js';

/** app.conflict_of_interest: with an agency or with a case, never both. `inspectorate` is the user's. */
export interface Conflict {
  readonly id: Id;
  readonly userId: Id;
  readonly inspectorate: Inspectorate;
  readonly organisationId: Id | null;
  readonly caseId: Id | null;
  readonly declaredBy: Id;
  readonly declaredAt: Instant;
  readonly liftedAt: Instant | null;
  readonly liftedBy: Id | null;
}

export interface Conflicts {
  readonly conflicts: readonly Conflict[];
}

/** app.immediate_concern; it has a step for every state up to its own, the first by `raisedBy`. */
export interface Concern {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly receiverId: Id;
  readonly caseId: Id | null;
  readonly state: 'RAISED' | 'ACKNOWLEDGED' | 'ACTED_ON' | 'CLOSED';
  readonly raisedBy: Id;
  readonly raisedAt: Instant;
}

export interface Concerns {
  readonly concerns: readonly Concern[];
}

/** app.request with its text and, if issued, its due time. `issuedAt` is null for a draft and a cancelled draft. */
export interface AgencyRequest {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly organisationId: Id;
  readonly state: 'DRAFT' | 'ISSUED' | 'CANCELLED';
  readonly inspectorates: readonly Inspectorate[];
  readonly caseIds: readonly Id[];
  readonly draftedBy: Id;
  readonly draftedAt: Instant;
  readonly issuedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

/** app.submission with its text; one for a request at most. */
export interface Submission {
  readonly id: Id;
  readonly requestId: Id;
  readonly inspectionId: Id;
  readonly organisationId: Id;
  readonly state: 'DRAFT' | 'SUBMITTED';
  readonly late: boolean;
  readonly writtenBy: Id;
  readonly writtenAt: Instant;
  readonly submittedAt: Instant | null;
  readonly submittedBy: Id | null;
}

export interface Agencies {
  readonly requests: readonly AgencyRequest[];
  readonly submissions: readonly Submission[];
}

/** app.access_request. */
export interface AccessRequest {
  readonly id: Id;
  readonly evidenceId: Id;
  readonly inspectionId: Id;
  readonly owner: Inspectorate;
  readonly askedBy: Id;
  readonly assignmentId: Id;
  readonly recipient: Inspectorate;
  readonly recipientAssignmentId: Id | null;
  readonly form: Form;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'OPEN' | 'GRANTED' | 'REFUSED';
  readonly decidedBy: Id | null;
  readonly decidedAt: Instant | null;
  readonly shareId: Id | null;
}

/** app.break_glass: of a case or of an item, never both. */
export interface BreakGlass {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly caseId: Id | null;
  readonly evidenceId: Id | null;
  readonly askedBy: Id;
  readonly assignmentId: Id;
  readonly inspectorate: Inspectorate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** app.break_glass_review: one for each owner who was told. */
export interface BreakGlassReview {
  readonly id: Id;
  readonly breakGlassId: Id;
  readonly inspectionId: Id;
  readonly owner: Inspectorate;
  readonly reviewDueAt: Instant;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: Id | null;
  readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED' | null;
}

/** app.whistleblowing_handler. */
export interface WhistleblowingHandler {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly userId: Id;
  readonly namedBy: Id;
  readonly namedAt: Instant;
  readonly endedAt: Instant | null;
}

/** app.whistleblowing. */
export interface Whistleblowing {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly agencyId: Id | null;
  readonly receivedAt: Instant;
  readonly state: 'RECEIVED' | 'IN_HAND' | 'CLOSED';
  readonly filedBy: Id;
}

export interface Unusual {
  readonly accessRequests: readonly AccessRequest[];
  readonly breakGlasses: readonly BreakGlass[];
  readonly breakGlassReviews: readonly BreakGlassReview[];
  readonly whistleblowingHandlers: readonly WhistleblowingHandler[];
  readonly whistleblowings: readonly Whistleblowing[];
}
