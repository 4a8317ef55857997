import * as words from './probe-words.js';
import { at, fresh, insert, me, probe, refuses, sql, tells, update, type Row } from './probe-words.js';
import { day } from '../oracle/world-builder.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Instant } from '../oracle/world-base.js';
import type { Probe, Try } from './probing.js';
import { sceneNow, type Scene } from './scene.js';

const as = (scene: Scene, name: Person): string => `SELECT set_config('app.user_id', '${scene.person(name)}', true)`;

/** Under which rule a text is opened, what stays as it was sent, what a pause moves, and what registering leaves behind. */
export const clockProbes = (scene: Scene): readonly Probe[] => [
  ...openings(scene),
  ...columns(scene),
  ...pauses(scene),
  ...attitudes(scene),
  ...registered(scene),
];

function openings(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const opened = (name: Person, stage: 'drafting' | 'closed', item: string): readonly string[] => [
    as(scene, name),
    insert('opening', {
      ...{ id: fresh, at, actor_id: me, organisation_id: sql('auth.organisation_id()'), request_id: 'PROBED' },
      ...{ inspection_id: scene.id(stage, 'inspection'), evidence_id: scene.id(stage, item) },
    }),
  ];
  const rule = (name: Person, item: string, expected: string, given: readonly string[] = []): Try =>
    tells(
      'any writer',
      `SELECT rule || ' ' || owner || ' ' || coalesce(inspectorate, '-') || ' ' || (share_id IS NOT NULL) || ' ' || (break_glass_id IS NOT NULL)
      FROM app.opening WHERE request_id = 'PROBED'`,
      expected,
      { given: [...given, ...opened(name, 'drafting', item)] },
    );
  const broken = (ends: string, starts = 'auth.at()'): readonly string[] => [
    as(scene, 'ofsted lead'),
    insert('break_glass', {
      ...{
        id: '29292929-2929-4292-8292-292929292929',
        inspection_id: id('inspection'),
        evidence_id: id('cqcSummary'),
        asked_by: me,
      },
      ...{ assignment_id: scene.seat('drafting', 'ofsted lead'), inspectorate: 'OFSTED' },
      ...{ reason: 'A reason of at least thirty code points.', starts_at: sql(starts), ends_at: sql(ends) },
    }),
    insert('break_glass_review', {
      ...{
        id: fresh,
        break_glass_id: '29292929-2929-4292-8292-292929292929',
        inspection_id: id('inspection'),
        owner: 'CQC',
      },
      ...{ review_due_at: words.later, calendar_version: 'X' },
    }),
  ];
  const hour = `auth.at() + interval '1 hour'`;
  const failsFor = (name: Person, item: string, given: readonly string[] = []): Try =>
    refuses(name, opened(name, 'drafting', item).slice(1), { given });
  const conflict = insert('conflict_of_interest', {
    ...{
      id: fresh,
      user_id: scene.person('cqc inspector'),
      inspectorate: 'CQC',
      reason: 'PROBED',
      organisation_id: id('police'),
    },
    ...{ declared_by: scene.person('cqc inspector'), declared_at: at },
  });
  return [
    probe(
      'R15: a text is opened under the first rule that gives it, which is found and not stated',
      rule('inspector', 'said', 'AUTHOR OFSTED OFSTED false false'),
      rule('colleague', 'said', 'OWN_TEAM OFSTED OFSTED false false'),
      rule('cqc inspector', 'said', 'SHARE OFSTED CQC true false'),
      rule('inspector', 'cqcWhole', 'SHARE CQC OFSTED true false'),
      rule('cqc colleague', 'data', 'SHARE OFSTED CQC true false'),
      rule('cqc lead', 'ofCase', 'BREAK_GLASS OFSTED CQC false true'),
      rule('ofsted lead', 'cqcSummary', 'BREAK_GLASS CQC OFSTED false true', broken(hour)),
      tells(
        'any writer',
        `SELECT rule || ' ' || owner FROM app.opening WHERE request_id = 'PROBED'`,
        'RECORD_KEEPER OFSTED',
        { given: opened('keeper', 'closed', 'item') },
      ),
      tells('any writer', `SELECT rule || ' ' || owner FROM app.opening WHERE request_id = 'PROBED'`, 'SHARE OFSTED', {
        given: opened('cqc inspector', 'closed', 'item'),
      }),
      failsFor('inspector', 'cqcSummary'),
      failsFor('inspector', 'cqc'),
      failsFor('ofsted lead', 'cqcSummary'),
      failsFor('lead', 'cqcSummary', broken(hour)),
      failsFor('cqc inspector', 'said', [conflict]),
      refuses('cqc inspector', [
        insert('opening', {
          ...{ id: fresh, at, actor_id: me, organisation_id: sql('auth.organisation_id()'), request_id: 'PROBED' },
          ...{ inspection_id: scene.id('blind', 'inspection'), evidence_id: id('said') },
        }),
      ]),
    ),
  ];
}

