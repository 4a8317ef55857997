import * as words from './probe-words.js';
import {
  adds,
  at,
  fresh,
  insert,
  lets,
  me,
  only,
  probe,
  refuses,
  remove,
  sql,
  update,
  uuids,
  type Row,
} from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** R8: findings, what they cite, merges and attitudes, as whoever writes to the database meets them. */
export function findingProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const blind = (name: string): string => scene.id('blind', name);
  const inspection_id = id('inspection');
  const owned = { inspection_id, owner: 'OFSTED' };
  const begun = '55555555-5555-4555-8555-555555555555';
  const begin = [insert('finding', { id: begun, ...owned, state: 'DRAFT', revealed: false })];
  const words_: Row = { criterion: 'HELP', statement: 'X', effect_on_children: 'X' };
  const placed: Row = { kind: 'STRENGTH', placement: 'MAIN', position: 1, ...words_, agency_ids: uuids() };
  const body = { finding_id: begun, ...owned, author_id: me, ...placed, created_at: at };
  const withdrawal = { finding_id: id('third'), ...owned, reason: 'X', withdrawn_at: at, withdrawn_by: me };
  const citation = { id: fresh, finding_id: id('findingDraft'), evidence_id: id('capped'), ...owned, cited_at: at };
  const citing = '66666666-6666-4666-8666-666666666666';
  const passage = {
    ...{ citation_id: citing, finding_id: id('findingDraft'), evidence_id: id('capped'), ...owned },
    ...{ from_offset: 0, to_offset: 4, quote: 'What', evidence_version: 1 },
  };
  const cited = (evidence_id: string): readonly string[] => [
    insert('citation', { ...citation, id: citing, evidence_id }),
  ];
  const begunContribution = '77777777-7777-4777-8777-777777777777';
  const contribution = {
    id: begunContribution,
    inspection_id: blind('inspection'),
    inspectorate: 'OFSTED',
    state: 'DRAFT',
  };
  const noContribution = [
    `DELETE FROM app.contribution_body WHERE inspection_id = '${blind('inspection')}'`,
    `DELETE FROM app.contribution WHERE inspection_id = '${blind('inspection')}'`,
  ];
  const merging = '88888888-8888-4888-8888-888888888888';
  const merge = { id: merging, inspection_id, ...placed, made_by: me, made_at: at };
  const merged = [
    insert('finding_merge', { ...merge, made_by: scene.person('lead') }),
    `UPDATE app.finding_merge SET (kind, placement) = (SELECT kind, placement FROM app.finding_body WHERE finding_id = '${id('third')}') WHERE id = '${merging}'`,
  ];
  const source = { merge_id: merging, finding_id: id('third'), inspection_id, undone: false };
  const attitude = {
    id: fresh,
    inspection_id,
    inspectorate: 'CQC',
    turn: 1,
    attitude: 'AGREE',
    taken_by: me,
    taken_at: at,
  };
  const undo = { undone_at: at, undone_by: me, undo_reason: 'X' };
  return [
    probe(
      'R8: findings are begun as drafts by the writers of their inspectorate, analysts not',
      adds(words.writersOfsted, 'finding', { id: fresh, ...owned, state: 'DRAFT', revealed: false }, [
        ...[{ state: 'SUBMITTED' }, { state: 'WITHDRAWN' }, { revealed: true }, { owner: 'CQC' }],
      ]),
      adds(words.writersOfsted, 'finding_body', body, [{ author_id: scene.person('analyst') }, { submitted_at: at }], {
        given: begin,
      }),
    ),
    probe(
      'R8: a draft is written by all writers of its inspectorate, and deleted by them',
      only(words.writersOfsted, update('finding', { state: 'SUBMITTED' }, { id: id('findingDraft') })),
      only(words.writersOfsted, update('finding_body', { statement: 'Y' }, { finding_id: id('findingDraft') })),
      only(words.writersOfsted, remove('finding', { id: id('findingDraft') })),
      only([], remove('finding', { id: id('third') })),
      only(words.writersOfsted, update('finding', { state: 'WITHDRAWN' }, { id: id('third') })),
      // A merge holds it.
      only([], update('finding', { state: 'WITHDRAWN' }, { id: id('first') })),
      lets('inspector', update('finding', { state: 'SUBMITTED' }, { id: id('first') })),
      lets('inspector', update('finding', { state: 'WITHDRAWN' }, { id: id('second') })),
    ),
    probe(
      'R8: a finding is withdrawn in their own name',
      adds(words.writersOfsted, 'finding_withdrawal', withdrawal, [{ withdrawn_by: scene.person('cqc lead') }]),
    ),
    probe(
      'R8: only submitted evidence that is seen is cited, by the writers of the finding',
      adds(words.writersOfsted, 'citation', citation, [
        ...['draft', 'withdrawn', 'cqc'].map((name) => ({ evidence_id: id(name) })),
        { evidence_id: blind('item') },
        { owner: 'CQC' },
      ]),
      lets('inspector', insert('citation', { ...citation, evidence_id: id('cqcSummary') })),
      refuses(
        'cqc colleague',
        insert('citation', { ...citation, finding_id: id('ofCqc'), owner: 'CQC', evidence_id: id('said') }),
      ),
      lets(
        'cqc inspector',
        insert('citation', { ...citation, finding_id: id('ofCqc'), owner: 'CQC', evidence_id: id('said') }),
      ),
      only(words.writersOfsted, `DELETE FROM app.citation WHERE finding_id = '${id('findingDraft')}'`),
    ),
    probe(
      'R8: a passage is what the item says there, of an item seen whole',
      adds(
        words.writersOfsted,
        'citation_passage',
        passage,
        [
          { from_offset: 10_000, to_offset: 10_001 },
          { to_offset: 10_000 },
          { from_offset: 3, to_offset: 3 },
          { from_offset: -1, to_offset: 3 },
        ],
        { given: cited(id('capped')) },
      ),
      refuses('inspector', insert('citation_passage', { ...passage, evidence_id: id('cqcSummary') }), {
        given: cited(id('cqcSummary')),
      }),
      lets('inspector', insert('citation_passage', { ...passage, evidence_id: id('cqcWhole') }), {
        given: cited(id('cqcWhole')),
      }),
      lets(
        'inspector',
        insert('citation_passage', {
          ...passage,
          to_offset: sql(
            '(SELECT char_length(body) FROM app.evidence_body WHERE evidence_id = ' + `'${id('capped')}')`,
          ),
        }),
        { given: cited(id('capped')) },
      ),
      words.tells(
        'inspector',
        [
          insert('citation_passage', { ...passage, quote: 'forged', evidence_version: 7 }),
          `SELECT quote || evidence_version FROM app.citation_passage WHERE citation_id = '${citing}'`,
        ],
        'What1',
        { given: cited(id('capped')) },
      ),
      // Seen whole, but hidden by a conflict of interest.
      refuses(
        'cqc colleague',
        insert('citation_passage', { ...passage, finding_id: id('ofCqc'), owner: 'CQC', evidence_id: id('said') }),
        {
          given: [
            insert('citation', {
              ...citation,
              id: citing,
              finding_id: id('ofCqc'),
              owner: 'CQC',
              evidence_id: id('said'),
            }),
          ],
        },
      ),
      only(words.writersOfsted, `DELETE FROM app.citation_passage WHERE finding_id = '${id('findingDraft')}'`),
    ),
    probe(
      'R8: a contribution is saved by the writers of its inspectorate',
      adds(words.writersOfsted, 'contribution', contribution, [{ state: 'SUBMITTED' }, { inspectorate: 'CQC' }], {
        given: noContribution,
      }),
      adds(
        words.writersOfsted,
        'contribution_body',
        {
          contribution_id: begunContribution,
          inspection_id: blind('inspection'),
          inspectorate: 'OFSTED',
          answers: sql(`'{}'`),
          saved_by: me,
          saved_at: at,
        },
        [{ saved_by: scene.person('cqc lead') }, { submitted_at: at, submitted_by: me }],
        { given: [...noContribution, insert('contribution', contribution)] },
      ),
      only(words.writersOfsted, update('contribution', { state: 'SUBMITTED' }, { id: blind('contributionDraft') })),
      only(
        words.writersCqc,
        update('contribution_body', { nil_reason: 'Y' }, { contribution_id: blind('contribution') }),
      ),
    ),
    probe(
      'R8: leads merge revealed findings of one kind that they see, each in one merge',
      adds(words.leads, 'finding_merge', merge, [{ made_by: scene.person('cqc lead') }, undo]),
      adds(
        words.leads,
        'finding_merge_source',
        source,
        [
          ...[
            { undone: true },
            { finding_id: id('findingDraft') },
            { finding_id: id('withdrawnFinding') },
            { finding_id: id('first') },
          ],
          { finding_id: blind('finding') },
        ],
        { given: merged },
      ),
      refuses('lead', insert('finding_merge_source', source), {
        given: [...merged, update('finding_merge', { kind: 'CONTEXT' }, { id: merging })],
      }),
      refuses('lead', insert('finding_merge_source', source), {
        given: [...merged, update('finding_merge', undo, { id: merging })],
      }),
      refuses(
        'lead',
        insert('finding_merge_source', { ...source, inspection_id: blind('inspection'), finding_id: blind('finding') }),
        {
          given: [
            insert('finding_merge', { ...merge, inspection_id: blind('inspection'), made_by: scene.person('lead') }),
            `UPDATE app.finding_merge SET (kind, placement) = (SELECT kind, placement FROM app.finding_body WHERE finding_id = '${blind('finding')}') WHERE id = '${merging}'`,
          ],
        },
      ),
      only(words.leads, update('finding_merge', undo, { id: id('merge') })),
    ),
    probe(
      'R8: an inspectorate lead takes an attitude in its name, to what stands and he sees',
      adds(['cqc lead'], 'attitude', { ...attitude, finding_id: id('first') }, [
        ...[{ taken_by: scene.person('lead') }, { inspectorate: 'OFSTED' }, { finding_id: id('findingDraft') }],
        ...[{ finding_id: id('withdrawnFinding') }, { finding_id: blind('ofCqc') }],
      ]),
      adds(['cqc lead'], 'attitude', { ...attitude, merge_id: id('merge') }, [{ merge_id: id('undone') }]),
    ),
  ];
}
