/** A world while it is made, and what is known of each of its inspections meanwhile. */
import type { Chance } from './generate-random.js';
import type { Id, Inspectorate, Instant } from './world-base.js';
import { teamRoles, type Assignment, type Inspection, type Role } from './world-people.js';
import type { World } from './world.js';

export type Draft = {
  -readonly [Part in keyof World]: World[Part] extends readonly (infer Row)[] ? Row[] : World[Part];
};

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The two instants around which the world's periods begin and end. The second is 00:00 in London. */
export interface Pivots {
  readonly first: Instant;
  readonly second: Instant;
}

/** One inspection of the draft: what is chosen for it before its contents are. */
export interface Plan {
  readonly draft: Draft;
  readonly chance: Chance;
  readonly pivots: Pivots;
  readonly inspection: Inspection;
  /** What was done was done before this: closing, or a day before the first pivot. */
  readonly acted: Instant;
  readonly accepted: readonly Inspectorate[];
  readonly agencies: readonly Id[];
  /** Agencies that take no part: predecessors, successors, strangers. */
  readonly otherAgencies: readonly Id[];
}

export const emptyDraft = (seed: number): Draft => ({
  seed,
  asked: [],
  organisations: [],
  users: [],
  organisationRoles: [],
  inspections: [],
  takingPart: [],
  inspectionAgencies: [],
  assignments: [],
  cases: [],
  caseMembers: [],
  evidence: [],
  evidenceVersions: [],
  evidenceCaps: [],
  shares: [],
  openings: [],
  chronologyEntries: [],
  contradictions: [],
  conflicts: [],
  concerns: [],
  findings: [],
  citations: [],
  contributions: [],
  merges: [],
  attitudes: [],
  narratives: [],
  narrativeParagraphs: [],
  narrativeSentences: [],
  frozenTexts: [],
  frozenParagraphs: [],
  qualityPasses: [],
  accuracyComments: [],
  signatures: [],
  letters: [],
  requests: [],
  submissions: [],
  accessRequests: [],
  breakGlasses: [],
  breakGlassReviews: [],
  whistleblowingHandlers: [],
  whistleblowings: [],
});

/** So many days before everything was done that was done. */
export const daysBefore = (plan: Plan, days: number): Instant => plan.acted - days * day;

export const assigned = (
  plan: Plan,
  inspectorate: Inspectorate | null,
  roles: readonly Role[],
): readonly Assignment[] =>
  plan.draft.assignments.filter(
    (one) =>
      one.inspectionId === plan.inspection.id &&
      (inspectorate === null || one.inspectorate === inspectorate) &&
      roles.includes(one.role),
  );

export const onTeam = (plan: Plan, inspectorate: Inspectorate): readonly Assignment[] =>
  assigned(plan, inspectorate, teamRoles);

export const writersOf = (plan: Plan, inspectorate: Inspectorate): readonly Assignment[] =>
  assigned(plan, inspectorate, ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR']);

export const leadersOf = (plan: Plan, inspectorate: Inspectorate): readonly Assignment[] =>
  assigned(plan, inspectorate, ['INSPECTORATE_LEAD']);

export const leadOf = (plan: Plan): readonly Assignment[] =>
  assigned(plan, plan.inspection.leadingInspectorate, ['LEAD']);

export const ofAgency = (plan: Plan, organisationId: Id, roles: readonly Role[]): readonly Assignment[] =>
  assigned(plan, null, roles).filter((one) => one.organisationId === organisationId);

export const itemsOf = (plan: Plan): Draft['evidence'] =>
  plan.draft.evidence.filter((item) => item.inspectionId === plan.inspection.id);

export const casesOf = (plan: Plan): Draft['cases'] =>
  plan.draft.cases.filter((one) => one.inspectionId === plan.inspection.id);

export const findingsOf = (plan: Plan): Draft['findings'] =>
  plan.draft.findings.filter((one) => one.inspectionId === plan.inspection.id);

export interface Period {
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

/**
 * A period that begins or ends where it matters: at a pivot, so that the instants asked are its bounds; of a closed
 * inspection also at closing, and a millisecond after.
 */
export function periodFrom(plan: Plan, earliest: Instant, bounded: number): Period {
  const { chance, pivots, inspection } = plan;
  const { closedAt } = inspection;
  if (!chance.happens(bounded)) return { startsAt: earliest, endsAt: null };
  if (closedAt === null) {
    return chance.weighted<Period>([
      [3, { startsAt: earliest, endsAt: pivots.first }],
      [4, { startsAt: earliest, endsAt: pivots.second }],
      [2, { startsAt: pivots.first, endsAt: null }],
      [1, { startsAt: pivots.first, endsAt: pivots.second }],
      [2, { startsAt: pivots.second, endsAt: null }],
      [1, { startsAt: earliest, endsAt: earliest + hour }],
    ]);
  }
  return chance.weighted<Period>([
    [3, { startsAt: earliest, endsAt: closedAt }],
    [4, { startsAt: earliest, endsAt: closedAt + 1 }],
    [2, { startsAt: closedAt, endsAt: null }],
    [2, { startsAt: closedAt + 1, endsAt: null }],
    [1, { startsAt: earliest, endsAt: pivots.first }],
    [1, { startsAt: earliest, endsAt: earliest + hour }],
  ]);
}

/** 00:00 in London on the day that begins at this instant in UTC. */
export function londonMidnight(utcMidnight: Instant): Instant {
  const hourInLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hour12: false });
  return hourInLondon.format(utcMidnight) === '00' ? utcMidnight : utcMidnight - hour;
}
