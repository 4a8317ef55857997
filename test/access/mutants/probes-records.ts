import * as words from './probe-words.js';
import { at, fresh, insert, me, probe, sql, tells, tellsOnly, update, type Row } from './probe-words.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Probe, Try } from './probing.js';
import type { Scene } from './scene.js';

const team: readonly Person[] = [...words.teamOfsted, ...words.teamCqc];
const without = (who: readonly Person[], ...others: readonly Person[]): readonly Person[] =>
  who.filter((name) => !others.includes(name));

/** Records that hang on something else: they are seen by whoever sees that, at their own degree. */
export function recordProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const checking = { inspection_id: scene.id('checking', 'inspection') };
  const as = (name: Person): string => `SELECT set_config('app.user_id', '${scene.person(name)}', true)`;
  const read = (table: string, where: string, who: readonly Person[], given: readonly string[] = []): readonly Try[] =>
    tellsOnly(who, `SELECT count(*) > 0 FROM app.${table} WHERE ${where}`, ['true', 'false'], { given });
  const seat = '25252525-2525-4252-8252-252525252525';
  const delegation = insert('signing_delegation', {
    ...{ id: seat, ...checking, inspectorate: 'OFSTED', delegated_by: scene.person('signatory') },
    ...{ delegated_to: scene.person('handler'), assignment_id: scene.seat('checking', 'signatory') },
    ...{ reason: 'X', delegated_at: at },
  });
  const aSentence = sql(`(SELECT id FROM app.narrative_sentence WHERE inspection_id = '${inspection_id}')`);
  const history = [
    insert('sentence_history', {
      ...{
        id: seat,
        inspection_id,
        sentence_id: aSentence,
        sentence_key: 'X',
        version: 1,
        origin: 'ADDED',
        change: 'EDITED',
        text: 'X',
        changed_by: scene.person('lead'),
        changed_at: at,
      },
    }),
    insert('history_provenance', { history_id: seat, finding_id: id('first'), inspection_id }),
  ];
  const apart = [`DELETE FROM app.finding_merge_source`, `DELETE FROM app.attitude`, `DELETE FROM app.finding_merge`];
  const withdrawn = [...apart, update('finding', { state: 'WITHDRAWN' }, { id: id('first') })];
  const raised = (name: string, by: Person, owner: string): readonly string[] => [
    as(by),
    insert('marking_change', {
      ...{ id: seat, evidence_id: id(name), inspection_id, owner, marking: 'OFFICIAL_SENSITIVE' },
      ...{ changed_by: me, changed_at: at },
    }),
  ];
  const lowering = [
    as('inspector'),
    insert('citation', {
      ...{ id: fresh, finding_id: id('second'), evidence_id: id('said'), inspection_id, owner: 'OFSTED', cited_at: at },
    }),
    update('evidence_summary', { marking: 'OFFICIAL_SENSITIVE' }, { evidence_id: id('said') }),
    ...raised('cqcWhole', 'cqc inspector', 'CQC'),
    as('cqc lead'),
    insert('marking_lowering', {
      ...{
        id: seat,
        finding_id: id('second'),
        inspection_id,
        owner: 'CQC',
        reason: 'X',
        proposed_by: me,
        proposed_at: at,
      },
      ...{ owners: sql(`'{OFSTED}'`), agreed: sql(`'{}'`), evidence_ids: sql(`'{}'`) },
    }),
  ];
  const version = insert('submission_version', {
    ...{ submission_id: id('submission'), inspection_id, organisation_id: id('council'), version: 1, text: 'X' },
    ...{ data: sql(`'[]'`), late: false, submitted_at: at, submitted_by: scene.person('coordinator'), receipt: 'X' },
    ...{ replaced_at: at, replaced_by: scene.person('coordinator'), reason: 'X' },
  });
  const admission = insert('comment_admission', {
    ...{ comment_id: scene.id('checking', 'late'), ...checking, organisation_id: id('council'), reason: 'X' },
    ...{ admitted_by: scene.person('lead'), admitted_at: at },
  });
  const mark = insert('inspection_mark', {
    ...{ id: seat, inspection_id, kind: 'DEFERRED', authority: 'X', reason: 'X' },
    ...{ marked_by: scene.person('lead'), marked_at: at },
  });
  const date = insert('timetable_entry', {
    ...{ inspection_id, code: 'PROBED', name: 'X', falls_on: '2027-01-05', calendar_version: 'X' },
    ...{ computed_on: '2027-01-05', warnings: sql(`'[]'`) },
  });
  const hold = insert('publication_hold', {
    ...{ id: seat, inspection_id: scene.id('signed', 'inspection'), reason: 'X' },
    ...{ held_by: scene.person('lead'), held_at: at },
  });
  const agencies = ['coordinator', 'contributor'] as const;
  return [
    probe(
      'of evidence: caps, withdrawals and changes of marking are read with the item',
      read('evidence_cap', `evidence_id = '${id('said')}'`, words.teamOfsted),
      read('evidence_cap', `evidence_id = '${id('withdrawn')}'`, []),
      read('evidence_withdrawal', `evidence_id = '${id('withdrawn')}'`, words.teamOfsted),
      read(
        'marking_change',
        `id = '${seat}'`,
        [...words.teamOfsted, ...without(words.teamCqc, 'cqc colleague')],
        raised('said', 'inspector', 'OFSTED'),
      ),
      read('marking_change', `id = '${seat}'`, words.teamCqc, raised('cqcSummary', 'cqc inspector', 'CQC')),
    ),
    probe(
      'of findings: what lowers a marking, and what a merge was made of',
      read('marking_lowering', `id = '${seat}'`, without(team, 'cqc colleague'), lowering),
      read('finding_merge_source', `merge_id = '${id('merge')}'`, without(team, 'cqc colleague')),
      read('marking_agreement', `lowering_id = '${seat}'`, without(team, 'cqc colleague'), [
        ...lowering,
        as('ofsted lead'),
        insert('marking_agreement', {
          ...{
            lowering_id: seat,
            finding_id: id('second'),
            inspection_id,
            owner: 'OFSTED',
            agreed_by: me,
            agreed_at: at,
          },
        }),
      ]),
    ),
    probe(
      'of the text: its history, what it rests on, delegations, holds and admissions',
      read('sentence_history', `id = '${seat}'`, without(team, 'cqc colleague'), history),
      read('history_provenance', `history_id = '${seat}'`, without(team, 'cqc colleague'), history),
      read('history_provenance', `history_id = '${seat}'`, without(team, 'cqc colleague'), [...history, ...withdrawn]),
      read('sentence_provenance', `finding_id = '${id('first')}'`, without(team, 'cqc colleague'), withdrawn),
      read('signing_delegation', `id = '${seat}'`, [...team, 'signatory'], [delegation]),
      read('publication_hold', `id = '${seat}'`, team, [hold]),
      read('comment_admission', `comment_id = '${scene.id('checking', 'late')}'`, [...team, ...agencies], [admission]),
      read('submission_version', `submission_id = '${id('submission')}'`, [...words.teamCqc, ...agencies], [version]),
    ),
    probe(
      'of an inspection: its timetable, its marks, who takes part, and who is named for a case',
      read('timetable_entry', `code = 'PROBED'`, team, [date]),
      read('inspection_mark', `id = '${seat}'`, team, [mark]),
      read('inspection_inspectorate', `inspection_id = '${inspection_id}' AND inspectorate = 'CQC'`, [
        ...team,
        'planner',
        'cqc planner',
      ]),
      read('inspection_agency', `inspection_id = '${inspection_id}' AND organisation_id = '${id('council')}'`, [
        ...team,
        'planner',
        'cqc planner',
        ...agencies,
      ]),
      read('case_member', `case_id = '${id('caseId')}'`, team),
    ),
    probe(
      'what everybody may know is told once there is a clock',
      ...['area', 'organisation', 'organisation_area'].map((table) =>
        tells('lead', [`SELECT set_config('app.now', '', true)`, `SELECT count(*) FROM app.${table}`], '0'),
      ),
      tells('lead', `SELECT count(*) > 0 FROM app.organisation_area`, 'true', {
        given: [
          insert('organisation_area', {
            organisation_id: id('council'),
            area_code: sql('(SELECT min(code) FROM app.area)'),
          }),
        ],
      }),
    ),
  ];
}

