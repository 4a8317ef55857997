import { column, globalIdOf, one, page, value, type PageRead, type ReadModel } from '../reading/read-model.js';

/** Past its time by the inspection's clock, which a pause stops. */
const overdue = (row: string): string =>
  `(${row}.state = 'OPEN' AND coalesce(${row}.due_at <= auth.clock(${row}.inspection_id), false))`;

export const accessRequestReads: ReadModel = {
  type: 'AccessRequest',
  table: 'app.access_request',
  key: 'id',
  fields: {
    id: globalIdOf('AccessRequest'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    evidence: one('Evidence', (row, other) => `${other}.id = ${row.self}.evidence_id`),
    owner: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.owner`),
    askedBy: one('Person', (row, other) => `${other}.id = ${row.self}.asked_by`),
    recipient: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.recipient`),
    recipientAssignment: one('Assignment', (row, other) => `${other}.id = ${row.self}.recipient_assignment_id`),
    form: column('form'),
    reason: column('reason'),
    askedAt: column('asked_at'),
    dueAt: column('due_at'),
    overdue: value((row) => overdue(row.self)),
    state: column('state'),
    decidedBy: one('Person', (row, other) => `${other}.id = ${row.self}.decided_by`),
    decidedAt: column('decided_at'),
    decisionReason: column('decision_reason'),
    share: one('EvidenceShare', (row, other) => `${other}.id = ${row.self}.share_id`),
  },
};

/** Those that wait for the asker: he may write them, and did not make them. */
const waiting = (row: string): string =>
  `${row}.state = 'OPEN' AND ${row}.asked_by <> auth.user_id() AND ${row}.audience_id = ANY ((SELECT auth.audiences(4))::bigint[])`;
const made = (row: string): string => `${row}.asked_by = auth.user_id()`;

export interface RequestsWanted {
  readonly view: 'TO_DECIDE' | 'MINE' | 'ALL';
  readonly state: string | null;
  readonly inspectionId: string | null;
  readonly evidenceId: string | null;
}

/** Requests for access that the asker sees, what is due first. */
export const accessRequestsOf = ({ view, state, inspectionId, evidenceId }: RequestsWanted): PageRead =>
  page('AccessRequest', {
    table: 'app.access_request',
    key: 'id',
    by: 'due_at',
    byType: 'timestamptz',
    direction: 'ASC',
    where: (source, row) =>
      [
        { TO_DECIDE: waiting(source), MINE: made(source), ALL: 'true' }[view],
        ...(state === null ? [] : [`${source}.state = ${row.param(state)}`]),
        ...(inspectionId === null ? [] : [`${source}.inspection_id = ${row.param(inspectionId)}::uuid`]),
        ...(evidenceId === null ? [] : [`${source}.evidence_id = ${row.param(evidenceId)}::uuid`]),
      ].join(' AND '),
  });
