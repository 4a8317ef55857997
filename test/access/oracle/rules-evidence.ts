/** R2 to R5: evidence and its earlier versions. */
import { claim, unless, type Claim, type Rule } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { breakGlassClaims, capFor } from './rules-break-glass.js';
import { isOf, isWriterOf, keeperClaims, seenFrom, teamPlaces, within, type Asker, type Place } from './standing.js';
import type { Id, Instant } from './world-base.js';
import type { Evidence, Share } from './world-evidence.js';
import type { Inspection } from './world-people.js';

export function evidenceClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const item = k.evidence.get(key);
  return [...withoutBreakGlass(k, asker, item), ...breakGlassClaims(k, asker, item)];
}

function withoutBreakGlass(k: Knowledge, asker: Asker, item: Evidence): readonly Claim[] {
  const inspection = k.inspections.get(item.inspectionId);
  return [
    ...teamPlaces(k, asker, item.inspectionId).flatMap((place) => [
      ...ofAuthor(asker, place, item),
      ...ofOwner(place, item),
      ...k.sharesOf.of(item.id).flatMap((share) => ofRecipient(k, place, item, share, asker.at)),
    ]),
    ...keepersOf(k, asker, inspection, item),
  ];
}

/** R2 (a): a draft has one reader and writer; what is submitted is its owner's writers' to write. R5: of what is withdrawn he sees title and reason. */
function ofAuthor(asker: Asker, place: Place, item: Evidence): readonly Claim[] {
  if (item.authorId !== asker.user.id) return [];
  switch (item.state) {
    case 'DRAFT':
      return [seenFrom(place, 'write', ['R2'])];
    case 'SUBMITTED':
      return [seenFrom(place, isWriterOf(place, item.strength) ? 'write' : 'whole', ['R2'])];
    case 'WITHDRAWN':
      return [seenFrom(place, 'summary', ['R5'])];
  }
}

/** R2 (b). */
function ofOwner(place: Place, item: Evidence): readonly Claim[] {
  if (!isOf(place, item.owner)) return [];
  switch (item.state) {
    case 'DRAFT':
      return [seenFrom(place, 'whole', ['R2'], ['R2'])];
    case 'SUBMITTED':
      return [seenFrom(place, isWriterOf(place, item.strength) ? 'write' : 'whole', ['R2'])];
    case 'WITHDRAWN':
      return [seenFrom(place, 'summary', ['R5']), seenFrom(place, 'whole', ['R2'], ['R5'])];
  }
}

/** R2 (c), R4 for what had to be a summary, and R5: what is withdrawn exists while a share is in force. */
function ofRecipient(k: Knowledge, place: Place, item: Evidence, share: Share, at: Instant): readonly Claim[] {
  if (!reaches(share, place)) return [];
  const denied = shareDenied(place.inspection, share, at);
  const isWhole = share.form === 'WHOLE';
  const keptBack = capFor(k, item.id, share.recipient) === 'WHOLE' ? 'R3' : 'R4';
  const whole = seenFrom(place, 'whole', ['R3', 'R4'], [...denied, ...unless(isWhole, keptBack)]);
  if (item.state === 'SUBMITTED') return [whole, ...(isWhole ? [] : [seenFrom(place, 'summary', ['R3'], denied)])];
  return [seenFrom(place, 'exists', ['R5'], denied), { ...whole, denied: [...whole.denied, 'R5'] }];
}

/** R3: an inspectorate's team members, or the one assignment that is named. */
export function reaches(share: Share, place: Place): boolean {
  if (!isOf(place, share.recipient)) return false;
  return share.recipientAssignmentId === null || share.recipientAssignmentId === place.assignment.id;
}

/** Nothing while the share is in force; a revocation holds whatever its timestamp. */
export function shareDenied(inspection: Inspection, share: Share, at: Instant): readonly Rule[] {
  const revoked = unless(share.revokedAt === null, 'R3');
  if (inspection.closedAt === null) return [...revoked, ...unless(within(share, at), 'R3')];
  return [...revoked, ...unless(within(share, inspection.closedAt), 'R14')];
}

/** R14: what the owner's team sees, never drafts. */
function keepersOf(k: Knowledge, asker: Asker, inspection: Inspection, item: Evidence): readonly Claim[] {
  if (item.state === 'DRAFT') return [];
  // After closing they withdraw, nobody else.
  return keeperClaims(k, asker, inspection, item.state === 'WITHDRAWN' ? 'summary' : 'write', item.owner);
}

/** An earlier version: only while the item is submitted; to recipients from the share's start on. */
export function versionClaims(k: Knowledge, asker: Asker, evidenceId: Id, key: string): readonly Claim[] {
  const item = k.evidence.get(evidenceId);
  const { supersededAt } = k.evidenceVersions.get(key);
  const stands = unless(item.state === 'SUBMITTED', 'R5');
  const inspection = k.inspections.get(item.inspectionId);
  return [
    ...teamPlaces(k, asker, item.inspectionId).flatMap((place) => {
      const own = isOf(place, item.owner) || item.authorId === asker.user.id;
      const given = k.sharesOf.of(item.id).filter((share) => share.form === 'WHOLE' && reaches(share, place));
      return [
        ...(own ? [seenFrom(place, 'whole', ['R2'], stands)] : []),
        ...given.map((share) =>
          seenFrom(
            place,
            'whole',
            ['R3'],
            [
              ...stands,
              ...shareDenied(inspection, share, asker.at),
              // The version current at the share's start, and later ones.
              ...unless(supersededAt > share.startsAt, 'R3'),
            ],
          ),
        ),
      ];
    }),
    ...keeperClaims(k, asker, inspection, 'whole', item.owner).map((one) =>
      claim(one.degree, one.by, [...one.denied, ...stands]),
    ),
  ];
}

/** Of summaries the newest start, then the greatest id: whose title and summary somebody is shown. */
export function summaryShown(k: Knowledge, asker: Asker, evidenceId: Id): Share | null {
  const item = k.evidence.get(evidenceId);
  const inspection = k.inspections.get(item.inspectionId);
  const inForce = k.sharesOf
    .of(evidenceId)
    .filter((share) => share.form === 'SUMMARY' && shareDenied(inspection, share, asker.at).length === 0)
    .filter((share) =>
      teamPlaces(k, asker, inspection.id).some((place) => place.denied.length === 0 && reaches(share, place)),
    );
  const [newest] = [...inForce].sort((a, b) => b.startsAt - a.startsAt || (b.id > a.id ? 1 : -1));
  return newest ?? null;
}
