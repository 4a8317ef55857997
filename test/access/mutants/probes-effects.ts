import type { Person } from '../oracle/world-builder-people.js';
import { day, hour } from '../oracle/world-builder.js';
import type { Instant } from '../oracle/world-base.js';
import { at, earlier, insert, later, me, probe, remove, sql, tells, update, uuids, type Row } from './probe-words.js';
import type { Probe } from './probing.js';
import { sceneNow, type Scene } from './scene.js';

/** An act, and what somebody is told of a row before and after it. */
interface Effect {
  readonly reader: Person;
  readonly of: string;
  readonly becomes: readonly [before: string, after: string];
  readonly by: readonly string[];
  readonly given?: readonly string[];
  readonly at?: Instant;
}

/** The columns that name one row. */
type Keys = Readonly<Record<string, string | number>>;

const shown = (reader: Person, table: string, where: Keys, ...by: readonly string[]): Effect => ({
  ...{ reader, of: counted(table, where), becomes: ['0', '1'], by },
});
const hidden = (reader: Person, table: string, where: Keys, ...by: readonly string[]): Effect => ({
  ...{ reader, of: counted(table, where), becomes: ['1', '0'], by },
});
const counted = (table: string, where: Keys): string => {
  const conditions = Object.entries(where).map(([column, value]) => `${column} = '${value}'`);
  return `SELECT count(*) FROM app.${table} WHERE ${conditions.join(' AND ')}`;
};

/** What an act changes in what others see: from its acknowledgement on. */
export function effectProbes(scene: Scene): readonly Probe[] {
  const named = (name: string, effects: readonly Effect[]): Probe =>
    probe(
      name,
      effects.map(({ reader, of, becomes: [before], given = [] }) => tells(reader, of, before, { given })),
      effects.map(({ reader, of, becomes: [, after], by, given = [], at: asked = sceneNow }) =>
        tells(reader, of, after, { given: [...given, ...by], at: asked }),
      ),
    );
  return [
    named('R3: a share shows and its end hides, at once', shares(scene)),
    named('R5: what becomes of an item decides who sees it', items(scene)),
    named('R10: a conflict hides what comes to rest on its agency or case', conflicts(scene)),
    named('R8: submitting, revealing and withdrawing decide who sees a finding', findings(scene)),
    named('R9: stages and clocks decide who sees a text', texts(scene)),
    named('R7: issuing, cancelling and sending decide who sees a request and its answer', requests(scene)),
    named('R1: notification, publication, assignments and closing decide who sees an inspection', inspections(scene)),
  ];
}

function shares(scene: Scene): readonly Effect[] {
  const id = (name: string): string => scene.id('drafting', name);
  const owned = { inspection_id: id('inspection'), owner: 'OFSTED' };
  const share = '18181818-1818-4181-8181-181818181818';
  const begun = insert('evidence_share', {
    ...{
      id: share,
      evidence_id: id('capped'),
      ...owned,
      recipient: 'CQC',
      form: 'SUMMARY',
      gateway: 'X',
      purpose: 'X',
    },
    ...{ starts_at: at, shared_by: scene.person('inspector'), shared_at: at },
  });
  const text = insert('evidence_share_text', {
    share_id: share,
    evidence_id: id('capped'),
    ...owned,
    title: 'X',
    summary: 'X',
  });
  const revoked = (name: string): string =>
    update('evidence_share', { revoked_at: at, revoked_by: me, revoke_reason: 'X' }, { id: id(name) });
  const soon = update('evidence_share', { ends_at: sql(`auth.at() + interval '1 hour'`) }, { id: id('shared') });
  const lowered = update('evidence_cap', { form: 'SUMMARY' }, { evidence_id: id('said'), recipient: 'CQC' });
  return [
    shown('cqc inspector', 'evidence_summary', { evidence_id: id('capped') }, begun),
    shown('cqc inspector', 'evidence_share_text', { share_id: share }, begun, text),
    hidden('cqc inspector', 'evidence_body', { evidence_id: id('said') }, revoked('shared')),
    hidden('cqc inspector', 'evidence_share', { id: id('shared') }, revoked('shared')),
    { ...hidden('cqc inspector', 'evidence_body', { evidence_id: id('said') }, soon), at: sceneNow + hour },
    {
      ...hidden('cqc inspector', 'evidence_body', { evidence_id: id('said') }, soon),
      becomes: ['1', '1'],
      at: sceneNow + hour - 1,
    },
    hidden('cqc inspector', 'evidence_body', { evidence_id: id('said') }, lowered),
    hidden('cqc inspector', 'citation', { finding_id: id('first') }, revoked('shared')),
    hidden('cqc inspector', 'citation_passage', { finding_id: id('first') }, revoked('shared')),
  ];
}