/** R10 and R12, where a conflict comes between. */
export function barredProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const conflicted = (name: Person, inspectorate: string, organisation: string): string =>
    insert('conflict_of_interest', {
      ...{ id: fresh, user_id: scene.person(name), inspectorate, reason: 'PROBED', organisation_id: organisation },
      ...{ declared_by: scene.person(name), declared_at: at },
    });
  const receiver = `(SELECT receiver_id FROM app.immediate_concern WHERE id = '${id('concern')}')`;
  const everybody = ['lead', 'cqc inspector', 'inspector'] as const;
  const barred = everybody.map((name) =>
    conflicted(name, name === 'cqc inspector' ? 'CQC' : 'OFSTED', '').replace(`''`, receiver),
  );
  const about = [
    `UPDATE app.whistleblowing SET agency_id = '${id('council')}' WHERE id = '${id('whistle')}'`,
    `UPDATE app.whistleblowing SET subject_ids = '{${id('council')}}' WHERE id = '${id('whistle')}'`,
    conflicted('handler', 'OFSTED', id('council')),
  ];
  const item: Row = { whistleblowing_id: id('whistle'), inspection_id };
  const step = insert('whistleblowing_step', { id: fresh, ...item, step: 'TAKEN_IN_HAND', at, by_user: me });
  const event = insert('whistleblowing_event', { id: fresh, ...item, operation: 'OPENED', at, actor_id: me });
  const told: Row = {
    ...{ id: fresh, concern_id: id('concern'), inspection_id, receiver_id: id('council') },
    ...{ raised_by: me, step: 'RAISED', at, by_user: me, by_name: 'X', by_organisation: 'X' },
  };
  const shown = (table: string, where: string): string => `SELECT count(*) > 0 FROM app.${table} WHERE ${where}`;
  return [
    probe(
      'R10: a conflict hides a concern, but not from who raised it or leads',
      ...(['immediate_concern', 'immediate_concern_step'] as const).flatMap((table) =>
        [...everybody, 'cqc colleague' as const].map((name) =>
          words.tells(
            name,
            shown(table, table === 'immediate_concern' ? `id = '${id('concern')}'` : `concern_id = '${id('concern')}'`),
            name === 'lead' || name === 'cqc inspector' ? 'true' : 'false',
            { given: barred },
          ),
        ),
      ),
    ),
    probe(
      'R12: a handler with a conflict takes no step, and is told of none',
      words.lets('handler', step),
      words.refuses('handler', step, { given: about }),
      words.lets('handler', event),
      words.refuses('handler', event, { given: about }),
      words.refuses('handler', event.replace(id('whistle'), seatless)),
      words.refuses('handler', step, {
        given: [update('whistleblowing_handler', { ended_at: at }, { id: id('handler') })],
      }),
    ),
    probe(
      'who has left the team raises no concern any more',
      words.lets('cqc inspector', insert('immediate_concern_step', told), {
        given: ['DELETE FROM app.immediate_concern_step'],
      }),
      words.refuses('cqc inspector', insert('immediate_concern_step', told), {
        given: [
          'DELETE FROM app.immediate_concern_step',
          update(
            'assignment',
            { ended_at: at, ended_by: scene.person('cqc planner') },
            { id: scene.seat('drafting', 'cqc inspector') },
          ),
        ],
      }),
    ),
    probe(
      'R9: a reply is left to those who are leads',
      words.refuses(
        'inspector',
        update('accuracy_reply', { text: 'Y' }, { comment_id: scene.id('checking', 'answering') }),
        {
          given: [
            `UPDATE app.accuracy_reply SET drafted_by = '${scene.person('inspector')}' WHERE comment_id = '${scene.id('checking', 'answering')}'`,
            `SELECT auth.place_comment('${scene.id('checking', 'answering')}')`,
          ],
        },
      ),
    ),
    ...chronology(scene),
    ...removals(scene),
  ];
}

