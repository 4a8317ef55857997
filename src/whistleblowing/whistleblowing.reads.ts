import { column, globalIdOf, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';

const person = (name: string): FieldRead => one('Person', (row, other) => `${other}.id = ${row.self}.${name}`);

export const whistleblowingItemReads: ReadModel = {
  type: 'WhistleblowingItem',
  table: 'app.whistleblowing',
  key: 'id',
  fields: {
    id: globalIdOf('WhistleblowingItem'),
    state: column('state'),
    version: column('version'),
    inspection: one('Inspection', (row, other) => `${other}.id = ${row.self}.inspection_id`),
    agency: one('Agency', (row, other) => `${other}.id = ${row.self}.agency_id`),
    receivedOn: column('received_on'),
    steps: value(
      (
        row,
      ) => `(SELECT coalesce(json_agg(json_build_object('step', x.step, 'at', x.at, 'by', u.name) ORDER BY x.at, x.id), '[]')
      FROM app.whistleblowing_step x JOIN app.app_user u ON u.id = x.by_user WHERE x.whistleblowing_id = ${row.self}.id)`,
    ),
  },
};

export const whistleblowingHandlerReads: ReadModel = {
  type: 'WhistleblowingHandler',
  table: 'app.whistleblowing_handler',
  key: 'id',
  fields: {
    id: globalIdOf('WhistleblowingHandler'),
    person: person('user_id'),
    namedBy: person('named_by'),
    namedAt: column('named_at'),
    endedAt: column('ended_at'),
  },
};

export const whistleblowingEventReads: ReadModel = {
  type: 'WhistleblowingEvent',
  table: 'app.whistleblowing_event',
  key: 'id',
  fields: {
    operation: column('operation'),
    at: column('at'),
    by: person('actor_id'),
    item: one('WhistleblowingItem', (row, other) => `${other}.id = ${row.self}.whistleblowing_id`),
    handler: one('WhistleblowingHandler', (row, other) => `${other}.id = ${row.self}.handler_id`),
  },
};

export const whistleblowingReceiptReads: ReadModel = {
  type: 'WhistleblowingReceipt',
  table: 'app.whistleblowing_receipt',
  key: 'id',
  fields: { code: column('code'), at: column('at') },
};
