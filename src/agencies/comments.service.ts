import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit, type Operation } from '../access/operations.js';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { isInTime } from '../frameworks/calendar/london-time.js';
import { notFound, notPermitted } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { AccuracyCommentEntity } from './comment.entity.js';
import type { DraftCommentInput, EditCommentInput, SendCommentInput } from './comment.inputs.js';
import { CommentsRepository, type CommentedParagraph, type CommentRow } from './comments.repository.js';
import { RequestsRepository } from './requests.repository.js';

type Done = Promise<Stored<{ commentId: string }>>;

/**
 * What agencies say of the frozen text. Until it is signed a comment may be sent when the window has shut: as late,
 * on a paragraph that the agency was shown while it was open (R9).
 */
@Injectable()
export class CommentsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommentsRepository) private readonly comments: CommentsRepository,
    @Inject(RequestsRepository) private readonly requests: RequestsRepository,
  ) {}

  /** Whether a comment sent in time, or admitted, has had no reply: signing waits for it. Asked by who leads or signs. */
  async hasUnansweredComments(tx: ReadTransaction, inspectionId: string): Promise<boolean> {
    const some = await this.comments.hasUnanswered(tx, inspectionId);
    if (some === null) throw notPermitted('the leads and the signatories of the inspection');
    return some;
  }

  draft(actor: Actor, input: DraftCommentInput): Done {
    return this.unitOfWork.write(actor, { operation: 'draftComment', input }, async (tx) => {
      const frozenParagraphId = localId('FrozenParagraph', input.paragraphId);
      const { inspectionId, frozenTextId } = await this.paragraph(tx, frozenParagraphId);
      const id = tx.newId();
      await tx.insert(AccuracyCommentEntity, {
        id,
        inspectionId,
        organisationId: tx.actor.organisationId,
        frozenTextId,
        frozenParagraphId,
        kind: input.kind,
        text: input.text,
        proof: input.proof ?? null,
        state: 'DRAFT',
        late: false,
        draftedBy: tx.actor.userId,
        draftedAt: tx.actor.now,
        sentBy: null,
        sentAt: null,
        receipt: null,
        version: 1,
      });
      tx.touch('AccuracyComment', id, 'DRAFTED', inspectionId);
      return { commentId: id };
    });
  }

  edit(actor: Actor, input: EditCommentInput): Done {
    return this.unitOfWork.write(actor, { operation: 'editComment', input }, async (tx) => {
      const { comment } = await this.find(tx, input.commentId, 'editComment');
      await tx.updateVersion(
        AccuracyCommentEntity,
        { id: comment.id, version: input.version },
        { kind: input.kind, text: input.text, proof: input.proof ?? null },
      );
      return touched(tx, comment, 'EDITED');
    });
  }

  send(actor: Actor, input: SendCommentInput): Done {
    return this.unitOfWork.write(actor, { operation: 'sendComment', input }, async (tx) => {
      const { comment, paragraph } = await this.find(tx, input.commentId, 'sendComment');
      const clock = await this.requests.clock(tx, comment.inspectionId);
      await tx.updateVersion(
        AccuracyCommentEntity,
        { id: comment.id, version: input.version },
        {
          state: 'SENT',
          late: !isInTime(clock, paragraph.deadline),
          sentBy: tx.actor.userId,
          sentAt: tx.actor.now,
          receipt: tx.receiptCode,
        },
      );
      return touched(tx, comment, 'SENT');
    });
  }

  /** A paragraph of the text as it is frozen now, which the actor's agency was shown. */
  private async paragraph(tx: WriteTransaction, id: string): Promise<CommentedParagraph> {
    const inspectionId =
      (await this.comments.paragraphToComment(tx, id))?.inspectionId ?? (await this.comments.inspectionOf(tx, id));
    if (inspectionId === null) throw notFound();
    const standing = await tx.enter(inspectionId);
    const paragraph = await this.comments.paragraphToComment(tx, id);
    permit(standing, 'draftComment', {
      agencyId: tx.actor.organisationId,
      state: paragraph === null || paragraph.reopened ? 'REOPENED' : 'FROZEN',
    });
    if (paragraph === null) throw notFound();
    return paragraph;
  }

  /** The comment as it stands once the inspection is entered, where the act on it is the actor's to do now. */
  private async find(
    tx: WriteTransaction,
    id: string,
    operation: Operation,
  ): Promise<{ comment: CommentRow; paragraph: CommentedParagraph }> {
    const key = localId('AccuracyComment', id);
    const before = await this.comments.find(tx, key);
    if (before === null) throw notFound();
    // Sending shows it to the team; a draft stays with its agency.
    const standing = await tx.enter(before.inspectionId, operation === 'sendComment' ? 'alone' : 'shared');
    const comment = await this.comments.find(tx, key);
    if (comment === null) throw notFound();
    const paragraph = await this.comments.paragraphToComment(tx, comment.frozenParagraphId);
    permit(standing, operation, {
      agencyId: comment.organisationId,
      state: paragraph?.reopened === true ? 'REOPENED' : comment.state,
    });
    if (paragraph === null) throw notFound();
    return { comment, paragraph };
  }
}

function touched(tx: WriteTransaction, comment: CommentRow, change: string): { commentId: string } {
  tx.touch('AccuracyComment', comment.id, change, comment.inspectionId);
  return { commentId: comment.id };
}
