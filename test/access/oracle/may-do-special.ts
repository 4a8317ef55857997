/** Immediate concerns, whistleblowing and break-glass. */
import {
  counting,
  isInspectorateLeadOn,
  isLeadingOn,
  isLeadOn,
  isOnTeam,
  operation,
  untilClosed,
  type Asked,
  type Operation,
} from './may-do-parts.js';
import { isHandler } from './may-do-people.js';
import { holds, isClosed } from './standing.js';
import type { BreakGlassReview, Concern } from './world-acts.js';

const always = (): boolean => true;
const concernOf = ({ k, key }: Asked): Concern => k.concerns.get(key);
const reviewOf = ({ k, key }: Asked): BreakGlassReview => k.breakGlassReviews.get(key);

const receives = (asked: Asked): boolean =>
  asked.asker.user.organisationId === concernOf(asked).receiverId &&
  holds(asked.k, asked.asker.user, 'SAFEGUARDING_CONTACT');

const notifiedToClosed = ({ k }: Asked, inspectionId: string): boolean => {
  const inspection = k.inspections.get(inspectionId);
  return inspection.notifiedAt !== null && untilClosed(inspection);
};

export const specialOperations = {
  'raise concern': operation('inspection', (asked) => isOnTeam(asked, asked.key), always),
  'acknowledge concern': operation('concern', receives, (asked) => concernOf(asked).state === 'RAISED'),
  'act on concern': operation('concern', receives, (asked) => concernOf(asked).state === 'ACKNOWLEDGED'),
  'close concern': operation(
    'concern',
    (asked) => isLeadOn(asked, concernOf(asked).inspectionId),
    (asked) => concernOf(asked).state === 'ACTED_ON',
  ),
  'file whistleblowing': operation('inspection', (asked) => counting(asked, asked.key).length > 0, always),
  'handle whistleblowing': operation(
    'whistleblowing',
    (asked) => isHandler(asked, asked.k.whistleblowings.get(asked.key).inspectionId),
    ({ k, key }) => k.whistleblowings.get(key).state !== 'CLOSED',
  ),
  'break glass on item': operation(
    'evidence',
    (asked) => isLeadingOn(asked, asked.k.evidence.get(asked.key).inspectionId),
    (asked) => {
      const { state, inspectionId } = asked.k.evidence.get(asked.key);
      return state === 'SUBMITTED' && notifiedToClosed(asked, inspectionId);
    },
  ),
  'break glass on case': operation(
    'case',
    (asked) => isLeadingOn(asked, asked.k.cases.get(asked.key).inspectionId),
    (asked) => notifiedToClosed(asked, asked.k.cases.get(asked.key).inspectionId),
  ),
  'review break-glass': operation(
    'break-glass-review',
    (asked) => {
      const { inspectionId, owner, breakGlassId } = reviewOf(asked);
      const isAsker = asked.k.breakGlasses.get(breakGlassId).askedBy === asked.asker.user.id;
      return !isAsker && isInspectorateLeadOn(asked, inspectionId, owner);
    },
    (asked) => reviewOf(asked).reviewedAt === null && !isClosed(asked.k.inspections.get(reviewOf(asked).inspectionId)),
  ),
} satisfies Record<string, Operation>;
