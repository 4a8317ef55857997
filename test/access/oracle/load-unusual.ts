import { change, insert, instant, instantOrNull, type Step } from './load-steps.js';

const REASON = 'A child may come to harm before the owner could be asked to share it.';
const CALENDAR = 'england-2024';

/** After shares, since one may be what a request was granted by. */
export const accessRequests: readonly Step[] = [
  insert('access_request', (world) =>
    world.accessRequests.map((request) => ({
      id: request.id,
      evidence_id: request.evidenceId,
      inspection_id: request.inspectionId,
      owner: request.owner,
      asked_by: request.askedBy,
      assignment_id: request.assignmentId,
      recipient: request.recipient,
      recipient_assignment_id: request.recipientAssignmentId,
      form: request.form,
      reason: REASON,
      asked_at: instant(request.askedAt),
      due_at: instant(request.dueAt),
      calendar_version: CALENDAR,
      state: 'OPEN',
    })),
  ),
  change('access_request', (world) =>
    world.accessRequests
      .filter(({ state }) => state !== 'OPEN')
      .map((request) => ({
        id: request.id,
        state: request.state,
        decided_by: request.decidedBy,
        decided_at: instantOrNull(request.decidedAt),
        decision_reason: REASON,
        share_id: request.shareId,
      })),
  ),
];

/** While the items stand that it opens. */
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
      reason: REASON,
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
      calendar_version: CALENDAR,
    })),
  ),
  change('break_glass_review', (world) =>
    world.breakGlassReviews
      .filter(({ reviewedAt }) => reviewedAt !== null)
      .map((review) => ({
        id: review.id,
        reviewed_at: instantOrNull(review.reviewedAt),
        reviewed_by: review.reviewedBy,
        outcome: review.outcome,
        words: REASON,
      })),
  ),
];

export const openings: readonly Step[] = [
  insert('opening', (world) =>
    world.openings.map((opening) => ({
      id: opening.id,
      at: instant(opening.at),
      actor_id: opening.actorId,
      organisation_id: world.users.find(({ id }) => id === opening.actorId)?.organisationId,
      request_id: opening.id,
      inspection_id: opening.inspectionId,
      evidence_id: opening.evidenceId,
      owner: opening.owner,
      rule: opening.rule === 'OWNER' ? 'OWN_TEAM' : opening.rule,
      by_name: 'Somebody',
      inspectorate: opening.inspectorate,
    })),
  ),
];

const londonDay = (at: number): string => new Date(at).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

export const whistleblowing: readonly Step[] = [
  insert('whistleblowing_handler', (world) =>
    world.whistleblowingHandlers.map((handler) => ({
      id: handler.id,
      inspection_id: handler.inspectionId,
      user_id: handler.userId,
      named_by: handler.namedBy,
      named_at: instant(handler.namedAt),
    })),
  ),
  change('whistleblowing_handler', (world) =>
    world.whistleblowingHandlers
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ id, endedAt }) => ({ id, ended_at: instantOrNull(endedAt) })),
  ),
  insert('whistleblowing', (world) =>
    world.whistleblowings.map((item) => ({
      id: item.id,
      inspection_id: item.inspectionId,
      agency_id: item.agencyId,
      received_on: londonDay(item.receivedAt),
      state: item.state,
      version: 1,
    })),
  ),
  insert('whistleblowing_words', (world) =>
    world.whistleblowings.map(({ id, inspectionId }) => ({
      whistleblowing_id: id,
      inspection_id: inspectionId,
      // The database holds no key: to it any bytes are as good.
      sealed: '\\x00',
    })),
  ),
];
