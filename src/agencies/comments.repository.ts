import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

/** A paragraph that the actor's agency was shown, and the window of its text. */
export interface CommentedParagraph {
  readonly inspectionId: string;
  readonly frozenTextId: string;
  /** Exclusive. */
  readonly deadline: Date;
  /** Drafting was reopened: another text takes its place. */
  readonly reopened: boolean;
}

export interface CommentRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly organisationId: string;
  readonly frozenParagraphId: string;
  readonly state: 'DRAFT' | 'SENT';
  readonly late: boolean;
  readonly version: number;
  readonly admitted: boolean;
}

export interface ReplyRow {
  readonly state: 'DRAFT' | 'SENT';
  readonly version: number;
  readonly draftedBy: string;
}

/** Reads that the service decides by; each under the actor's own row security. */
@Injectable()
export class CommentsRepository {
  paragraphToComment(tx: ReadTransaction, id: string): Promise<CommentedParagraph | null> {
    return tx.row<CommentedParagraph>(
      `SELECT inspection_id AS "inspectionId", frozen_text_id AS "frozenTextId", deadline, reopened
       FROM auth.paragraph_to_comment($1)`,
      [id],
    );
  }

  /** The inspection of a paragraph that the actor sees now. */
  async inspectionOf(tx: ReadTransaction, paragraphId: string): Promise<string | null> {
    const found = await tx.row<{ id: string }>('SELECT inspection_id AS id FROM app.frozen_paragraph WHERE id = $1', [
      paragraphId,
    ]);
    return found?.id ?? null;
  }

  find(tx: ReadTransaction, id: string): Promise<CommentRow | null> {
    return tx.row<CommentRow>(
      `SELECT c.id, c.inspection_id AS "inspectionId", c.organisation_id AS "organisationId",
         c.frozen_paragraph_id AS "frozenParagraphId", c.state, c.late, c.version, a.comment_id IS NOT NULL AS admitted
       FROM app.accuracy_comment c LEFT JOIN app.comment_admission a ON a.comment_id = c.id WHERE c.id = $1`,
      [id],
    );
  }

  findReply(tx: ReadTransaction, commentId: string): Promise<ReplyRow | null> {
    return tx.row<ReplyRow>(
      'SELECT state, version, drafted_by AS "draftedBy" FROM app.accuracy_reply WHERE comment_id = $1',
      [commentId],
    );
  }

  /** Null where the actor neither leads nor signs. */
  async hasUnanswered(tx: ReadTransaction, inspectionId: string): Promise<boolean | null> {
    const found = await tx.row<{ some: boolean | null }>('SELECT auth.has_unanswered_comments($1) AS some', [
      inspectionId,
    ]);
    return found?.some ?? null;
  }
}
