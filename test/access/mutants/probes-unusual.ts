import * as words from './probe-words.js';
import {
  adds,
  at,
  fresh,
  insert,
  later,
  lets,
  me,
  only,
  probe,
  refuses,
  sql,
  update,
  type Row,
} from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** Requests for access, break-glass (R11), whistleblowing (R12) and markings. */
export function unusualProbes(scene: Scene): readonly Probe[] {
  return [...accessRequests(scene), ...breakGlass(scene), ...whistleblowing(scene), ...markings(scene)];
}

function accessRequests(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const asking = (name: Parameters<Scene['person']>[0]): Row => ({
    ...{ id: fresh, evidence_id: id('data'), inspection_id, owner: 'OFSTED', asked_by: me },
    ...{ assignment_id: scene.seat('drafting', name), recipient: 'CQC', form: 'WHOLE', reason: 'X', asked_at: at },
    ...{ due_at: later, calendar_version: 'X', state: 'OPEN' },
  });
  const onSummary: Row = { ...asking('inspector'), evidence_id: id('cqcSummary'), owner: 'CQC', recipient: 'OFSTED' };
  const decided = { state: 'REFUSED', decided_by: me, decided_at: at, decision_reason: 'X' };
  const open = { id: id('accessRequest') };
  const closed = `UPDATE app.inspection_conduct SET closed_at = auth.at() WHERE inspection_id = '${inspection_id}'`;
  const share = '15151515-1515-4151-8151-151515151515';
  const shared = (more: Row = {}): string =>
    insert('evidence_share', {
      ...{
        id: share,
        evidence_id: id('said'),
        inspection_id,
        owner: 'OFSTED',
        recipient: 'CQC',
        form: 'WHOLE',
        gateway: 'X',
      },
      ...{ purpose: 'X', starts_at: at, shared_by: me, shared_at: at },
      ...more,
    });
  const granted = { ...decided, state: 'GRANTED', share_id: share };
  return [
    probe(
      'R3: whoever sees an item of another inspectorate asks for it, in his own name and now',
      adds(['inspector'], 'access_request', onSummary, [
        ...[decided, { asked_by: scene.person('colleague') }, { asked_at: words.earlier }],
        ...[
          { recipient: 'HMICFRS' },
          { evidence_id: id('cqc') },
          { assignment_id: scene.seat('drafting', 'colleague') },
        ],
        { recipient: 'CQC', recipient_assignment_id: scene.seat('drafting', 'colleague') },
      ]),
      lets('cqc colleague', insert('access_request', asking('cqc colleague'))),
      refuses('cqc inspector', insert('access_request', asking('cqc inspector'))),
      // His own inspectorate's.
      refuses('colleague', insert('access_request', asking('colleague'))),
      // Seen by it, but hidden by a conflict of interest.
      refuses('cqc colleague', insert('access_request', { ...asking('cqc colleague'), evidence_id: id('said') })),
      refuses('cqc inspector', insert('access_request', { ...asking('cqc inspector'), evidence_id: id('withdrawn') })),
      refuses('inspector', insert('access_request', onSummary), { given: [closed] }),
    ),
    probe(
      'R3: the owner decides once, in his own name, before closing',
      only(words.writersOfsted, update('access_request', decided, open)),
      refuses('inspector', update('access_request', { ...decided, decided_by: scene.person('colleague') }, open)),
      refuses('inspector', update('access_request', { state: 'OPEN', decided_by: me }, open)),
      refuses('inspector', update('access_request', decided, open), { given: [closed] }),
      refuses('inspector', update('access_request', decided, { id: id('accessDecided') })),
      only([...words.writersOfsted, 'analyst'], update('access_request', decided, open), {
        given: [update('evidence_body', { strength: 'DATA' }, { evidence_id: id('said') })],
      }),
    ),
    probe(
      'R3: a request is granted by a share of what was asked for',
      lets('inspector', [shared(), update('access_request', granted, open)]),
      lets('inspector', [shared({ form: 'SUMMARY' }), update('access_request', granted, open)]),
      refuses('inspector', update('access_request', { ...granted, share_id: id('revoked') }, open)),
      refuses('inspector', update('access_request', { ...granted, share_id: null }, open)),
      refuses('inspector', [
        shared({ evidence_id: id('capped'), form: 'SUMMARY' }),
        update('access_request', granted, open),
      ]),
      refuses('inspector', [
        shared({ recipient_assignment_id: scene.seat('drafting', 'cqc inspector') }),
        update('access_request', granted, open),
      ]),
      refuses('inspector', [
        shared(),
        update('evidence_share', { revoked_at: at, revoked_by: me, revoke_reason: 'X' }, { id: share }),
        update('access_request', granted, open),
      ]),
    ),
  ];
}

