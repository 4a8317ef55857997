import { beside, column, globalIdOf, list, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';

const DETAIL = ['app.case_detail', 'case_id'] as const;
const detail = (name: string): FieldRead => beside(...DETAIL, name);

export const caseReads: ReadModel = {
  type: 'Case',
  table: 'app.case_file',
  key: 'id',
  fields: {
    id: globalIdOf('Case'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    code: column('code'),
    version: column('version'),
    sampling: detail('sampling'),
    rationale: detail('rationale'),
    siblingGroup: detail('sibling_group'),
    journeyStage: detail('journey_stage'),
    ageYears: detail('age_years'),
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
  },
};
