/** R8: findings, what they cite, contributions, merges and attitudes. */
import { atLeast, claim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import { ref } from './objects.js';
import {
  isAssurer,
  isLead,
  isLeading,
  isOf,
  isWriter,
  keeperClaims,
  seenFrom,
  seesItem,
  teamPlaces,
  type Asker,
  type Place,
} from './standing.js';
import type { Id } from './world-base.js';
import type { Contribution, Finding } from './world-findings.js';

export function findingClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const finding = k.findings.get(key);
  const keepers = keeperClaims(k, asker, k.inspections.get(finding.inspectionId), 'whole', finding.owner);
  return [
    ...teamPlaces(k, asker, finding.inspectionId).flatMap((place) => [
      ...ofAuthor(asker, place, finding),
      ...(isOf(place, finding.owner) ? ofOwner(place, finding) : ofOthers(place, finding)),
    ]),
    ...(finding.state === 'DRAFT' ? [] : keepers),
  ];
}

function ofAuthor(asker: Asker, place: Place, finding: Finding): readonly Claim[] {
  if (finding.authorId !== asker.user.id) return [];
  return [seenFrom(place, finding.state !== 'WITHDRAWN' && isWriter(place) ? 'write' : 'whole', ['R8'])];
}

/** Drafts are the writers'; once submitted the owner's whole team sees it. */
function ofOwner(place: Place, finding: Finding): readonly Claim[] {
  switch (finding.state) {
    case 'DRAFT':
      return [seenFrom(place, isWriter(place) ? 'write' : 'whole', ['R8'], unless(isWriter(place), 'R8'))];
    case 'SUBMITTED':
      return [seenFrom(place, isWriter(place) ? 'write' : 'whole', ['R8'])];
    case 'WITHDRAWN':
      return [seenFrom(place, 'whole', ['R8'])];
  }
}

/** Blind until the reveal; of one withdrawn after it the team knows that it exists. */
function ofOthers(place: Place, finding: Finding): readonly Claim[] {
  const blind = unless(finding.revealed, 'R8');
  if (finding.state !== 'WITHDRAWN') return [seenFrom(place, 'whole', ['R8'], blind)];
  return [seenFrom(place, 'exists', ['R8'], blind), seenFrom(place, 'whole', ['R8'], ['R8'])];
}

/** Where finding and item both are seen; of a finding that merely exists nothing is told of what it cites. */
export function citationClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { findingId, evidenceId } = k.citations.get(key);
  const finding = atLeast(asker.sees(ref('finding', findingId)), 'whole');
  const item = atLeast(seesItem(asker, evidenceId), 'exists');
  return [claim('whole', ['R8', 'R15'], [...unless(finding, 'R8'), ...unless(item, 'R15')])];
}

/** A quote only where the version that it was cut from is whole. */
export function passageClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { evidenceId, quotedVersion } = k.citations.get(key);
  const isCurrent = quotedVersion === k.evidence.get(evidenceId).version;
  const version = isCurrent ? ref('evidence', evidenceId) : ref('evidence-version', evidenceId, quotedVersion ?? 0);
  return [
    claim(
      'whole',
      ['R8', 'R15'],
      [
        ...unless(atLeast(asker.sees(ref('citation', key)), 'whole'), 'R8'),
        ...unless(atLeast(asker.sees(version), 'whole'), 'R15'),
      ],
    ),
  ];
}

/** As blind as findings are, but that it is submitted is told to the lead. */
export function contributionClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const contribution = k.contributions.get(key);
  const inspection = k.inspections.get(contribution.inspectionId);
  const keepers = keeperClaims(k, asker, inspection, 'whole', contribution.inspectorate);
  return [
    ...teamPlaces(k, asker, inspection.id).flatMap((place) =>
      isOf(place, contribution.inspectorate)
        ? ofItsInspectorate(place, contribution)
        : ofTheRest(place, contribution, inspection.revealedAt !== null),
    ),
    ...(contribution.state === 'DRAFT' ? [] : keepers),
  ];
}

function ofItsInspectorate(place: Place, contribution: Contribution): readonly Claim[] {
  const degree = isWriter(place) ? 'write' : 'whole';
  if (contribution.state === 'SUBMITTED') return [seenFrom(place, degree, ['R8'])];
  return [seenFrom(place, degree, ['R8'], unless(isWriter(place) && !isAssurer(place), 'R8'))];
}

function ofTheRest(place: Place, contribution: Contribution, revealed: boolean): readonly Claim[] {
  const submitted = unless(contribution.state === 'SUBMITTED', 'R8');
  return [
    seenFrom(place, 'whole', ['R8'], [...submitted, ...unless(revealed, 'R8')]),
    ...(isLead(place) ? [seenFrom(place, 'exists', ['R8'], submitted)] : []),
  ];
}

/** The team's; made and undone by the lead or an inspectorate lead. */
export function mergeClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { inspectionId } = k.merges.get(key);
  return [
    ...teamPlaces(k, asker, inspectionId).map((place) => seenFrom(place, isLeading(place) ? 'write' : 'whole', ['R8'])),
    ...keeperClaims(k, asker, k.inspections.get(inspectionId), 'whole'),
  ];
}

/** Seen by whoever sees what it is taken to whole. */
export function attitudeClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const { mergeId, findingId } = k.attitudes.get(key);
  const target = mergeId === null ? ref('finding', findingId ?? '') : ref('merge', mergeId);
  return [claim('whole', ['R8', 'R15'], unless(atLeast(asker.sees(target), 'whole'), 'R15'))];
}
