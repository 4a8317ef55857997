import { column, globalIdOf, list, one, value, type ReadModel } from '../reading/read-model.js';
import { overdueReview } from './overdue-review.js';

export const breakGlassReads: ReadModel = {
  type: 'BreakGlass',
  table: 'app.break_glass',
  key: 'id',
  fields: {
    id: globalIdOf('BreakGlass'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    case: one('Case', (row, other) => `${other}.id = ${row.self}.case_id`),
    evidence: one('Evidence', (row, other) => `${other}.id = ${row.self}.evidence_id`),
    askedBy: one('Person', (row, other) => `${other}.id = ${row.self}.asked_by`),
    inspectorate: column('inspectorate'),
    reason: column('reason'),
    startsAt: column('starts_at'),
    endsAt: column('ends_at'),
    reviews: list(
      'BreakGlassReview',
      (row, other) => `${other}.break_glass_id = ${row.self}.id`,
      (other) => `${other}.owner`,
    ),
  },
};

export const breakGlassReviewReads: ReadModel = {
  type: 'BreakGlassReview',
  table: 'app.break_glass_review',
  key: 'id',
  fields: {
    id: globalIdOf('BreakGlassReview'),
    breakGlass: one('BreakGlass', (row, other) => `${other}.id = ${row.self}.break_glass_id`),
    owner: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.owner`),
    dueAt: column('review_due_at'),
    overdue: value((row) => overdueReview(row.self)),
    version: column('version'),
    outcome: column('outcome'),
    words: column('words'),
    reviewedAt: column('reviewed_at'),
    reviewedBy: one('Person', (row, other) => `${other}.id = ${row.self}.reviewed_by`),
  },
};
