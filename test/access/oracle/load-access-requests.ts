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
