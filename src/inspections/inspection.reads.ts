import { beside, column, globalIdOf, list, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';

const CONDUCT = ['app.inspection_conduct', 'inspection_id'] as const;
const conduct = (name: string): FieldRead => beside(...CONDUCT, name);
const jsonList = (fields: string, table: string, order: string): FieldRead =>
  value(
    (row) =>
      `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${table} x WHERE x.inspection_id = ${row.self}.id)`,
  );

export const inspectionReads: ReadModel = {
  type: 'Inspection',
  table: 'app.inspection',
  key: 'id',
  fields: {
    id: globalIdOf('Inspection'),
    title: column('title'),
    framework: column('framework'),
    frameworkVersion: column('framework_version'),
    area: value(
      (
        row,
      ) => `(SELECT json_build_object('code', x.code, 'name', x.name, 'region', x.region, 'type', x.type, 'replacedBy', x.replaced_by)
      FROM app.area x WHERE x.code = ${row.self}.area_code)`,
    ),
    theme: column('theme'),
    leadingInspectorate: one(
      'Inspectorate',
      (row, other) => `${other}.inspectorate = ${row.self}.leading_inspectorate`,
    ),
    stage: column('stage'),
    version: conduct('version'),
    notifiedAt: column('notified_at'),
    publishedAt: column('published_at'),
    fieldworkFrom: conduct('fieldwork_from'),
    fieldworkTo: conduct('fieldwork_to'),
    revealedAt: conduct('revealed_at'),
    revealReason: conduct('reveal_reason'),
    pausedAt: conduct('paused_at'),
    closedAt: conduct('closed_at'),
    inspectorates: jsonList(
      `'inspectorate', x.inspectorate, 'gateway', x.gateway, 'acceptedAt', x.accepted_at`,
      'app.inspection_inspectorate',
      'x.inspectorate',
    ),
    agencies: list(
      'Agency',
      (row, other) =>
        `EXISTS (SELECT FROM app.inspection_agency g WHERE g.inspection_id = ${row.self}.id AND g.organisation_id = ${other}.id)`,
      (other) => `${other}.name`,
    ),
    principalAuthority: one(
      'Agency',
      (row, other) =>
        `${other}.id = (SELECT g.organisation_id FROM app.inspection_agency g WHERE g.inspection_id = ${row.self}.id AND g.principal_authority LIMIT 1)`,
    ),
    timetable: jsonList(
      `'code', x.code, 'name', x.name, 'fallsOn', x.falls_on, 'computedOn', x.computed_on, 'dueAt', x.due_at,
      'calendarVersion', x.calendar_version, 'reason', x.reason, 'warnings', x.warnings`,
      'app.timetable_entry',
      'x.falls_on, x.code',
    ),
    marks: jsonList(
      `'kind', x.kind, 'authority', x.authority, 'reason', x.reason, 'markedAt', x.marked_at`,
      'app.inspection_mark',
      'x.marked_at, x.id',
    ),
    assignments: list(
      'Assignment',
      (row, other) => `${other}.inspection_id = ${row.self}.id`,
      (other) => `${other}.starts_at, ${other}.id`,
    ),
  },
};

export const assignmentReads: ReadModel = {
  type: 'Assignment',
  table: 'app.assignment',
  key: 'id',
  fields: {
    id: globalIdOf('Assignment'),
    person: one('Person', (row, other) => `${other}.id = ${row.self}.user_id`),
    role: column('role'),
    inspectorate: column('inspectorate'),
    agency: one(
      'Agency',
      (row, other) => `${other}.id = ${row.self}.organisation_id AND ${other}.kind <> 'INSPECTORATE'`,
    ),
    startsAt: column('starts_at'),
    endsAt: column('ends_at'),
    endedAt: column('ended_at'),
  },
};
