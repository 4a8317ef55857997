import {
  beside,
  column,
  globalIdOf,
  list,
  one,
  page,
  value,
  type FieldRead,
  type PageRead,
  type ReadModel,
} from '../reading/read-model.js';

const DUE = ['app.request_due', 'request_id'] as const;
const TEXT = ['app.request_text', 'request_id'] as const;
const SENT = ['app.submission_text', 'submission_id'] as const;
const text = (name: string): FieldRead => beside(...TEXT, name);
const sent = (name: string): FieldRead => beside(...SENT, name);

export const informationRequestReads: ReadModel = {
  type: 'InformationRequest',
  table: 'app.request',
  key: 'id',
  fields: {
    id: globalIdOf('InformationRequest'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    agency: one('Agency', (row, other) => `${other}.id = ${row.self}.organisation_id`),
    state: column('state'),
    version: text('version'),
    dueAt: beside(...DUE, 'due_at'),
    dueWarning: beside(...DUE, 'warning'),
    title: text('title'),
    asked: text('asked'),
    reason: text('reason'),
    inspectorates: list(
      'Inspectorate',
      (row, other) => `${other}.inspectorate = ANY (${row.beside(...TEXT)}.inspectorates)`,
      (other) => `${other}.inspectorate`,
    ),
    cases: list(
      'Case',
      (row, other) => `${other}.id = ANY (${row.beside(...TEXT)}.case_ids)`,
      (other) => `${other}.code`,
    ),
    draftedBy: one('Person', (row, other) => `${other}.id = ${row.beside(...TEXT)}.drafted_by`),
    draftedAt: text('drafted_at'),
    issuedBy: one('Person', (row, other) => `${other}.id = ${row.beside(...TEXT)}.issued_by`),
    issuedAt: text('issued_at'),
    cancelledAt: text('cancelled_at'),
    cancelledBecause: text('cancel_reason'),
    submission: one('Submission', (row, other) => `${other}.request_id = ${row.self}.id`),
  },
};

export const submissionReads: ReadModel = {
  type: 'Submission',
  table: 'app.submission',
  key: 'id',
  fields: {
    id: globalIdOf('Submission'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    requestId: value((row) => `'InformationRequest.' || ${row.self}.request_id`),
    agency: one('Agency', (row, other) => `${other}.id = ${row.self}.organisation_id`),
    state: column('state'),
    version: column('version'),
    text: sent('text'),
    data: sent('data'),
    late: column('late'),
    writtenBy: one('Person', (row, other) => `${other}.id = ${row.beside(...SENT)}.written_by`),
    writtenAt: sent('written_at'),
    submittedBy: one('Person', (row, other) => `${other}.id = ${row.self}.submitted_by`),
    submittedAt: column('submitted_at'),
    receiptCode: column('receipt'),
    versions: value(
      (
        row,
      ) => `(SELECT coalesce(json_agg(json_build_object('version', x.version, 'text', x.text, 'data', x.data, 'late', x.late,
        'submittedAt', x.submitted_at, 'receiptCode', x.receipt, 'replacedAt', x.replaced_at, 'reason', x.reason) ORDER BY x.version), '[]')
      FROM app.submission_version x WHERE x.submission_id = ${row.self}.id)`,
    ),
  },
};

/** Requests of an inspection, what is due first; those whose due time the asker may not see come last. */
export const requestsOf = (inspectionId: string): PageRead =>
  page('InformationRequest', {
    table: `(SELECT r.id, r.inspection_id, coalesce(d.due_at, '9999-12-31 00:00:00+00') AS due_at
      FROM app.request r LEFT JOIN app.request_due d ON d.request_id = r.id)`,
    key: 'id',
    by: 'due_at',
    byType: 'timestamptz',
    direction: 'ASC',
    where: (source, row) => `${source}.inspection_id = ${row.param(inspectionId)}::uuid`,
  });

/** Submissions of an inspection: drafts first, then in the order in which they were sent. */
export const submissionsOf = (inspectionId: string): PageRead =>
  page('Submission', {
    table: `(SELECT id, inspection_id, coalesce(submitted_at, '0001-01-01 00:00:00+00') AS submitted_at FROM app.submission)`,
    key: 'id',
    by: 'submitted_at',
    byType: 'timestamptz',
    direction: 'ASC',
    where: (source, row) => `${source}.inspection_id = ${row.param(inspectionId)}::uuid`,
  });
