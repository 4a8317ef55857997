import { closedWorld } from '../oracle/world-builder.js';
import type { Person } from '../oracle/world-builder-people.js';
import * as words from './probe-words.js';
import { at, fresh, insert, lets, me, probe, refuses, sql, tells, update, type Row } from './probe-words.js';
import type { Probe, Try } from './probing.js';
import type { Scene } from './scene.js';

/** Facts on which an answer turns, each moved by itself. */
export const factProbes = (scene: Scene): readonly Probe[] => [
  ...principals(scene),
  ...conflicts(scene),
  ...facts(scene),
  ...acts(scene),
];

const organisationOf = (scene: Scene, name: Person): string =>
  scene.world.users.find((user) => user.name === name)?.organisationId ?? '';

function principals(scene: Scene): readonly Probe[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const named = (name: Person, inspection = inspection_id): string =>
    insert('whistleblowing_handler', {
      ...{
        id: fresh,
        inspection_id: inspection,
        user_id: scene.person(name),
        named_by: scene.person('planner'),
        named_at: at,
      },
    });
  const handled = `SELECT count(*) FROM app.whistleblowing WHERE inspection_id = '${inspection_id}'`;
  const lead = insert('assignment', {
    ...{
      id: fresh,
      inspection_id,
      user_id: scene.person('handler'),
      organisation_id: organisationOf(scene, 'handler'),
    },
    ...{ inspectorate: 'OFSTED', role: 'INSPECTORATE_LEAD', starts_at: at, assigned_by: scene.person('planner') },
  });
  const free = update('assignment', { ended_at: at }, { id: scene.seat('drafting', 'ofsted lead') });
  const without = (name: Person | 'nobody', table: string): Try =>
    tells(name, [`SELECT set_config('app.now', '', true)`, `SELECT count(*) FROM app.${table}`], '0');
  const closed = scene.id('closed', 'inspection');
  const over = closedWorld().draft.inspections[0]?.readableUntil ?? 0;
  const seats = (stage: 'closed' | 'published'): string =>
    `SELECT jsonb_array_length(auth.standing('${scene.id(stage, 'inspection')}') -> 'seats')`;
  const period = (set: Row): readonly string[] => [
    update('assignment', set, { id: scene.seat('published', 'inspector') }),
  ];
  return [
    probe(
      'without a clock nobody sees anything',
      ...(['inspection', 'evidence', 'letter', 'assignment'] as const).map((table) => without('lead', table)),
      without('nobody', 'letter'),
      without('nobody', 'inspection'),
    ),
    probe(
      'R12: whoever leads, or is of another inspectorate, handles nothing, whoever named him',
      tells('ofsted lead', handled, '0', { given: [named('ofsted lead')] }),
      tells('cqc keeper', handled, '0', { given: [named('cqc keeper')] }),
      tells('keeper', handled, '1', { given: [named('keeper')] }),
      tells(
        'any writer',
        `SELECT count(*) FROM app.whistleblowing_handler WHERE inspection_id = '${closed}' AND ended_at IS NULL`,
        '1',
        {
          given: [named('handler', closed), free, lead],
        },
      ),
      lets('any writer', lead, {
        given: [free, update('whistleblowing_handler', { ended_at: words.earlier }, { inspection_id })],
      }),
      tells(
        'any writer',
        `SELECT count(*) FROM app.whistleblowing_handler WHERE ended_at IS NOT NULL AND inspection_id = '${inspection_id}'`,
        '0',
        {
          given: [free, lead.replace(scene.person('handler'), scene.person('keeper'))],
        },
      ),
    ),
    probe(
      'a seat counts within its period, and to the end of the 28 days',
      tells('inspector', seats('closed'), '1', { at: over - 1 }),
      tells('inspector', seats('closed'), '0', { at: over }),
      tells('inspector', seats('published'), '1', { given: period({ ends_at: words.later }) }),
      tells('inspector', seats('published'), '0', { given: period({ ends_at: at }) }),
      tells('inspector', seats('published'), '1', { given: period({ starts_at: at, ends_at: null }) }),
      tells('inspector', seats('published'), '0', { given: period({ starts_at: words.later, ends_at: null }) }),
    ),
  ];
}