function items(scene: Scene): readonly Effect[] {
  const id = (name: string): string => scene.id('drafting', name);
  const owned = (name: string, owner = 'OFSTED'): Row => ({
    evidence_id: id(name),
    inspection_id: id('inspection'),
    owner,
  });
  const state = (name: string, to: string): string => update('evidence', { state: to }, { id: id(name) });
  const version = insert('evidence_version', {
    ...owned('cqcWhole', 'CQC'),
    version: 1,
    title: 'X',
    body: 'X',
    reason: 'X',
    superseded_at: at,
    superseded_by: scene.person('cqc inspector'),
  });
  const withdrawal = insert('evidence_withdrawal', {
    ...owned('said'),
    title: 'X',
    reason: 'X',
    withdrawn_at: at,
    withdrawn_by: scene.person('inspector'),
  });
  const entry = '19191919-1919-4191-8191-191919191919';
  const entered = insert('chronology_entry', {
    id: entry,
    ...owned('cqcWhole', 'CQC'),
    case_id: id('caseId'),
    happened_on: '2027-01-05',
    words: 'X',
    author_id: scene.person('cqc inspector'),
    version: 1,
  });
  const flagged = insert('chronology_contradiction', {
    entry_id: id('entry'),
    other_id: id('entryOfCqc'),
    inspection_id: id('inspection'),
    owner: 'OFSTED',
    flagged_by: scene.person('inspector'),
    flagged_at: at,
  });
  const cap = insert('evidence_cap', {
    ...owned('said'),
    recipient: 'PROBED',
    form: 'NOTHING',
    gateway: 'X',
    why: 'X',
  });
  const unshared = `UPDATE app.evidence_share SET revoked_at = auth.at(), revoked_by = shared_by, revoke_reason = 'X' WHERE evidence_id = '${id('cqcWhole')}'`;
  const write = `WITH changed AS (UPDATE app.evidence SET state = state WHERE id = '${id('said')}' RETURNING 1) SELECT count(*) FROM changed`;
  return [
    shown('colleague', 'evidence_body', { evidence_id: id('draft') }, state('draft', 'SUBMITTED')),
    hidden('colleague', 'evidence_body', { evidence_id: id('data') }, state('data', 'WITHDRAWN')),
    hidden('cqc inspector', 'evidence_version', { evidence_id: id('said') }, state('said', 'WITHDRAWN')),
    shown('inspector', 'evidence_version', { evidence_id: id('cqcWhole') }, version),
    shown('colleague', 'evidence_withdrawal', { evidence_id: id('said') }, state('said', 'WITHDRAWN'), withdrawal),
    shown('inspector', 'chronology_entry', { id: entry }, entered),
    shown('lead', 'chronology_contradiction', { entry_id: id('entry') }, flagged),
    { ...hidden('lead', 'chronology_contradiction', { entry_id: id('entry') }, unshared), given: [flagged] },
    shown('colleague', 'evidence_cap', { recipient: 'PROBED' }, cap),
    {
      reader: 'analyst',
      of: write,
      becomes: ['0', '1'],
      by: [update('evidence_body', { strength: 'DATA' }, { evidence_id: id('said') })],
    },
    shown('inspector', 'opening', { request_id: 'PROBED' }, ...opened(scene, 'cqc inspector')),
    shown(
      'ofsted lead',
      'evidence_summary',
      { evidence_id: id('said'), marking: 'OFFICIAL_SENSITIVE' },
      ...raised(scene),
    ),
    shown('ofsted lead', 'finding', { id: id('first'), marking: 'OFFICIAL_SENSITIVE' }, ...raised(scene)),
    shown('ofsted lead', 'marking_change', { evidence_id: id('said') }, ...raised(scene)),
  ];
}

const as = (scene: Scene, name: Person): string => `SELECT set_config('app.user_id', '${scene.person(name)}', true)`;

