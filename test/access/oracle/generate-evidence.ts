/** Cases, items, their versions, caps and chronology. */
import {
  assigned,
  casesOf,
  daysBefore,
  itemsOf,
  leadersOf,
  minute,
  writersOf,
  day,
  type Plan,
} from './generate-draft.js';
import { makeShares } from './generate-shares.js';
import type { Id, Inspectorate, Instant } from './world-base.js';
import { inspectorates } from './world-base.js';
import type { Evidence } from './world-evidence.js';

export function makeCases(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  for (let number = 1; number <= 4; number += 1) {
    const caseId = chance.uuid();
    draft.cases.push({
      id: caseId,
      inspectionId: inspection.id,
      code: `CASE-${chance.uuid().slice(0, 6).toUpperCase()}`,
      agencyIds: chance.some(plan.agencies, 2),
      createdBy: chance.of(writersOf(plan, chance.of(plan.accepted))).userId,
      createdAt: daysBefore(plan, 70),
    });
    for (const inspectorate of plan.accepted) {
      const able = assigned(plan, inspectorate, ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST']);
      for (const assignment of chance.some(able, 2)) {
        draft.caseMembers.push({
          id: chance.uuid(),
          caseId,
          inspectionId: inspection.id,
          inspectorate,
          assignmentId: assignment.id,
          namedBy: chance.of(leadersOf(plan, inspectorate)).userId,
          endedAt: chance.happens(0.2) ? daysBefore(plan, 10) : null,
        });
      }
    }
  }
}

export function makeEvidence(plan: Plan, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const item = makeItem(plan, plan.chance.of(plan.accepted));
    plan.draft.evidence.push(item);
    for (const recipient of inspectorates.filter((one) => one !== item.owner)) {
      const form = plan.chance.weighted([
        [5, 'WHOLE'],
        [3, 'SUMMARY'],
        [2, 'NOTHING'],
      ] as const);
      plan.draft.evidenceCaps.push({ evidenceId: item.id, recipient, form });
    }
    makeShares(plan, item, makeVersions(plan, item));
  }
}

function makeItem(plan: Plan, owner: Inspectorate): Evidence {
  const { chance, inspection, acted, pivots } = plan;
  const strength = chance.of(['OBSERVED', 'RECORD', 'SAID', 'DATA', 'DOCUMENT'] as const);
  const authors = strength === 'DATA' ? assigned(plan, owner, ['ANALYST', 'INSPECTOR']) : writersOf(plan, owner);
  const author = chance.of(authors.length > 0 ? authors : writersOf(plan, owner));
  const state = chance.weighted([
    [3, 'DRAFT'],
    [14, 'SUBMITTED'],
    [3, 'WITHDRAWN'],
  ] as const);
  // Some come so late that a break-glass before the first pivot could not yet tell their owner.
  const late = inspection.closedAt === null && state === 'SUBMITTED' && chance.happens(0.08);
  const createdAt = daysBefore(plan, 60);
  return {
    id: chance.uuid(),
    inspectionId: inspection.id,
    owner,
    caseId: chance.maybe(
      0.5,
      casesOf(plan).map((one) => one.id),
    ),
    state,
    version: state === 'DRAFT' || late ? 1 : chance.between(1, 4),
    authorId: author.userId,
    strength,
    marking: chance.of(['OFFICIAL', 'OFFICIAL_SENSITIVE']),
    sourceAgencyId: chance.maybe(0.6, chance.happens(0.75) ? plan.agencies : plan.otherAgencies),
    spokenOfIds: chance.happens(0.3) ? chance.some([...plan.agencies, ...plan.otherAgencies], 2) : [],
    createdAt,
    submittedAt: state === 'DRAFT' ? null : late ? pivots.first - 10 * minute : createdAt + day,
    withdrawnAt: state === 'WITHDRAWN' ? acted - 15 * day : null,
    withdrawnBy: state === 'WITHDRAWN' ? chance.of(writersOf(plan, owner)).userId : null,
  };
}

/** When each earlier version was superseded. */
function makeVersions(plan: Plan, item: Evidence): readonly Instant[] {
  const at: Instant[] = [];
  for (let version = 1; version < item.version; version += 1) {
    const supersededAt = item.createdAt + (1 + version * 5) * day;
    at.push(supersededAt);
    const supersededBy = plan.chance.of(writersOf(plan, item.owner)).userId;
    plan.draft.evidenceVersions.push({ evidenceId: item.id, version, supersededAt, supersededBy });
  }
  return at;
}

/** Entries under items on a case, and flags between those of one case. */
export function makeChronology(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  const items = itemsOf(plan).filter((item) => item.caseId !== null);
  const made: { readonly id: Id; readonly caseId: Id }[] = [];
  for (const item of chance.shuffled(items).slice(0, 8)) {
    const caseId = item.caseId ?? '';
    const id = chance.uuid();
    draft.chronologyEntries.push({
      id,
      evidenceId: item.id,
      inspectionId: inspection.id,
      owner: item.owner,
      caseId,
      agencyId: chance.maybe(0.5, [...plan.agencies, ...plan.otherAgencies]),
      happenedOn: '2025-03-02',
      authorId: item.state === 'DRAFT' ? item.authorId : chance.of(writersOf(plan, item.owner)).userId,
    });
    const other = chance.maybe(
      0.7,
      made.filter((one) => one.caseId === caseId),
    );
    if (other !== null) {
      const flaggedBy = chance.of(writersOf(plan, item.owner)).userId;
      draft.contradictions.push({ entryId: id, otherId: other.id, flaggedBy, flaggedAt: daysBefore(plan, 20) });
    }
    made.push({ id, caseId });
  }
}
