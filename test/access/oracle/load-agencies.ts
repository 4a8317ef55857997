import { change, insert, instant, instantOrNull, type Step } from './load-steps.js';
import type { AgencyRequest } from './world-acts.js';
import type { World } from './world.js';

const requests = (world: World, which: (request: AgencyRequest) => boolean): readonly AgencyRequest[] =>
  world.requests.filter(which);

export const agencies: readonly Step[] = [
  insert('request', (world) =>
    world.requests.map(({ id, inspectionId, organisationId }) => ({
      id,
      inspection_id: inspectionId,
      organisation_id: organisationId,
      state: 'DRAFT',
    })),
  ),
  insert('request_text', (world) =>
    world.requests.map((request) => ({
      request_id: request.id,
      inspection_id: request.inspectionId,
      title: `Request ${request.id}`,
      asked: 'Send the list of cases.',
      reason: 'To choose from it.',
      inspectorates: request.inspectorates,
      case_ids: request.caseIds,
      drafted_by: request.draftedBy,
      drafted_at: instant(request.draftedAt),
      issued_at: instantOrNull(request.issuedAt),
      issued_by: request.issuedAt === null ? null : request.draftedBy,
      cancelled_at: instantOrNull(request.cancelledAt),
      cancelled_by: request.cancelledAt === null ? null : request.draftedBy,
      cancel_reason: request.cancelledAt === null ? null : 'It came otherwise.',
    })),
  ),
  insert('request_due', (world) =>
    requests(world, ({ dueAt }) => dueAt !== null).map((request) => ({
      request_id: request.id,
      inspection_id: request.inspectionId,
      due_at: instantOrNull(request.dueAt),
      calendar_version: 'england-2024',
      warning: 'A Friday.',
    })),
  ),
  change('request', (world) =>
    requests(world, ({ issuedAt }) => issuedAt !== null).map(({ id }) => ({ id, state: 'ISSUED' })),
  ),
  insert('submission', (world) =>
    world.submissions.map((submission) => ({
      id: submission.id,
      request_id: submission.requestId,
      inspection_id: submission.inspectionId,
      organisation_id: submission.organisationId,
      state: 'DRAFT',
      late: submission.late,
    })),
  ),
  insert('submission_text', (world) =>
    world.submissions.map((submission) => ({
      submission_id: submission.id,
      inspection_id: submission.inspectionId,
      organisation_id: submission.organisationId,
      text: `Submission ${submission.id}`,
      data: [{ name: 'Cases', value: '12' }],
      written_by: submission.writtenBy,
      written_at: instant(submission.writtenAt),
    })),
  ),
  change('submission', (world) =>
    world.submissions
      .filter(({ state }) => state === 'SUBMITTED')
      .map((submission) => ({
        id: submission.id,
        state: 'SUBMITTED',
        submitted_at: instantOrNull(submission.submittedAt),
        submitted_by: submission.submittedBy,
        receipt: submission.id.slice(0, 8).toUpperCase(),
      })),
  ),
  change('request', (world) =>
    requests(world, ({ state }) => state === 'CANCELLED').map(({ id, state }) => ({ id, state })),
  ),
];
