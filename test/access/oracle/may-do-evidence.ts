/** What is done with evidence, shares, chronology and requests for access. */
import {
  counting,
  fromTo,
  hasPostIn,
  isInspectorateLeadOn,
  isOneOf,
  isOnTeam,
  operation,
  until,
  untilClosed,
  type Asked,
  type Operation,
} from './may-do-parts.js';
import { isClosed, isOf, isTeam, isWriterOf } from './standing.js';
import type { Evidence } from './world-evidence.js';
import type { Inspection } from './world-people.js';

const itemOf = ({ k, key }: Asked): Evidence => k.evidence.get(key);
const inspectionOf = (asked: Asked, item: Evidence): Inspection => asked.k.inspections.get(item.inspectionId);
const written = fromTo('PREPARING', 'ACCURACY_CHECK');

const isWriterFor = (asked: Asked, item: Evidence): boolean =>
  isOneOf(asked, item.inspectionId, item.owner, (place) => isWriterOf(place, item.strength));

/** A draft is its author's alone; what is submitted, its owner's writers'. */
const edits = (asked: Asked, item: Evidence): boolean =>
  item.state === 'DRAFT' ? isAuthor(asked, item) : isWriterFor(asked, item);

const isAuthor = (asked: Asked, item: Evidence): boolean =>
  item.authorId === asked.asker.user.id && isOnTeam(asked, item.inspectionId);

const isDraftNow = (asked: Asked): boolean =>
  itemOf(asked).state === 'DRAFT' && written(inspectionOf(asked, itemOf(asked)));

export const evidenceOperations = {
  'create evidence': operation(
    'inspection',
    (asked) => counting(asked, asked.key).some((place) => isWriterOf(place, asked.about.strength ?? 'SAID')),
    ({ k, key }) => written(k.inspections.get(key)),
  ),
  'delete draft': operation('evidence', (asked) => isAuthor(asked, itemOf(asked)), isDraftNow),
  'submit draft': operation('evidence', (asked) => isAuthor(asked, itemOf(asked)), isDraftNow),
  'edit evidence': operation(
    'evidence',
    (asked) => edits(asked, itemOf(asked)),
    (asked) => {
      const item = itemOf(asked);
      const inspection = inspectionOf(asked, item);
      return item.state === 'DRAFT' ? written(inspection) : item.state === 'SUBMITTED' && until('SIGNED')(inspection);
    },
  ),
  'raise marking': operation('evidence', (asked) => edits(asked, itemOf(asked)), markingStands),
  'lower marking': operation(
    'evidence',
    (asked) =>
      // Its author, as one of those who write it.
      (isAuthor(asked, itemOf(asked)) && edits(asked, itemOf(asked))) ||
      isInspectorateLeadOn(asked, itemOf(asked).inspectionId, itemOf(asked).owner),
    markingStands,
  ),
  'withdraw evidence': operation(
    'evidence',
    (asked) => takesBack(asked, itemOf(asked)),
    (asked) => itemOf(asked).state === 'SUBMITTED',
  ),
  'share evidence': operation(
    'evidence',
    (asked) => isWriterFor(asked, itemOf(asked)),
    (asked) => itemOf(asked).state === 'SUBMITTED' && untilClosed(inspectionOf(asked, itemOf(asked))),
  ),
  'revoke share': operation(
    'share',
    (asked) => takesBack(asked, asked.k.evidence.get(asked.k.shares.get(asked.key).evidenceId)),
    ({ k, key }) => k.shares.get(key).revokedAt === null,
  ),
  'request access': operation(
    'evidence',
    (asked) => asksForAccess(asked, itemOf(asked)),
    (asked) => itemOf(asked).state === 'SUBMITTED' && untilClosed(inspectionOf(asked, itemOf(asked))),
  ),
  'decide access request': operation(
    'access-request',
    (asked) => isWriterFor(asked, asked.k.evidence.get(asked.k.accessRequests.get(asked.key).evidenceId)),
    ({ k, key }) => {
      const { state, inspectionId } = k.accessRequests.get(key);
      return state === 'OPEN' && untilClosed(k.inspections.get(inspectionId));
    },
  ),
  'create chronology entry': operation(
    'evidence',
    (asked) => edits(asked, itemOf(asked)) && isWriterFor(asked, itemOf(asked)),
    (asked) => itemOf(asked).state !== 'WITHDRAWN' && written(inspectionOf(asked, itemOf(asked))),
  ),
  'flag contradiction': operation(
    'chronology-entry',
    (asked) => edits(asked, itemOfEntry(asked)),
    (asked) => written(inspectionOf(asked, itemOfEntry(asked))),
  ),
} satisfies Record<string, Operation>;

const itemOfEntry = ({ k, key }: Asked): Evidence => k.evidence.get(k.entries.get(key).evidenceId);

function markingStands(asked: Asked): boolean {
  return itemOf(asked).state !== 'WITHDRAWN' && untilClosed(inspectionOf(asked, itemOf(asked)));
}

/** Withdraws and revokes: writers of the owner; after closing its record keeper, nobody else. */
function takesBack(asked: Asked, item: Evidence): boolean {
  return isClosed(inspectionOf(asked, item)) ? hasPostIn(asked, 'RECORD_KEEPER', item.owner) : isWriterFor(asked, item);
}

/** Of another inspectorate than the owner; not for quality assurers. What is submitted and seen, is seen in summary. */
function asksForAccess(asked: Asked, item: Evidence): boolean {
  return counting(asked, item.inspectionId).some((place) => isTeam(place) && !isOf(place, item.owner));
}
