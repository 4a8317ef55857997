/** R9: the narrative, the frozen text, signatures and the letter. */
import { atLeast, claim, publicClaim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { ref, type ObjectKind } from './objects.js';
import {
  isAnyAgency,
  isLeading,
  isTeam,
  keeperClaims,
  places,
  seenFrom,
  teamPlaces,
  type Asker,
  type Place,
} from './standing.js';
import type { Id, Instant } from './world-base.js';
import { stages, type Inspection, type Stage } from './world-people.js';
import type { FrozenText, Letter } from './world-texts.js';

/** The team's text, written by the lead and the inspectorate leads while it is drafted. */
export function narrativeClaims(k: Knowledge, asker: Asker, inspectionId: Id): readonly Claim[] {
  const inspection = k.inspections.get(inspectionId);
  const drafting = inspection.stage === 'DRAFTING';
  return [
    ...teamPlaces(k, asker, inspectionId).map((place) =>
      seenFrom(place, drafting && isLeading(place) ? 'write' : 'whole', ['R9']),
    ),
    ...keeperClaims(k, asker, inspection, 'whole'),
  ];
}

/** What is seen by those who see the narrative, and changed by nobody. */
export const besideNarrativeClaims = (k: Knowledge, asker: Asker, inspectionId: Id): readonly Claim[] => [
  ...teamPlaces(k, asker, inspectionId).map((place) => seenFrom(place, 'whole', ['R9'])),
  ...keeperClaims(k, asker, k.inspections.get(inspectionId), 'whole'),
];

/** As its finding, under a text of which the finding's place is seen; never an agency's or a signatory's. */
export function provenanceClaims(
  k: Knowledge,
  asker: Asker,
  text: { readonly kind: ObjectKind; readonly key: Id; readonly inspectionId: Id },
  findingId: Id,
): readonly Claim[] {
  const finding = asker.sees(ref('finding', findingId));
  const degree = atLeast(finding, 'whole') ? 'whole' : 'exists';
  const denied = [
    ...unless(atLeast(asker.sees(ref(text.kind, text.key)), 'whole'), 'R9'),
    ...unless(atLeast(finding, 'exists'), 'R15'),
  ];
  return besideNarrativeClaims(k, asker, text.inspectionId).map((one) =>
    claim(degree, [...one.by, 'R15'], [...one.denied, ...denied]),
  );
}

export function frozenClaims(k: Knowledge, asker: Asker, frozenTextId: Id): readonly Claim[] {
  const frozen = k.frozenTexts.get(frozenTextId);
  const inspection = k.inspections.get(frozen.inspectionId);
  const isFrozen = unless(frozen.reopenedAt === null, 'R9');
  return [
    ...places(k, asker, inspection.id).flatMap((place) => {
      if (isTeam(place)) return [seenFrom(place, 'whole', ['R9'])];
      if (isAnyAgency(place)) {
        return [
          seenFrom(place, 'whole', ['R9'], [...isFrozen, ...unless(windowOpen(inspection, frozen, asker.at), 'R9')]),
        ];
      }
      if (!isSignatory(place)) return [];
      const toSigned = unless(isBetween(inspection.stage, 'ACCURACY_CHECK', 'SIGNED'), 'R9');
      return [seenFrom(place, 'whole', ['R9'], [...isFrozen, ...toSigned])];
    }),
    ...keeperClaims(k, asker, inspection, 'whole'),
  ];
}

const isSignatory = ({ assignment }: Place): boolean => assignment.role === 'SIGNATORY';

/** [opened, deadline) and frozen; a window that was open when a pause began stays open while it lasts. */
export function windowOpen(inspection: Inspection, frozen: FrozenText, at: Instant): boolean {
  const clock = inspection.pausedAt === null ? at : Math.min(at, inspection.pausedAt);
  return frozen.reopenedAt === null && frozen.openedAt <= at && clock < frozen.deadline;
}

/** "A to B" includes A and B. */
export const isBetween = (stage: Stage, from: Stage, to: Stage): boolean =>
  stages.indexOf(from) <= stages.indexOf(stage) && stages.indexOf(stage) <= stages.indexOf(to);

/** The team's; a signatory sees no signature but his own. */
export function signatureClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const signature = k.signatures.get(key);
  return [
    ...besideNarrativeClaims(k, asker, signature.inspectionId),
    ...places(k, asker, signature.inspectionId)
      .filter(isSignatory)
      .map((place) => seenFrom(place, 'whole', ['R9'], unless(signature.userId === asker.user.id, 'R9'))),
  ];
}

/** For the agencies from its recorded receipt on; public when published, and merely existing when it is no more. */
export function letterClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const letter = k.letters.get(key);
  const inspection = k.inspections.get(letter.inspectionId);
  const published = letter.publishedAt !== null;
  return [
    publicClaim('whole', ['R9'], unless(published && stands(letter), 'R9')),
    publicClaim('exists', ['R9'], unless(published, 'R9')),
    ...places(k, asker, inspection.id).flatMap((place) => {
      if (isTeam(place)) return [seenFrom(place, 'whole', ['R9'])];
      if (!isAnyAgency(place)) return [];
      const received = unless(letter.receivedAt !== null && stands(letter) && !published, 'R9');
      return [seenFrom(place, 'whole', ['R9'], received)];
    }),
    ...keeperClaims(k, asker, inspection, 'whole'),
  ];
}

const stands = (letter: Letter): boolean => letter.withdrawnAt === null && letter.supersededAt === null;