/** Whoever writes only one column of it meets the same refusal. */
function columns(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const none = (table: string, where: Row, sets: Row): readonly Try[] =>
    Object.entries(sets).map(([column, value]) => refuses('any writer', update(table, { [column]: value }, where)));
  return [
    probe(
      'what was sent, decided or issued stays so in each of its columns',
      none(
        'access_request',
        { id: id('accessDecided') },
        { decision_reason: 'Y', decided_by: scene.person('lead'), decided_at: at, share_id: null, state: 'OPEN' },
      ),
      none(
        'accuracy_comment',
        { id: scene.id('checking', 'sent') },
        { kind: 'CONTEXT', text: 'Y', proof: 'Y', late: true, state: 'DRAFT' },
      ),
      none(
        'accuracy_reply',
        { comment_id: scene.id('checking', 'answered') },
        { text: 'Y', decision: 'ACCEPTED', state: 'DRAFT' },
      ),
      none(
        'request_text',
        { request_id: id('request') },
        { title: 'Y', asked: 'Y', reason: 'Y', inspectorates: sql(`'{OFSTED}'`), case_ids: sql(`'{}'`) },
      ),
    ),
  ];
}

/** A pause of ten days that is over now: what was due moves by what was left of it, and nothing else does. */
function pauses(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const here = { inspection_id: id('inspection') };
  const back = (days: number): string => new Date(sceneNow - days * day).toISOString();
  const on = (days: number): Instant => sceneNow + days * day;
  const paused = update('inspection_conduct', { paused_at: back(10) }, here);
  const resumed = update('inspection_conduct', { paused_at: null }, here);
  const moved = (select: string, expected: string, given: readonly string[], ...acts: readonly string[]): Try =>
    tells('any writer', select, expected, { given: [...given, paused, ...(acts.length === 0 ? [resumed] : acts)] });
  const date = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);
  const day_ = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  const request = (state: string, due: number, asked: number): readonly string[] => [
    `ALTER TABLE app.access_request DISABLE TRIGGER USER`,
    `UPDATE app.access_request SET state = '${state}', due_at = '${new Date(on(due)).toISOString()}', asked_at = '${back(asked)}' WHERE id = '${id('accessRequest')}'`,
    `ALTER TABLE app.access_request ENABLE TRIGGER USER`,
  ];
  const dueOfRequest = `SELECT ${day_('due_at')} FROM app.access_request WHERE id = '${id('accessRequest')}'`;
  const review = (due: number, starts: number): readonly string[] => [
    `UPDATE app.break_glass_review SET review_due_at = '${new Date(on(due)).toISOString()}' WHERE id = '${id('review')}'`,
    `UPDATE app.break_glass SET starts_at = '${back(starts)}', ends_at = '${back(starts - 0.04)}' WHERE id = (SELECT break_glass_id FROM app.break_glass_review WHERE id = '${id('review')}')`,
  ];
  const dueOfReview = `SELECT ${day_('review_due_at')} FROM app.break_glass_review WHERE id = '${id('review')}'`;
  const dueOf = `SELECT ${day_('due_at')} FROM app.request_due WHERE request_id = '${id('request')}'`;
  const due = (days: number): readonly string[] => [
    `UPDATE app.request_due SET due_at = '${new Date(on(days)).toISOString()}' WHERE request_id = '${id('request')}'`,
  ];
  const elsewhere = update(
    'inspection_conduct',
    { paused_at: null },
    { inspection_id: scene.id('blind', 'inspection') },
  );
  const pausedElsewhere = update(
    'inspection_conduct',
    { paused_at: back(10) },
    { inspection_id: scene.id('blind', 'inspection') },
  );
  return [
    probe(
      'a pause moves what is still due by what was left of it',
      moved(dueOf, date(on(12)), due(2)),
      moved(dueOf, date(on(5)), due(-5)),
      moved(dueOf, date(on(-15)), due(-15)),
      moved(dueOf, date(on(-10)), due(-10)),
      moved(dueOf, date(on(2)), [...due(2), pausedElsewhere], elsewhere),
      moved(dueOf, date(on(2)), due(2), update('inspection_conduct', { paused_at: back(9) }, here)),
      moved(dueOfRequest, date(on(12)), request('OPEN', 2, 20)),
      moved(dueOfRequest, date(on(6)), request('OPEN', 2, 4)),
      moved(dueOfRequest, date(on(-15)), request('OPEN', -15, 20)),
      moved(dueOfRequest, date(on(-10)), request('OPEN', -10, 20)),
      moved(dueOfRequest, date(on(2)), [...request('OPEN', 2, 20), pausedElsewhere], elsewhere),
      moved(
        dueOfRequest,
        date(on(2)),
        request('OPEN', 2, 20),
        update('inspection_conduct', { paused_at: back(9) }, here),
      ),
      moved(dueOfReview, date(on(12)), review(2, 20)),
      moved(dueOfReview, date(on(6)), review(2, 4)),
      moved(dueOfReview, date(on(-15)), review(-15, 20)),
      moved(dueOfReview, date(on(-10)), review(-10, 20)),
      moved(dueOfReview, date(on(2)), [...review(2, 20), pausedElsewhere], elsewhere),
      moved(dueOfReview, date(on(2)), review(2, 20), update('inspection_conduct', { paused_at: back(9) }, here)),
      // What begins a pause moves nothing.
      tells('any writer', dueOf, date(on(2)), { given: [...due(2), paused] }),
      tells('any writer', dueOfReview, date(on(2)), { given: [...review(2, 20), paused] }),
      tells('any writer', dueOfRequest, date(on(2)), { given: [...request('OPEN', 2, 20), paused] }),
    ),
  ];
}

