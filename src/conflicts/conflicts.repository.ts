import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export interface ConflictRow {
  readonly id: string;
  readonly state: 'ACTIVE' | 'LIFTED';
  /** Null where the actor may only know that there is one. */
  readonly userId: string | null;
  readonly mayLift: boolean;
}

@Injectable()
export class ConflictsRepository {
  find(tx: ReadTransaction, id: string): Promise<ConflictRow | null> {
    return tx.row<ConflictRow>(
      `SELECT n.conflict_id AS id, n.state, c.user_id AS "userId", auth.may_lift(n.conflict_id) AS "mayLift"
       FROM app.conflict_notice n LEFT JOIN app.conflict_of_interest c ON c.id = n.conflict_id WHERE n.conflict_id = $1`,
      [id],
    );
  }

  /** Waits for what is under way on every inspection of the user, and holds off the rest until this is committed. */
  async holdInspectionsOf(tx: ReadTransaction, userId: string): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [userId]);
    await tx.rows('SELECT auth.hold_inspections_of($1)', [userId]);
  }

  async isKnown(tx: ReadTransaction, userId: string): Promise<boolean> {
    return (await tx.row('SELECT 1 FROM app.app_user WHERE id = $1', [userId])) !== null;
  }

  async isLedBy(tx: ReadTransaction, userId: string): Promise<boolean> {
    return (await tx.row<{ leads: boolean }>('SELECT auth.leads_user($1) AS leads', [userId]))?.leads === true;
  }

  async isAgency(tx: ReadTransaction, id: string): Promise<boolean> {
    return (await tx.row(`SELECT 1 FROM app.organisation WHERE id = $1 AND kind <> 'INSPECTORATE'`, [id])) !== null;
  }

  async caseCode(tx: ReadTransaction, id: string): Promise<string | null> {
    return (await tx.row<{ code: string }>('SELECT code FROM app.case_file WHERE id = $1', [id]))?.code ?? null;
  }

  /** Whether the user has this very conflict already. */
  async isActive(tx: ReadTransaction, userId: string, subject: string): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.conflict_of_interest
       WHERE user_id = $1 AND coalesce(organisation_id, case_id) = $2 AND lifted_at IS NULL`,
      [userId, subject],
    );
    return row !== null;
  }
}
