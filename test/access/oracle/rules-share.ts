/** R3 and what belongs to an item: its shares, requests for access, and who opened it. */
import { atLeast, claim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { reaches, shareDenied } from './rules-evidence.js';
import {
  isAssurer,
  isClosed,
  isOf,
  isWriterOf,
  keeperClaims,
  seenFrom,
  seesItem,
  teamPlaces,
  type Asker,
} from './standing.js';
import type { Id } from './world-base.js';

/** The owner's team sees to whom it is shared; a recipient, the share that reaches him. */
export function shareClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const share = k.shares.get(key);
  const item = k.evidence.get(share.evidenceId);
  const inspection = k.inspections.get(item.inspectionId);
  return [
    ...teamPlaces(k, asker, inspection.id).flatMap((place) => {
      if (isOf(place, item.owner)) {
        return [seenFrom(place, isWriterOf(place, item.strength) ? 'write' : 'whole', ['R3'])];
      }
      if (!reaches(share, place)) return [];
      const denied = [...shareDenied(inspection, share, asker.at), ...unless(item.state === 'SUBMITTED', 'R5')];
      return [seenFrom(place, 'summary', ['R3'], denied)];
    }),
    ...keeperClaims(k, asker, inspection, 'whole', item.owner),
  ];
}

/** The asker's while he sees the item, and its owner's, who decide it; for nobody after closing. */
export function accessRequestClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const request = k.accessRequests.get(key);
  const item = k.evidence.get(request.evidenceId);
  const open = unless(!isClosed(k.inspections.get(item.inspectionId)), 'R14');
  return teamPlaces(k, asker, item.inspectionId).flatMap((place) => {
    const own = isOf(place, item.owner)
      ? [
          seenFrom(
            place,
            isWriterOf(place, item.strength) ? 'write' : 'whole',
            ['R3'],
            [...open, ...unless(!isAssurer(place), 'R3')],
          ),
        ]
      : [];
    if (request.askedBy !== asker.user.id) return own;
    const seesItStill = unless(atLeast(seesItem(asker, item.id), 'exists'), 'R3');
    return [...own, seenFrom(place, 'whole', ['R3'], [...open, ...seesItStill])];
  });
}

/** Who of another inspectorate opened the text is whole to the owner's team and record keepers. */
export function openingClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const opening = k.openings.get(key);
  const inspection = k.inspections.get(opening.inspectionId);
  const ofOthers = unless(opening.inspectorate !== opening.owner, 'R15');
  return [
    ...teamPlaces(k, asker, inspection.id)
      .filter((place) => isOf(place, opening.owner))
      .map((place) => seenFrom(place, 'whole', ['R15'], ofOthers)),
    ...keeperClaims(k, asker, inspection, 'whole', opening.owner).map((one) =>
      claim(one.degree, one.by, [...one.denied, ...ofOthers]),
    ),
  ];
}
