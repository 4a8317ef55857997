/** What planners, leads and inspectorate leads arrange. */
import {
  counting,
  hasPostIn,
  inspectionOf,
  isInspectorateLeadOn,
  isLeadOn,
  operation,
  until,
  untilClosed,
  type Asked,
  type Operation,
} from './may-do-parts.js';
import { administers, isAnInspectorateLead } from './may-do-people.js';
import { isClosed, placeThoughSuspended } from './standing.js';
import type { Id } from './world-base.js';

const always = (): boolean => true;
const leadingPlanner = (asked: Asked): boolean => hasPostIn(asked, 'PLANNER', inspectionOf(asked).leadingInspectorate);
const lead = (asked: Asked): boolean => isLeadOn(asked, asked.key);
const beforeClosing = (asked: Asked): boolean => untilClosed(inspectionOf(asked));
const beforePublished = (asked: Asked): boolean => until('PUBLISHED')(inspectionOf(asked));
const untilReveal = (asked: Asked): boolean => beforeClosing(asked) && inspectionOf(asked).revealedAt === null;

const advancesFrom = ['PLANNED', 'PREPARING', 'FIELDWORK', 'ACCURACY_CHECK', 'PUBLISHED'];

const isAdministratorHere = (asked: Asked): boolean =>
  asked.k.agenciesOf.of(asked.key).some((one) => administers(asked, one.organisationId));

const coordinatesHere = (asked: Asked): boolean =>
  counting(asked, asked.key).some((place) => place.assignment.role === 'COORDINATOR');

const notifiedToClosed = (asked: Asked): boolean => beforeClosing(asked) && inspectionOf(asked).notifiedAt !== null;

export const planningOperations = {
  'set framework': operation('inspection', leadingPlanner, (asked) => inspectionOf(asked).stage === 'PLANNED'),
  // The lead can be replaced until closed.
  'name lead': operation('inspection', leadingPlanner, beforeClosing),
  'name inspectorate lead': operation(
    'inspection',
    (asked) => takesPart(asked) && hasPostIn(asked, 'PLANNER', asked.about.inspectorate ?? null),
    beforeClosing,
  ),
  'name whistleblowing handlers': operation('inspection', leadingPlanner, beforeClosing),
  'invite inspectorate': operation('inspection', leadingPlanner, untilReveal),
  'accept invitation': operation('inspection', (asked) => isInvited(asked, asked.key), untilReveal),
  'assign member': operation('inspection', (asked) => isInspectorateLeadOn(asked, asked.key), beforeClosing),
  'end assignment': operation('assignment', endsAssignment, ({ k, key }) => k.assignments.get(key).endedAt === null),
  'assign coordinator': operation('inspection', isAdministratorHere, notifiedToClosed),
  'assign contributor': operation('inspection', coordinatesHere, notifiedToClosed),
  notify: operation('inspection', lead, (asked) => beforeClosing(asked) && inspectionOf(asked).notifiedAt === null),
  advance: operation('inspection', lead, (asked) => {
    const { stage, pausedAt } = inspectionOf(asked);
    return advancesFrom.includes(stage) && pausedAt === null;
  }),
  defer: operation('inspection', lead, beforePublished),
  // Where it is paused already, or nothing is, that is a problem.
  pause: operation('inspection', lead, beforePublished),
  resume: operation('inspection', lead, beforePublished),
  'mark incomplete': operation('inspection', lead, beforePublished),
  close: operation('inspection', lead, (asked) => inspectionOf(asked).stage === 'FOLLOW_UP'),
  'lift conflict': operation('conflict', liftsConflict, ({ k, key }) => k.conflicts.get(key).liftedAt === null),
  'create case': operation(
    'inspection',
    (asked) => writesCases(asked, asked.key),
    (asked) => casesAreWritten(asked, asked.key),
  ),
  'edit case': operation(
    'case',
    (asked) => writesCases(asked, asked.k.cases.get(asked.key).inspectionId),
    (asked) => casesAreWritten(asked, asked.k.cases.get(asked.key).inspectionId),
  ),
  'name case member': operation(
    'case',
    (asked) => isInspectorateLeadOn(asked, asked.k.cases.get(asked.key).inspectionId),
    ({ k, key }) => untilClosed(k.inspections.get(k.cases.get(key).inspectionId)),
  ),
  'write identity': operation('identity', always, ({ k, key }) =>
    untilClosed(k.inspections.get(k.cases.get(key).inspectionId)),
  ),
} satisfies Record<string, Operation>;

function takesPart({ k, key, about }: Asked): boolean {
  return k.takingPartIn.of(key).some((one) => one.inspectorate === about.inspectorate && one.acceptedAt !== null);
}

/** That his has accepted already is a problem. */
function isInvited(asked: Asked, inspectionId: Id): boolean {
  return asked.k.takingPartIn.of(inspectionId).some((one) => hasPostIn(asked, 'PLANNER', one.inspectorate));
}

/** Its inspectorate lead or planner; an agency's, its coordinator or administrator. After closing too. */
function endsAssignment(asked: Asked): boolean {
  const { inspectorate, organisationId, inspectionId } = asked.k.assignments.get(asked.key);
  if (inspectorate !== null) {
    return isInspectorateLeadOn(asked, inspectionId, inspectorate) || hasPostIn(asked, 'PLANNER', inspectorate);
  }
  const coordinates = counting(asked, inspectionId).some(
    (place) => place.assignment.role === 'COORDINATOR' && place.assignment.organisationId === organisationId,
  );
  return coordinates || administers(asked, organisationId);
}

/** His inspectorate lead; an inspectorate lead's own is lifted by a planner alone. */
function liftsConflict(asked: Asked): boolean {
  const { k, asker, key } = asked;
  const conflict = k.conflicts.get(key);
  if (conflict.userId === asker.user.id) return false;
  if (isAnInspectorateLead(asked, conflict.userId)) return hasPostIn(asked, 'PLANNER', conflict.inspectorate);
  return k.assignmentsOf
    .of(conflict.userId)
    .filter((one) => placeThoughSuspended(k, one, asker.at).denied.length === 0)
    .some((one) => isInspectorateLeadOn(asked, one.inspectionId, conflict.inspectorate));
}

const writesCases = (asked: Asked, inspectionId: Id): boolean =>
  counting(asked, inspectionId).some(({ assignment }) =>
    ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR'].includes(assignment.role),
  );

function casesAreWritten({ k }: Asked, inspectionId: Id): boolean {
  const inspection = k.inspections.get(inspectionId);
  return !isClosed(inspection) && ['PREPARING', 'FIELDWORK', 'DRAFTING'].includes(inspection.stage);
}
