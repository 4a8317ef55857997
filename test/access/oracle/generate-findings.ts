/** Findings and what they cite, contributions, merges and attitudes. */
import { casesOf, day, daysBefore, findingsOf, itemsOf, leadersOf, writersOf, type Plan } from './generate-draft.js';
import { reached } from './generate-inspection.js';
import type { Inspectorate, Instant } from './world-base.js';
import type { Evidence } from './world-evidence.js';
import type { Attitude, Finding } from './world-findings.js';

export function makeFindings(plan: Plan, count: number): void {
  if (!reached(plan.inspection, 'FIELDWORK')) return;
  for (let number = 1; number <= count; number += 1) {
    const finding = makeFinding(plan, plan.chance.of(plan.accepted));
    plan.draft.findings.push(finding);
    makeCitations(plan, finding);
  }
}

/** One withdrawn was revealed if the reveal came before its withdrawal. */
function makeFinding(plan: Plan, owner: Inspectorate): Finding {
  const { chance, inspection } = plan;
  const { revealedAt } = inspection;
  const state = chance.weighted([
    [4, 'DRAFT'],
    [14, 'SUBMITTED'],
    [4, 'WITHDRAWN'],
  ] as const);
  const withdrawnAt = state === 'WITHDRAWN' ? daysBefore(plan, chance.of([25, 31])) : null;
  const isRevealed = revealedAt !== null && (withdrawnAt === null || withdrawnAt > revealedAt);
  return {
    id: chance.uuid(),
    inspectionId: inspection.id,
    owner,
    state,
    revealed: state !== 'DRAFT' && isRevealed,
    authorId: chance.of(writersOf(plan, owner)).userId,
    caseId: chance.maybe(
      0.2,
      casesOf(plan).map((one) => one.id),
    ),
    agencyIds: chance.happens(0.5) ? chance.some([...plan.agencies, ...plan.otherAgencies], 2) : [],
    createdAt: daysBefore(plan, 40),
    submittedAt: state === 'DRAFT' ? null : daysBefore(plan, 35),
    withdrawnAt,
    withdrawnBy: state === 'WITHDRAWN' ? chance.of(leadersOf(plan, owner)).userId : null,
  };
}

/** An inspectorate cites its own items and what was shared with it, by passages of the version that then stood. */
function makeCitations(plan: Plan, finding: Finding): void {
  const { draft, chance } = plan;
  const citedAt = daysBefore(plan, 39);
  const given = new Map(
    draft.shares
      .filter((share) => share.recipient === finding.owner && share.sharedAt <= citedAt)
      .map((share) => [share.evidenceId, share.form]),
  );
  const able = itemsOf(plan).filter(
    (item) =>
      item.submittedAt !== null && item.submittedAt <= citedAt && (item.owner === finding.owner || given.has(item.id)),
  );
  for (const item of chance.some(able, 3)) {
    const isWhole = item.owner === finding.owner || given.get(item.id) === 'WHOLE';
    draft.citations.push({
      id: chance.uuid(),
      findingId: finding.id,
      evidenceId: item.id,
      citedAt,
      quotedVersion: isWhole && chance.happens(0.75) ? versionAt(plan, item, citedAt) : null,
    });
  }
}

function versionAt(plan: Plan, item: Evidence, at: Instant): number {
  const earlier = plan.draft.evidenceVersions.filter((one) => one.evidenceId === item.id && one.supersededAt <= at);
  return earlier.length + 1;
}

export function makeContributions(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  if (!reached(inspection, 'FIELDWORK')) return;
  for (const inspectorate of plan.accepted) {
    if (chance.happens(0.15)) continue;
    draft.contributions.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      inspectorate,
      state: chance.happens(0.6) ? 'SUBMITTED' : 'DRAFT',
      savedBy: chance.of(writersOf(plan, inspectorate)).userId,
      savedAt: daysBefore(plan, 36),
    });
  }
}

/** Of revealed findings, each in one merge at most. */
export function makeMerges(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  if (inspection.revealedAt === null) return;
  const able = chance.shuffled(findingsOf(plan).filter((one) => one.revealed && one.state === 'SUBMITTED'));
  for (const undone of [false, true]) {
    const sources = able.splice(0, 2);
    const [kept] = sources;
    if (sources.length < 2 || kept === undefined) return;
    const ofSources = sources.flatMap((one) => one.agencyIds);
    draft.merges.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      sourceIds: sources.map((one) => one.id),
      keptFindingId: chance.maybe(0.5, [kept.id]),
      // What was told in the words of a merge that is undone by now cannot be told from here.
      agencyIds: undone
        ? chance.some([...new Set(ofSources)], 2)
        : chance.some([...plan.agencies, ...plan.otherAgencies], 2),
      madeBy: chance.of(leadersOf(plan, chance.of(plan.accepted))).userId,
      madeAt: daysBefore(plan, 24),
      undoneAt: undone ? daysBefore(plan, 22) : null,
      undoneBy: undone ? chance.of(leadersOf(plan, chance.of(plan.accepted))).userId : null,
    });
  }
}

export function makeAttitudes(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  if (inspection.revealedAt === null) return;
  const merges = draft.merges.filter((one) => one.inspectionId === inspection.id);
  const standing = findingsOf(plan).filter((one) => one.state === 'SUBMITTED' && one.revealed);
  const targets: Pick<Attitude, 'mergeId' | 'findingId'>[] = [
    ...merges.map((merge) => ({ mergeId: merge.id, findingId: null })),
    ...chance
      .shuffled(standing)
      .slice(0, 2)
      .map((finding) => ({ mergeId: null, findingId: finding.id })),
  ];
  for (const target of targets) {
    const inspectorate = chance.of(plan.accepted);
    draft.attitudes.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      ...target,
      inspectorate,
      turn: 1,
      attitude: chance.of(['AGREE', 'QUALIFY', 'DISSENT']),
      takenBy: chance.of(leadersOf(plan, inspectorate)).userId,
      takenAt: daysBefore(plan, 24) + day,
    });
  }
}
