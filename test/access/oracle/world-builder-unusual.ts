/** Break-glass, whistleblowing and immediate concerns in a world by hand. */
import { day, hour, now, type WorldBuilder } from './world-builder.js';
import type { Person } from './world-builder-people.js';
import type * as acts from './world-acts.js';
import type { Id, Inspectorate } from './world-base.js';

/** By the inspectorate lead of CQC, from half an hour ago for an hour; the owners given were told. */
export function breakGlass(
  w: WorldBuilder,
  target: { readonly evidenceId: Id } | { readonly caseId: Id },
  owners: readonly Inspectorate[] = ['OFSTED'],
  given: Partial<acts.BreakGlass> = {},
): Id {
  const id = w.id();
  const asker = w.assignmentOf('cqc lead');
  w.draft.breakGlasses.push({
    id,
    inspectionId: w.inspectionId,
    evidenceId: null,
    caseId: null,
    ...target,
    askedBy: asker.userId,
    assignmentId: asker.id,
    inspectorate: 'CQC',
    startsAt: now - hour / 2,
    endsAt: now + hour / 2,
    ...given,
  });
  for (const owner of owners) {
    w.draft.breakGlassReviews.push({
      id: w.id(),
      breakGlassId: id,
      inspectionId: w.inspectionId,
      owner,
      reviewDueAt: now + 2 * day,
      reviewedAt: null,
      reviewedBy: null,
      outcome: null,
    });
  }
  return id;
}

export function handler(w: WorldBuilder, name: Person, endedAt: number | null = null): void {
  const namedBy = w.user('planner').id;
  const userId = w.user(name).id;
  w.draft.whistleblowingHandlers.push({
    id: w.id(),
    inspectionId: w.inspectionId,
    userId,
    namedBy,
    namedAt: now - 30 * day,
    endedAt,
  });
}

export function whistleblowing(w: WorldBuilder, given: Partial<acts.Whistleblowing> = {}): Id {
  const id = w.id();
  w.draft.whistleblowings.push({
    id,
    inspectionId: w.inspectionId,
    agencyId: null,
    receivedAt: now - 8 * day,
    state: 'RECEIVED',
    filedBy: w.user('cqc inspector').id,
    ...given,
  });
  return id;
}

/** To the trust, by the inspector of CQC. */
export function concern(w: WorldBuilder, given: Partial<acts.Concern> = {}): Id {
  const id = w.id();
  w.draft.concerns.push({
    id,
    inspectionId: w.inspectionId,
    receiverId: w.organisation('TRUST'),
    caseId: null,
    state: 'RAISED',
    raisedBy: w.user('cqc inspector').id,
    raisedAt: now - 3 * day,
    ...given,
  });
  return id;
}
