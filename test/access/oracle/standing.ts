/** Who somebody is on an inspection at an instant: the assignments that count, and why others do not. */
import { atLeast, claim, unless, type Claim, type Degree, type Rule } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { ref, type ObjectRef } from './objects.js';
import type { Id, Inspectorate, Instant } from './world-base.js';
import type { Strength } from './world-evidence.js';
import { teamRoles, type Assignment, type Inspection, type Post, type Role, type User } from './world-people.js';

/** Somebody asks, at an instant. `sees` answers for him what a rule needs to know of another object. */
export interface Asker {
  readonly user: User;
  readonly at: Instant;
  sees(object: ObjectRef): Degree;
}

/** An assignment, and the rules for which it does not count. */
export interface Place {
  readonly assignment: Assignment;
  readonly inspection: Inspection;
  readonly denied: readonly Rule[];
}

const agencyRoles: readonly Role[] = ['COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY'];
const readsForAgency: readonly Role[] = ['COORDINATOR', 'CONTRIBUTOR'];
const writes: readonly Role[] = ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR'];
const leads: readonly Role[] = ['LEAD', 'INSPECTORATE_LEAD'];

export const isTeam = ({ assignment }: Place): boolean => (teamRoles as readonly Role[]).includes(assignment.role);
export const isLead = ({ assignment }: Place): boolean => assignment.role === 'LEAD';
export const isLeading = ({ assignment }: Place): boolean => leads.includes(assignment.role);
export const isAssurer = ({ assignment }: Place): boolean => assignment.role === 'QUALITY_ASSURER';
export const isAnyAgency = ({ assignment }: Place): boolean => agencyRoles.includes(assignment.role);
/** Writers of an inspectorate; of which one is asked apart. */
export const isWriter = ({ assignment }: Place): boolean => writes.includes(assignment.role);
/** An analyst writes only evidence of strength data. */
export const isWriterOf = (place: Place, strength: Strength): boolean =>
  isWriter(place) || (place.assignment.role === 'ANALYST' && strength === 'DATA');
export const isOf = ({ assignment }: Place, inspectorate: Inspectorate): boolean =>
  assignment.inspectorate === inspectorate;
export const isInspectorateLeadOf = (place: Place, inspectorate: Inspectorate): boolean =>
  place.assignment.role === 'INSPECTORATE_LEAD' && isOf(place, inspectorate);
/** The agency itself: its coordinators and contributors. */
export const isAgency = (place: Place, organisationId: Id): boolean =>
  readsForAgency.includes(place.assignment.role) && place.assignment.organisationId === organisationId;

export const places = (k: Knowledge, asker: Asker, inspectionId: Id): readonly Place[] =>
  k.assignmentsOf
    .of(`${asker.user.id}/${inspectionId}`)
    .map((assignment) => placeOf(k, assignment, asker.user, asker.at));

export const teamPlaces = (k: Knowledge, asker: Asker, inspectionId: Id): readonly Place[] =>
  places(k, asker, inspectionId).filter(isTeam);

export function placeOf(k: Knowledge, assignment: Assignment, user: User, at: Instant): Place {
  const inspection = k.inspections.get(assignment.inspectionId);
  const place = { assignment, inspection, denied: [] };
  const denied = [
    ...unless(user.suspendedAt === null && assignment.endedAt === null, 'principal'),
    ...periodDenied(inspection, assignment, at),
    // R1: agencies' assignments take effect at notification.
    ...unless(!isAnyAgency(place) || inspection.notifiedAt !== null, 'R1'),
  ];
  return { ...place, denied };
}

/** As others see that he has it: who is suspended sees nothing, and is who he was. */
export const placeThoughSuspended = (k: Knowledge, assignment: Assignment, at: Instant): Place =>
  placeOf(k, assignment, { ...k.users.get(assignment.userId), suspendedAt: null }, at);

/** Every period is [from, to); from closing what was in force at closing counts for the 28 days (R14). */
export function periodDenied(
  inspection: Inspection,
  period: { readonly startsAt: Instant; readonly endsAt: Instant | null },
  at: Instant,
): readonly Rule[] {
  if (inspection.closedAt === null) return unless(within(period, at), 'time');
  return unless(within(period, inspection.closedAt) && !isPast(inspection, at), 'R14');
}

