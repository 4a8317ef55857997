import {
  beside,
  column,
  globalIdOf,
  list,
  one,
  page,
  value,
  type FieldRead,
  type ReadModel,
} from '../reading/read-model.js';

const DETAIL = ['app.case_detail', 'case_id'] as const;
const detail = (name: string): FieldRead => beside(...DETAIL, name);

/** By the case first: its items are few, those of the inspection many. */
const evidenceOf = (self: string): string => `ARRAY(SELECT e.id FROM app.evidence e WHERE e.case_id = ${self}.id)`;

export const caseReads: ReadModel = {
  type: 'Case',
  table: 'app.case_file',
  key: 'id',
  fields: {
    id: globalIdOf('Case'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    code: column('code'),
    version: detail('version'),
    sampling: detail('sampling'),
    rationale: detail('rationale'),
    siblingGroup: detail('sibling_group'),
    journeyStage: detail('journey_stage'),
    ageYears: detail('age_years'),
    unborn: detail('unborn'),
    createdAt: detail('created_at'),
    members: list(
      'CaseMember',
      (row, other) => `${other}.case_id = ${row.self}.id`,
      (other) => `${other}.inspectorate, ${other}.id`,
    ),
    evidenceCount: value(
      (row) => `(SELECT count(*) FROM app.evidence_summary x WHERE x.evidence_id = ANY (${evidenceOf(row.self)}))`,
    ),
    entryCount: value((row) => `(SELECT count(*) FROM app.chronology_entry x WHERE x.case_id = ${row.self}.id)`),
    evidence: page('Evidence', {
      table: 'app.evidence_summary',
      key: 'evidence_id',
      by: 'created_at',
      byType: 'timestamptz',
      direction: 'DESC',
      where: (source, row) => `${source}.evidence_id = ANY (${evidenceOf(row.self)})`,
    }),
    agencies: list(
      'Agency',
      (row, other) => `${other}.id = ANY (${row.beside(...DETAIL)}.agency_ids)`,
      (other) => `${other}.name`,
    ),
    chronology: list(
      'ChronologyEntry',
      (row, other) => `${other}.case_id = ${row.self}.id`,
      (other) => `${other}.happened_on, ${other}.id`,
    ),
  },
};

export const chronologyEntryReads: ReadModel = {
  type: 'ChronologyEntry',
  table: 'app.chronology_entry',
  key: 'id',
  fields: {
    id: globalIdOf('ChronologyEntry'),
    happenedOn: column('happened_on'),
    words: column('words'),
    agency: one('Agency', (row, other) => `${other}.id = ${row.self}.agency_id`),
    owner: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.owner`),
    evidenceId: value((row) => `'Evidence.' || ${row.self}.evidence_id`),
    version: column('version'),
    contradicts: list(
      'ChronologyEntry',
      (row, other) =>
        `${other}.id IN (SELECT x.other_id FROM app.chronology_contradiction x WHERE x.entry_id = ${row.self}.id)`,
      (other) => `${other}.happened_on, ${other}.id`,
    ),
  },
};

export const caseMemberReads: ReadModel = {
  type: 'CaseMember',
  table: 'app.case_member',
  key: 'id',
  fields: {
    id: globalIdOf('CaseMember'),
    person: one(
      'Person',
      (row, other) => `${other}.id = (SELECT x.user_id FROM app.assignment x WHERE x.id = ${row.self}.assignment_id)`,
    ),
    assignmentId: value((row) => `'Assignment.' || ${row.self}.assignment_id`),
    inspectorate: column('inspectorate'),
    endedAt: column('ended_at'),
  },
};
