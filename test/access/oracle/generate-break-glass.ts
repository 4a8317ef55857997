/** Break-glass and its reviews. */
import { assigned, casesOf, day, hour, itemsOf, minute, type Plan } from './generate-draft.js';
import type { Inspectorate, Instant } from './world-base.js';
import type { Evidence } from './world-evidence.js';

/** Of items seen in summary, and of cases; open at the first pivot, or until it, or up to the second. */
export function makeBreakGlass(plan: Plan, count: number): void {
  const { chance, inspection } = plan;
  if (inspection.notifiedAt === null) return;
  for (let made = 0; made < count; made += 1) {
    const asker = chance.of(assigned(plan, chance.of(plan.accepted), ['LEAD', 'INSPECTORATE_LEAD']));
    const { inspectorate } = asker;
    if (inspectorate === null) continue;
    const shared = itemsOf(plan).filter((item) => isSummaryOf(plan, item, inspectorate));
    if (chance.happens(0.5) && shared.length > 0) {
      const item = chance.of(shared);
      addBreakGlass(plan, { asker, inspectorate, evidenceId: item.id, caseId: null }, () => [item.owner]);
    } else {
      const caseId = chance.of(casesOf(plan)).id;
      addBreakGlass(plan, { asker, inspectorate, evidenceId: null, caseId }, (at) =>
        ownersIn(plan, caseId, at).filter((owner) => owner !== inspectorate),
      );
    }
  }
}

const isSummaryOf = (plan: Plan, item: Evidence, inspectorate: Inspectorate): boolean =>
  plan.draft.shares.some(
    (share) => share.evidenceId === item.id && share.form === 'SUMMARY' && share.recipient === inspectorate,
  );

/** Who owns a submitted item of the case at that moment, and is told. */
function ownersIn(plan: Plan, caseId: string, at: Instant): readonly Inspectorate[] {
  const owners = itemsOf(plan)
    .filter((item) => item.caseId === caseId && item.submittedAt !== null && item.submittedAt <= at)
    .filter((item) => item.withdrawnAt === null || item.withdrawnAt > at)
    .map((item) => item.owner);
  return [...new Set(owners)];
}

interface Broken {
  readonly asker: { readonly id: string; readonly userId: string };
  readonly inspectorate: Inspectorate;
  readonly evidenceId: string | null;
  readonly caseId: string | null;
}

function addBreakGlass(plan: Plan, broken: Broken, told: (at: Instant) => readonly Inspectorate[]): void {
  const { draft, chance, inspection, pivots } = plan;
  const { asker, inspectorate, evidenceId, caseId } = broken;
  const startsAt =
    inspection.closedAt === null
      ? chance.of([0, 30, 30, 60].map((minutes) => pivots.first - minutes * minute).concat(pivots.second - hour))
      : inspection.closedAt - 30 * minute;
  const owners = told(startsAt);
  // No second by the same person on one target before the review.
  const again = draft.breakGlasses.some(
    (one) => one.askedBy === asker.userId && one.evidenceId === evidenceId && one.caseId === caseId,
  );
  if (owners.length === 0 || again) return;
  const id = chance.uuid();
  draft.breakGlasses.push({
    id,
    inspectionId: inspection.id,
    caseId,
    evidenceId,
    askedBy: asker.userId,
    assignmentId: asker.id,
    inspectorate,
    startsAt,
    endsAt: startsAt + hour,
  });
  for (const owner of owners) {
    const reviewer = assigned(plan, owner, ['INSPECTORATE_LEAD']).find((one) => one.userId !== asker.userId);
    const reviewed = reviewer !== undefined && chance.happens(0.2);
    draft.breakGlassReviews.push({
      id: chance.uuid(),
      breakGlassId: id,
      inspectionId: inspection.id,
      owner,
      reviewDueAt: startsAt + 4 * day,
      reviewedAt: reviewed ? startsAt + minute : null,
      reviewedBy: reviewed ? reviewer.userId : null,
      outcome: reviewed ? chance.of(['JUSTIFIED', 'NOT_JUSTIFIED']) : null,
    });
  }
}
