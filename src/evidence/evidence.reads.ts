import { beside, column, globalIdOf, list, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';

const SUMMARY = ['app.evidence_summary', 'evidence_id'] as const;
const BODY = ['app.evidence_body', 'evidence_id'] as const;
const summary = (name: string): FieldRead => beside(...SUMMARY, name);
const body = (name: string): FieldRead => beside(...BODY, name);

/** The share text that reaches the asker: the newest start, then the greatest id (R3). */
const shareText = (name: string, self: string): string =>
  `(SELECT st.${name} FROM app.evidence_share_text st JOIN app.evidence_share sh ON sh.id = st.share_id
    WHERE st.evidence_id = ${self}.id AND sh.revoked_at IS NULL ORDER BY sh.starts_at DESC, sh.id DESC LIMIT 1)`;

const jsonList = (fields: string, table: string, where: string, order: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${table} x WHERE ${where})`;

export const evidenceReads: ReadModel = {
  type: 'Evidence',
  table: 'app.evidence',
  key: 'id',
  fields: {
    id: globalIdOf('Evidence'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    owner: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.owner`),
    state: column('state'),
    version: body('version'),
    case: one('Case', (row, other) => `${other}.id = ${row.self}.case_id`),
    kind: summary('kind'),
    method: summary('method'),
    marking: summary('marking'),
    criterion: summary('criterion'),
    createdAt: summary('created_at'),
    title: value((row) => {
      const whole = row.beside(...BODY);
      const withdrawn = row.beside('app.evidence_withdrawal', 'evidence_id');
      return `CASE WHEN ${whole}.evidence_id IS NOT NULL THEN ${whole}.title ELSE coalesce(${withdrawn}.title, ${shareText('title', row.self)}) END`;
    }),
    summary: value(
      (row) => `CASE WHEN ${row.beside(...BODY)}.evidence_id IS NULL THEN ${shareText('summary', row.self)} END`,
    ),
    strength: body('strength'),
    personalData: body('personal_data'),
    sourceAgency: one('Agency', (row, other) => `${other}.id = ${row.beside(...BODY)}.source_agency_id`),
    spokenOf: list(
      'Agency',
      (row, other) => `${other}.id = ANY (${row.beside(...BODY)}.spoken_of_ids)`,
      (other) => `${other}.name`,
    ),
    occurredFrom: body('occurred_from'),
    occurredTo: body('occurred_to'),
    author: one('Person', (row, other) => `${other}.id = ${row.beside(...BODY)}.author_id`),
    submittedAt: body('submitted_at'),
    withdrawnBecause: beside('app.evidence_withdrawal', 'evidence_id', 'reason'),
    shares: list(
      'EvidenceShare',
      (row, other) => `${other}.evidence_id = ${row.self}.id`,
      (other) => `${other}.starts_at, ${other}.id`,
    ),
    // Declared by the findings, which know evidence and not the other way round.
    findings: list(
      'Finding',
      (row, other) => `${other}.id IN (SELECT c.finding_id FROM app.citation c WHERE c.evidence_id = ${row.self}.id)`,
      (other) => `${other}.owner, ${other}.id`,
    ),
    release: value((row) =>
      jsonList(
        `'recipient', x.recipient, 'form', x.form, 'gateway', x.gateway, 'why', x.why`,
        'app.evidence_cap',
        `x.evidence_id = ${row.self}.id`,
        'x.recipient',
      ),
    ),
    markingChanges: value((row) =>
      jsonList(
        `'marking', x.marking, 'reason', x.reason, 'changedAt', x.changed_at`,
        'app.marking_change',
        `x.evidence_id = ${row.self}.id`,
        'x.changed_at, x.id',
      ),
    ),
    versions: value((row) =>
      jsonList(
        `'version', x.version, 'title', x.title, 'reason', x.reason, 'supersededAt', x.superseded_at`,
        'app.evidence_version',
        `x.evidence_id = ${row.self}.id`,
        'x.version',
      ),
    ),
  },
};

export const evidenceShareReads: ReadModel = {
  type: 'EvidenceShare',
  table: 'app.evidence_share',
  key: 'id',
  fields: {
    id: globalIdOf('EvidenceShare'),
    recipient: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.recipient`),
    form: column('form'),
    gateway: column('gateway'),
    purpose: column('purpose'),
    startsAt: column('starts_at'),
    endsAt: column('ends_at'),
    revokedAt: column('revoked_at'),
    title: beside('app.evidence_share_text', 'share_id', 'title'),
    summary: beside('app.evidence_share_text', 'share_id', 'summary'),
  },
};

/** Lists give no texts: a text is given by an opening, which is recorded first. */
export const openedEvidenceReads: ReadModel = {
  type: 'OpenedEvidence',
  table: 'app.evidence_body',
  key: 'evidence_id',
  fields: {
    evidence: one('Evidence', (row, other) => `${other}.id = ${row.self}.evidence_id`),
    body: column('body'),
    earlier: value((row) =>
      jsonList(
        `'version', x.version, 'body', x.body`,
        'app.evidence_version',
        `x.evidence_id = ${row.self}.evidence_id`,
        'x.version',
      ),
    ),
  },
};
