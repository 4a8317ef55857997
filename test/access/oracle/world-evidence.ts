import type { Id, Inspectorate, Instant } from './world-base.js';

/** app.case_file with app.case_detail. */
export interface CaseFile {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly code: string;
  readonly agencyIds: readonly Id[];
  readonly createdBy: Id;
  readonly createdAt: Instant;
}

export interface CaseMember {
  readonly id: Id;
  readonly caseId: Id;
  readonly inspectionId: Id;
  readonly inspectorate: Inspectorate;
  readonly assignmentId: Id;
  readonly namedBy: Id;
  readonly endedAt: Instant | null;
}

export interface Cases {
  readonly cases: readonly CaseFile[];
  readonly caseMembers: readonly CaseMember[];
}

export type Strength = 'OBSERVED' | 'RECORD' | 'SAID' | 'DATA' | 'DOCUMENT';
export type Form = 'WHOLE' | 'SUMMARY';
export type Marking = 'OFFICIAL' | 'OFFICIAL_SENSITIVE';

/**
 * app.evidence with its summary, body, and (if withdrawn) withdrawal. `version` is the current version; every number
 * below it has a row of `evidenceVersions`. `submittedAt` is null only while it never was submitted, and a draft is
 * never withdrawn. `withdrawnAt` and `withdrawnBy` go with the state WITHDRAWN.
 */
export interface Evidence {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly owner: Inspectorate;
  readonly caseId: Id | null;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  readonly version: number;
  readonly authorId: Id;
  readonly strength: Strength;
  readonly marking: Marking;
  readonly sourceAgencyId: Id | null;
  readonly spokenOfIds: readonly Id[];
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: Id | null;
}

/** app.evidence_version: a version that is no longer current. Its key is the item and the number. */
export interface EvidenceVersion {
  readonly evidenceId: Id;
  readonly version: number;
  readonly supersededAt: Instant;
  readonly supersededBy: Id;
}

/** app.evidence_cap: what `release()` allowed when the item was written, for each other inspectorate. */
export interface EvidenceCap {
  readonly evidenceId: Id;
  readonly recipient: Inspectorate;
  readonly form: Form | 'NOTHING';
}

/** app.evidence_share with app.evidence_share_text. A share with a null end ends with the inspection. */
export interface Share {
  readonly id: Id;
  readonly evidenceId: Id;
  readonly recipient: Inspectorate;
  readonly recipientAssignmentId: Id | null;
  readonly form: Form;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly sharedBy: Id;
  readonly sharedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokedBy: Id | null;
}

/** app.opening. `inspectorate` and `assignmentId` are the actor's; `rule` is the one that let him. */
export interface Opening {
  readonly id: Id;
  readonly evidenceId: Id;
  readonly inspectionId: Id;
  readonly owner: Inspectorate;
  readonly actorId: Id;
  readonly inspectorate: Inspectorate;
  readonly assignmentId: Id | null;
  readonly rule: 'AUTHOR' | 'OWNER' | 'SHARE' | 'BREAK_GLASS' | 'RECORD_KEEPER';
  readonly at: Instant;
}

export interface ChronologyEntry {
  readonly id: Id;
  readonly evidenceId: Id;
  readonly inspectionId: Id;
  readonly owner: Inspectorate;
  readonly caseId: Id;
  readonly agencyId: Id | null;
  readonly happenedOn: string;
  readonly authorId: Id;
}

/** app.chronology_contradiction: the flag on `entryId`, made by its item's owner; its key is both ids. */
export interface Contradiction {
  readonly entryId: Id;
  readonly otherId: Id;
  readonly flaggedBy: Id;
  readonly flaggedAt: Instant;
}

export interface Evidences {
  readonly evidence: readonly Evidence[];
  readonly evidenceVersions: readonly EvidenceVersion[];
  readonly evidenceCaps: readonly EvidenceCap[];
  readonly shares: readonly Share[];
  readonly openings: readonly Opening[];
  readonly chronologyEntries: readonly ChronologyEntry[];
  readonly contradictions: readonly Contradiction[];
}