function conflicts(scene: Scene): readonly Probe[] {
  const seat = (name: Person): Row => ({ id: scene.seat('drafting', name) });
  const others = `UPDATE app.assignment SET ended_at = auth.at() WHERE user_id = '${scene.person('cqc inspector')}' AND id <> '${scene.seat('drafting', 'cqc inspector')}'`;
  const declared = insert('conflict_of_interest', {
    ...{ id: fresh, user_id: scene.person('cqc inspector'), inspectorate: 'CQC', reason: 'PROBED' },
    ...{ organisation_id: scene.id('drafting', 'trust'), declared_by: me, declared_at: at },
  });
  const lifted = update(
    'conflict_of_interest',
    { lifted_at: at, lifted_by: me, lift_reason: 'X' },
    { id: scene.id('drafting', 'conflict') },
  );
  const closedOnly = `UPDATE app.assignment SET ended_at = auth.at() WHERE user_id = '${scene.person('cqc inspector')}' AND id <> '${scene.seat('closed', 'cqc inspector')}'`;
  const over = closedWorld().draft.inspections[0]?.readableUntil ?? 0;
  const elsewhere = `UPDATE app.assignment SET ended_at = auth.at() WHERE user_id = '${scene.person('cqc colleague')}' AND id <> '${scene.seat('drafting', 'cqc colleague')}'`;
  return [
    probe(
      'R10: a lead declares and lifts for those whom he leads now',
      lets('cqc lead', declared, { given: [others] }),
      lets('cqc lead', declared, { given: [others, update('assignment', { starts_at: at }, seat('cqc inspector'))] }),
      refuses('cqc lead', declared, { given: [others, update('assignment', { ends_at: at }, seat('cqc inspector'))] }),
      lets('cqc lead', declared, {
        given: [others, update('assignment', { ends_at: words.later }, seat('cqc inspector'))],
      }),
      refuses('cqc lead', declared, {
        given: [others, update('assignment', { starts_at: words.later }, seat('cqc inspector'))],
      }),
      lets('cqc lead', declared, { given: [closedOnly], at: over - 1 }),
      refuses('cqc lead', declared, { given: [closedOnly], at: over }),
      lets('cqc lead', lifted, { given: [elsewhere] }),
      lets('cqc lead', lifted, { given: [elsewhere, update('assignment', { starts_at: at }, seat('cqc colleague'))] }),
      lets('cqc lead', lifted, {
        given: [elsewhere, update('assignment', { ends_at: words.later }, seat('cqc colleague'))],
      }),
      refuses('cqc lead', lifted, { given: [elsewhere, update('assignment', { ends_at: at }, seat('cqc colleague'))] }),
      refuses('cqc lead', lifted, {
        given: [elsewhere, update('assignment', { starts_at: words.later }, seat('cqc colleague'))],
      }),
    ),
  ];
}

