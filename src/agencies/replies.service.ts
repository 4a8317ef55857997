import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, staleVersion } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { AccuracyReplyEntity, CommentAdmissionEntity } from './comment.entity.js';
import type { AdmitLateCommentInput, AnswerCommentInput } from './comment.inputs.js';
import { CommentsRepository, type CommentRow } from './comments.repository.js';

type Done = Promise<Stored<{ commentId: string }>>;

/** What agencies are answered: each comment sent in time, or admitted, gets a reasoned reply. */
@Injectable()
export class RepliesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommentsRepository) private readonly comments: CommentsRepository,
  ) {}

  admit(actor: Actor, input: AdmitLateCommentInput): Done {
    return this.unitOfWork.write(actor, { operation: 'admitLateComment', input }, async (tx) => {
      const { comment, standing } = await this.find(tx, input.commentId);
      permit(standing, 'admitLateComment', { state: stateOf(comment) });
      await tx.insert(CommentAdmissionEntity, {
        ...keyOf(comment),
        reason: input.reason,
        admittedBy: tx.actor.userId,
        admittedAt: tx.actor.now,
      });
      return touched(tx, comment, 'ADMITTED');
    });
  }

  answer(actor: Actor, input: AnswerCommentInput): Done {
    return this.unitOfWork.write(actor, { operation: 'answerComment', input }, async (tx) => {
      const { comment, standing } = await this.find(tx, input.commentId);
      const reply = await this.comments.findReply(tx, comment.id);
      permit(standing, 'answerComment', {
        mine: reply === null || reply.draftedBy === tx.actor.userId,
        state: reply?.state === 'SENT' ? 'ANSWERED' : stateOf(comment),
      });
      if ((reply?.version ?? null) !== (input.version ?? null)) throw staleVersion();
      const words = { text: input.text, decision: input.decision };
      if (reply === null) await this.begin(tx, comment, words);
      const sending = input.send ? { state: 'SENT', sentBy: tx.actor.userId, sentAt: tx.actor.now } : {};
      if (reply !== null || input.send)
        await tx.updateVersion(
          AccuracyReplyEntity,
          { commentId: comment.id, version: reply?.version ?? 1 },
          { ...words, ...sending },
        );
      return touched(tx, comment, input.send ? 'ANSWERED' : 'REPLY_DRAFTED');
    });
  }

  private async begin(
    tx: WriteTransaction,
    comment: CommentRow,
    words: Pick<AccuracyReplyEntity, 'text' | 'decision'>,
  ): Promise<void> {
    await tx.insert(AccuracyReplyEntity, {
      ...keyOf(comment),
      ...words,
      state: 'DRAFT',
      draftedBy: tx.actor.userId,
      draftedAt: tx.actor.now,
      sentBy: null,
      sentAt: null,
      version: 1,
    });
  }

  /** The comment as it stands while nobody else acts in the inspection. */
  private async find(tx: WriteTransaction, id: string): Promise<{ comment: CommentRow; standing: Standing }> {
    const key = localId('AccuracyComment', id);
    const before = await this.comments.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, 'alone');
    const comment = await this.comments.find(tx, key);
    if (comment === null) throw notFound();
    return { comment, standing };
  }
}

const keyOf = (comment: CommentRow): Pick<AccuracyReplyEntity, 'commentId' | 'inspectionId' | 'organisationId'> => ({
  commentId: comment.id,
  inspectionId: comment.inspectionId,
  organisationId: comment.organisationId,
});

/** A late comment waits for the lead's decision; one that was admitted counts as sent in time. */
const stateOf = (comment: CommentRow): string =>
  comment.state === 'SENT' && comment.late && !comment.admitted ? 'LATE' : comment.state;

function touched(tx: WriteTransaction, comment: CommentRow, change: string): { commentId: string } {
  tx.touch('AccuracyComment', comment.id, change, comment.inspectionId);
  return { commentId: comment.id };
}
