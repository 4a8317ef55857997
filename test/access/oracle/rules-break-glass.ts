/** R11: sight in an emergency, and its record. */
import { atLeast, claim, unless, type Claim, type Rule } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { ref } from './objects.js';
import { reaches, shareDenied } from './rules-evidence.js';
import {
  isAssurer,
  isClosed,
  isLeading,
  places,
  seenFrom,
  teamPlaces,
  within,
  type Asker,
  type Place,
} from './standing.js';
import type { Id } from './world-base.js';
import type { BreakGlass } from './world-acts.js';
import type { Evidence } from './world-evidence.js';

/** The item as it stands, in the form that `release()` allows, by the assignment by which it was asked. */
export function breakGlassClaims(k: Knowledge, asker: Asker, item: Evidence): readonly Claim[] {
  return k.breakGlassesOf
    .of(asker.user.id)
    .filter((broken) => broken.evidenceId === item.id || (broken.caseId !== null && broken.caseId === item.caseId))
    .flatMap((broken) =>
      places(k, asker, item.inspectionId)
        .filter((place) => place.assignment.id === broken.assignmentId)
        .map((place) => {
          const form = capFor(k, item.id, broken.inspectorate) === 'WHOLE' ? 'whole' : 'summary';
          const denied = breakGlassDenied(k, asker, item, broken, place);
          return claim(form, ['R11', 'R4'], [...place.denied, ...denied]);
        }),
    );
}

/** R4: the form that was computed for an inspectorate when the item was written. */
export function capFor(k: Knowledge, evidenceId: Id, recipient: string): 'WHOLE' | 'SUMMARY' | 'NOTHING' {
  return k.capsOf.of(evidenceId).find((cap) => cap.recipient === recipient)?.form ?? 'NOTHING';
}

function breakGlassDenied(
  k: Knowledge,
  asker: Asker,
  item: Evidence,
  broken: BreakGlass,
  place: Place,
): readonly Rule[] {
  const inspection = k.inspections.get(item.inspectionId);
  const told = k.reviewsOf.of(broken.id).some((review) => review.owner === item.owner);
  return [
    ...unless(within(broken, asker.at), 'R11'),
    ...unless(told, 'R11'),
    ...unless(stillSeen(k, asker, item, broken, place), 'R11'),
    ...unless(item.state === 'SUBMITTED', 'R5'),
    ...unless(capFor(k, item.id, broken.inspectorate) !== 'NOTHING', 'R4'),
    ...unless(!isClosed(inspection), 'R14'),
  ];
}

/** It ends when the case is no longer seen, or no share of the item reaches the assignment by which it was asked. */
function stillSeen(k: Knowledge, asker: Asker, item: Evidence, broken: BreakGlass, place: Place): boolean {
  if (broken.caseId !== null) return atLeast(asker.sees(ref('case', broken.caseId)), 'whole');
  return k.sharesOf
    .of(item.id)
    .some((share) => reaches(share, place) && shareDenied(place.inspection, share, asker.at).length === 0);
}

/** The asker sees his record, and each owner's leads those that speak of what is theirs. */
export function breakGlassRecordClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const broken = k.breakGlasses.get(key);
  return [
    ...ofAsker(k, asker, broken),
    ...k.reviewsOf.of(key).flatMap((review) => breakGlassReviewClaims(k, asker, review.id)),
  ];
}

export function breakGlassReviewClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const review = k.breakGlassReviews.get(key);
  const broken = k.breakGlasses.get(review.breakGlassId);
  return [...ofAsker(k, asker, broken), ...ofOwnersLeads(k, asker, broken, review.owner)];
}

/** Author: while an assignment of his on the team is active and he sees what the record is of. */
function ofAsker(k: Knowledge, asker: Asker, broken: BreakGlass): readonly Claim[] {
  if (broken.askedBy !== asker.user.id) return [];
  const object = broken.evidenceId === null ? ref('case', broken.caseId ?? '') : ref('evidence', broken.evidenceId);
  return teamPlaces(k, asker, broken.inspectionId).map((place) =>
    seenFrom(place, 'whole', ['R11'], unless(atLeast(asker.sees(object), 'exists'), 'R11')),
  );
}

/** Reviewed by an inspectorate lead of the owner who did not ask. */
function ofOwnersLeads(k: Knowledge, asker: Asker, broken: BreakGlass, owner: string): readonly Claim[] {
  return teamPlaces(k, asker, broken.inspectionId)
    .filter((place) => place.assignment.inspectorate === owner && !isAssurer(place))
    .map((place) => {
      const reviews = place.assignment.role === 'INSPECTORATE_LEAD' && broken.askedBy !== asker.user.id;
      return seenFrom(place, reviews ? 'write' : 'whole', ['R11'], unless(isLeading(place), 'R11'));
    });
}
