import type { Probe } from './probing.js';
import { adds, at, earlier, fresh, insert, later, lets, me, only, probe, refuses, sql, update } from './probe-words.js';
import type { Scene } from './scene.js';

/** R1 and who arranges an inspection. */
export function inspectionProbes(scene: Scene): readonly Probe[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const begun = '22222222-2222-4222-8222-222222222222';
  const inspection = {
    ...{ id: begun, framework: 'JTAI_2022', framework_version: 1, area_code: 'E10000020', title: 'X' },
    ...{ leading_inspectorate: 'OFSTED', stage: 'PLANNED' },
  };
  const begin = [insert('inspection', inspection)];
  const conduct = { fieldwork_from: earlier, fieldwork_to: later, created_by: me, created_at: at };
  const part = { inspection_id, inspectorate: 'HMI_PRISONS', gateway: 'X', invited_at: at };
  const agency = { inspection_id, organisation_id: scene.id('drafting', 'trust') };
  const date = {
    ...{
      inspection_id,
      code: 'X',
      name: 'X',
      falls_on: later,
      calendar_version: 'X',
      computed_on: later,
      warnings: sql(`'[]'`),
    },
  };
  const mark = {
    id: fresh,
    inspection_id,
    kind: 'DEFERRED',
    authority: 'X',
    reason: 'X',
    marked_by: me,
    marked_at: at,
  };
  const here = { id: inspection_id };
  const conductHere = { inspection_id };
  const stageOf = (stage: string): string => update('inspection', { stage }, here);
  const planners = ['planner', 'cqc planner'] as const;
  return [
    probe(
      'R1: the leading inspectorate’s planner creates an inspection, planned',
      adds(['planner'], 'inspection', inspection, [
        { stage: 'FIELDWORK' },
        { stage: 'PREPARING' },
        { leading_inspectorate: 'CQC' },
      ]),
      adds(
        ['planner'],
        'inspection_conduct',
        { inspection_id: begun, ...conduct },
        [{ created_by: scene.person('lead') }],
        {
          given: begin,
        },
      ),
    ),
    probe(
      'R1: the leading planner invites; each inspectorate’s own planner accepts for it',
      adds(['planner'], 'inspection_inspectorate', part, [{ accepted_at: at }]),
      lets(
        'planner',
        insert('inspection_inspectorate', { ...part, inspection_id: begun, inspectorate: 'OFSTED', accepted_at: at }),
        {
          given: begin,
        },
      ),
      only(
        ['police planner'],
        update('inspection_inspectorate', { accepted_at: at }, { inspection_id, inspectorate: 'HMICFRS' }),
      ),
      only([], update('inspection_inspectorate', { accepted_at: null }, { inspection_id, inspectorate: 'CQC' })),
      only(
        ['cqc planner'],
        update('inspection_inspectorate', { gateway: 'Y' }, { inspection_id, inspectorate: 'CQC' }),
      ),
    ),
    probe(
      'lead and planners add agencies, dates and name the principal authority',
      adds(['lead', ...planners], 'inspection_agency', { ...agency, principal_authority: false }),
      only(
        ['lead', ...planners],
        update(
          'inspection_agency',
          { principal_authority: true },
          { inspection_id, organisation_id: scene.id('drafting', 'police') },
        ),
        {
          given: [
            `UPDATE app.inspection_agency SET principal_authority = false WHERE inspection_id = '${inspection_id}'`,
          ],
        },
      ),
      adds(['lead', ...planners], 'timetable_entry', date),
      only(['lead'], update('timetable_entry', { falls_on: earlier }, { inspection_id, code: 'X' }), {
        given: [insert('timetable_entry', date)],
      }),
    ),
    probe('the lead marks', adds(['lead'], 'inspection_mark', mark, [{ marked_by: scene.person('ofsted lead') }])),
    probe(
      'the lead alone advances, one stage at a time, and back to drafting alone',
      only(['lead'], stageOf('ACCURACY_CHECK')),
      ...['PLANNED', 'PREPARING', 'FIELDWORK', 'SIGNING', 'SIGNED', 'PUBLISHED', 'FOLLOW_UP', 'CLOSED'].map((stage) => [
        refuses('lead', stageOf(stage)),
      ]),
      ...(['checking', 'signed'] as const).map((name) => [
        lets('lead', update('inspection', { stage: 'DRAFTING' }, { id: scene.id(name, 'inspection') })),
        refuses('lead', update('inspection', { stage: 'FIELDWORK' }, { id: scene.id(name, 'inspection') })),
      ]),
      lets('lead', update('inspection', { stage: 'DRAFTING' }, { id: scene.id('checking', 'inspection') }), {
        given: [`UPDATE app.inspection SET stage = 'SIGNING' WHERE id = '${scene.id('checking', 'inspection')}'`],
      }),
      refuses('lead', update('inspection', { stage: 'DRAFTING' }, { id: scene.id('published', 'inspection') })),
      lets('lead', update('inspection', { stage: 'PREPARING' }, { id: scene.id('planned', 'inspection') })),
    ),
    probe(
      'before notification lead and leading planner write the inspection',
      only(['lead', 'planner'], update('inspection', { title: 'Y' }, { id: scene.id('planned', 'inspection') })),
      only(['lead'], update('inspection', { title: 'Y' }, here)),
      only([], update('inspection', { title: 'Y' }, { id: scene.id('closed', 'inspection') })),
    ),
    probe(
      'the lead notifies and reveals',
      // Before notification the planner writes the inspection, too; the operation is the lead's.
      only(['lead', 'planner'], update('inspection', { notified_at: at }, { id: scene.id('planned', 'inspection') })),
    ),
    probe('the lead pauses', only(['lead'], update('inspection_conduct', { paused_at: at }, conductHere))),
  ];
}
