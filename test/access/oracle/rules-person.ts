/** R10's own rows, immediate concerns, and R12. */
import { claim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { isHandler } from './rules-inspection.js';
import {
  holds,
  inspectorateOf,
  isInspectorateLeadOf,
  isLead,
  keeperClaims,
  memberPlaces,
  placeThoughSuspended,
  places,
  seenFrom,
  teamPlaces,
  type Asker,
} from './standing.js';
import type { Id } from './world-base.js';
import type { Conflict } from './world-acts.js';

/** Whole to the user and his inspectorate lead; to a planner, an inspectorate lead's; to the lead it exists. */
export function conflictClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const conflict = k.conflicts.get(key);
  const active = unless(asker.user.suspendedAt === null, 'principal');
  return [
    ...(conflict.userId === asker.user.id ? [claim('whole', ['R10'], active)] : []),
    ...leadsOf(k, asker, conflict),
    ...plannersOf(k, asker, conflict),
  ];
}

/** The leads of the inspections to which he is assigned. */
function leadsOf(k: Knowledge, asker: Asker, conflict: Conflict): readonly Claim[] {
  return k.assignmentsOf
    .of(conflict.userId)
    .map((assignment) => placeThoughSuspended(k, assignment, asker.at))
    .flatMap((his) =>
      places(k, asker, his.inspection.id).flatMap((place) => {
        // Whoever is an inspectorate lead has his lifted by a planner alone.
        if (isInspectorateLeadOf(place, conflict.inspectorate)) {
          const lifts = conflict.userId !== asker.user.id && !isAnInspectorateLead(k, asker, conflict.userId);
          return [claim(lifts ? 'write' : 'whole', ['R10'], [...place.denied, ...his.denied])];
        }
        return isLead(place) ? [claim('exists', ['R10'], [...place.denied, ...his.denied])] : [];
      }),
    );
}

function plannersOf(k: Knowledge, asker: Asker, conflict: Conflict): readonly Claim[] {
  if (!holds(k, asker.user, 'PLANNER') || inspectorateOf(k, asker.user) !== conflict.inspectorate) return [];
  return [claim('write', ['R10'], unless(isAnInspectorateLead(k, asker, conflict.userId), 'R10'))];
}

/** On any inspection. */
export function isAnInspectorateLead(k: Knowledge, asker: Asker, userId: Id): boolean {
  return k.assignmentsOf
    .of(userId)
    .filter((assignment) => assignment.role === 'INSPECTORATE_LEAD')
    .some((assignment) => placeThoughSuspended(k, assignment, asker.at).denied.length === 0);
}

/** Its author, the lead and the case's members; its receiver is the safeguarding contact, and sees it alone. */
export function concernClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const concern = k.concerns.get(key);
  const inspection = k.inspections.get(concern.inspectionId);
  const isReceiver = asker.user.organisationId === concern.receiverId && holds(k, asker.user, 'SAFEGUARDING_CONTACT');
  return [
    ...teamPlaces(k, asker, inspection.id).flatMap((place) => {
      const never = { ...seenFrom(place, 'whole', ['R10']), spared: true };
      return concern.raisedBy === asker.user.id || isLead(place) ? [never] : [];
    }),
    ...(concern.caseId === null ? [] : memberPlaces(k, asker, concern.caseId)).map((place) =>
      seenFrom(place, 'whole', ['R6']),
    ),
    ...(isReceiver ? [claim('write', ['principal'])] : []),
    ...keeperClaims(k, asker, inspection, 'whole'),
  ];
}

/** R12: the handlers named by the leading inspectorate's planner, after closing too; nobody else. */
export function whistleblowingClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { inspectionId } = k.whistleblowings.get(key);
  const named = k.handlersOf.of(inspectionId).some((one) => one.userId === asker.user.id);
  return named ? [claim('write', ['R12'], unless(isHandler(k, asker, inspectionId), 'R12'))] : [];
}