const seatless = '26262626-2626-4262-8262-262626262626';

function chronology(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const entry: Row = {
    ...{
      id: fresh,
      evidence_id: id('said'),
      inspection_id,
      owner: 'OFSTED',
      case_id: id('caseId'),
      happened_on: '2027-01-05',
    },
    ...{ words: 'X', author_id: me, version: 1 },
  };
  const flag: Row = {
    ...{
      entry_id: id('entry'),
      other_id: id('entryOfCqc'),
      inspection_id,
      owner: 'OFSTED',
      flagged_by: me,
      flagged_at: at,
    },
  };
  const unshared = `UPDATE app.evidence_share SET revoked_at = auth.at(), revoked_by = shared_by, revoke_reason = 'X' WHERE evidence_id = '${id('cqcWhole')}'`;
  const flagged = insert('chronology_contradiction', { ...flag, flagged_by: scene.person('inspector') });
  const withAnalyst = [...words.writersOfsted, 'analyst'] as const;
  const removed = words.remove('chronology_contradiction', { entry_id: id('entry') });
  return [
    probe(
      'chronology entries are written by writers of the item, by analysts on data, in their own name',
      words.adds(words.writersOfsted, 'chronology_entry', entry, [{ author_id: scene.person('colleague') }]),
      words.adds(withAnalyst, 'chronology_entry', { ...entry, evidence_id: id('data') }),
      words.adds(words.writersOfsted, 'chronology_entry', { ...entry, evidence_id: id('capped') }),
      words.only(words.writersOfsted, words.remove('chronology_entry', { id: id('entry') })),
      words.only(words.writersOfsted, update('chronology_entry', { words: 'Y' }, { id: id('entry') })),
    ),
    probe(
      'a contradiction is flagged between two entries that are seen whole, and taken back by who could flag it',
      words.adds(withAnalyst, 'chronology_contradiction', flag, [
        ...[{ flagged_by: scene.person('colleague') }, { owner: 'CQC' }],
        ...[{ entry_id: fresh }, { other_id: fresh }],
      ]),
      words.refuses('inspector', insert('chronology_contradiction', flag), { given: [unshared] }),
      words.refuses(
        'inspector',
        insert('chronology_contradiction', { ...flag, entry_id: id('entryOfCqc'), other_id: id('entry') }),
        {
          given: [unshared],
        },
      ),
      words.only(words.writersOfsted, removed, { given: [flagged] }),
      words.refuses('inspector', 'DELETE FROM app.chronology_contradiction', { given: [flagged, unshared] }),
    ),
  ];
}

