/** R1 and the first rows of the table: inspections and assignments. */
import { claim, publicClaim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import {
  holds,
  inspectorateOf,
  isAgency,
  isAnyAgency,
  isInspectorateLeadOf,
  isLead,
  isLeading,
  isTeam,
  keeperClaimsOfAll,
  placeThoughSuspended,
  places,
  readOnly,
  seenFrom,
  type Asker,
  type Place,
} from './standing.js';
import type { Id } from './world-base.js';
import type { Assignment, Inspection } from './world-people.js';

/** R1: before notification it exists only for its team, observers and participating planners. */
export function inspectionClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const inspection = k.inspections.get(key);
  return [
    publicClaim('exists', ['R1'], unless(inspection.publishedAt !== null, 'R1')),
    ...places(k, asker, key).map((place) => {
      if (!isTeam(place)) return seenFrom(place, 'exists', ['R1']);
      return seenFrom(place, isLead(place) ? 'write' : 'whole', ['R1']);
    }),
    ...plannerOf(k, asker, inspection),
    ...agencyAdministratorOf(k, asker, inspection),
    ...(isHandler(k, asker, key) ? [claim('exists', ['R12'])] : []),
    ...keeperClaimsOfAll(k, asker, inspection, 'whole'),
  ];
}

/** Before notification it is the leading planners' to arrange, and the others' to see; one invited knows that it exists. */
function plannerOf(k: Knowledge, asker: Asker, inspection: Inspection): readonly Claim[] {
  if (!holds(k, asker.user, 'PLANNER')) return [];
  const part = k.takingPartIn.of(inspection.id).find((one) => one.inspectorate === inspectorateOf(k, asker.user));
  if (part === undefined) return [];
  const arranges = part.acceptedAt !== null && inspection.notifiedAt === null;
  const leading = part.inspectorate === inspection.leadingInspectorate;
  return [claim(readOnly(inspection, arranges ? (leading ? 'write' : 'whole') : 'exists'), ['R1'])];
}

function agencyAdministratorOf(k: Knowledge, asker: Asker, inspection: Inspection): readonly Claim[] {
  if (!administers(k, asker, asker.user.organisationId)) return [];
  if (!k.agenciesOf.of(inspection.id).some((one) => one.organisationId === asker.user.organisationId)) return [];
  return [claim('exists', ['R1'], unless(inspection.notifiedAt !== null, 'R1'))];
}

export const administers = (k: Knowledge, asker: Asker, organisationId: Id): boolean =>
  asker.user.organisationId === organisationId && holds(k, asker.user, 'ADMINISTRATOR');

/** R12: named, of the leading inspectorate, and neither lead nor inspectorate lead of the inspection. */
export function isHandler(k: Knowledge, asker: Asker, inspectionId: Id): boolean {
  const { user } = asker;
  return (
    user.suspendedAt === null &&
    inspectorateOf(k, user) === k.inspections.get(inspectionId).leadingInspectorate &&
    k.handlersOf.of(inspectionId).some((one) => one.userId === user.id && one.endedAt === null) &&
    !places(k, asker, inspectionId).some((place) => isLeading(place) && place.assignment.endedAt === null)
  );
}

/** The team sees who is assigned; an agency its own people and the leads in force; everybody himself. */
export function assignmentClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const assignment = k.assignments.get(key);
  const inspection = k.inspections.get(assignment.inspectionId);
  return [
    ...places(k, asker, inspection.id).flatMap((place) => assignmentFrom(k, asker, place, assignment)),
    ...ownAssignment(asker, assignment, inspection),
    ...plannerOfAssignment(k, asker, assignment, inspection),
    ...administratorOfAssignment(k, asker, assignment, inspection),
    ...keeperClaimsOfAll(k, asker, inspection, 'whole'),
  ];
}

function assignmentFrom(k: Knowledge, asker: Asker, place: Place, assignment: Assignment): readonly Claim[] {
  if (isTeam(place)) {
    const { inspectorate } = assignment;
    const ends = inspectorate !== null && isInspectorateLeadOf(place, inspectorate);
    return [endedLater(seenFrom(place, 'whole', ['R1']), ends)];
  }
  if (!isAnyAgency(place)) return [];
  if (isAgency(place, assignment.organisationId)) {
    return [endedLater(seenFrom(place, 'whole', ['R1']), place.assignment.role === 'COORDINATOR')];
  }
  const lead = leadInForce(k, asker, assignment);
  return lead === null ? [] : [seenFrom(place, 'whole', ['R1'], lead)];
}

/** Ending an assignment goes on after closing. */
const endedLater = (seen: Claim, ends: boolean): Claim => (ends ? { ...seen, degree: 'write' } : seen);

/** Nothing if it is no lead's; else the rules for which that lead is not in force. */
function leadInForce(k: Knowledge, asker: Asker, assignment: Assignment): Claim['denied'] | null {
  const place = placeThoughSuspended(k, assignment, asker.at);
  return isLeading(place) ? place.denied : null;
}

/** Whatever his role, and after it has ended, too: a signatory must know that he is one. */
function ownAssignment(asker: Asker, assignment: Assignment, inspection: Inspection): readonly Claim[] {
  if (assignment.userId !== asker.user.id) return [];
  const takesEffect = assignment.inspectorate !== null || inspection.notifiedAt !== null;
  return [
    claim(
      'whole',
      ['principal'],
      [...unless(asker.user.suspendedAt === null, 'principal'), ...unless(takesEffect, 'R1')],
    ),
  ];
}

function plannerOfAssignment(
  k: Knowledge,
  asker: Asker,
  assignment: Assignment,
  inspection: Inspection,
): readonly Claim[] {
  if (!holds(k, asker.user, 'PLANNER')) return [];
  const own = inspectorateOf(k, asker.user);
  if (!k.takingPartIn.of(inspection.id).some((one) => one.inspectorate === own && one.acceptedAt !== null)) return [];
  // "Any": he ends one after closing, and after the 28 days.
  return [claim(assignment.inspectorate === own ? 'write' : 'whole', ['R1'])];
}

/** An agency's assignment is ended by its coordinator or its administrator. */
function administratorOfAssignment(
  k: Knowledge,
  asker: Asker,
  assignment: Assignment,
  inspection: Inspection,
): readonly Claim[] {
  if (!administers(k, asker, asker.user.organisationId)) return [];
  if (!k.agenciesOf.of(inspection.id).some((one) => one.organisationId === asker.user.organisationId)) return [];
  // Its own people; the leads are for those who are assigned (R13).
  if (assignment.organisationId !== asker.user.organisationId) return [];
  return [claim('write', ['R1'], unless(inspection.notifiedAt !== null, 'R1'))];
}