const opened = (scene: Scene, name: Person): readonly string[] => [
  as(scene, name),
  insert('opening', {
    id: sql('gen_random_uuid()'),
    at,
    actor_id: me,
    organisation_id: sql('auth.organisation_id()'),
    request_id: 'PROBED',
    inspection_id: scene.id('drafting', 'inspection'),
    evidence_id: scene.id('drafting', 'said'),
  }),
];

const raised = (scene: Scene): readonly string[] => [
  as(scene, 'inspector'),
  insert('marking_change', {
    id: sql('gen_random_uuid()'),
    evidence_id: scene.id('drafting', 'said'),
    inspection_id: scene.id('drafting', 'inspection'),
    owner: 'OFSTED',
    marking: 'OFFICIAL_SENSITIVE',
    changed_by: me,
    changed_at: at,
  }),
];

/** The inspector of CQC comes to have a conflict with the trust, or with a case. */
function conflicts(scene: Scene): readonly Effect[] {
  const id = (name: string): string => scene.id('drafting', name);
  const declared = (more: Row): string =>
    insert('conflict_of_interest', {
      id: sql('gen_random_uuid()'),
      user_id: scene.person('cqc inspector'),
      inspectorate: 'CQC',
      reason: 'PROBED',
      declared_by: scene.person('cqc inspector'),
      declared_at: at,
      ...more,
    });
  const trust = [declared({ organisation_id: id('trust') })];
  const ofCase = [declared({ case_id: id('otherCase'), case_code: 'CASE-2' })];
  const to = (of: string, where: Keys, by: string, given: readonly string[] = trust): Effect => ({
    reader: 'cqc inspector',
    of: counted(of, where),
    becomes: ['1', '0'],
    by: [by],
    given,
  });
  const source = update('evidence_body', { source_agency_id: id('trust') }, { evidence_id: id('cqcWhole') });
  const concerns = (name: string): string =>
    update('finding_body', { agency_ids: uuids(id('trust')) }, { finding_id: id(name) });
  const frozen = update(
    'finding_body',
    { agency_ids: uuids(id('trust')) },
    { finding_id: scene.id('checking', 'finding') },
  );
  return [
    to('evidence', { id: id('cqcWhole') }, source),
    to(
      'evidence_body',
      { evidence_id: id('cqcWhole') },
      update('evidence_body', { spoken_of_ids: uuids(id('trust')) }, { evidence_id: id('cqcWhole') }),
    ),
    to(
      'evidence_summary',
      { evidence_id: id('cqcWhole') },
      update('evidence', { case_id: id('otherCase') }, { id: id('cqcWhole') }),
      ofCase,
    ),
    to(
      'chronology_entry',
      { id: id('entryOfCqc') },
      update('chronology_entry', { agency_id: id('trust') }, { id: id('entryOfCqc') }),
    ),
    to('finding', { id: id('second') }, source),
    to('finding', { id: id('third') }, concerns('third')),
    to(
      'finding_body',
      { finding_id: id('third') },
      update('finding_body', { case_id: id('otherCase') }, { finding_id: id('third') }),
      ofCase,
    ),
    to(
      'finding',
      { id: id('third') },
      insert('citation', {
        id: sql('gen_random_uuid()'),
        finding_id: id('third'),
        evidence_id: id('cqcWhole'),
        inspection_id: id('inspection'),
        owner: 'OFSTED',
        cited_at: at,
      }),
      [...trust, as(scene, 'inspector'), source],
    ),
    {
      ...to('finding', { id: id('second') }, remove('citation', { finding_id: id('second') }), [...trust, source]),
      becomes: ['0', '1'],
    },
    to('finding_merge', { id: id('merge') }, concerns('ofCqc')),
    to('narrative_paragraph', { id: id('paragraph') }, concerns('first')),
    to('frozen_paragraph', { id: scene.id('checking', 'frozenParagraph') }, frozen),
    to('accuracy_comment', { id: scene.id('checking', 'sent') }, frozen),
    { reader: 'cqc lead', of: counted('conflict_of_interest', { reason: 'PROBED' }), becomes: ['0', '1'], by: trust },
    {
      reader: 'lead',
      of: counted('conflict_notice', { inspectorate: 'CQC', state: 'LIFTED' }),
      becomes: ['0', '1'],
      by: [
        update(
          'conflict_of_interest',
          { lifted_at: at, lifted_by: scene.person('cqc lead'), lift_reason: 'X' },
          { id: id('conflict') },
        ),
      ],
    },
    {
      reader: 'cqc inspector',
      of: counted('finding', { id: id('second') }),
      becomes: ['0', '1'],
      given: [...trust, source],
      by: [
        `UPDATE app.conflict_of_interest SET lifted_at = auth.at(), lifted_by = '${scene.person('cqc lead')}', lift_reason = 'X' WHERE reason = 'PROBED'`,
      ],
    },
    {
      reader: 'ofsted lead',
      of: counted('conflict_of_interest', { user_id: scene.person('stranger') }),
      becomes: ['0', '0'],
      by: [],
    },
  ];
}