function breakGlass(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const breaking = '16161616-1616-4161-8161-161616161616';
  const broken = (name: Parameters<Scene['person']>[0], of: Row): Row => ({
    ...{
      id: breaking,
      inspection_id,
      asked_by: me,
      assignment_id: scene.seat('drafting', name),
      inspectorate: 'OFSTED',
    },
    ...{
      reason: 'A reason of at least thirty code points.',
      starts_at: at,
      ends_at: sql(`auth.at() + interval '1 hour'`),
      ...of,
    },
  });
  const onItem = broken('ofsted lead', { evidence_id: id('cqcSummary') });
  const review: Row = {
    id: fresh,
    break_glass_id: breaking,
    inspection_id,
    owner: 'CQC',
    review_due_at: later,
    calendar_version: 'X',
  };
  const reviewed = { reviewed_at: at, reviewed_by: me, outcome: 'JUSTIFIED', words: 'X' };
  const due = { id: id('review') };
  const closed = `UPDATE app.inspection_conduct SET closed_at = auth.at() WHERE inspection_id = '${inspection_id}'`;
  const unheard = `UPDATE app.inspection SET notified_at = NULL WHERE id = '${inspection_id}'`;
  const byLead = insert('break_glass', { ...onItem, asked_by: scene.person('ofsted lead') });
  return [
    probe(
      'R11: a lead breaks the glass of an item that he sees in summary, or of a case',
      adds(['ofsted lead'], 'break_glass', onItem, [
        ...[
          { asked_by: scene.person('lead') },
          { starts_at: words.earlier },
          { assignment_id: scene.seat('drafting', 'lead') },
        ],
        ...[{ evidence_id: id('cqc') }, { evidence_id: id('said') }, { inspectorate: 'CQC' }],
        { ends_at: sql(`auth.at() + interval '61 minutes'`) },
      ]),
      lets('lead', insert('break_glass', broken('lead', { evidence_id: id('cqcSummary') }))),
      refuses('inspector', insert('break_glass', broken('inspector', { evidence_id: id('cqcSummary') }))),
      lets(
        'cqc lead',
        insert('break_glass', { ...broken('cqc lead', { case_id: id('otherCase') }), inspectorate: 'CQC' }),
      ),
      refuses(
        'cqc lead',
        insert('break_glass', { ...broken('cqc lead', { case_id: id('caseId') }), inspectorate: 'CQC' }),
      ),
      refuses('ofsted lead', insert('break_glass', onItem), { given: [closed] }),
      refuses('ofsted lead', insert('break_glass', onItem), {
        given: ['ALTER TABLE app.inspection DISABLE TRIGGER inspection_notified_at_once', unheard],
      }),
    ),
    probe(
      'R11: the owners are told in the same moment, and none asks again before the review',
      lets('ofsted lead', [insert('break_glass', onItem), insert('break_glass_review', review)]),
      ...[{ owner: 'HMICFRS' }, { owner: 'OFSTED' }].map((other) =>
        refuses('ofsted lead', [insert('break_glass', onItem), insert('break_glass_review', { ...review, ...other })]),
      ),
      refuses('lead', insert('break_glass_review', review), { given: [byLead] }),
      refuses('ofsted lead', [
        ...[insert('break_glass', onItem), insert('break_glass_review', review)],
        insert('break_glass', { ...onItem, id: fresh }),
      ]),
    ),
    probe(
      'R11: the owner’s lead reviews it once, not the asker',
      only(['ofsted lead'], update('break_glass_review', reviewed, due)),
      ...[{ reviewed_by: scene.person('lead') }, { reviewed_at: words.later }].map((other) =>
        refuses('ofsted lead', update('break_glass_review', { ...reviewed, ...other }, due)),
      ),
      refuses(
        'any writer',
        update('break_glass_review', { reviewed_at: null, reviewed_by: null, outcome: null, words: null }, due),
        {
          given: [
            'ALTER TABLE app.break_glass_review DISABLE TRIGGER break_glass_review_once',
            update('break_glass_review', reviewed, due),
            'ALTER TABLE app.break_glass_review ENABLE TRIGGER break_glass_review_once',
          ],
        },
      ),
      refuses('ofsted lead', update('break_glass_review', reviewed, due), { given: [closed] }),
      refuses('ofsted lead', update('break_glass_review', reviewed, due), {
        given: [`UPDATE app.break_glass SET asked_by = '${scene.person('ofsted lead')}'`],
      }),
    ),
  ];
}

