import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import { overdueReview } from './overdue-review.js';

/** A case, or an item of evidence, as the asker sees it. */
export interface TargetRow {
  readonly caseId: string | null;
  readonly evidenceId: string | null;
  readonly inspectionId: string;
  /** Of an item. */
  readonly state: string | null;
  readonly whole: boolean;
}

export interface ReviewRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly askedBy: string;
  readonly reviewed: boolean;
}

export interface OpenReview {
  readonly id: string;
  readonly asker: string | null;
  readonly inspectorate: string;
  readonly caseCode: string | null;
  readonly led: boolean;
  readonly overdue: boolean;
  readonly since: Date;
  readonly dueAt: Date;
}

/** A break-glass on an item, for a list of those who see it. */
export interface BreakGlassOnItem {
  readonly id: string;
  readonly assignmentId: string;
  readonly askedBy: string;
  readonly inspectorate: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Reads that the service decides by; each under the actor's own row security. */
@Injectable()
export class BreakGlassRepository {
  caseToOpen(tx: ReadTransaction, id: string): Promise<TargetRow | null> {
    return tx.row<TargetRow>(
      `SELECT c.id AS "caseId", NULL AS "evidenceId", c.inspection_id AS "inspectionId", NULL AS state, false AS whole
       FROM app.case_file c WHERE c.id = $1`,
      [id],
    );
  }

  itemToOpen(tx: ReadTransaction, id: string): Promise<TargetRow | null> {
    return tx.row<TargetRow>(
      `SELECT NULL AS "caseId", e.id AS "evidenceId", e.inspection_id AS "inspectionId", e.state, b.evidence_id IS NOT NULL AS whole
       FROM app.evidence e LEFT JOIN app.evidence_body b ON b.evidence_id = e.id WHERE e.id = $1`,
      [id],
    );
  }

  /** Whose evidence would be opened by it. The actor does not see that evidence: only whose it is. */
  async owners(tx: ReadTransaction, assignmentId: string, target: TargetRow): Promise<readonly string[]> {
    const found = await tx.row<{ owners: string[] }>('SELECT auth.break_glass_owners($1, $2, $3) AS owners', [
      assignmentId,
      target.caseId,
      target.evidenceId,
    ]);
    return found?.owners ?? [];
  }

  /** Whether a review of the user's last break-glass on it is still open. */
  async awaitsReview(tx: ReadTransaction, userId: string, target: TargetRow): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.break_glass b JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.reviewed_at IS NULL
       WHERE b.asked_by = $1 AND coalesce(b.case_id, b.evidence_id) = $2 LIMIT 1`,
      [userId, target.caseId ?? target.evidenceId],
    );
    return row !== null;
  }

  review(tx: ReadTransaction, id: string): Promise<ReviewRow | null> {
    return tx.row<ReviewRow>(
      `SELECT r.id, r.inspection_id AS "inspectionId", r.owner, b.asked_by AS "askedBy", r.reviewed_at IS NOT NULL AS reviewed
       FROM app.break_glass_review r JOIN app.break_glass b ON b.id = r.break_glass_id WHERE r.id = $1`,
      [id],
    );
  }

  /** Reviews that the actor is to do, or follows as the lead of the inspection. After closing nobody can. */
  openReviews(tx: ReadTransaction, most: number): Promise<OpenReview[]> {
    return tx.rows<OpenReview>(
      `SELECT r.id, p.name AS asker, b.inspectorate, f.code AS "caseCode", ${overdueReview('r')} AS overdue,
         (r.inspection_id || ':lead:' || r.owner) = ANY ((SELECT auth.circles())::text[]) AS led,
         b.starts_at AS since, r.review_due_at AS "dueAt"
       FROM app.break_glass_review r
       JOIN app.break_glass b ON b.id = r.break_glass_id AND b.asked_by <> auth.user_id()
       JOIN app.inspection_conduct c ON c.inspection_id = r.inspection_id AND c.closed_at IS NULL
       LEFT JOIN app.app_user p ON p.id = b.asked_by
       LEFT JOIN app.case_file f ON f.id = b.case_id
       WHERE r.reviewed_at IS NULL ORDER BY r.review_due_at, r.id LIMIT $1`,
      [most],
    );
  }

  onItem(tx: Pick<ReadTransaction, 'rows'>, evidenceId: string): Promise<BreakGlassOnItem[]> {
    return tx.rows<BreakGlassOnItem>(
      `SELECT b.id, b.assignment_id AS "assignmentId", b.asked_by AS "askedBy", b.inspectorate, b.starts_at AS "startsAt", b.ends_at AS "endsAt"
       FROM app.evidence e
       JOIN app.break_glass b ON b.inspection_id = e.inspection_id AND (b.evidence_id = e.id OR b.case_id = e.case_id)
       JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.owner = e.owner
       WHERE e.id = $1 ORDER BY b.starts_at, b.id`,
      [evidenceId],
    );
  }
}
