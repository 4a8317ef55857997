import { at, insert, me, probe, refuses, remove, sql, update, type Row } from './probe-words.js';
import type { Probe, Try } from './probing.js';
import type { Scene } from './scene.js';

/** What happens once stays as it happened, and what goes one way goes no other, whoever writes to the database. */
export function onceProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const person = scene.person('auditor');
  /** Each column is set, and then neither taken back nor set to something else. */
  const once = (table: string, where: Row, columns: Row): readonly Try[] =>
    Object.keys(columns).flatMap((column) => {
      const given = [update(table, columns, where)];
      const other = column.endsWith('_by')
        ? scene.person('handler')
        : column.endsWith('reason')
          ? 'Y'
          : sql(`auth.at() + interval '1 day'`);
      return [null, other].map((changed) =>
        refuses('any writer', update(table, { [column]: changed }, where), { given }),
      );
    });
  const hold = '44444444-4444-4444-8444-444444444444';
  const drafting = { inspection_id: id('inspection') };
  const letter = { id: scene.id('signed', 'letter') };
  const held = insert('publication_hold', {
    ...{ id: hold, inspection_id: scene.id('signed', 'inspection'), reason: 'X', held_by: person, held_at: at },
    ...{ lifted_at: at, lifted_by: person, lift_reason: 'X' },
  });
  const state = (table: string, name: string, to: string): Try =>
    refuses('any writer', update(table, { state: to }, { id: id(name) }));
  return [
    probe(
      'acts of an inspection happen once',
      once('inspection', { id: scene.id('planned', 'inspection') }, { notified_at: at, published_at: at }),
      once(
        'inspection_conduct',
        { inspection_id: scene.id('blind', 'inspection') },
        { revealed_at: at, revealed_by: person },
      ),
      once('inspection_conduct', drafting, { closed_at: at, readable_until: sql(`auth.at() + interval '28 days'`) }),
      once(
        'inspection_inspectorate',
        { inspection_id: id('inspection'), inspectorate: 'HMICFRS' },
        { accepted_at: at },
      ),
    ),
    probe(
      'what was submitted stays submitted since then',
      once('evidence_body', { evidence_id: id('draft') }, { submitted_at: at }),
      once('finding_body', { finding_id: id('findingDraft') }, { submitted_at: at }),
    ),
    probe(
      'acts of the text happen once',
      once('frozen_text', { id: scene.id('checking', 'frozenText') }, { reopened_at: at, reopened_by: person }),
      once('letter', letter, { received_at: sql('coalesce(received_at, auth.at())'), received_by: person }),
      once('letter', letter, { published_at: at, published_by: person }),
      once('letter', letter, { withdrawn_at: at, withdrawn_by: person }),
      once('letter', letter, { superseded_at: at }),
      ...(['lifted_at', 'lifted_by', 'lift_reason'] as const).map((column) =>
        refuses('any writer', update('publication_hold', { [column]: null }, { id: hold }), { given: [held] }),
      ),
    ),
    probe(
      'acts of a request happen once',
      once('request_text', { request_id: id('requestDraft') }, { issued_at: at, issued_by: person }),
      once(
        'request_text',
        { request_id: id('requestDraft') },
        { cancelled_at: at, cancelled_by: person, cancel_reason: 'X' },
      ),
    ),
    probe(
      'evidence, findings, contributions, requests, submissions and comments go one way',
      ...[state('evidence', 'draft', 'WITHDRAWN'), state('evidence', 'said', 'DRAFT')],
      ...[
        state('evidence', 'withdrawn', 'DRAFT'),
        state('evidence', 'withdrawn', 'SUBMITTED'),
        state('evidence', 'withdrawn', 'WITHDRAWN'),
      ],
      ...[state('finding', 'findingDraft', 'WITHDRAWN'), state('finding', 'third', 'DRAFT')],
      ...[
        state('finding', 'withdrawnFinding', 'DRAFT'),
        state('finding', 'withdrawnFinding', 'SUBMITTED'),
        state('finding', 'withdrawnFinding', 'WITHDRAWN'),
      ],
      ...[state('request', 'request', 'DRAFT'), state('submission', 'submission', 'DRAFT')],
      refuses('any writer', update('request', { state: 'ISSUED' }, { id: id('requestDraft') }), {
        given: [update('request', { state: 'CANCELLED' }, { id: id('requestDraft') })],
      }),
      refuses('any writer', update('request', { state: 'DRAFT' }, { id: id('request') }), {
        given: [update('request', { state: 'CANCELLED' }, { id: id('request') })],
      }),
      refuses('any writer', update('contribution', { state: 'DRAFT' }, { id: scene.id('blind', 'contribution') })),
    ),
    probe(
      'only drafts are deleted',
      refuses('any writer', remove('finding', { id: id('withdrawnFinding') })),
      refuses('any writer', remove('evidence', { id: id('withdrawn') }), {
        given: ['DELETE FROM app.evidence_share_text', remove('evidence_share', { evidence_id: id('withdrawn') })],
      }),
    ),
    probe(
      'what has ended, was revoked, lifted, undone or made void stays so',
      refuses(
        'any writer',
        update('assignment', { ended_at: null, ended_by: null }, { id: scene.seat('drafting', 'observer') }),
        {
          given: [update('assignment', { ended_at: at, ended_by: me }, { id: scene.seat('drafting', 'observer') })],
        },
      ),
      refuses(
        'any writer',
        update('case_member', { ended_at: null }, { assignment_id: scene.seat('drafting', 'colleague') }),
      ),
      refuses(
        'any writer',
        update('evidence_share', { revoked_at: null, revoked_by: null, revoke_reason: null }, { id: id('revoked') }),
      ),
      refuses(
        'any writer',
        update('conflict_of_interest', { lifted_at: null, lifted_by: null, lift_reason: null }, { id: id('lifted') }),
      ),
      refuses(
        'any writer',
        update('finding_merge', { undone_at: null, undone_by: null, undo_reason: null }, { id: id('undone') }),
      ),
      refuses(
        'any writer',
        update('signature', { voided_at: null, voided_by: null }, { id: scene.id('signed', 'voided') }),
      ),
    ),
    probe(
      'what others have read is not rewritten',
      refuses('any writer', update('letter_text', { html: '<p>' }, { letter_id: scene.id('published', 'letter') })),
      refuses(
        'any writer',
        update('letter_text', { facts: sql(`'[1]'`) }, { letter_id: scene.id('published', 'letter') }),
      ),
      refuses('any writer', update('request_text', { asked: 'Y' }, { request_id: id('request') })),
      refuses('any writer', update('accuracy_comment', { text: 'Y' }, { id: scene.id('checking', 'sent') })),
      refuses('any writer', update('accuracy_reply', { text: 'Y' }, { comment_id: scene.id('checking', 'answered') })),
      refuses('any writer', update('submission_text', { text: 'Y' }, { submission_id: id('submission') })),
      refuses(
        'any writer',
        `UPDATE app.contribution_body b SET nil_reason = 'Y' FROM app.contribution c
        WHERE c.id = b.contribution_id AND c.inspection_id = '${id('inspection')}' AND c.inspectorate = 'CQC'`,
      ),
    ),
  ];
}
