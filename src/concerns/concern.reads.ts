import { column, globalIdOf, one, value, type ReadModel } from '../reading/read-model.js';

export const immediateConcernReads: ReadModel = {
  type: 'ImmediateConcern',
  table: 'app.immediate_concern',
  key: 'id',
  fields: {
    id: globalIdOf('ImmediateConcern'),
    state: column('state'),
    words: column('words'),
    receiver: one('Agency', (row, other) => `${other}.id = ${row.self}.receiver_id`),
    // Joined, never told by id: the receiver may not even know of the inspection.
    inspection: one('Inspection', (row, other) => `${other}.id = ${row.self}.inspection_id`),
    case: one('Case', (row, other) => `${other}.id = ${row.self}.case_id`),
    raisedAt: column('raised_at'),
    steps: value(
      (
        row,
      ) => `(SELECT coalesce(json_agg(json_build_object('step', x.step, 'at', x.at, 'by', x.by_name, 'organisation', x.by_organisation,
      'words', x.words) ORDER BY array_position(ARRAY['RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED'], x.step)), '[]')
      FROM app.immediate_concern_step x WHERE x.concern_id = ${row.self}.id)`,
    ),
  },
};
