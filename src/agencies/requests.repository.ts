import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import type { NamedValue } from './submission.entity.js';

export interface RequestRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly organisationId: string;
  readonly state: 'DRAFT' | 'ISSUED' | 'CANCELLED';
  readonly version: number;
  readonly dueAt: Date | null;
  /** Null where the actor sees only that it exists. */
  readonly inspectorates: readonly string[] | null;
}

export interface SubmissionRow {
  readonly id: string;
  readonly state: 'DRAFT' | 'SUBMITTED';
  readonly version: number;
  readonly late: boolean;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly receipt: string | null;
  readonly text: string;
  readonly data: NamedValue[];
}

/** Reads that the services decide by; each under the actor's own row security. */
@Injectable()
export class RequestsRepository {
  find(tx: ReadTransaction, id: string): Promise<RequestRow | null> {
    return tx.row<RequestRow>(
      `SELECT r.id, r.inspection_id AS "inspectionId", r.organisation_id AS "organisationId", r.state, t.version,
         d.due_at AS "dueAt", t.inspectorates
       FROM app.request r
       LEFT JOIN app.request_due d ON d.request_id = r.id
       LEFT JOIN app.request_text t ON t.request_id = r.id
       WHERE r.id = $1`,
      [id],
    );
  }

  findSubmission(tx: ReadTransaction, requestId: string): Promise<SubmissionRow | null> {
    return tx.row<SubmissionRow>(
      `SELECT s.id, s.state, s.version, s.late, s.submitted_at AS "submittedAt", s.submitted_by AS "submittedBy", s.receipt, t.text, t.data
       FROM app.submission s JOIN app.submission_text t ON t.submission_id = s.id WHERE s.request_id = $1`,
      [requestId],
    );
  }

  /** The time of an inspection's clock: a pause freezes it. */
  async clock(tx: ReadTransaction, inspectionId: string): Promise<Date> {
    const found = await tx.row<{ at: Date | null }>('SELECT auth.clock($1) AS at', [inspectionId]);
    return found?.at ?? tx.actor.now;
  }

  /** An agency of the inspection with which the actor has no conflict of interest. */
  async isAgency(tx: ReadTransaction, inspectionId: string, organisationId: string): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.inspection_agency WHERE inspection_id = $1 AND organisation_id = $2
         AND organisation_id <> ALL (auth.conflicts())`,
      [inspectionId, organisationId],
    );
    return row !== null;
  }

  /** Of these ids, those of cases of the inspection that the actor sees. */
  async seenCases(tx: ReadTransaction, inspectionId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM app.case_file WHERE inspection_id = $1 AND id = ANY ($2)',
      [inspectionId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
