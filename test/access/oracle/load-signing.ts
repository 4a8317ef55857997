import { change, insert, instant, instantOrNull, type Row, type Step } from './load-steps.js';
import type { World } from './world.js';

export const comments: readonly Step[] = [
  insert('accuracy_comment', (world) =>
    world.accuracyComments.map((comment) => ({
      id: comment.id,
      inspection_id: comment.inspectionId,
      organisation_id: comment.organisationId,
      frozen_text_id: comment.frozenTextId,
      frozen_paragraph_id: comment.frozenParagraphId,
      kind: 'FACT',
      text: `Comment ${comment.id}`,
      proof: 'The minutes.',
      state: 'DRAFT',
      late: comment.late,
      drafted_by: comment.draftedBy,
      drafted_at: instant(comment.draftedAt),
    })),
  ),
  change('accuracy_comment', (world) =>
    world.accuracyComments
      .filter(({ state }) => state === 'SENT')
      .map((comment) => ({
        id: comment.id,
        state: 'SENT',
        sent_by: comment.sentBy,
        sent_at: instantOrNull(comment.sentAt),
        receipt: comment.id.slice(0, 8).toUpperCase(),
      })),
  ),
  // A late one that was answered had been admitted.
  insert('comment_admission', (world) =>
    replies(world)
      .filter(({ late }) => late)
      .map((comment) => ({
        comment_id: comment.id,
        inspection_id: comment.inspectionId,
        organisation_id: comment.organisationId,
        reason: 'It matters.',
        admitted_by: comment.reply.draftedBy,
        admitted_at: instant(comment.reply.draftedAt),
      })),
  ),
  insert('accuracy_reply', (world) =>
    replies(world).map(({ id, inspectionId, organisationId, reply }) => ({
      comment_id: id,
      inspection_id: inspectionId,
      organisation_id: organisationId,
      text: `Reply to ${id}`,
      decision: 'NOTED',
      state: 'DRAFT',
      drafted_by: reply.draftedBy,
      drafted_at: instant(reply.draftedAt),
    })),
  ),
  change(
    'accuracy_reply',
    (world) =>
      replies(world)
        .filter(({ reply }) => reply.state === 'SENT')
        .map(({ id, reply }) => ({
          comment_id: id,
          state: 'SENT',
          sent_by: reply.sentBy,
          sent_at: instantOrNull(reply.sentAt),
        })),
    ['comment_id'],
  ),
];

const replies = (world: World) =>
  world.accuracyComments.flatMap((comment) => (comment.reply === null ? [] : [{ ...comment, reply: comment.reply }]));

export const signing: readonly Step[] = [
  insert('signature', (world) => {
    const names = new Map(world.users.map(({ id, name }) => [id, name]));
    return world.signatures.map((signature) => ({
      id: signature.id,
      inspection_id: signature.inspectionId,
      frozen_text_id: signature.frozenTextId,
      inspectorate: signature.inspectorate,
      user_id: signature.userId,
      name: names.get(signature.userId),
      office: 'Chief inspector',
      hash: signature.hash,
      signed_at: instant(signature.signedAt),
      // As they stand: a side signs again only once its signature was voided.
      voided_at: instantOrNull(signature.voidedAt),
      voided_by: signature.voidedAt === null ? null : signature.userId,
    }));
  }),
  insert('letter', (world) =>
    world.letters.map((letter) => ({
      id: letter.id,
      inspection_id: letter.inspectionId,
      frozen_text_id: letter.frozenTextId,
      version: letter.version,
      title: 'A letter',
      hash: letter.hash,
      received_at: instantOrNull(letter.receivedAt),
      // One stands at a time, so what no longer stands is there as such from the beginning.
      withdrawn_at: instantOrNull(letter.withdrawnAt),
      superseded_at: instantOrNull(letter.supersededAt),
    })),
  ),
  insert('letter_text', (world) =>
    world.letters.map((letter) => ({
      letter_id: letter.id,
      inspection_id: letter.inspectionId,
      html: `<p>Letter ${letter.id}</p>`,
      facts: FACTS,
    })),
  ),
  change('letter', (world) =>
    world.letters
      .filter(({ publishedAt }) => publishedAt !== null)
      .map(({ id, publishedAt }) => ({ id, published_at: instantOrNull(publishedAt) })),
  ),
];

const FACTS: Row = {
  addressees: [{ name: 'A. Director', role: 'Director' }],
  signatories: [{ inspectorate: 'OFSTED', name: 'A. Chief', role: 'Chief inspector' }],
  statementOfAction: { due: { computed: '2024-09-01' } },
};