function findings(scene: Scene): readonly Effect[] {
  const id = (name: string): string => scene.id('drafting', name);
  const blind = (name: string): string => scene.id('blind', name);
  const state = (name: string, to: string): string => update('finding', { state: to }, { id: id(name) });
  const reveal = update(
    'inspection_conduct',
    { revealed_at: at, revealed_by: me },
    { inspection_id: blind('inspection') },
  );
  const withdrawal = insert('finding_withdrawal', {
    finding_id: id('third'),
    inspection_id: id('inspection'),
    owner: 'OFSTED',
    reason: 'X',
    withdrawn_at: at,
    withdrawn_by: scene.person('ofsted lead'),
  });
  const cited = insert('citation', {
    id: '20202020-2020-4202-8202-202020202020',
    finding_id: id('third'),
    evidence_id: id('cqcWhole'),
    inspection_id: id('inspection'),
    owner: 'OFSTED',
    cited_at: at,
  });
  const passage = insert('citation_passage', {
    citation_id: '20202020-2020-4202-8202-202020202020',
    finding_id: id('third'),
    evidence_id: id('cqcWhole'),
    inspection_id: id('inspection'),
    owner: 'OFSTED',
    from_offset: 0,
    to_offset: 4,
    quote: 'X',
    evidence_version: 1,
  });
  const undo = update('finding_merge', { undone_at: at, undone_by: me, undo_reason: 'X' }, { id: id('merge') });
  const attitude = insert('attitude', {
    id: sql('gen_random_uuid()'),
    inspection_id: id('inspection'),
    merge_id: id('merge'),
    inspectorate: 'CQC',
    turn: 1,
    attitude: 'AGREE',
    taken_by: me,
    taken_at: at,
  });
  return [
    shown('cqc inspector', 'finding_body', { finding_id: id('findingDraft') }, state('findingDraft', 'SUBMITTED')),
    hidden('cqc inspector', 'finding_body', { finding_id: id('third') }, state('third', 'WITHDRAWN')),
    shown('cqc inspector', 'finding', { id: blind('finding') }, reveal),
    shown('inspector', 'contribution_body', { contribution_id: blind('contribution') }, reveal),
    shown(
      'assurer',
      'contribution',
      { id: blind('contributionDraft') },
      update('contribution', { state: 'SUBMITTED' }, { id: blind('contributionDraft') }),
    ),
    shown('colleague', 'finding_withdrawal', { finding_id: id('third') }, withdrawal),
    shown('cqc inspector', 'citation', { finding_id: id('third') }, as(scene, 'inspector'), cited),
    shown('cqc inspector', 'citation_passage', { finding_id: id('third') }, as(scene, 'inspector'), cited, passage),
    shown('lead', 'finding_merge_source', { merge_id: id('merge'), finding_id: id('first'), undone: 'true' }, undo),
    shown('inspector', 'attitude', { merge_id: id('merge') }, as(scene, 'cqc lead'), attitude),
  ];
}

