import type { Person } from '../oracle/world-builder-people.js';
import { adds, at, fresh, insert, me, only, probe, refuses, update, uuids, type Row } from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** Who assigns whom, and who ends it; nobody himself. */
export function assigningProbes(scene: Scene): readonly Probe[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const seat = (name: Person, role: string, inspectorate: string | null): Row => ({
    ...{ id: fresh, inspection_id, user_id: scene.person(name), organisation_id: organisationOf(scene, name) },
    ...{ inspectorate, role, starts_at: at, assigned_by: me },
  });
  const forged = [{ assigned_by: scene.person('handler') }];
  const noLead = [
    `UPDATE app.assignment SET ended_at = auth.at() WHERE inspection_id = '${inspection_id}' AND role IN ('LEAD', 'INSPECTORATE_LEAD', 'COORDINATOR')
       AND user_id NOT IN (${["'" + scene.person('ofsted lead') + "'", "'" + scene.person('coordinator') + "'"].join(', ')})`,
  ];
  const oneEnded = (name: Person): string =>
    `UPDATE app.assignment SET ended_at = auth.at() WHERE id = '${scene.seat('drafting', name)}'`;
  const ended = { ended_at: at, ended_by: me };
  return [
    probe(
      'a lead is named by the leading inspectorate’s planner, an inspectorate lead by his own',
      adds(['planner'], 'assignment', seat('handler', 'LEAD', 'OFSTED'), [...forged, { inspectorate: 'CQC' }], {
        given: noLead,
      }),
      adds(['planner'], 'assignment', seat('handler', 'INSPECTORATE_LEAD', 'OFSTED'), forged, {
        given: [oneEnded('ofsted lead')],
      }),
      adds(['cqc planner'], 'assignment', seat('cqc keeper', 'INSPECTORATE_LEAD', 'CQC'), [], {
        given: [oneEnded('cqc lead')],
      }),
    ),
    probe(
      'members are assigned by their inspectorate lead',
      adds(['ofsted lead'], 'assignment', seat('handler', 'INSPECTOR', 'OFSTED'), forged),
      adds(['ofsted lead'], 'assignment', seat('handler', 'QUALITY_ASSURER', 'OFSTED')),
      adds(['cqc lead'], 'assignment', seat('cqc keeper', 'OBSERVER', 'CQC')),
      refuses('ofsted lead', insert('assignment', { ...seat('ofsted lead', 'INSPECTOR', 'OFSTED') })),
    ),
    probe(
      'a signatory is assigned by his inspectorate lead, and names a delegate himself',
      adds(['ofsted lead', 'signatory'], 'assignment', seat('handler', 'SIGNATORY', 'OFSTED'), forged),
      refuses(
        'signatory',
        insert('assignment', { ...seat('handler', 'SIGNATORY', 'OFSTED'), assigned_by: scene.person('handler') }),
      ),
      refuses('signatory', insert('assignment', seat('handler', 'SIGNATORY', 'CQC'))),
      refuses('signatory', insert('assignment', seat('handler', 'INSPECTOR', 'OFSTED'))),
    ),
    probe(
      'an agency’s coordinator is assigned by its administrator, its others by the coordinator',
      adds(['agency administrator'], 'assignment', seat('agency signatory', 'COORDINATOR', null), forged, {
        given: [oneEnded('coordinator')],
      }),
      adds(['coordinator'], 'assignment', seat('agency administrator', 'CONTRIBUTOR', null), forged),
      adds(['coordinator'], 'assignment', seat('agency administrator', 'AGENCY_SIGNATORY', null)),
      only([], insert('assignment', { ...seat('stranger', 'COORDINATOR', null) })),
    ),
    probe(
      'an assignment is ended by its inspectorate lead or planner, an agency’s by coordinator or administrator, after closing too',
      only(['ofsted lead', 'planner'], update('assignment', ended, { id: scene.seat('drafting', 'inspector') })),
      only(['cqc lead', 'cqc planner'], update('assignment', ended, { id: scene.seat('drafting', 'cqc inspector') })),
      only(
        ['coordinator', 'agency administrator'],
        update('assignment', ended, { id: scene.seat('drafting', 'contributor') }),
      ),
      only(['ofsted lead', 'planner'], update('assignment', ended, { id: scene.seat('closed', 'inspector') })),
    ),
    probe(
      'R6: case members are named by their inspectorate lead or planner, and end once',
      adds(['ofsted lead', 'planner'], 'case_member', memberRow(scene, 'analyst', 'OFSTED'), [
        { named_by: scene.person('lead') },
        { assignment_id: scene.seat('drafting', 'cqc analyst') },
        { assignment_id: scene.seat('blind', 'analyst') },
      ]),
      adds(['cqc lead', 'cqc planner'], 'case_member', memberRow(scene, 'cqc analyst', 'CQC')),
      adds(['planner'], 'case_member', memberRow(scene, 'ofsted lead', 'OFSTED')),
      only(
        ['ofsted lead'],
        update('case_member', { ended_at: at }, { assignment_id: scene.seat('drafting', 'inspector') }),
      ),
      only(
        ['cqc lead'],
        update('case_member', { ended_at: at }, { assignment_id: scene.seat('drafting', 'cqc inspector') }),
      ),
    ),
    probe(
      'R6: cases are created and edited by writers',
      adds(writers, 'case_file', { id: fresh, inspection_id, code: 'CASE-9' }),
      adds(writers, 'case_detail', detail(inspection_id), [{ created_by: scene.person('analyst') }], {
        given: [insert('case_file', { id: detail(inspection_id).case_id ?? '', inspection_id, code: 'CASE-9' })],
      }),
      only(writers, update('case_detail', { rationale: 'Y' }, { case_id: scene.id('drafting', 'caseId') })),
    ),
  ];
}

const writers = [
  'lead',
  'ofsted lead',
  'inspector',
  'colleague',
  'cqc lead',
  'cqc inspector',
  'cqc colleague',
] as const satisfies readonly Person[];

const detail = (inspection_id: string): Row => ({
  ...{ case_id: '33333333-3333-4333-8333-333333333333', inspection_id, sampling: 'TRACKED', rationale: 'X' },
  ...{ journey_stage: 'X', agency_ids: uuids(), created_by: me, created_at: at, unborn: false },
});

const memberRow = (scene: Scene, name: Person, inspectorate: string): Row => ({
  ...{ id: fresh, case_id: scene.id('drafting', 'caseId'), inspection_id: scene.id('drafting', 'inspection') },
  ...{ inspectorate, assignment_id: scene.seat('drafting', name), named_by: me },
});

const organisationOf = (scene: Scene, name: Person): string =>
  scene.world.users.find((user) => user.name === name)?.organisationId ?? '';