function facts(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const signed = scene.id('signed', 'inspection');
  const reopened = (inspection: string): string =>
    `UPDATE app.frozen_text SET reopened_at = auth.at(), reopened_by = '${scene.person('lead')}' WHERE inspection_id = '${inspection}'`;
  const shown = `SELECT reopened FROM auth.paragraph_to_comment('${scene.id('checking', 'frozenParagraph')}')`;
  const drafted = [
    `UPDATE app.request_text SET drafted_by = '${scene.person('ofsted lead')}' WHERE request_id IN ('${id('request')}', '${id('requestDraft')}')`,
    `SELECT auth.place_request(request_id) FROM app.request_text WHERE request_id IN ('${id('request')}', '${id('requestDraft')}')`,
  ];
  const read = (request: string): string => `SELECT count(*) FROM app.request_text WHERE request_id = '${id(request)}'`;
  return [
    probe(
      'that his side has signed is told of the text that stands',
      tells('signatory', `SELECT auth.has_signed('${signed}', 'OFSTED')`, 'false', { given: [reopened(signed)] }),
      tells('coordinator', shown, 'false'),
      tells('coordinator', shown, 'true', { given: [reopened(scene.id('checking', 'inspection'))] }),
    ),
    probe(
      'R10: a conflict with a case is one on its own inspection alone',
      ...(['drafting', 'checking'] as const).map((stage) =>
        tells(
          'inspector',
          `SELECT auth.has_conflict_in('${scene.id(stage, 'inspection')}')`,
          String(stage === 'drafting'),
          {
            given: [
              insert('conflict_of_interest', {
                ...{ id: fresh, user_id: scene.person('inspector'), inspectorate: 'OFSTED', reason: 'PROBED' },
                ...{
                  case_id: id('caseId'),
                  case_code: 'CASE-1',
                  declared_by: scene.person('inspector'),
                  declared_at: at,
                },
              }),
            ],
          },
        ),
      ),
    ),
    probe(
      'whose item it is is told to its author alone',
      tells('inspector', `SELECT auth.wrote_evidence('${id('said')}')`, 'true'),
      tells('inspector', `SELECT auth.wrote_evidence('${id('cqcWhole')}')`, 'false'),
      tells('inspector', `SELECT auth.wrote_evidence('${id('data')}')`, 'false'),
      tells('colleague', `SELECT auth.wrote_evidence('${id('said')}')`, 'false'),
    ),
    probe(
      'R7: whoever drafted a request reads it, named or not',
      tells('ofsted lead', read('request'), '0'),
      tells('ofsted lead', read('request'), '1', { given: drafted }),
      tells('ofsted lead', read('requestDraft'), '1', { given: drafted }),
    ),
  ];
}