function whistleblowing(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const assigned = words.everybody.filter((name) =>
    scene.world.assignments.some((one) => one.inspectionId === inspection_id && one.userId === scene.person(name)),
  );
  const [first = 'lead', ...others] = assigned;
  const filed: Row = { id: fresh, inspection_id, received_on: sql(`(auth.at() AT TIME ZONE 'Europe/London')::date`) };
  const step: Row = {
    id: fresh,
    whistleblowing_id: id('whistle'),
    inspection_id,
    step: 'TAKEN_IN_HAND',
    at,
    by_user: me,
  };
  const item = { id: id('whistle') };
  const handler: Row = { id: fresh, inspection_id, user_id: scene.person('auditor'), named_by: me, named_at: at };
  const event: Row = {
    id: fresh,
    inspection_id,
    operation: 'OPENED',
    whistleblowing_id: id('whistle'),
    at,
    actor_id: me,
  };
  const key: Row = { inspection_id, purpose: 'WHISTLEBLOWING', master_key_id: 'X', sealed_key: sql(`'\\\\x00'`) };
  const taken = insert('whistleblowing_step', { ...step, by_user: scene.person('handler') });
  return [
    probe(
      'R12: any assigned user files, on its day, about an agency',
      adds([first, ...others], 'whistleblowing', filed, [
        { received_on: '2020-01-01' },
        { agency_id: organisationCalled(scene, 'OFSTED') },
      ]),
      lets('lead', insert('whistleblowing', { ...filed, agency_id: id('council') })),
      adds(
        assigned,
        'whistleblowing_words',
        { whistleblowing_id: id('whistle'), inspection_id, sealed: sql(`'\\\\x00'`) },
        [],
        {
          given: ['DELETE FROM app.whistleblowing_words'],
        },
      ),
      adds(words.everybody, 'whistleblowing_receipt', { id: fresh, filed_by: me, code: 'PROBE', at }, [
        { filed_by: scene.person('cqc lead') },
        { at: words.earlier },
      ]),
      adds([...assigned, 'handler'], 'sealing_key', key, [{ purpose: 'IDENTITY' }], {
        given: ['DELETE FROM app.sealing_key'],
      }),
      words.tellsOnly(
        [...assigned, 'handler'],
        `SELECT count(*) FROM app.sealing_key WHERE inspection_id = '${inspection_id}'`,
        ['1', '0'],
        {
          given: ['DELETE FROM app.sealing_key', insert('sealing_key', key)],
        },
      ),
    ),
    probe(
      'R12: handlers alone take an item in hand, step by step',
      adds(['handler'], 'whistleblowing_step', step, [
        { by_user: scene.person('lead') },
        { step: 'CLOSED' },
        { step: 'NOTED' },
        { at: words.earlier },
      ]),
      only([], update('whistleblowing', { state: 'IN_HAND' }, item)),
      only(['handler'], update('whistleblowing', { state: 'IN_HAND' }, item), { given: [taken] }),
      refuses('any writer', update('whistleblowing', { state: 'CLOSED' }, item), { given: [taken] }),
      refuses('any writer', update('whistleblowing', { state: 'RECEIVED' }, item), {
        given: [taken, update('whistleblowing', { state: 'IN_HAND' }, item)],
      }),
      refuses('any writer', update('whistleblowing', { state: 'CLOSED' }, item), {
        given: [taken, update('whistleblowing', { state: 'IN_HAND' }, item)],
      }),
    ),
    probe(
      'R12: a handler is named by the leading planner, of his own inspectorate, who leads nothing here; and ends once',
      adds(['planner'], 'whistleblowing_handler', handler, [
        ...['planner', 'lead', 'ofsted lead', 'cqc keeper'].map((name) => ({ user_id: scene.person(name as 'lead') })),
        ...[
          { named_by: scene.person('lead') },
          { named_at: words.earlier },
          { inspection_id: scene.id('closed', 'inspection') },
        ],
      ]),
      refuses('planner', insert('whistleblowing_handler', handler), {
        given: [update('app_user', { suspended_at: at }, { id: scene.person('auditor') })],
      }),
      only(['planner'], update('whistleblowing_handler', { ended_at: at }, { id: id('handler') })),
      refuses('any writer', update('whistleblowing_handler', { ended_at: null }, { id: id('handler') }), {
        given: [update('whistleblowing_handler', { ended_at: at }, { id: id('handler') })],
      }),
      words.tells(
        'any writer',
        [
          insert('assignment', {
            id: fresh,
            inspection_id,
            user_id: scene.person('handler'),
            organisation_id: organisationCalled(scene, 'OFSTED'),
            inspectorate: 'OFSTED',
            role: 'INSPECTORATE_LEAD',
            starts_at: at,
            assigned_by: scene.person('planner'),
          }),
          `SELECT ended_at IS NOT NULL FROM app.whistleblowing_handler WHERE id = '${id('handler')}'`,
        ],
        'true',
        { given: [update('assignment', { ended_at: at }, { id: scene.seat('drafting', 'ofsted lead') })] },
      ),
    ),
    probe(
      'R12: its stream is written by those who act and read by the handlers',
      adds(['handler'], 'whistleblowing_event', event, [{ actor_id: scene.person('lead') }, { at: words.earlier }]),
      adds(
        assigned,
        'whistleblowing_event',
        {
          id: fresh,
          inspection_id,
          operation: 'FILED',
          whistleblowing_id: id('whistle'),
          at: sql(`date_trunc('day', auth.at(), 'Europe/London')`),
        },
        [{ at }],
      ),
      adds(
        ['planner'],
        'whistleblowing_event',
        { id: fresh, inspection_id, operation: 'HANDLER_NAMED', handler_id: id('handler'), at, actor_id: me },
        [{ actor_id: scene.person('lead') }, { handler_id: fresh }],
      ),
      words.tellsOnly(
        ['handler'],
        `SELECT count(*) FROM app.whistleblowing_event WHERE operation = 'OPENED'`,
        ['1', '0'],
        {
          given: [insert('whistleblowing_event', { ...event, actor_id: scene.person('handler') })],
        },
      ),
      words.tellsOnly(['handler'], `SELECT count(*) FROM app.whistleblowing_step`, ['1', '0'], { given: [taken] }),
      words.tellsOnly(
        ['handler', 'planner'],
        `SELECT count(*) FROM app.whistleblowing_handler WHERE id = '${id('handler')}'`,
        ['1', '0'],
      ),
      words.tellsOnly(
        ['observer'],
        `SELECT count(*) FROM app.whistleblowing_receipt WHERE code = 'PROBE'`,
        ['1', '0'],
        {
          given: [
            insert('whistleblowing_receipt', { id: fresh, filed_by: scene.person('observer'), code: 'PROBE', at }),
          ],
        },
      ),
      words.tellsOnly(
        ['handler'],
        `SELECT count(*) FROM app.whistleblowing_words WHERE whistleblowing_id = '${id('whistle')}'`,
        ['1', '0'],
        {
          given: [
            'DELETE FROM app.whistleblowing_words',
            insert('whistleblowing_words', {
              whistleblowing_id: id('whistle'),
              inspection_id,
              sealed: sql(`'\\\\x00'`),
            }),
          ],
        },
      ),
    ),
  ];
}

