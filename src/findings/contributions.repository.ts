import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export interface ContributionRow {
  readonly id: string;
  readonly state: 'DRAFT' | 'SUBMITTED';
  readonly version: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly nilReason: string | null;
}

@Injectable()
export class ContributionsRepository {
  /** An inspectorate's own, where the actor sees what it says. */
  find(tx: ReadTransaction, inspectionId: string, inspectorate: string): Promise<ContributionRow | null> {
    return tx.row<ContributionRow>(
      `SELECT c.id, c.state, b.version, b.answers, b.nil_reason AS "nilReason"
       FROM app.contribution c JOIN app.contribution_body b ON b.contribution_id = c.id
       WHERE c.inspection_id = $1 AND c.inspectorate = $2`,
      [inspectionId, inspectorate],
    );
  }

  /** Inspectorates whose submitted contribution the actor knows of: for the lead, all. */
  async submitted(tx: ReadTransaction, inspectionId: string): Promise<string[]> {
    const rows = await tx.rows<{ inspectorate: string }>(
      `SELECT inspectorate FROM app.contribution WHERE inspection_id = $1 AND state = 'SUBMITTED'`,
      [inspectionId],
    );
    return rows.map(({ inspectorate }) => inspectorate);
  }

  async openReveal(tx: ReadTransaction, inspectionId: string, by: string, reason: string | null): Promise<void> {
    await tx.rows(
      `UPDATE app.inspection_conduct SET revealed_at = auth.at(), revealed_by = $2, reveal_reason = $3
       WHERE inspection_id = $1 AND revealed_at IS NULL`,
      [inspectionId, by, reason],
    );
  }
}
