/** What is asked of agencies, and what they send. */
import {
  counting,
  fromTo,
  isInspectorateLeadOn,
  isLeadingOn,
  isLeadOn,
  operation,
  type Asked,
  type Operation,
} from './may-do-parts.js';
import { isAgency } from './standing.js';
import type { Id } from './world-base.js';
import type { AgencyRequest } from './world-acts.js';
import type { Inspection } from './world-people.js';
import type { AccuracyComment } from './world-texts.js';

const requestOf = ({ k, key }: Asked): AgencyRequest => k.requests.get(key);
const commentOf = ({ k, key }: Asked): AccuracyComment => k.comments.get(key);
const inspection = ({ k }: Asked, id: Id): Inspection => k.inspections.get(id);
const asking = fromTo('PREPARING', 'DRAFTING');
/** Late comments are sent until signed, by the text as it is frozen. */
const beforeSigned = fromTo('ACCURACY_CHECK', 'SIGNING');

const asks = (asked: Asked): boolean => {
  const { inspectionId, inspectorates } = requestOf(asked);
  return isLeadOn(asked, inspectionId) || inspectorates.some((one) => isInspectorateLeadOn(asked, inspectionId, one));
};

const coordinates = (asked: Asked, inspectionId: Id, organisationId: Id): boolean =>
  counting(asked, inspectionId).some(
    (place) => place.assignment.role === 'COORDINATOR' && isAgency(place, organisationId),
  );

export const agencyOperations = {
  'draft request': operation(
    'inspection',
    (asked) => isLeadingOn(asked, asked.key),
    (asked) => asking(inspection(asked, asked.key)),
  ),
  'issue request': operation(
    'request',
    asks,
    (asked) => requestOf(asked).state === 'DRAFT' && asking(inspection(asked, requestOf(asked).inspectionId)),
  ),
  'cancel request': operation(
    'request',
    asks,
    (asked) => requestOf(asked).state !== 'CANCELLED' && asking(inspection(asked, requestOf(asked).inspectionId)),
  ),
  'save submission': operation(
    'request',
    (asked) =>
      counting(asked, requestOf(asked).inspectionId).some((place) => isAgency(place, requestOf(asked).organisationId)),
    isAnswered,
  ),
  'submit submission': operation(
    'request',
    (asked) => coordinates(asked, requestOf(asked).inspectionId, requestOf(asked).organisationId),
    isAnswered,
  ),
  'send accuracy comment': operation(
    'accuracy-comment',
    (asked) => coordinates(asked, commentOf(asked).inspectionId, commentOf(asked).organisationId),
    (asked) => commentOf(asked).state === 'DRAFT' && beforeSigned(inspection(asked, commentOf(asked).inspectionId)),
  ),
  'admit late comment': operation(
    'accuracy-comment',
    (asked) => isLeadOn(asked, commentOf(asked).inspectionId),
    (asked) =>
      commentOf(asked).late &&
      commentOf(asked).state === 'SENT' &&
      beforeSigned(inspection(asked, commentOf(asked).inspectionId)),
  ),
  'answer comment': operation(
    'accuracy-comment',
    answers,
    (asked) =>
      commentOf(asked).state === 'SENT' &&
      commentOf(asked).reply?.state !== 'SENT' &&
      beforeSigned(inspection(asked, commentOf(asked).inspectionId)),
  ),
} satisfies Record<string, Operation>;

function isAnswered(asked: Asked): boolean {
  return requestOf(asked).state === 'ISSUED' && asking(inspection(asked, requestOf(asked).inspectionId));
}

/** The lead and the leading inspectorate's lead; another inspectorate lead begins one, and writes what he began. */
function answers(asked: Asked): boolean {
  const { inspectionId, reply } = commentOf(asked);
  const { leadingInspectorate } = inspection(asked, inspectionId);
  if (isLeadOn(asked, inspectionId) || isInspectorateLeadOn(asked, inspectionId, leadingInspectorate)) return true;
  const began = reply === null || reply.draftedBy === asked.asker.user.id;
  return began && isInspectorateLeadOn(asked, inspectionId);
}