function texts(scene: Scene): readonly Effect[] {
  const checking = (name: string): string => scene.id('checking', name);
  const here = { inspection_id: checking('inspection') };
  const signed = { inspection_id: scene.id('signed', 'inspection') };
  const letter = { id: scene.id('signed', 'letter') };
  const sent = { state: 'SENT', sent_by: scene.person('coordinator'), sent_at: at };
  const paused = update('inspection_conduct', { paused_at: at }, here);
  const resumed = update('inspection_conduct', { paused_at: null }, here);
  const hold = insert('publication_hold', {
    id: sql('gen_random_uuid()'),
    ...signed,
    reason: 'PROBED',
    held_by: me,
    held_at: at,
  });
  const delegation = insert('signing_delegation', {
    id: sql('gen_random_uuid()'),
    ...here,
    inspectorate: 'OFSTED',
    delegated_by: scene.person('signatory'),
    delegated_to: scene.person('handler'),
    assignment_id: scene.seat('checking', 'signatory'),
    reason: 'X',
    delegated_at: at,
  });
  const signature = (name: Person, inspectorate: string): readonly string[] => [
    as(scene, name),
    insert('signature', {
      id: sql('gen_random_uuid()'),
      ...here,
      frozen_text_id: checking('frozenText'),
      inspectorate,
      user_id: scene.person(name),
      name: 'X',
      hash: '0'.repeat(64),
      signed_at: at,
    }),
  ];
  const signing = update('inspection', { stage: 'SIGNING' }, { id: checking('inspection') });
  const noConflicts = ['DELETE FROM app.conflict_notice', 'DELETE FROM app.conflict_of_interest'];
  const agency = 'coordinator';
  const frozen = { id: checking('frozenText') };
  const reply = update(
    'accuracy_reply',
    { ...sent, sent_by: scene.person('cqc lead') },
    { comment_id: checking('answering') },
  );
  const admission = insert('comment_admission', {
    comment_id: checking('late'),
    ...here,
    organisation_id: scene.id('drafting', 'council'),
    reason: 'X',
    admitted_by: scene.person('lead'),
    admitted_at: at,
  });
  const pass = insert('quality_pass', {
    id: sql('gen_random_uuid()'),
    ...here,
    inspectorate: 'OFSTED',
    narrative_version: 9,
    passed_by: scene.person('assurer'),
    passed_at: at,
  });
  const write = `WITH changed AS (UPDATE app.narrative SET title = title WHERE inspection_id = '${scene.id('drafting', 'inspection')}' RETURNING 1) SELECT count(*) FROM changed`;
  return [
    { ...hidden(agency, 'frozen_text', frozen), at: sceneNow + day },
    { ...hidden(agency, 'frozen_text', frozen, paused), becomes: ['1', '1'], at: sceneNow + 2 * day },
    {
      ...hidden(agency, 'frozen_text', frozen, paused, `SELECT set_config('app.now', '${later}', true)`, resumed),
      becomes: ['1', '1'],
      at: sceneNow + 4 * day,
    },
    {
      ...hidden(
        agency,
        'frozen_text',
        frozen,
        update('frozen_text', { deadline: sql(`auth.at() + interval '1 second'`) }, frozen),
      ),
      at: sceneNow + hour,
    },
    hidden(agency, 'frozen_text', frozen, update('frozen_text', { reopened_at: at, reopened_by: me }, frozen)),
    hidden(agency, 'frozen_paragraph', { id: checking('frozenParagraph') }, signing),
    hidden(
      'signatory',
      'frozen_text',
      frozen,
      update('inspection', { stage: 'DRAFTING' }, { id: checking('inspection') }),
    ),
    {
      reader: 'lead',
      of: write,
      becomes: ['1', '0'],
      by: [update('inspection', { stage: 'ACCURACY_CHECK' }, { id: scene.id('drafting', 'inspection') })],
    },
    shown(
      'lead',
      'accuracy_comment',
      { id: checking('draft') },
      as(scene, 'coordinator'),
      update('accuracy_comment', { ...sent, receipt: 'X' }, { id: checking('draft') }),
    ),
    shown(agency, 'accuracy_reply', { comment_id: checking('answering') }, reply),
    shown(agency, 'comment_admission', { comment_id: checking('late') }, admission),
    shown('inspector', 'quality_pass', { narrative_version: 9 }, pass),
    shown('inspector', 'publication_hold', { reason: 'PROBED' }, hold),
    shown('inspector', 'signing_delegation', { inspectorate: 'OFSTED' }, delegation),
    {
      ...shown(
        'inspector',
        'signature',
        { inspection_id: checking('inspection') },
        signing,
        ...signature('signatory', 'OFSTED'),
      ),
      given: noConflicts,
    },
    {
      ...shown(
        'inspector',
        'inspection',
        { id: checking('inspection'), stage: 'SIGNED' },
        ...signature('cqc colleague', 'CQC'),
      ),
      given: [...noConflicts, signing, ...signature('signatory', 'OFSTED')],
    },
    shown(
      'stranger',
      'letter_text',
      { letter_id: letter.id },
      update('letter', { published_at: at, published_by: me }, letter),
    ),
    hidden(
      'stranger',
      'letter_text',
      { letter_id: scene.id('published', 'letter') },
      update('letter', { withdrawn_at: at }, { id: scene.id('published', 'letter') }),
    ),
    hidden(
      'stranger',
      'letter_text',
      { letter_id: scene.id('published', 'letter') },
      update('letter', { superseded_at: at }, { id: scene.id('published', 'letter') }),
    ),
    {
      ...shown(
        agency,
        'letter_text',
        { letter_id: letter.id },
        insert('letter_text', { letter_id: letter.id, ...signed, html: 'X', facts: sql(`'{}'`) }),
      ),
      given: ['DELETE FROM app.letter_text'],
    },
  ];
}