function markings(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const change = (name: string, marking: string): Row => ({
    ...{
      id: fresh,
      evidence_id: id(name),
      inspection_id,
      owner: 'OFSTED',
      marking,
      reason: 'X',
      changed_by: me,
      changed_at: at,
    },
  });
  const raised = (name: string): readonly string[] => [
    update('evidence_summary', { marking: 'OFFICIAL_SENSITIVE' }, { evidence_id: id(name) }),
  ];
  const lowering: Row = {
    id: '17171717-1717-4171-8171-171717171717',
    finding_id: id('second'),
    inspection_id,
    owner: 'CQC',
    reason: 'X',
    proposed_by: me,
    proposed_at: at,
    owners: sql(`'{}'`),
    agreed: sql(`'{}'`),
    evidence_ids: sql(`'{}'`),
  };
  const agreement: Row = {
    lowering_id: lowering['id'] ?? null,
    finding_id: id('second'),
    inspection_id,
    owner: 'OFSTED',
    agreed_by: me,
    agreed_at: at,
  };
  const both = [
    ...raised('cqcWhole'),
    ...raised('said'),
    insert('citation', {
      id: fresh,
      finding_id: id('second'),
      evidence_id: id('said'),
      inspection_id,
      owner: 'OFSTED',
      cited_at: at,
    }),
  ];
  const given = [`SELECT set_config('app.user_id', '${scene.person('inspector')}', true)`, ...both];
  return [
    probe(
      'a marking is raised by writers, lowered by the author or the owner’s inspectorate lead',
      adds(words.writersOfsted, 'marking_change', change('said', 'OFFICIAL_SENSITIVE'), [
        { changed_by: scene.person('colleague') },
        { marking: 'OFFICIAL' },
      ]),
      only(['ofsted lead', 'inspector'], insert('marking_change', change('said', 'OFFICIAL')), {
        given: raised('said'),
      }),
      adds([...words.writersOfsted, 'analyst'], 'marking_change', change('data', 'OFFICIAL_SENSITIVE')),
      only(['inspector'], insert('marking_change', change('draft', 'OFFICIAL_SENSITIVE'))),
      refuses('inspector', insert('marking_change', change('withdrawn', 'OFFICIAL_SENSITIVE'))),
      only([], update('evidence_summary', { marking: 'OFFICIAL_SENSITIVE' }, { evidence_id: id('said') })),
    ),
    probe(
      'a finding’s marking is lowered by the inspectorate lead of an owner, once each other owner’s has agreed',
      adds(['cqc lead'], 'marking_lowering', lowering, [{ proposed_by: scene.person('lead') }], {
        given: raised('cqcWhole'),
      }),
      refuses('cqc lead', insert('marking_lowering', lowering)),
      words.tells(
        'cqc lead',
        [insert('marking_lowering', lowering), `SELECT marking FROM app.finding WHERE id = '${id('second')}'`],
        'OFFICIAL',
        { given: raised('cqcWhole') },
      ),
      adds(
        ['ofsted lead'],
        'marking_agreement',
        agreement,
        [{ agreed_by: scene.person('lead') }, { owner: 'CQC' }, { owner: 'HMICFRS' }],
        {
          given: [
            ...given,
            `SELECT set_config('app.user_id', '${scene.person('cqc lead')}', true)`,
            insert('marking_lowering', lowering),
          ],
        },
      ),
    ),
  ];
}

const organisationCalled = (scene: Scene, code: string): string =>
  scene.world.organisations.find((one) => one.code === code)?.id ?? '';
