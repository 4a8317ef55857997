/** Shares of an item, at bounds that matter; who opened it; requests for access. */
import {
  assigned,
  day,
  daysBefore,
  hour,
  itemsOf,
  onTeam,
  periodFrom,
  writersOf,
  type Plan,
} from './generate-draft.js';
import type { Inspectorate, Instant } from './world-base.js';
import type { Evidence, Form, Opening, Share } from './world-evidence.js';

/** Only what was submitted is shared, with those who take part, in a form that is allowed. */
export function makeShares(plan: Plan, item: Evidence, supersededAt: readonly Instant[]): void {
  const { submittedAt } = item;
  if (submittedAt === null || submittedAt > plan.acted) return;
  for (const recipient of plan.accepted.filter((one) => one !== item.owner)) {
    const cap = capOf(plan, item, recipient);
    const count = plan.chance.weighted([
      [4, 0],
      [5, 1],
      [2, 2],
    ]);
    for (let made = 0; made < count && cap !== 'NOTHING'; made += 1) {
      plan.draft.shares.push(makeShare(plan, item, recipient, cap, [...supersededAt, submittedAt + hour]));
    }
  }
}

export const capOf = (plan: Plan, item: Evidence, recipient: Inspectorate): Form | 'NOTHING' =>
  plan.draft.evidenceCaps.find((cap) => cap.evidenceId === item.id && cap.recipient === recipient)?.form ?? 'NOTHING';

/** It may start at the moment at which a version was superseded, or just before. */
function makeShare(plan: Plan, item: Evidence, recipient: Inspectorate, cap: Form, moments: readonly Instant[]): Share {
  const { chance } = plan;
  const sharedAt = chance.of(moments) - chance.of([0, 1]);
  const revoked = chance.happens(0.12);
  return {
    id: chance.uuid(),
    evidenceId: item.id,
    recipient,
    recipientAssignmentId: chance.maybe(
      0.3,
      onTeam(plan, recipient).map((one) => one.id),
    ),
    form: cap === 'WHOLE' && chance.happens(0.65) ? 'WHOLE' : 'SUMMARY',
    ...periodFrom(plan, sharedAt, 0.45),
    sharedBy: chance.of(writersOf(plan, item.owner)).userId,
    sharedAt,
    revokedAt: revoked ? revocation(plan) : null,
    revokedBy: revoked ? chance.of(writersOf(plan, item.owner)).userId : null,
  };
}

function revocation({ chance, inspection, pivots, acted }: Plan): Instant {
  return inspection.closedAt !== null && chance.happens(0.4) ? pivots.first - hour : acted - 12 * day;
}

export function makeOpenings(plan: Plan, count: number): void {
  const { draft, chance, inspection } = plan;
  const items = itemsOf(plan).filter((item) => item.submittedAt !== null && item.submittedAt <= plan.acted);
  for (const item of chance.shuffled(items).slice(0, count)) {
    const inspectorate = chance.of(plan.accepted);
    const actor = chance.of(onTeam(plan, inspectorate));
    const opening: Omit<Opening, 'rule'> = {
      id: chance.uuid(),
      evidenceId: item.id,
      inspectionId: inspection.id,
      owner: item.owner,
      actorId: actor.userId,
      inspectorate,
      assignmentId: actor.id,
      at: daysBefore(plan, 30),
    };
    const own = actor.userId === item.authorId ? 'AUTHOR' : 'OWNER';
    draft.openings.push({ ...opening, rule: inspectorate === item.owner ? own : chance.of(['SHARE', 'BREAK_GLASS']) });
  }
}

/** Asked by those who see an item in summary, for their own inspectorate. */
export function makeAccessRequests(plan: Plan, count: number): void {
  const { draft, chance, inspection } = plan;
  const items = itemsOf(plan);
  const shares = draft.shares.filter(
    (share) => share.form === 'SUMMARY' && items.some((item) => item.id === share.evidenceId),
  );
  for (const share of chance.shuffled(shares).slice(0, count)) {
    const item = items.find((one) => one.id === share.evidenceId);
    const able = assigned(plan, share.recipient, ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST']);
    if (item === undefined || able.length === 0) continue;
    const asker = chance.of(able);
    // One open request by a person on an item for a recipient.
    const again = draft.accessRequests.some((one) => one.evidenceId === item.id && one.askedBy === asker.userId);
    if (again) continue;
    const drawn = chance.of(['OPEN', 'OPEN', 'GRANTED', 'REFUSED'] as const);
    const shareId = drawn === 'GRANTED' ? grantedShare(plan, item, share.recipient) : null;
    const state = drawn === 'GRANTED' && shareId === null ? 'REFUSED' : drawn;
    const askedAt = daysBefore(plan, 20);
    const decided = state !== 'OPEN';
    draft.accessRequests.push({
      id: chance.uuid(),
      evidenceId: item.id,
      inspectionId: inspection.id,
      owner: item.owner,
      askedBy: asker.userId,
      assignmentId: asker.id,
      recipient: share.recipient,
      recipientAssignmentId: null,
      form: 'WHOLE',
      askedAt,
      dueAt: askedAt + 3 * day,
      state,
      decidedBy: decided ? chance.of(writersOf(plan, item.owner)).userId : null,
      decidedAt: decided ? askedAt + hour : null,
      shareId,
    });
  }
}

function grantedShare(plan: Plan, item: Evidence, recipient: Inspectorate): string | null {
  // Each grants one request.
  const taken = new Set(plan.draft.accessRequests.map(({ shareId }) => shareId));
  const free = plan.draft.shares.filter(({ id }) => !taken.has(id));
  return free.find((one) => one.evidenceId === item.id && one.recipient === recipient)?.id ?? null;
}
