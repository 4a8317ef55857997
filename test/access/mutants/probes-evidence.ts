import type { Probe } from './probing.js';
import * as words from './probe-words.js';
import { adds, at, fresh, insert, lets, me, only, probe, refuses, remove, sql, update } from './probe-words.js';
import type { Scene } from './scene.js';

/** R2 to R5, as whoever writes to the database meets them. */
export function evidenceProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const owned = { inspection_id, owner: 'OFSTED' };
  const begun = '11111111-1111-4111-8111-111111111111';
  const begin = [insert('evidence', { id: begun, ...owned, state: 'DRAFT' })];
  const summary = { ...owned, kind: 'X', method: 'X', marking: 'OFFICIAL', criterion: 'X', created_at: at };
  const body = {
    ...{ evidence_id: begun, ...owned, author_id: me, title: 'X', body: 'X', personal_data: 'NONE' },
    ...{ spoken_of_ids: sql(`'{}'`), strength: 'SAID' },
  };
  const version = { ...owned, version: 1, title: 'X', body: 'X', reason: 'X', superseded_at: at, superseded_by: me };
  const withdrawal = { ...owned, title: 'X', reason: 'X', withdrawn_at: at, withdrawn_by: me };
  const cap = { ...owned, recipient: 'HMI_PRISONS', form: 'WHOLE', gateway: 'X', why: 'X' };
  const share = {
    ...{ id: fresh, ...owned, recipient: 'CQC', form: 'SUMMARY', gateway: 'X', purpose: 'X' },
    ...{ starts_at: at, shared_by: me, shared_at: at },
  };
  const ofSaid = { evidence_id: id('said') };
  const ofData = { evidence_id: id('data') };
  const withAnalyst = [...words.writersOfsted, 'analyst'] as const;
  const noData = remove('evidence_summary', ofData);
  return [
    probe(
      'R2: writers and analysts of the owner begin evidence, as a draft',
      adds(withAnalyst, 'evidence', { id: fresh, ...owned, state: 'DRAFT' }, [
        { state: 'SUBMITTED' },
        { state: 'WITHDRAWN' },
        { owner: 'CQC' },
      ]),
      adds([...words.writersCqc, 'cqc analyst'], 'evidence', { id: fresh, ...owned, owner: 'CQC', state: 'DRAFT' }),
    ),
    probe(
      'R2: its summary and its caps are written by writers, by analysts before its text says that it is no data',
      adds(withAnalyst, 'evidence_summary', { evidence_id: begun, ...summary }, [], { given: begin }),
      adds(withAnalyst, 'evidence_cap', { evidence_id: begun, ...cap }, [], { given: begin }),
      adds(words.writersOfsted, 'evidence_summary', { ...ofData, ...summary }, [], { given: [noData] }),
      adds(words.writersOfsted, 'evidence_cap', { ...ofData, ...cap }, [], { given: [remove('evidence_cap', ofData)] }),
    ),
    probe(
      'R2: its text is its author’s, who is a writer, or an analyst where it is data',
      adds(words.writersOfsted, 'evidence_body', body, [{ author_id: scene.person('cqc inspector') }], {
        given: begin,
      }),
      adds(withAnalyst, 'evidence_body', { ...body, strength: 'DATA' }, [{ author_id: scene.person('analyst') }], {
        given: begin,
      }),
    ),
    probe(
      'R5: writers of the owner supersede, analysts data alone',
      adds(words.writersOfsted, 'evidence_version', { ...ofSaid, ...version, version: 3 }, [
        { superseded_by: scene.person('colleague') },
      ]),
      adds(withAnalyst, 'evidence_version', { ...ofData, ...version }, [{ superseded_by: scene.person('colleague') }]),
    ),
    probe(
      'R5: writers of the owner withdraw, analysts data alone, and after closing its record keepers',
      adds(words.writersOfsted, 'evidence_withdrawal', { ...ofSaid, ...withdrawal }, [
        { withdrawn_by: scene.person('colleague') },
      ]),
      adds(withAnalyst, 'evidence_withdrawal', { ...ofData, ...withdrawal }),
      lets(
        'keeper',
        insert('evidence_withdrawal', {
          ...{ evidence_id: scene.id('closed', 'item'), ...withdrawal },
          inspection_id: scene.id('closed', 'inspection'),
        }),
      ),
    ),
    probe(
      'R4: writers of the owner share, analysts data alone, below the cap and with who takes part',
      adds(words.writersOfsted, 'evidence_share', { ...share, ...ofSaid }, [
        { shared_by: scene.person('colleague') },
        { evidence_id: id('capped'), form: 'WHOLE' },
        { evidence_id: id('draft') },
        { evidence_id: id('withdrawn') },
        { evidence_id: id('cqc') },
        { recipient: 'HMICFRS' },
        { recipient: 'HMI_PRISONS' },
        { recipient_assignment_id: scene.seat('drafting', 'colleague') },
        { recipient_assignment_id: scene.seat('blind', 'cqc inspector') },
        { revoked_at: at, revoked_by: me, revoke_reason: 'X' },
      ]),
      adds(withAnalyst, 'evidence_share', { ...share, ...ofData }),
      lets('inspector', insert('evidence_share', { ...share, ...ofSaid, form: 'WHOLE' })),
      lets('inspector', insert('evidence_share', { ...share, evidence_id: id('capped') })),
      lets(
        'inspector',
        insert('evidence_share', {
          ...share,
          ...ofSaid,
          recipient_assignment_id: scene.seat('drafting', 'cqc inspector'),
        }),
      ),
      refuses('inspector', insert('evidence_share', { ...share, ...ofSaid, form: 'WHOLE' }), {
        given: [`UPDATE app.evidence_cap SET form = 'NOTHING' WHERE evidence_id = '${id('said')}'`],
      }),
      lets('inspector', insert('evidence_share', { ...share, ...ofSaid, recipient: 'HMICFRS' }), {
        given: [update('inspection_inspectorate', { accepted_at: at }, { inspection_id, inspectorate: 'HMICFRS' })],
      }),
    ),
    probe(
      'R4: what a share tells is written by those who share',
      adds(
        words.writersOfsted,
        'evidence_share_text',
        {
          ...{ share_id: id('shared'), ...ofSaid, ...owned, title: 'X', summary: 'X' },
        },
        [],
        { given: [`DELETE FROM app.evidence_share_text`] },
      ),
      adds(
        withAnalyst,
        'evidence_share_text',
        {
          ...{ share_id: id('personalShare'), ...ofData, ...owned, title: 'X', summary: 'X' },
        },
        [],
        { given: [`DELETE FROM app.evidence_share_text`] },
      ),
    ),
    probe(
      'R5: evidence goes from draft to submitted to withdrawn, and nowhere else',
      only(['inspector'], update('evidence', { state: 'SUBMITTED' }, { id: id('draft') })),
      refuses('inspector', update('evidence', { state: 'WITHDRAWN' }, { id: id('draft') })),
      lets('inspector', update('evidence', { state: 'DRAFT' }, { id: id('draft') })),
      only(words.writersOfsted, update('evidence', { state: 'WITHDRAWN' }, { id: id('said') })),
      only(withAnalyst, update('evidence', { state: 'WITHDRAWN' }, { id: id('data') })),
      lets('inspector', update('evidence', { state: 'SUBMITTED' }, { id: id('said') })),
      refuses('inspector', update('evidence', { state: 'DRAFT' }, { id: id('said') })),
      refuses('keeper', update('evidence', { state: 'SUBMITTED' }, { id: scene.id('closed', 'item') }), {
        given: [`UPDATE app.evidence SET state = 'WITHDRAWN' WHERE id = '${scene.id('closed', 'item')}'`],
      }),
    ),
    probe(
      'R2: a draft is deleted by its author, what was submitted by nobody',
      only(['inspector'], remove('evidence', { id: id('draft') })),
      only([], remove('evidence', { id: id('capped') }), {
        given: [`DELETE FROM app.evidence_cap WHERE evidence_id = '${id('capped')}'`],
      }),
    ),
    probe(
      'R3: a share is revoked once, by writers of the owner',
      only(words.writersOfsted, update('evidence_share', revocation, { id: id('shared') })),
      only(withAnalyst, update('evidence_share', revocation, { id: id('personalShare') })),
      only(
        [],
        update('evidence_share', { revoked_at: null, revoked_by: null, revoke_reason: null }, { id: id('revoked') }),
      ),
    ),
  ];
}

const revocation = { revoked_at: at, revoked_by: me, revoke_reason: 'X' };
