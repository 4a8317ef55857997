import { column, globalIdOf, one, value, type ReadModel } from '../reading/read-model.js';

export const inspectorateReads: ReadModel = {
  type: 'Inspectorate',
  table: 'app.organisation',
  key: 'id',
  fields: { id: globalIdOf('Inspectorate'), code: column('code'), name: column('name') },
};

export const agencyReads: ReadModel = {
  type: 'Agency',
  table: 'app.organisation',
  key: 'id',
  fields: {
    id: globalIdOf('Agency'),
    code: column('code'),
    kind: column('kind'),
    name: column('name'),
    areas: value(
      (
        row,
      ) => `(SELECT coalesce(json_agg(json_build_object('code', x.code, 'name', x.name, 'region', x.region, 'type', x.type,
      'replacedBy', x.replaced_by) ORDER BY x.name), '[]') FROM app.organisation_area oa JOIN app.area x ON x.code = oa.area_code
      WHERE oa.organisation_id = ${row.self}.id)`,
    ),
    replacedBy: one('Agency', (row, other) => `${other}.id = ${row.self}.replaced_by`),
  },
};

export const personReads: ReadModel = {
  type: 'Person',
  table: 'app.app_user',
  key: 'id',
  fields: {
    id: globalIdOf('Person'),
    name: column('name'),
    contact: column('contact'),
    organisation: value((row) => `(SELECT o.code FROM app.organisation o WHERE o.id = ${row.self}.organisation_id)`),
  },
};