/** Rows that fall only by the hand of who writes them, seen or not. */
function removals(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const ofSecond = { finding_id: id('second') };
  const revoked = `UPDATE app.evidence_share SET revoked_at = auth.at(), revoked_by = shared_by, revoke_reason = 'X' WHERE evidence_id = '${id('cqcWhole')}'`;
  const ofOthers = [
    `DELETE FROM app.citation_passage WHERE finding_id <> '${id('second')}'`,
    `DELETE FROM app.citation WHERE finding_id <> '${id('second')}'`,
  ];
  const withdrawn = `UPDATE app.evidence SET state = 'WITHDRAWN' WHERE id = '${id('cqcWhole')}'`;
  return [
    probe(
      'citations are removed by writers of the finding who see the item, passages by those who see it whole',
      words.only(words.writersOfsted, words.remove('citation_passage', ofSecond)),
      words.only(words.writersOfsted, words.remove('citation', ofSecond)),
      words.refuses('inspector', 'DELETE FROM app.citation_passage', { given: [...ofOthers, revoked] }),
      words.refuses('inspector', 'DELETE FROM app.citation', { given: [...ofOthers, revoked] }),
      words.lets('inspector', words.remove('citation', ofSecond), { given: [withdrawn] }),
      words.refuses('inspector', 'DELETE FROM app.citation_passage', { given: [...ofOthers, withdrawn] }),
    ),
    probe(
      'R14: what was a draft at closing is nobody’s to delete',
      words.only([], words.remove('finding', { id: scene.id('closed', 'leftFinding') })),
      words.only([], words.remove('evidence', { id: scene.id('closed', 'draft') })),
    ),
  ];
}
