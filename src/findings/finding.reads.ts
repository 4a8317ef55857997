import { beside, column, globalIdOf, list, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';
import type { SelectionScope } from '../reading/selection-scope.js';

const BODY = ['app.finding_body', 'finding_id'] as const;
const body = (name: string): FieldRead => beside(...BODY, name);

const count = (of: (row: SelectionScope) => string): FieldRead =>
  value((row) => {
    const said = of(row);
    return `CASE WHEN ${said}.count_n IS NOT NULL THEN json_build_object('n', ${said}.count_n, 'of', ${said}.count_of, 'basis', ${said}.count_basis) END`;
  });
const attitudesTo = (reference: string): FieldRead =>
  list(
    'Attitude',
    (row, other) => `${other}.${reference} = ${row.self}.id`,
    (other) => `${other}.taken_at, ${other}.inspectorate, ${other}.turn`,
  );
const inspectionId = value((row) => `'Inspection.' || ${row.self}.inspection_id`);

export const findingReads: ReadModel = {
  type: 'Finding',
  table: 'app.finding',
  key: 'id',
  fields: {
    id: globalIdOf('Finding'),
    inspectionId,
    owner: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.owner`),
    state: column('state'),
    marking: column('marking'),
    markingLowerings: value(
      (row) =>
        `(SELECT coalesce(json_agg(json_build_object('proposedFor', x.owner, 'reason', x.reason, 'proposedAt', x.proposed_at,
          'waitsFor', ARRAY(SELECT o FROM unnest(x.owners) o WHERE o <> ALL (x.agreed) ORDER BY o)) ORDER BY x.proposed_at, x.id), '[]')
        FROM app.marking_lowering x WHERE x.finding_id = ${row.self}.id)`,
    ),
    version: body('version'),
    kind: body('kind'),
    placement: body('placement'),
    study: body('study'),
    position: body('position'),
    criterion: body('criterion'),
    statement: body('statement'),
    effectOnChildren: body('effect_on_children'),
    count: count((row) => row.beside(...BODY)),
    disconfirming: body('disconfirming'),
    agencies: list(
      'Agency',
      (row, other) => `${other}.id = ANY (${row.beside(...BODY)}.agency_ids)`,
      (other) => `${other}.name, ${other}.id`,
    ),
    case: one('Case', (row, other) => `${other}.id = ${row.beside(...BODY)}.case_id`),
    author: one('Person', (row, other) => `${other}.id = ${row.beside(...BODY)}.author_id`),
    createdAt: body('created_at'),
    submittedAt: body('submitted_at'),
    withdrawnBecause: beside('app.finding_withdrawal', 'finding_id', 'reason'),
    citations: list(
      'Citation',
      (row, other) => `${other}.finding_id = ${row.self}.id`,
      (other) => `${other}.cited_at, ${other}.id`,
    ),
    mergeId: value(
      (row) =>
        `(SELECT 'Merge.' || s.merge_id FROM app.finding_merge_source s WHERE s.finding_id = ${row.self}.id AND NOT s.undone)`,
    ),
    attitudes: attitudesTo('finding_id'),
  },
};

export const citationReads: ReadModel = {
  type: 'Citation',
  table: 'app.citation',
  key: 'id',
  fields: {
    id: globalIdOf('Citation'),
    evidence: one('Evidence', (row, other) => `${other}.id = ${row.self}.evidence_id`),
    passage: value((row) => {
      const passage = row.beside('app.citation_passage', 'citation_id');
      return `CASE WHEN ${passage}.citation_id IS NOT NULL THEN json_build_object('start', ${passage}.from_offset, 'end', ${passage}.to_offset,
        'quote', ${passage}.quote, 'evidenceVersion', ${passage}.evidence_version) END`;
    }),
  },
};

export const mergeReads: ReadModel = {
  type: 'Merge',
  table: 'app.finding_merge',
  key: 'id',
  fields: {
    id: globalIdOf('Merge'),
    inspectionId,
    version: column('version'),
    marking: column('marking'),
    kind: column('kind'),
    placement: column('placement'),
    study: column('study'),
    position: column('position'),
    criterion: column('criterion'),
    statement: column('statement'),
    effectOnChildren: column('effect_on_children'),
    count: count((row) => row.self),
    agencies: list(
      'Agency',
      (row, other) => `${other}.id = ANY (${row.self}.agency_ids)`,
      (other) => `${other}.name, ${other}.id`,
    ),
    sources: list(
      'Finding',
      (row, other) =>
        `${other}.id IN (SELECT s.finding_id FROM app.finding_merge_source s WHERE s.merge_id = ${row.self}.id)`,
      (other) => `${other}.owner, ${other}.id`,
    ),
    keptFinding: one('Finding', (row, other) => `${other}.id = ${row.self}.kept_finding_id`),
    madeBy: one('Person', (row, other) => `${other}.id = ${row.self}.made_by`),
    madeAt: column('made_at'),
    undoneAt: column('undone_at'),
    undoneBecause: column('undo_reason'),
    attitudes: attitudesTo('merge_id'),
  },
};

export const attitudeReads: ReadModel = {
  type: 'Attitude',
  table: 'app.attitude',
  key: 'id',
  fields: {
    id: globalIdOf('Attitude'),
    inspectorate: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.inspectorate`),
    attitude: column('attitude'),
    words: column('words'),
    current: value(
      (
        row,
      ) => `NOT EXISTS (SELECT FROM app.attitude later WHERE later.inspectorate = ${row.self}.inspectorate AND later.turn > ${row.self}.turn
        AND (later.merge_id = ${row.self}.merge_id OR later.finding_id = ${row.self}.finding_id))`,
    ),
    takenBy: one('Person', (row, other) => `${other}.id = ${row.self}.taken_by`),
    takenAt: column('taken_at'),
  },
};

const CONTRIBUTION_BODY = ['app.contribution_body', 'contribution_id'] as const;

export const contributionReads: ReadModel = {
  type: 'Contribution',
  table: 'app.contribution',
  key: 'id',
  fields: {
    id: globalIdOf('Contribution'),
    inspectionId,
    inspectorate: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.inspectorate`),
    state: column('state'),
    version: beside(...CONTRIBUTION_BODY, 'version'),
    answers: value(
      (row) =>
        `(SELECT coalesce(json_agg(json_build_object('question', a.key, 'answer', a.value) ORDER BY a.key), '[]') FROM jsonb_each_text(${row.beside(...CONTRIBUTION_BODY)}.answers) a)`,
    ),
    nilReason: beside(...CONTRIBUTION_BODY, 'nil_reason'),
    submittedAt: beside(...CONTRIBUTION_BODY, 'submitted_at'),
  },
};