function requests(scene: Scene): readonly Effect[] {
  const id = (name: string): string => scene.id('drafting', name);
  const state = (name: string, to: string): string => update('request', { state: to }, { id: id(name) });
  const sent = { state: 'SUBMITTED', submitted_at: at, submitted_by: scene.person('coordinator'), receipt: 'X' };
  const version = insert('submission_version', {
    submission_id: id('submission'),
    inspection_id: id('inspection'),
    organisation_id: id('council'),
    version: 1,
    text: 'X',
    data: sql(`'[]'`),
    late: false,
    submitted_at: at,
    submitted_by: scene.person('coordinator'),
    receipt: 'X',
    replaced_at: at,
    replaced_by: scene.person('coordinator'),
    reason: 'X',
  });
  const paused = update(
    'inspection_conduct',
    { paused_at: sql(`auth.at() - interval '60 days'`) },
    { inspection_id: id('inspection') },
  );
  const resumed = update('inspection_conduct', { paused_at: null }, { inspection_id: id('inspection') });
  const moved = `SELECT count(*) FROM app.request_due WHERE request_id = '${id('request')}' AND due_at > auth.at()`;
  return [
    shown(
      'coordinator',
      'request_text',
      { request_id: id('requestDraft') },
      update('request_text', { issued_at: at, issued_by: me }, { request_id: id('requestDraft') }),
      state('requestDraft', 'ISSUED'),
    ),
    hidden('coordinator', 'request_text', { request_id: id('request') }, state('request', 'CANCELLED')),
    hidden('police coordinator', 'request', { id: id('request') }, state('request', 'CANCELLED')),
    {
      ...shown(
        'ofsted lead',
        'request_text',
        { request_id: id('requestDraft') },
        update('request_text', { inspectorates: sql(`'{CQC,OFSTED}'`) }, { request_id: id('requestDraft') }),
      ),
    },
    shown(
      'coordinator',
      'case_file',
      { id: id('otherCase') },
      update('request_text', { case_ids: uuids(id('otherCase')) }, { request_id: id('requestDraft') }),
      state('requestDraft', 'ISSUED'),
    ),
    hidden('coordinator', 'case_file', { id: id('caseId') }, state('request', 'CANCELLED')),
    shown(
      'cqc inspector',
      'submission',
      { id: id('submissionDraft') },
      as(scene, 'coordinator'),
      update('submission', sent, { id: id('submissionDraft') }),
    ),
    shown('cqc inspector', 'submission_version', { submission_id: id('submission') }, version),
    { reader: 'coordinator', of: moved, becomes: ['0', '1'], by: [resumed], given: [paused] },
    {
      reader: 'inspector',
      of: counted('access_request', { id: id('accessRequest') }),
      becomes: ['1', '0'],
      by: [closing(id('inspection'))],
    },
    hidden(
      'cqc inspector',
      'access_request',
      { id: id('accessRequest') },
      `UPDATE app.evidence_share SET revoked_at = auth.at(), revoked_by = shared_by, revoke_reason = 'X' WHERE evidence_id = '${id('said')}'`,
    ),
  ];
}

const closing = (inspection: string): string =>
  `UPDATE app.inspection_conduct SET closed_at = auth.at(), readable_until = auth.at() + interval '28 days' WHERE inspection_id = '${inspection}'`;

