import * as words from './probe-words.js';
import { at, fresh, insert, me, probe, refuses, sql, tells, tellsOnly, update, type Row } from './probe-words.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** What is refused where only one thing stands in the way. */
export function refusedProbes(scene: Scene): readonly Probe[] {
  return [...assignments(scene), ...texts(scene), ...unconditional(), ...standing(scene), ...agreements(scene)];
}

function assignments(scene: Scene): readonly Probe[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const organisation = (name: Person): string =>
    scene.world.users.find((user) => user.name === name)?.organisationId ?? '';
  const led = update(
    'assignment',
    { ended_at: at, ended_by: scene.person('planner') },
    { id: scene.seat('drafting', 'lead') },
  );
  const lead: Row = {
    ...{ id: fresh, inspection_id, user_id: scene.person('cqc keeper'), organisation_id: organisation('cqc keeper') },
    ...{ inspectorate: 'CQC', role: 'LEAD', starts_at: at, assigned_by: me },
  };
  const coordinator: Row = {
    ...{ id: fresh, inspection_id: scene.id('planned', 'inspection'), user_id: scene.person('contributor') },
    ...{ organisation_id: organisation('contributor'), role: 'COORDINATOR', starts_at: at, assigned_by: me },
  };
  const delegate: Row = {
    ...{ id: fresh, inspection_id, user_id: scene.person('keeper'), organisation_id: organisation('keeper') },
    ...{ inspectorate: 'OFSTED', role: 'SIGNATORY', starts_at: at, assigned_by: me },
  };
  const broken: Row = {
    ...{ id: fresh, inspection_id, evidence_id: scene.id('drafting', 'cqcSummary'), asked_by: me },
    ...{ assignment_id: scene.seat('drafting', 'ofsted lead'), inspectorate: 'OFSTED' },
    ...{
      reason: 'A reason of at least thirty code points.',
      starts_at: at,
      ends_at: sql(`auth.at() + interval '20 minutes'`),
    },
  };
  return [
    probe(
      'R1: another inspectorate’s planner names no lead, and an agency’s administrator none before notification',
      refuses('cqc planner', insert('assignment', lead), { given: [led] }),
      refuses('agency administrator', insert('assignment', coordinator)),
      words.lets('signatory', insert('assignment', delegate)),
      refuses('signatory', insert('assignment', { ...delegate, assigned_by: scene.person('ofsted lead') })),
    ),
    probe(
      'R11: what is broken begins when it is broken',
      words.lets('ofsted lead', insert('break_glass', broken)),
      refuses('ofsted lead', insert('break_glass', { ...broken, starts_at: sql(`auth.at() - interval '20 minutes'`) })),
    ),
  ];
}

function texts(scene: Scene): readonly Probe[] {
  const checking = { inspection_id: scene.id('checking', 'inspection') };
  const sentence = sql(`(SELECT id FROM app.narrative_sentence WHERE inspection_id = '${checking.inspection_id}')`);
  const history: Row = {
    ...{
      id: '27272727-2727-4272-8272-272727272727',
      ...checking,
      sentence_id: sentence,
      sentence_key: 'X',
      version: 1,
    },
    ...{ text: 'X', origin: 'ADDED', change: 'EDITED', changed_by: scene.person('lead'), changed_at: at },
  };
  const finding_id = scene.id('checking', 'finding');
  const columns = `(SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = 'app.frozen_paragraph'::regclass
    AND attnum > 0 AND NOT attisdropped AND attname !~ '(audience_id|subject_ids)$')`;
  return [
    probe(
      'R9: nothing is added to what a text rests on once it is frozen',
      refuses('lead', insert('sentence_provenance', { sentence_id: sentence, finding_id, ...checking }), {
        given: [`DELETE FROM app.sentence_provenance WHERE inspection_id = '${checking.inspection_id}'`],
      }),
      refuses(
        'lead',
        insert('history_provenance', { history_id: '27272727-2727-4272-8272-272727272727', finding_id, ...checking }),
        {
          given: [insert('sentence_history', history)],
        },
      ),
      refuses(
        'lead',
        `DO $added$ DECLARE columns text := ${columns}; BEGIN
        EXECUTE format('INSERT INTO app.frozen_paragraph (%1$s) SELECT %2$s FROM app.frozen_paragraph f WHERE f.id = %3$L', columns,
          replace('gen_random_uuid(), ' || substr(columns, 5), '"position"', '9'), '${scene.id('checking', 'frozenParagraph')}'); END $added$`,
      ),
      tellsOnly(
        [...words.teamOfsted, ...words.teamCqc],
        `SELECT count(*) > 0 FROM app.frozen_provenance WHERE finding_id = '${finding_id}'`,
        ['true', 'false'],
        { given: [update('finding', { state: 'WITHDRAWN' }, { id: finding_id })] },
      ),
      words.only(
        words.writersOfsted,
        update('evidence_cap', { why: 'Y' }, { evidence_id: scene.id('drafting', 'said') }),
      ),
    ),
    probe(
      'whoever read an inspection before its stage changed reads it again before he acts',
      tells(
        'lead',
        `SELECT version - current_setting('probe.version')::int FROM app.inspection_conduct WHERE inspection_id = '${checking.inspection_id}'`,
        '1',
        {
          given: [
            `SELECT set_config('probe.version', (SELECT version FROM app.inspection_conduct WHERE inspection_id = '${checking.inspection_id}')::text, true)`,
            update('inspection', { stage: 'SIGNING' }, { id: checking.inspection_id }),
          ],
        },
      ),
    ),
  ];
}

