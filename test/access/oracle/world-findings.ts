import type { Id, Inspectorate, Instant } from './world-base.js';

/**
 * app.finding with its body and, if withdrawn, its withdrawal. `revealed`: it was submitted and the reveal open while
 * it stood (for a withdrawn one: when it was withdrawn); the platform settles it itself from the order of the acts.
 */
export interface Finding {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly owner: Inspectorate;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  readonly revealed: boolean;
  readonly authorId: Id;
  readonly caseId: Id | null;
  readonly agencyIds: readonly Id[];
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: Id | null;
}

/** app.citation with app.citation_passage; `quotedVersion` is null where no passage was cut. */
export interface Citation {
  readonly id: Id;
  readonly findingId: Id;
  readonly evidenceId: Id;
  readonly citedAt: Instant;
  readonly quotedVersion: number | null;
}

export interface Contribution {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly inspectorate: Inspectorate;
  readonly state: 'DRAFT' | 'SUBMITTED';
  readonly savedBy: Id;
  readonly savedAt: Instant;
}

/** app.finding_merge with its sources; they are of different inspectorates or of one, all revealed. */
export interface Merge {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly sourceIds: readonly Id[];
  readonly keptFindingId: Id | null;
  readonly agencyIds: readonly Id[];
  readonly madeBy: Id;
  readonly madeAt: Instant;
  readonly undoneAt: Instant | null;
  readonly undoneBy: Id | null;
}

/** app.attitude: to a merge or to a finding, never both. */
export interface Attitude {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly mergeId: Id | null;
  readonly findingId: Id | null;
  readonly inspectorate: Inspectorate;
  readonly turn: number;
  readonly attitude: 'AGREE' | 'QUALIFY' | 'DISSENT';
  readonly takenBy: Id;
  readonly takenAt: Instant;
}

export interface Findings {
  readonly findings: readonly Finding[];
  readonly citations: readonly Citation[];
  readonly contributions: readonly Contribution[];
  readonly merges: readonly Merge[];
  readonly attitudes: readonly Attitude[];
}