function attitudes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const attitude: Row = {
    ...{ id: '30303030-3030-4303-8303-303030303030', inspection_id: id('inspection'), inspectorate: 'OFSTED', turn: 1 },
    ...{ attitude: 'AGREE', taken_by: me, taken_at: at },
  };
  const conflict = insert('conflict_of_interest', {
    ...{
      id: fresh,
      user_id: scene.person('ofsted lead'),
      inspectorate: 'OFSTED',
      reason: 'PROBED',
      organisation_id: id('council'),
    },
    ...{ declared_by: scene.person('ofsted lead'), declared_at: at },
  });
  const turn = (on: Row, given: readonly string[], expected: string): Try =>
    tells(
      'ofsted lead',
      [
        insert('attitude', { ...attitude, ...on }),
        `SELECT turn FROM app.attitude WHERE id = '30303030-3030-4303-8303-303030303030'`,
      ],
      expected,
      {
        given,
      },
    );
  const before = (on: Row): readonly string[] => [
    as(scene, 'ofsted lead'),
    insert('attitude', { ...attitude, id: fresh, ...on }),
  ];
  const unrevealed = [
    'ALTER TABLE app.finding DISABLE TRIGGER USER',
    `UPDATE app.finding SET revealed = false WHERE id = '${id('third')}'`,
    'ALTER TABLE app.finding ENABLE TRIGGER USER',
  ];
  return [
    probe(
      'R8: an attitude is taken to what is revealed and no conflict hides, and numbered within its inspectorate',
      words.lets('ofsted lead', insert('attitude', { ...attitude, finding_id: id('first') })),
      refuses('ofsted lead', insert('attitude', { ...attitude, finding_id: id('first') }), { given: [conflict] }),
      refuses('ofsted lead', insert('attitude', { ...attitude, merge_id: id('merge') }), { given: [conflict] }),
      refuses('ofsted lead', insert('attitude', { ...attitude, finding_id: id('third') }), { given: unrevealed }),
      turn({ finding_id: id('first') }, before({ finding_id: id('first') }), '2'),
      turn({ finding_id: id('first') }, before({ finding_id: id('second') }), '1'),
      turn({ merge_id: id('merge') }, before({ merge_id: id('merge') }), '2'),
      turn({ merge_id: id('merge') }, before({ finding_id: id('first') }), '1'),
    ),
  ];
}

function registered(scene: Scene): readonly Probe[] {
  const agency = '31313131-3131-4313-8313-313131313131';
  const person = '32323232-3232-4323-8323-323232323232';
  const register = `SELECT auth.register_agency('${agency}', 'PROBED', 'COUNCIL', 'Probed', ARRAY(SELECT min(code) FROM app.area), 'https://probed.example', '${person}', 'x', 'X')`;
  const left = (select: string, expected: string): Try =>
    tells('any writer', select, expected, { given: [as(scene, 'planner'), register] });
  return [
    probe(
      'an agency is registered with its areas, its provider and its first administrator',
      left(`SELECT count(*) FROM app.organisation WHERE id = '${agency}' AND code = 'PROBED'`, '1'),
      left(`SELECT count(*) FROM app.organisation_area WHERE organisation_id = '${agency}'`, '1'),
      left(
        `SELECT count(*) FROM app.identity_provider WHERE organisation_id = '${agency}' AND issuer = 'https://probed.example'`,
        '1',
      ),
      left(
        `SELECT count(*) FROM app.app_user WHERE id = '${person}' AND organisation_id = '${agency}' AND subject = 'x'`,
        '1',
      ),
      left(
        `SELECT role || ' ' || granted_by FROM app.organisation_role WHERE user_id = '${person}' AND organisation_id = '${agency}'`,
        `ADMINISTRATOR ${scene.person('planner')}`,
      ),
    ),
  ];
}
