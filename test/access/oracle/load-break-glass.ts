import { insert, instant, instantOrNull, type Step } from './load-steps.js';
import type { World } from './world.js';

const namesOf = (world: World): ReadonlyMap<string, string> => new Map(world.users.map(({ id, name }) => [id, name]));

/** What was taken, the owners that were told and what they found; and who opened which text by what right. */
export const breakGlass: readonly Step[] = [
  insert('break_glass', (world) =>
    world.breakGlasses.map((broken) => ({
      id: broken.id,
      inspection_id: broken.inspectionId,
      case_id: broken.caseId,
      evidence_id: broken.evidenceId,
      asked_by: broken.askedBy,
      assignment_id: broken.assignmentId,
      inspectorate: broken.inspectorate,
      reason: `There is no time to ask for ${broken.id}`,
      starts_at: instant(broken.startsAt),
      ends_at: instant(broken.endsAt),
    })),
  ),
  insert('break_glass_review', (world) =>
    world.breakGlassReviews.map((review) => ({
      id: review.id,
      break_glass_id: review.breakGlassId,
      inspection_id: review.inspectionId,
      owner: review.owner,
      review_due_at: instant(review.reviewDueAt),
      calendar_version: 'any',
      reviewed_at: instantOrNull(review.reviewedAt),
      reviewed_by: review.reviewedBy,
      outcome: review.outcome,
      words: review.outcome === null ? null : 'It was looked into.',
      version: review.outcome === null ? 1 : 2,
    })),
  ),
  insert('opening', (world) => {
    const names = namesOf(world);
    const organisations = new Map(world.users.map(({ id, organisationId }) => [id, organisationId]));
    return world.openings.map((opening) => ({
      id: opening.id,
      at: instant(opening.at),
      actor_id: opening.actorId,
      organisation_id: organisations.get(opening.actorId),
      request_id: 'world',
      inspection_id: opening.inspectionId,
      evidence_id: opening.evidenceId,
      owner: opening.owner,
      rule: opening.rule === 'OWNER' ? 'OWN_TEAM' : opening.rule,
      by_name: names.get(opening.actorId),
      inspectorate: opening.inspectorate,
    }));
  }),
];
