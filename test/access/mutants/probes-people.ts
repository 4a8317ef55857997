import {
  adds,
  at,
  everybody,
  fresh,
  insert,
  lets,
  me,
  only,
  probe,
  refuses,
  sql,
  teamOfsted,
  tells,
  update,
} from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** R10, R13, immediate concerns, and what is recorded of everybody. */
export function peopleProbes(scene: Scene): readonly Probe[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const ofsted = scene.world.organisations.find(({ code }) => code === 'OFSTED')?.id ?? '';
  const council = scene.id('drafting', 'council');
  const trust = scene.id('drafting', 'trust');
  const issuerOf = (of: string): readonly string[] => [
    `SELECT set_config('probe.issuer', (SELECT issuer FROM app.identity_provider WHERE organisation_id = '${of}'), true)`,
  ];
  const user = {
    id: fresh,
    issuer: sql(`current_setting('probe.issuer')`),
    subject: 'probe',
    organisation_id: ofsted,
    name: 'X',
    version: 1,
  };
  const post = {
    id: fresh,
    user_id: scene.person('handler'),
    organisation_id: ofsted,
    role: 'PLANNER',
    granted_by: me,
  };
  const conflict = (name: Parameters<Scene['person']>[0]) => ({
    ...{
      id: fresh,
      user_id: scene.person(name),
      inspectorate: 'OFSTED',
      organisation_id: trust,
      reason: 'X',
      declared_by: me,
      declared_at: at,
    },
  });
  const lifting = { lifted_at: at, lifted_by: me, lift_reason: 'X' };
  const concern = {
    id: fresh,
    inspection_id,
    receiver_id: trust,
    words: 'X',
    state: 'RAISED',
    raised_by: me,
    raised_at: at,
  };
  const raised = scene.world.concerns.find(({ id }) => id === scene.id('drafting', 'concern'));
  const step = (name: string, to: string) => ({
    ...{
      id: fresh,
      concern_id: scene.id('drafting', 'concern'),
      inspection_id,
      receiver_id: trust,
      raised_by: raised?.raisedBy ?? '',
    },
    ...{ step: to, at, by_user: me, by_name: name, by_organisation: 'X' },
  });
  const stands = (state: string): readonly string[] => [
    update('immediate_concern', { state }, { id: scene.id('drafting', 'concern') }),
  ];
  const audit = {
    id: fresh,
    at,
    actor_id: me,
    organisation_id: ofsted,
    request_id: 'X',
    operation: 'X',
    objects: sql(`'{}'`),
  };
  const opening = {
    id: fresh,
    at,
    actor_id: me,
    organisation_id: ofsted,
    request_id: 'X',
    inspection_id,
    evidence_id: scene.id('drafting', 'said'),
  };
  const key = { user_id: me, key: 'X', input_hash: 'X', result: sql(`'{}'`), at };
  const ofOfsted = everybody.filter((name) => organisation(scene, name) === ofsted);
  const ended = { ended_at: at };
  const secondAdministrator = [
    insert('organisation_role', { ...post, role: 'ADMINISTRATOR', granted_by: scene.person('auditor') }),
  ];
  return [
    probe(
      'an administrator adds users of his organisation, of its own provider',
      adds(
        ['administrator'],
        'app_user',
        user,
        [{ organisation_id: council }, { issuer: 'https://elsewhere.example' }],
        { given: issuerOf(ofsted) },
      ),
      refuses('administrator', insert('app_user', user), { given: issuerOf(council) }),
      only(['administrator'], update('app_user', { contact: 'X' }, { id: scene.person('handler') })),
      only(['agency administrator'], update('app_user', { contact: 'X' }, { id: scene.person('contributor') })),
    ),
    probe(
      'an administrator gives posts to others of his organisation, never to himself',
      adds(['administrator'], 'organisation_role', post, [
        ...[{ granted_by: scene.person('handler') }, { user_id: scene.person('administrator') }],
        { organisation_id: council, user_id: scene.person('contributor') },
      ]),
      only(['administrator'], update('organisation_role', ended, { user_id: scene.person('planner') })),
    ),
    probe(
      'an organisation keeps an administrator',
      refuses('administrator', update('organisation_role', ended, { user_id: scene.person('administrator') })),
      refuses('administrator', update('app_user', { suspended_at: at }, { id: scene.person('administrator') })),
      lets('administrator', update('app_user', { suspended_at: at }, { id: scene.person('planner') })),
      lets('administrator', update('app_user', { suspended_at: at }, { id: scene.person('administrator') }), {
        given: secondAdministrator,
      }),
      lets('administrator', update('organisation_role', ended, { user_id: scene.person('administrator') }), {
        given: secondAdministrator,
      }),
      lets('any writer', update('app_user', { suspended_at: at }, { id: scene.person('administrator') }), {
        given: [`UPDATE app.organisation_role SET role = 'AUDITOR' WHERE user_id = '${scene.person('administrator')}'`],
      }),
      ...[
        update('app_user', { suspended_at: at }, { id: scene.person('handler') }),
        update('organisation_role', ended, { user_id: scene.person('handler') }),
      ].map((gone) =>
        refuses('administrator', update('organisation_role', ended, { user_id: scene.person('administrator') }), {
          given: [...secondAdministrator, gone],
        }),
      ),
    ),
    probe(
      'R10: a conflict is declared by the user or his inspectorate lead',
      adds(['inspector', 'ofsted lead'], 'conflict_of_interest', conflict('inspector'), [
        { declared_by: scene.person('lead') },
        { ...lifting, lifted_by: scene.person('planner') },
      ]),
      adds(['ofsted lead'], 'conflict_of_interest', conflict('ofsted lead')),
    ),
    probe(
      'R10: it is lifted by his inspectorate lead, of an inspectorate lead by a planner alone; never by himself',
      only(['cqc lead'], update('conflict_of_interest', lifting, { id: scene.id('drafting', 'conflict') })),
      only(['cqc planner'], update('conflict_of_interest', lifting, { id: scene.id('drafting', 'conflictOfLead') })),
      refuses(
        'cqc lead',
        update(
          'conflict_of_interest',
          { ...lifting, lifted_by: scene.person('lead') },
          { id: scene.id('drafting', 'conflict') },
        ),
      ),
    ),
    probe(
      'R10: any member of the team raises an immediate concern',
      adds(
        [
          'lead',
          'ofsted lead',
          'inspector',
          'colleague',
          'analyst',
          'assurer',
          'cqc lead',
          'cqc inspector',
          'cqc colleague',
          'cqc analyst',
          'cqc assurer',
        ],
        'immediate_concern',
        concern,
        [{ raised_by: scene.person('cqc lead') }, { state: 'CLOSED' }],
      ),
    ),
    probe(
      'a concern is acknowledged and acted on by its receiver, closed by the lead, in this order',
      adds(['contact'], 'immediate_concern_step', step('X', 'ACKNOWLEDGED'), [{ by_user: scene.person('lead') }]),
      adds(['contact'], 'immediate_concern_step', step('X', 'ACTED_ON'), [], { given: stands('ACKNOWLEDGED') }),
      adds(['lead'], 'immediate_concern_step', step('X', 'CLOSED'), [], { given: stands('ACTED_ON') }),
      adds(['cqc inspector'], 'immediate_concern_step', step('X', 'RAISED'), [{ by_user: scene.person('lead') }], {
        given: [`DELETE FROM app.immediate_concern_step`],
      }),
      ...(['RAISED', 'ACTED_ON', 'CLOSED'] as const).map((state) =>
        refuses('contact', insert('immediate_concern_step', step('X', 'ACTED_ON')), { given: stands(state) }),
      ),
      refuses('lead', insert('immediate_concern_step', step('X', 'CLOSED')), { given: stands('ACKNOWLEDGED') }),
      // Whose concern it is is read from it, whatever is said.
      refuses('stranger', insert('immediate_concern_step', { ...step('X', 'ACKNOWLEDGED'), receiver_id: council })),
      refuses(
        'agency administrator',
        insert('immediate_concern_step', { ...step('X', 'ACKNOWLEDGED'), receiver_id: council }),
      ),
    ),
    probe(
      'what is recorded is recorded of oneself, now',
      adds(ofOfsted, 'audit_event', audit, [
        { actor_id: scene.person('cqc lead') },
        { at: '2020-01-01' },
        { organisation_id: council },
      ]),
      adds(teamOfsted, 'opening', opening, [
        { actor_id: scene.person('cqc lead') },
        { at: '2020-01-01' },
        { organisation_id: council },
      ]),
      ...everybody.map((name) => lets(name, insert('outbox', { object: 'X', change: 'X' }))),
      refuses('nobody', insert('outbox', { object: 'X', change: 'X' })),
      refuses('lead', insert('idempotency_key', { ...key, user_id: scene.person('cqc lead') })),
      lets('lead', insert('idempotency_key', key)),
    ),
    probe(
      'R13: what was done is read by who did it and by his organisation’s auditor; keys by their user',
      ...everybody.map((name) =>
        tells(
          name,
          `SELECT count(*) FROM app.audit_event WHERE request_id = 'X'`,
          name === 'auditor' || name === 'lead' ? '1' : '0',
          {
            given: [insert('audit_event', { ...audit, actor_id: scene.person('lead') })],
          },
        ),
      ),
      ...everybody.map((name) =>
        tells(name, `SELECT count(*) FROM app.idempotency_key`, name === 'lead' ? '1' : '0', {
          given: [insert('idempotency_key', { ...key, user_id: scene.person('lead') })],
        }),
      ),
      only(['lead'], `DELETE FROM app.idempotency_key`, {
        given: [insert('idempotency_key', { ...key, user_id: scene.person('lead') })],
      }),
    ),
  ];
}

const organisation = (scene: Scene, name: string): string | undefined =>
  scene.world.users.find((user) => user.name === name)?.organisationId;
