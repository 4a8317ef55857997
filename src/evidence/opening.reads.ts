import { column, one, type PageSource, type ReadModel } from '../reading/read-model.js';

export const evidenceOpeningReads: ReadModel = {
  type: 'EvidenceOpening',
  table: 'app.opening',
  key: 'id',
  fields: {
    at: column('at'),
    by: column('by_name'),
    inspectorate: column('inspectorate'),
    rule: column('rule'),
    share: one('EvidenceShare', (row, other) => `${other}.id = ${row.self}.share_id`),
    evidence: one('Evidence', (row, other) => `${other}.id = ${row.self}.evidence_id`),
  },
};

/** Openings, newest first. */
export const openingsWhere = (where: PageSource['where']): PageSource => ({
  table: 'app.opening',
  key: 'id',
  by: 'at',
  byType: 'timestamptz',
  direction: 'DESC',
  where,
});
