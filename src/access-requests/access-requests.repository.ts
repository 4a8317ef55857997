import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export interface AccessRequestRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly recipient: string;
  readonly recipientAssignmentId: string | null;
  readonly form: 'WHOLE' | 'SUMMARY';
  readonly reason: string;
  readonly state: 'OPEN' | 'GRANTED' | 'REFUSED';
  /** The item is data, which analysts decide on, too. */
  readonly data: boolean;
}

export interface ItemAskedFor {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly state: string;
}

export interface UndecidedRequest {
  readonly id: string;
  readonly recipient: string;
  readonly form: 'WHOLE' | 'SUMMARY';
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly overdue: boolean;
}

/** Reads that the service decides by; each under the actor's own row security. */
@Injectable()
export class AccessRequestsRepository {
  find(tx: ReadTransaction, id: string): Promise<AccessRequestRow | null> {
    return tx.row<AccessRequestRow>(
      `SELECT r.id, r.evidence_id AS "evidenceId", r.inspection_id AS "inspectionId", r.owner, r.recipient,
         r.recipient_assignment_id AS "recipientAssignmentId", r.form, r.reason, r.state, coalesce(b.strength = 'DATA', false) AS data
       FROM app.access_request r LEFT JOIN app.evidence_body b ON b.evidence_id = r.evidence_id WHERE r.id = $1`,
      [id],
    );
  }

  item(tx: ReadTransaction, id: string): Promise<ItemAskedFor | null> {
    return tx.row<ItemAskedFor>(
      'SELECT id, inspection_id AS "inspectionId", owner, state FROM app.evidence WHERE id = $1',
      [id],
    );
  }

  /** Waits until the actor asks for nothing else of an item. */
  async hold(tx: ReadTransaction, evidenceId: string): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [`${tx.actor.userId} ${evidenceId}`]);
  }

  /** Whether the actor sees that the recipient has the item already, in this form or more: his own shares are all that he sees. */
  async isShared(
    tx: ReadTransaction,
    evidenceId: string,
    { recipient, assignmentId, form }: { recipient: string; assignmentId: string | null; form: string },
  ): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.evidence_share WHERE evidence_id = $1 AND recipient = $2 AND form IN ('WHOLE', $4) AND revoked_at IS NULL
         AND (recipient_assignment_id IS NULL OR recipient_assignment_id = $3)
         AND starts_at <= auth.at() AND (ends_at IS NULL OR auth.at() < ends_at)`,
      [evidenceId, recipient, assignmentId, form],
    );
    return row !== null;
  }

  async isOnTeam(
    tx: ReadTransaction,
    assignmentId: string,
    inspectionId: string,
    inspectorate: string,
  ): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.assignment WHERE id = $1 AND inspection_id = $2 AND inspectorate = $3 AND ended_at IS NULL
         AND (ends_at IS NULL OR auth.at() < ends_at)
         AND role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER')`,
      [assignmentId, inspectionId, inspectorate],
    );
    return row !== null;
  }

  async isOpen(
    tx: ReadTransaction,
    evidenceId: string,
    { recipient, assignmentId }: { recipient: string; assignmentId: string | null },
  ): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.access_request WHERE evidence_id = $1 AND recipient = $2 AND recipient_assignment_id IS NOT DISTINCT FROM $3
         AND asked_by = auth.user_id() AND state = 'OPEN'`,
      [evidenceId, recipient, assignmentId],
    );
    return row !== null;
  }

  /** Open ones that the actor may decide, what is due first. */
  undecided(tx: ReadTransaction, most: number): Promise<UndecidedRequest[]> {
    return tx.rows<UndecidedRequest>(
      `SELECT r.id, o.name AS recipient, r.form, r.asked_at AS "askedAt", r.due_at AS "dueAt",
         coalesce(r.due_at <= auth.clock(r.inspection_id), false) AS overdue
       FROM app.access_request r JOIN app.organisation o ON o.inspectorate = r.recipient
       WHERE r.state = 'OPEN' AND r.asked_by <> auth.user_id() AND r.audience_id = ANY ((SELECT auth.audiences(4))::bigint[])
       ORDER BY r.due_at, r.id LIMIT $1`,
      [most],
    );
  }
}