function inspections(scene: Scene): readonly Effect[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const planned = scene.id('planned', 'inspection');
  const seat = '23232323-2323-4232-8232-232323232323';
  const closed = closing(inspection_id);
  const ended = (name: Person): string =>
    update('assignment', { ended_at: at, ended_by: scene.person('planner') }, { id: scene.seat('drafting', name) });
  const assigned = insert('assignment', {
    id: seat,
    inspection_id,
    user_id: scene.person('handler'),
    organisation_id: organisationOf(scene, 'handler'),
    inspectorate: 'OFSTED',
    role: 'OBSERVER',
    starts_at: at,
    assigned_by: scene.person('ofsted lead'),
  });
  const memberOf = insert('case_member', {
    id: seat,
    case_id: scene.id('drafting', 'caseId'),
    inspection_id,
    inspectorate: 'OFSTED',
    assignment_id: scene.seat('drafting', 'analyst'),
    named_by: scene.person('ofsted lead'),
  });
  const write = `WITH changed AS (UPDATE app.finding_body SET statement = statement WHERE finding_id = '${scene.id('drafting', 'third')}' RETURNING 1) SELECT count(*) FROM changed`;
  const part = insert('inspection_inspectorate', {
    inspection_id,
    inspectorate: 'HMI_PRISONS',
    gateway: 'X',
    invited_at: at,
  });
  const agency = insert('inspection_agency', {
    inspection_id,
    organisation_id: scene.id('drafting', 'trust'),
    principal_authority: false,
  });
  const date = insert('timetable_entry', {
    inspection_id,
    code: 'PROBED',
    name: 'X',
    falls_on: earlier,
    calendar_version: 'X',
    computed_on: earlier,
    warnings: sql(`'[]'`),
  });
  const mark = insert('inspection_mark', {
    id: seat,
    inspection_id,
    kind: 'DEFERRED',
    authority: 'X',
    reason: 'X',
    marked_by: scene.person('lead'),
    marked_at: at,
  });
  const step = insert('immediate_concern_step', {
    id: seat,
    concern_id: scene.id('drafting', 'concern'),
    inspection_id,
    receiver_id: scene.id('drafting', 'trust'),
    raised_by: scene.person('cqc inspector'),
    step: 'ACKNOWLEDGED',
    at,
    by_user: scene.person('contact'),
    by_name: 'X',
    by_organisation: 'X',
  });
  return [
    shown('coordinator', 'inspection', { id: planned }, update('inspection', { notified_at: at }, { id: planned })),
    shown(
      'agency administrator',
      'inspection',
      { id: planned },
      update('inspection', { notified_at: at }, { id: planned }),
    ),
    shown(
      'stranger',
      'inspection',
      { id: inspection_id },
      update('inspection', { published_at: at }, { id: inspection_id }),
    ),
    shown('lead', 'assignment', { id: seat }, assigned),
    hidden('coordinator', 'assignment', { id: scene.seat('drafting', 'ofsted lead') }, ended('ofsted lead')),
    hidden('analyst', 'finding', { id: scene.id('drafting', 'third') }, ended('analyst')),
    shown('lead', 'case_member', { id: seat }, memberOf),
    shown('lead', 'inspection_inspectorate', { inspection_id, inspectorate: 'HMI_PRISONS' }, part),
    shown('lead', 'inspection_agency', { inspection_id, organisation_id: scene.id('drafting', 'trust') }, agency),
    shown('lead', 'timetable_entry', { code: 'PROBED' }, date),
    shown('lead', 'inspection_mark', { id: seat }, mark),
    shown('lead', 'immediate_concern_step', { id: seat }, step),
    shown('lead', 'immediate_concern', { id: scene.id('drafting', 'concern'), state: 'ACKNOWLEDGED' }, step),
    shown('keeper', 'evidence', { id: scene.id('drafting', 'said') }, closed),
    shown('keeper', 'finding', { id: scene.id('drafting', 'third') }, closed),
    shown('keeper', 'narrative', { inspection_id }, closed),
    shown('keeper', 'case_file', { id: scene.id('drafting', 'caseId') }, closed),
    { reader: 'inspector', of: write, becomes: ['1', '0'], by: [closed] },
    {
      reader: 'inspector',
      of: counted('finding', { id: scene.id('drafting', 'third') }),
      becomes: ['1', '0'],
      by: [closed],
      at: sceneNow + 28 * day,
    },
    {
      reader: 'inspector',
      of: counted('finding', { id: scene.id('drafting', 'third') }),
      becomes: ['1', '1'],
      by: [closed],
      at: sceneNow + 28 * day - 1,
    },
  ];
}

const organisationOf = (scene: Scene, name: Person): string =>
  scene.world.users.find((user) => user.name === name)?.organisationId ?? '';
