import { adds, at, fresh, insert, leads, lets, me, only, probe, refuses, sql, update, uuids } from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** R7 and R9: what agencies are asked, what they send, and what they say of the text. */
export function agencyProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const checking = (name: string): string => scene.id('checking', name);
  const inspection_id = id('inspection');
  const council = { inspection_id, organisation_id: id('council') };
  const begun = '14141414-1414-4141-8141-141414141414';
  const begin = [insert('request', { id: begun, ...council, state: 'DRAFT' })];
  const text = {
    ...{ request_id: begun, inspection_id, title: 'X', asked: 'X', reason: 'X', inspectorates: sql(`'{CQC}'`) },
    ...{ case_ids: uuids(), drafted_by: me, drafted_at: at },
  };
  const due = { request_id: begun, inspection_id, due_at: at, calendar_version: 'X' };
  const submission = { id: fresh, request_id: id('requestOpen'), ...council, state: 'DRAFT', late: false, version: 1 };
  const noSubmission = [
    `DELETE FROM app.submission_text WHERE submission_id = '${id('submissionDraft')}'`,
    `DELETE FROM app.submission WHERE id = '${id('submissionDraft')}'`,
  ];
  const written = {
    submission_id: id('submissionDraft'),
    ...council,
    text: 'X',
    data: sql(`'[]'`),
    written_by: me,
    written_at: at,
  };
  const kept = {
    ...{ submission_id: id('submission'), ...council, version: 1, data: sql(`'[]'`), late: false, submitted_at: at },
    ...{
      text: 'X',
      submitted_by: scene.person('coordinator'),
      receipt: 'X',
      replaced_at: at,
      replaced_by: me,
      reason: 'X',
    },
  };
  const sent = { state: 'SUBMITTED', submitted_at: at, submitted_by: me, receipt: 'X' };
  const inCheck = { inspection_id: checking('inspection'), organisation_id: id('council') };
  const comment = {
    ...{
      id: fresh,
      ...inCheck,
      frozen_text_id: checking('frozenText'),
      frozen_paragraph_id: checking('frozenParagraph'),
    },
    ...{ kind: 'FACT', text: 'X', state: 'DRAFT', late: false, drafted_by: me, drafted_at: at, version: 1 },
  };
  const commentSent = { state: 'SENT', sent_by: me, sent_at: at, receipt: 'X' };
  const admission = { comment_id: checking('late'), ...inCheck, reason: 'X', admitted_by: me, admitted_at: at };
  const reply = {
    comment_id: checking('sent'),
    ...inCheck,
    text: 'X',
    decision: 'NOTED',
    state: 'DRAFT',
    drafted_by: me,
    drafted_at: at,
    version: 1,
  };
  const agency = ['coordinator', 'contributor'] as const;
  const keptAsItWas = `INSERT INTO app.submission_version (submission_id, inspection_id, organisation_id, version, text, data, late, submitted_at,
      submitted_by, receipt, replaced_at, replaced_by, reason)
    SELECT s.id, s.inspection_id, s.organisation_id, s.version, t.text, t.data, s.late, s.submitted_at, s.submitted_by, s.receipt, auth.at(),
      s.submitted_by, 'X' FROM app.submission s JOIN app.submission_text t ON t.submission_id = s.id WHERE s.id = '${id('submission')}'`;
  return [
    probe(
      'R7: requests are drafted by leads; their text by the lead, or the lead of an inspectorate that they name',
      adds(leads, 'request', { id: fresh, ...council, state: 'DRAFT' }, [{ state: 'ISSUED' }, { state: 'CANCELLED' }]),
      adds(
        ['lead', 'cqc lead'],
        'request_text',
        text,
        [{ drafted_by: scene.person('ofsted lead') }, { issued_at: at, issued_by: me }],
        { given: begin },
      ),
      adds(['lead', 'ofsted lead'], 'request_text', { ...text, inspectorates: sql(`'{OFSTED}'`) }, [], {
        given: begin,
      }),
      adds(leads, 'request_due', due, [], { given: begin }),
    ),
    probe(
      'R7: a draft is issued by those named or the lead, a request cancelled',
      // The lead writes drafts that name his own inspectorate; the author writes his own.
      only(['cqc lead'], update('request', { state: 'ISSUED' }, { id: id('requestDraft') })),
      only(['lead', 'cqc lead'], update('request', { state: 'CANCELLED' }, { id: id('request') })),
      only(['cqc lead'], update('request_text', { title: 'Y' }, { request_id: id('requestDraft') })),
      only(['lead', 'cqc lead'], update('request_due', { due_at: at }, { request_id: id('request') })),
    ),
    probe(
      'R7: the agency asked begins a submission on an issued request, as a draft',
      adds(
        agency,
        'submission',
        submission,
        [{ request_id: id('requestDraft') }, sent, { organisation_id: id('police') }],
        { given: noSubmission },
      ),
      adds(agency, 'submission_text', written, [{ written_by: scene.person('lead') }], {
        given: [`DELETE FROM app.submission_text`],
      }),
      refuses('coordinator', insert('submission', submission), {
        given: [...noSubmission, update('request', { state: 'CANCELLED' }, { id: id('requestOpen') })],
      }),
    ),
    probe(
      'R7: its coordinator sends it, and keeps what he replaces',
      only(['coordinator'], update('submission', sent, { id: id('submissionDraft') })),
      only(agency, update('submission', { late: true }, { id: id('submissionDraft') })),
      adds(['coordinator'], 'submission_version', kept, [{ replaced_by: scene.person('contributor') }]),
      only(['coordinator'], update('submission_text', { text: 'Y' }, { submission_id: id('submission') }), {
        given: [keptAsItWas],
      }),
      refuses('coordinator', update('submission_text', { text: 'Y' }, { submission_id: id('submission') })),
      refuses('coordinator', update('submission_text', { text: 'Y' }, { submission_id: id('submission') }), {
        given: [keptAsItWas.replace('t.text, t.data', `'forged', t.data`)],
      }),
      refuses('coordinator', update('submission_text', { data: sql(`'[1]'`) }, { submission_id: id('submission') }), {
        given: [keptAsItWas.replace('t.text, t.data', `t.text, '[7]'`)],
      }),
    ),
    probe(
      'R9: the addressed agency comments on a paragraph that it was shown',
      adds(agency, 'accuracy_comment', comment, [
        ...[{ drafted_by: scene.person('lead') }, commentSent, { organisation_id: id('police') }],
        { frozen_text_id: scene.id('published', 'frozenText') },
      ]),
      adds(['police coordinator', 'police contributor'], 'accuracy_comment', {
        ...comment,
        organisation_id: id('police'),
      }),
      only(agency, update('accuracy_comment', { text: 'Y' }, { id: checking('draft') })),
      only(['coordinator'], update('accuracy_comment', commentSent, { id: checking('draft') })),
      lets('coordinator', update('accuracy_comment', commentSent, { id: checking('draft') })),
    ),
    probe(
      'R9: the lead admits a late comment, and leads answer what was sent in time or admitted',
      adds(['lead'], 'comment_admission', admission, [
        { admitted_by: scene.person('cqc lead') },
        { comment_id: checking('sent') },
        { comment_id: checking('draft') },
      ]),
      adds(leads, 'accuracy_reply', reply, [
        ...[
          { drafted_by: scene.person('cqc lead') },
          { state: 'SENT', sent_by: me, sent_at: at },
          { comment_id: checking('late') },
        ],
        { comment_id: checking('draft') },
      ]),
      lets('lead', insert('accuracy_reply', { ...reply, comment_id: checking('late') }), {
        given: [insert('comment_admission', { ...admission, admitted_by: scene.person('lead') })],
      }),
      only(leads, update('accuracy_reply', { text: 'Y' }, { comment_id: checking('answering') })),
    ),
  ];
}