/** Statements without a condition ask no policy of reading: they have to be held by their own. */
function unconditional(): readonly Probe[] {
  const nobodys = ['stranger', 'observer', 'coordinator'] as const;
  const removed = [
    'chronology_contradiction',
    'chronology_entry',
    'citation_passage',
    'citation',
    'evidence',
    'finding',
  ].concat(['narrative_sentence', 'narrative_paragraph', 'sentence_provenance']);
  const changed = [
    'whistleblowing SET version = 9',
    `conflict_of_interest SET lift_reason = 'X'`,
    `evidence_cap SET why = 'X'`,
  ];
  return [
    probe(
      'nobody deletes or changes by the way what he does not write',
      ...removed.flatMap((table) => nobodys.map((name) => refuses(name, `DELETE FROM app.${table}`))),
      ...changed.flatMap((set) => nobodys.map((name) => refuses(name, `UPDATE app.${set}`))),
    ),
  ];
}

/** What is written once more as it stands is let through: services save whole rows. */
function standing(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const again = (table: string, name: string, state: string, given: readonly string[] = []) =>
    words.lets('any writer', update(table, { state }, { id: id(name) }), { given });
  return [
    probe(
      'a state that stays as it is is no step',
      again('submission', 'submissionDraft', 'DRAFT'),
      words.lets('coordinator', update('submission', { state: 'SUBMITTED' }, { id: id('submission') })),
      again('request', 'requestDraft', 'DRAFT'),
      again('request', 'request', 'ISSUED'),
      again('whistleblowing', 'whistle', 'RECEIVED'),
      again('evidence', 'said', 'SUBMITTED'),
      again('finding', 'findingDraft', 'DRAFT'),
      again('finding', 'third', 'SUBMITTED'),
    ),
  ];
}

/** Whoever does not see the finding agrees to nothing of it. */
function agreements(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const as = (name: Person): string => `SELECT set_config('app.user_id', '${scene.person(name)}', true)`;
  const lowering_id = '28282828-2828-4282-8282-282828282828';
  const given = [
    as('inspector'),
    insert('citation', {
      id: fresh,
      finding_id: id('second'),
      evidence_id: id('said'),
      inspection_id,
      owner: 'OFSTED',
      cited_at: at,
    }),
    ...['said', 'cqcWhole'].map((name) =>
      update('evidence_summary', { marking: 'OFFICIAL_SENSITIVE' }, { evidence_id: id(name) }),
    ),
    as('cqc lead'),
    insert('marking_lowering', {
      ...{
        id: lowering_id,
        finding_id: id('second'),
        inspection_id,
        owner: 'CQC',
        reason: 'X',
        proposed_by: me,
        proposed_at: at,
      },
      ...{ owners: sql(`'{}'`), agreed: sql(`'{}'`), evidence_ids: sql(`'{}'`) },
    }),
  ];
  const agreed = insert('marking_agreement', {
    ...{ lowering_id, finding_id: id('second'), inspection_id, owner: 'OFSTED', agreed_by: me, agreed_at: at },
  });
  const conflict = insert('conflict_of_interest', {
    ...{
      id: fresh,
      user_id: scene.person('ofsted lead'),
      inspectorate: 'OFSTED',
      reason: 'PROBED',
      organisation_id: id('police'),
    },
    ...{ declared_by: scene.person('ofsted lead'), declared_at: at },
  });
  return [
    probe(
      'a lead from whom a conflict hides the finding agrees to no lower marking of it',
      words.lets('ofsted lead', agreed, { given }),
      refuses('ofsted lead', agreed, { given: [...given, conflict] }),
    ),
  ];
}