function acts(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const as = (name: Person): string => `SELECT set_config('app.user_id', '${scene.person(name)}', true)`;
  const step = insert('immediate_concern_step', {
    ...{ id: fresh, concern_id: id('concern'), inspection_id, receiver_id: id('council') },
    ...{
      raised_by: scene.person('cqc inspector'),
      step: 'ACKNOWLEDGED',
      at,
      by_user: scene.person('contact'),
      by_name: 'X',
    },
    by_organisation: 'X',
  });
  const broken = (name: Person): string =>
    insert('break_glass', {
      ...{ id: '33333333-3333-4333-8333-333333333334', inspection_id, evidence_id: id('cqcSummary'), asked_by: me },
      ...{ assignment_id: scene.seat('drafting', name), inspectorate: 'OFSTED' },
      ...{
        reason: 'A reason of at least thirty code points.',
        starts_at: at,
        ends_at: sql(`auth.at() + interval '1 hour'`),
      },
    });
  const told = insert('break_glass_review', {
    ...{ id: fresh, break_glass_id: '33333333-3333-4333-8333-333333333334', inspection_id, owner: 'CQC' },
    ...{ review_due_at: words.later, calendar_version: 'X' },
  });
  const again = broken('ofsted lead').replace(
    '33333333-3333-4333-8333-333333333334',
    '34343434-3434-4343-8343-343434343434',
  );
  const reviewed = [
    as('cqc lead'),
    `UPDATE app.break_glass_review SET reviewed_at = auth.at(), reviewed_by = auth.user_id(), outcome = 'JUSTIFIED', words = 'X'
     WHERE break_glass_id = '33333333-3333-4333-8333-333333333334'`,
  ];
  const taken = [
    insert('whistleblowing_step', {
      ...{
        id: fresh,
        whistleblowing_id: id('whistle'),
        inspection_id,
        step: 'TAKEN_IN_HAND',
        at,
        by_user: scene.person('handler'),
      },
    }),
    update('whistleblowing', { state: 'IN_HAND' }, { id: id('whistle') }),
  ];
  const next = (kind: string): string =>
    insert('whistleblowing_step', {
      id: fresh,
      whistleblowing_id: id('whistle'),
      inspection_id,
      step: kind,
      sealed: sql(`'\\x00'`),
      at,
      by_user: me,
    });
  const accepted = update('inspection_inspectorate', { accepted_at: at }, { inspection_id, inspectorate: 'HMICFRS' });
  const shared = [
    accepted,
    insert('evidence_share', {
      ...{
        id: '35353535-3535-4353-8353-353535353535',
        evidence_id: id('said'),
        inspection_id,
        owner: 'OFSTED',
        recipient: 'HMICFRS',
      },
      ...{
        form: 'WHOLE',
        gateway: 'X',
        purpose: 'X',
        starts_at: at,
        shared_by: scene.person('inspector'),
        shared_at: at,
      },
    }),
  ];
  const openedByCqc = [
    insert('conflict_of_interest', {
      ...{
        id: fresh,
        user_id: scene.person('colleague'),
        inspectorate: 'OFSTED',
        reason: 'PROBED',
        organisation_id: id('trust'),
      },
      ...{ declared_by: scene.person('colleague'), declared_at: at },
    }),
    as('cqc inspector'),
    insert('opening', {
      ...{ id: fresh, at, actor_id: me, organisation_id: sql('auth.organisation_id()'), request_id: 'PROBED' },
      ...{ inspection_id, evidence_id: id('said') },
    }),
  ];
  const granted = update(
    'access_request',
    { state: 'GRANTED', decided_by: me, decided_at: at, share_id: '35353535-3535-4353-8353-353535353535' },
    { id: id('accessRequest') },
  );
  return [
    probe(
      'an act on one touches no other',
      tells('colleague', `SELECT count(*) FROM app.opening WHERE request_id = 'PROBED'`, '1', { given: openedByCqc }),
      tells('colleague', `SELECT count(*) FROM app.opening WHERE request_id = 'PROBED'`, '0', {
        given: [
          ...openedByCqc,
          update('evidence_body', { source_agency_id: id('trust') }, { evidence_id: id('said') }),
        ],
      }),
      tells(
        'any writer',
        `SELECT state FROM app.immediate_concern WHERE id = '${scene.id('closed', 'concern')}'`,
        'RAISED',
        { given: [step] },
      ),
      tells(
        'any writer',
        `SELECT count(*) FROM app.evidence_share WHERE id = '35353535-3535-4353-8353-353535353535' AND revoked_at IS NULL`,
        '1',
        {
          given: [
            ...shared,
            update('evidence_cap', { form: 'SUMMARY' }, { evidence_id: id('said'), recipient: 'CQC' }),
          ],
        },
      ),
      refuses('inspector', granted, { given: shared }),
    ),
    probe(
      'R11: a second waits for the review of the first by the same asker, and for no other',
      refuses('ofsted lead', again, { given: [as('ofsted lead'), broken('ofsted lead'), told] }),
      lets('ofsted lead', again, { given: [as('lead'), broken('lead'), told] }),
      lets('ofsted lead', again, { given: [as('ofsted lead'), broken('ofsted lead'), told, ...reviewed] }),
    ),
    probe(
      'R12: what is in hand is noted upon and closed',
      refuses('any writer', update('whistleblowing', { state: 'RECEIVED' }, { id: id('whistle') }), {
        given: [
          ...taken,
          next('CLOSED').replace('auth.user_id()', `'${scene.person('handler')}'`),
          update('whistleblowing', { state: 'CLOSED' }, { id: id('whistle') }),
        ],
      }),
      lets('handler', next('NOTED'), { given: taken }),
      lets('handler', next('CLOSED'), { given: taken }),
      lets('any writer', update('whistleblowing', { state: 'IN_HAND' }, { id: id('whistle') }), { given: taken }),
      lets('handler', [next('CLOSED'), update('whistleblowing', { state: 'CLOSED' }, { id: id('whistle') })], {
        given: taken,
      }),
    ),
  ];
}