export const within = (period: { readonly startsAt: Instant; readonly endsAt: Instant | null }, at: Instant): boolean =>
  period.startsAt <= at && (period.endsAt === null || at < period.endsAt);

export const isClosed = (inspection: Inspection): boolean => inspection.closedAt !== null;

/** Closed, and the 28 days are over. */
export const isPast = (inspection: Inspection, at: Instant): boolean =>
  inspection.readableUntil !== null && at >= inspection.readableUntil;

/** What a place sees: after closing W is w, and R14 is what lets him. */
export function seenFrom(place: Place, degree: Degree, by: readonly Rule[], alsoDenied: readonly Rule[] = []): Claim {
  const closed = isClosed(place.inspection);
  return claim(readOnly(place.inspection, degree), closed ? [...by, 'R14'] : by, [...place.denied, ...alsoDenied]);
}

export const readOnly = (inspection: Inspection, degree: Degree): Degree =>
  isClosed(inspection) && atLeast(degree, 'write') ? 'whole' : degree;

export function holds(k: Knowledge, user: User, post: Post): boolean {
  return user.suspendedAt === null && k.postsOf.of(user.id).some((one) => one.role === post && one.endedAt === null);
}

export const inspectorateOf = (k: Knowledge, user: User): Inspectorate | null =>
  k.organisations.get(user.organisationId).inspectorate;

/** R14: from closing, the record keepers of the owner; of joint things, of the leading inspectorate. */
export function keeperClaims(
  k: Knowledge,
  asker: Asker,
  inspection: Inspection,
  degree: Degree,
  owner: Inspectorate = inspection.leadingInspectorate,
): readonly Claim[] {
  if (!holds(k, asker.user, 'RECORD_KEEPER') || inspectorateOf(k, asker.user) !== owner) return [];
  return [claim(degree, ['R13', 'R14'], isClosed(inspection) ? [] : ['R13', 'R14'])];
}

/** What their own items belong to: after closing, to the record keepers of every inspectorate that takes part. */
export function keeperClaimsOfAll(
  k: Knowledge,
  asker: Asker,
  inspection: Inspection,
  degree: Degree,
): readonly Claim[] {
  return k.takingPartIn
    .of(inspection.id)
    .filter(({ acceptedAt }) => acceptedAt !== null)
    .flatMap(({ inspectorate }) => keeperClaims(k, asker, inspection, degree, inspectorate));
}

/** An agency's coordinators and contributors at closing keep what it sent, whole, for good. */
export function agencyKeeps(k: Knowledge, asker: Asker, inspection: Inspection, organisationId: Id): readonly Claim[] {
  const { closedAt } = inspection;
  if (closedAt === null) return [];
  return k.assignmentsOf
    .of(`${asker.user.id}/${inspection.id}`)
    .filter((one) => readsForAgency.includes(one.role) && one.organisationId === organisationId)
    .map((one) =>
      claim(
        'whole',
        ['R14'],
        [
          ...unless(asker.user.suspendedAt === null && one.endedAt === null, 'principal'),
          ...unless(within(one, closedAt), 'R14'),
        ],
      ),
    );
}

/** Case members are named for a case, by their assignments; until closing. */
export function memberPlaces(k: Knowledge, asker: Asker, caseId: Id): readonly Place[] {
  const { inspectionId } = k.cases.get(caseId);
  return teamPlaces(k, asker, inspectionId).flatMap((place) =>
    k.membersOf
      .of(caseId)
      .filter((member) => member.assignmentId === place.assignment.id)
      .map((member) => ({
        ...place,
        denied: [
          ...place.denied,
          ...unless(member.endedAt === null, 'principal'),
          ...unless(!isClosed(place.inspection), 'R14'),
        ],
      })),
  );
}

export const seesItem = (asker: Asker, evidenceId: Id): Degree => asker.sees(ref('evidence', evidenceId));
