/**
 * A world: everything the access rules speak of, as plain data. It mirrors the platform's tables (one-to-one tables
 * are one object here) so that it can be loaded as rows, and it holds nothing that the platform computes from them:
 * no audiences, no subjects.
 *
 * Of acts (`notifiedAt`, `revokedAt`, `endedAt`, `closedAt` ...)
 * the rules ask only whether they happened; of planned bounds (`startsAt`, `endsAt`, `deadline`, `readableUntil`)
 * on which side of them the clock stands. A day is text like `2026-03-02`.
 */
import type { Agencies, Concerns, Conflicts, Unusual } from './world-acts.js';
import type { Instant } from './world-base.js';
import type { Cases, Evidences } from './world-evidence.js';
import type { Findings } from './world-findings.js';
import type {
  Assignment,
  Inspection,
  InspectionAgency,
  Organisation,
  OrganisationRole,
  TakingPart,
  User,
} from './world-people.js';
import type { Texts } from './world-texts.js';

export interface World extends Cases, Evidences, Conflicts, Concerns, Findings, Texts, Agencies, Unusual {
  readonly seed: number;
  /** When to ask: at bounds of the world's periods and one millisecond before. */
  readonly asked: readonly Instant[];
  readonly organisations: readonly Organisation[];
  readonly users: readonly User[];
  readonly organisationRoles: readonly OrganisationRole[];
  readonly inspections: readonly Inspection[];
  readonly takingPart: readonly TakingPart[];
  readonly inspectionAgencies: readonly InspectionAgency[];
  readonly assignments: readonly Assignment[];
}
