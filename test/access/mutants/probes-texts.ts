import * as words from './probe-words.js';
import { adds, at, fresh, insert, later, lets, me, only, probe, refuses, sql, update } from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

const HASH = '0'.repeat(64);

/** R9: the narrative, what is frozen of it, signatures and the letter. */
export function textProbes(scene: Scene): readonly Probe[] {
  const inspection_id = scene.id('drafting', 'inspection');
  const elsewhere = scene.id('checking', 'inspection');
  const planned = scene.id('blind', 'inspection');
  const narrative = {
    version: 1,
    title: 'X',
    area: 'X',
    arrangement: 'X',
    headings: sql(`'[]'`),
    none_sections: sql(`'{}'`),
    compiled_by: me,
    compiled_at: at,
  };
  const paragraph = { id: fresh, inspection_id, key: 'X', position: 9, section_code: 'X', style: 'LIST' };
  const sentence = {
    ...{ id: fresh, inspection_id, paragraph_id: scene.id('drafting', 'paragraph'), key: 'X', position: 9, gap: '' },
    ...{ text: 'X', origin: 'ADDED', supported_text: 'X', rests: false, version: 1 },
  };
  const aSentence = `(SELECT id FROM app.narrative_sentence WHERE inspection_id = '${inspection_id}')`;
  const history = {
    id: '99999999-9999-4999-8999-999999999999',
    inspection_id,
    sentence_id: sql(aSentence),
    sentence_key: 'X',
    version: 1,
    text: 'X',
    origin: 'ADDED',
    change: 'EDITED',
    changed_by: me,
    changed_at: at,
  };
  const frozen = {
    ...{
      id: fresh,
      inspection_id,
      narrative_version: 2,
      hash: HASH,
      title: 'X',
      area: 'X',
      opened_at: at,
      opened_by: me,
    },
    ...{ deadline: later, computed_on: later, calendar_version: 'X' },
  };
  const freezing = '12121212-1212-4121-8121-121212121212';
  const given = [insert('frozen_text', { ...frozen, id: freezing, opened_by: scene.person('lead') })];
  const frozenParagraph = {
    id: fresh,
    frozen_text_id: freezing,
    inspection_id,
    position: 1,
    section_code: 'X',
    style: 'LIST',
    text: 'X',
    sentences: sql(`'[]'`),
  };
  const inFrozen = '13131313-1313-4131-8131-131313131313';
  const stage = (name: 'checking' | 'signed', to: string): string =>
    update('inspection', { stage: to }, { id: scene.id(name, 'inspection') });
  const signature = {
    id: fresh,
    inspection_id: elsewhere,
    frozen_text_id: scene.id('checking', 'frozenText'),
    inspectorate: 'OFSTED',
    user_id: me,
    name: 'X',
    hash: HASH,
    signed_at: at,
  };
  const signing = { given: [stage('checking', 'SIGNING')] };
  const signed = scene.id('signed', 'inspection');
  const letter = {
    id: fresh,
    inspection_id: signed,
    frozen_text_id: scene.id('signed', 'frozenText'),
    version: 2,
    title: 'X',
    hash: HASH,
  };
  const noLetter = { given: [`UPDATE app.letter SET withdrawn_at = auth.at() WHERE inspection_id = '${signed}'`] };
  const hold = { id: fresh, inspection_id: signed, reason: 'X', held_by: me, held_at: at };
  const pass = {
    id: fresh,
    inspection_id: elsewhere,
    inspectorate: 'OFSTED',
    narrative_version: 3,
    passed_by: me,
    passed_at: at,
  };
  const provenance = { sentence_id: sql(aSentence), finding_id: scene.id('drafting', 'third'), inspection_id };
  const delegation = {
    id: fresh,
    inspection_id: elsewhere,
    inspectorate: 'OFSTED',
    delegated_by: me,
    delegated_to: scene.person('handler'),
    assignment_id: scene.seat('checking', 'signatory'),
    reason: 'X',
    delegated_at: at,
  };
  const moved = (sql_: string): words.Under => ({ given: [sql_] });
  const noNarrative = [`DELETE FROM app.narrative_sentence WHERE inspection_id = '${planned}'`];
  return [
    probe(
      'R9: leads write the narrative, while drafting',
      only([], insert('narrative', { inspection_id: planned, ...narrative })),
      only(words.leads, insert('narrative', { inspection_id: planned, ...narrative }), {
        given: [...noNarrative, update('inspection', { stage: 'DRAFTING' }, { id: planned })],
      }),
      adds(words.leads, 'narrative_paragraph', paragraph, [{ inspection_id: elsewhere }]),
      adds(words.leads, 'narrative_sentence', sentence),
      adds(words.leads, 'sentence_provenance', provenance),
      adds(words.leads, 'sentence_history', history, [{ changed_by: scene.person('cqc lead') }]),
      adds(
        words.leads,
        'history_provenance',
        { history_id: history.id, finding_id: scene.id('drafting', 'first'), inspection_id },
        [],
        {
          given: [insert('sentence_history', { ...history, changed_by: scene.person('lead') })],
        },
      ),
    ),
    probe(
      'R9: outside drafting nobody writes it',
      only(words.leads, update('narrative', { title: 'Y' }, { inspection_id })),
      only(words.leads, update('narrative_sentence', { text: 'Y' }, { inspection_id })),
      only([], update('narrative', { title: 'Y' }, { inspection_id: elsewhere })),
      only([], insert('narrative_paragraph', { ...paragraph, inspection_id: elsewhere })),
      only(
        [],
        insert('narrative_sentence', {
          ...sentence,
          inspection_id: elsewhere,
          paragraph_id: sql(`(SELECT id FROM app.narrative_paragraph WHERE inspection_id = '${elsewhere}')`),
        }),
      ),
      only([], insert('sentence_history', { ...history, inspection_id: elsewhere, sentence_id: fresh })),
      only(words.leads, `DELETE FROM app.sentence_provenance WHERE inspection_id = '${inspection_id}'`),
      only(words.leads, `DELETE FROM app.narrative_sentence WHERE inspection_id = '${inspection_id}'`),
      only([], `DELETE FROM app.narrative_sentence WHERE inspection_id = '${elsewhere}'`),
    ),
    probe(
      'R9: the lead freezes the text, while drafting',
      adds(['lead'], 'frozen_text', frozen, [{ opened_by: scene.person('cqc lead') }]),
      adds(['lead'], 'frozen_paragraph', frozenParagraph, [], { given }),
      adds(
        ['lead'],
        'frozen_provenance',
        { frozen_paragraph_id: inFrozen, finding_id: scene.id('drafting', 'first'), inspection_id },
        [],
        {
          given: [...given, insert('frozen_paragraph', { ...frozenParagraph, id: inFrozen })],
        },
      ),
      only([], insert('frozen_text', { ...frozen, inspection_id: elsewhere }), {
        given: [update('frozen_text', { reopened_at: at }, { inspection_id: elsewhere })],
      }),
      only(
        [],
        insert('frozen_paragraph', {
          ...frozenParagraph,
          inspection_id: elsewhere,
          frozen_text_id: scene.id('checking', 'frozenText'),
        }),
      ),
      only(
        [],
        insert('frozen_provenance', {
          frozen_paragraph_id: scene.id('checking', 'frozenParagraph'),
          finding_id: scene.id('checking', 'finding'),
          inspection_id: elsewhere,
        }),
        { given: [`DELETE FROM app.frozen_provenance`] },
      ),
      only(['lead'], update('frozen_text', { deadline: later }, { inspection_id: elsewhere })),
    ),
    probe(
      'R9: the leading inspectorate’s quality assurer passes the joint text',
      adds(['assurer'], 'quality_pass', pass, [{ passed_by: scene.person('lead') }, { inspectorate: 'CQC' }]),
      refuses('cqc assurer', insert('quality_pass', { ...pass, inspectorate: 'CQC' })),
    ),
    probe(
      'a signatory signs the text that is frozen, while signing, for his side, without conflict',
      adds(
        ['signatory'],
        'signature',
        signature,
        [
          ...[
            { user_id: scene.person('cqc colleague') },
            { hash: '1'.repeat(64) },
            { inspectorate: 'CQC' },
            { voided_at: at },
          ],
          { frozen_text_id: scene.id('published', 'frozenText') },
        ],
        signing,
      ),
      only([], insert('signature', signature)),
      refuses('cqc colleague', insert('signature', { ...signature, inspectorate: 'CQC' }), signing),
      lets('cqc colleague', insert('signature', { ...signature, inspectorate: 'CQC' }), {
        given: [
          stage('checking', 'SIGNING'),
          `DELETE FROM app.conflict_notice`,
          `DELETE FROM app.conflict_of_interest`,
        ],
      }),
      refuses('signatory', insert('signature', signature), {
        given: [stage('checking', 'SIGNING'), update('frozen_text', { reopened_at: at }, { inspection_id: elsewhere })],
      }),
      only(['lead'], update('signature', { voided_at: at }, { id: scene.id('signed', 'signature') })),
      adds(['signatory'], 'signing_delegation', delegation, [
        { delegated_by: scene.person('cqc colleague') },
        { inspectorate: 'CQC' },
      ]),
    ),
    probe(
      'the lead makes, receives, holds and publishes the letter',
      adds(['lead'], 'letter', letter, [{ published_at: at }], noLetter),
      only(['lead'], update('letter', { published_at: at }, { id: scene.id('signed', 'letter') })),
      adds(
        ['lead'],
        'letter_text',
        { letter_id: scene.id('signed', 'letter'), inspection_id: signed, html: 'X', facts: sql(`'{}'`) },
        [],
        moved('DELETE FROM app.letter_text'),
      ),
      only(['lead'], update('letter_text', { html: 'Y' }, { letter_id: scene.id('signed', 'letter') })),
      adds(['lead'], 'publication_hold', hold, [{ held_by: scene.person('cqc lead') }]),
      only(
        ['lead'],
        update('publication_hold', { lifted_at: at, lifted_by: me, lift_reason: 'X' }, { inspection_id: signed }),
        { given: [insert('publication_hold', { ...hold, held_by: scene.person('lead') })] },
      ),
    ),
  ];
}
