/** R6, and the chronology that is told under a case's items. */
import { atLeast, claim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { ref } from './objects.js';
import {
  isAgency,
  isAssurer,
  isOf,
  isTeam,
  isWriter,
  isWriterOf,
  keeperClaims,
  memberPlaces,
  places,
  seenFrom,
  teamPlaces,
  type Asker,
} from './standing.js';
import type { Id } from './world-base.js';

/** R6: by its code it is seen by the team, and exists for an agency that was asked about it. */
export function caseClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { inspectionId } = k.cases.get(key);
  const asked = k.requestsNaming.of(key).filter((request) => request.state === 'ISSUED');
  return [
    ...places(k, asker, inspectionId).flatMap((place) => {
      if (isTeam(place)) return [seenFrom(place, isWriter(place) ? 'write' : 'whole', ['R6'])];
      const isAsked = asked.some((request) => isAgency(place, request.organisationId));
      return isAsked ? [seenFrom(place, 'exists', ['R6', 'R7'])] : [];
    }),
    ...keeperClaims(k, asker, k.inspections.get(inspectionId), 'whole'),
  ];
}

/** R6: who a child is, is for case members only, until closed and never after. */
export function identityClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { inspectionId } = k.cases.get(key);
  const { leadingInspectorate } = k.inspections.get(inspectionId);
  return [
    ...memberPlaces(k, asker, key).map((place) =>
      claim(
        'write',
        ['R6'],
        [...place.denied, ...unless(!(isAssurer(place) && isOf(place, leadingInspectorate)), 'R6')],
      ),
    ),
    ...teamPlaces(k, asker, inspectionId).map((place) => claim('write', ['R6'], [...place.denied, 'R6'])),
  ];
}

/** As its item; below whole every other field of an item is null, what is told under it too. */
export function chronologyClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const entry = k.entries.get(key);
  const item = asker.sees(ref('evidence', entry.evidenceId));
  const { strength, state, authorId } = k.evidence.get(entry.evidenceId);
  const edits =
    (state === 'DRAFT' && authorId === asker.user.id) ||
    teamPlaces(k, asker, entry.inspectionId).some(
      (place) => place.denied.length === 0 && isOf(place, entry.owner) && isWriterOf(place, strength),
    );
  const degree = atLeast(item, 'write') && edits ? 'write' : 'whole';
  return [claim(degree, ['R2', 'R15'], unless(atLeast(item, 'whole'), 'R15'))];
}

/** A flag that one entry contradicts another is seen where both are. */
export function contradictionClaims(asker: Asker, entryId: Id, otherId: Id): readonly Claim[] {
  const both = [entryId, otherId].every((id) => atLeast(asker.sees(ref('chronology-entry', id)), 'whole'));
  return [claim('whole', ['R15'], unless(both, 'R15'))];
}
