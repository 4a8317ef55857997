import { beside, column, globalIdOf, one, page, value, type PageRead, type ReadModel } from '../reading/read-model.js';

const ADMISSION = ['app.comment_admission', 'comment_id'] as const;

export const accuracyCommentReads: ReadModel = {
  type: 'AccuracyComment',
  table: 'app.accuracy_comment',
  key: 'id',
  fields: {
    id: globalIdOf('AccuracyComment'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    agency: one('Agency', (row, other) => `${other}.id = ${row.self}.organisation_id`),
    paragraphId: value((row) => `'FrozenParagraph.' || ${row.self}.frozen_paragraph_id`),
    kind: column('kind'),
    text: column('text'),
    proof: column('proof'),
    state: column('state'),
    late: column('late'),
    version: column('version'),
    draftedBy: one('Person', (row, other) => `${other}.id = ${row.self}.drafted_by`),
    sentBy: one('Person', (row, other) => `${other}.id = ${row.self}.sent_by`),
    sentAt: column('sent_at'),
    receiptCode: column('receipt'),
    admittedAt: beside(...ADMISSION, 'admitted_at'),
    admittedBecause: beside(...ADMISSION, 'reason'),
    reply: one('AccuracyReply', (row, other) => `${other}.comment_id = ${row.self}.id`),
  },
};

export const accuracyReplyReads: ReadModel = {
  type: 'AccuracyReply',
  table: 'app.accuracy_reply',
  key: 'comment_id',
  fields: {
    id: globalIdOf('AccuracyReply', 'comment_id'),
    decision: column('decision'),
    text: column('text'),
    state: column('state'),
    version: column('version'),
    draftedBy: one('Person', (row, other) => `${other}.id = ${row.self}.drafted_by`),
    sentAt: column('sent_at'),
  },
};

/** Comments of an inspection: drafts first, then in the order in which they were sent. */
export const accuracyCommentsOf = (inspectionId: string): PageRead =>
  page('AccuracyComment', {
    table: `(SELECT id, inspection_id, coalesce(sent_at, '0001-01-01 00:00:00+00') AS sent_at FROM app.accuracy_comment)`,
    key: 'id',
    by: 'sent_at',
    byType: 'timestamptz',
    direction: 'ASC',
    where: (source, row) => `${source}.inspection_id = ${row.param(inspectionId)}::uuid`,
  });
