import { beside, column, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';

const WHOLE = ['app.conflict_of_interest', 'id'] as const;
const whole = (name: string): FieldRead => beside(...WHOLE, name);
const person = (name: string): FieldRead =>
  one('Person', (row, other) => `${other}.id = ${row.beside(...WHOLE)}.${name}`);

export const conflictReads: ReadModel = {
  type: 'ConflictOfInterest',
  table: 'app.conflict_notice',
  key: 'conflict_id',
  fields: {
    id: value((row) => `'ConflictOfInterest.' || ${row.self}.conflict_id`),
    state: column('state'),
    inspectorate: column('inspectorate'),
    person: person('user_id'),
    agency: one('Agency', (row, other) => `${other}.id = ${row.beside(...WHOLE)}.organisation_id`),
    caseCode: whole('case_code'),
    reason: whole('reason'),
    declaredAt: whole('declared_at'),
    declaredBy: person('declared_by'),
    liftedAt: whole('lifted_at'),
    liftedBy: person('lifted_by'),
    liftReason: whole('lift_reason'),
  },
};
