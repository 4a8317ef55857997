import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export type State = 'RAISED' | 'ACKNOWLEDGED' | 'ACTED_ON' | 'CLOSED';

export interface ConcernRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly state: State;
  /** The actor is a safeguarding contact of the agency that receives it. */
  readonly received: boolean;
}

export interface OpenConcern {
  readonly id: string;
  readonly state: Exclude<State, 'CLOSED'>;
  readonly receiver: string;
  readonly received: boolean;
  readonly led: boolean;
  /** Since the last step. */
  readonly since: Date;
}

export interface AgencyRow {
  readonly kind: string;
  readonly replacedBy: string | null;
  readonly hasContact: boolean;
}

const RECEIVED = `('organisation:' || c.receiver_id || ':safeguarding_contact') = ANY ((SELECT auth.circles())::text[])`;
const LED = `(c.inspection_id || ':lead') = ANY ((SELECT auth.circles())::text[])`;

@Injectable()
export class ConcernsRepository {
  find(tx: ReadTransaction, id: string): Promise<ConcernRow | null> {
    return tx.row<ConcernRow>(
      `SELECT c.id, c.inspection_id AS "inspectionId", c.state, ${RECEIVED} AS received FROM app.immediate_concern c WHERE c.id = $1`,
      [id],
    );
  }

  /** Waits until nobody else takes a step with it. */
  async hold(tx: ReadTransaction, id: string): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [id]);
  }

  receiver(tx: ReadTransaction, id: string): Promise<AgencyRow | null> {
    return tx.row<AgencyRow>(
      `SELECT o.kind, s.name AS "replacedBy", auth.has_safeguarding_contact(o.id) AS "hasContact"
       FROM app.organisation o LEFT JOIN app.organisation s ON s.id = o.replaced_by WHERE o.id = $1`,
      [id],
    );
  }

  async organisationName(tx: ReadTransaction, id: string): Promise<string> {
    return (await tx.row<{ name: string }>('SELECT name FROM app.organisation WHERE id = $1', [id]))?.name ?? '';
  }

  async seesCase(tx: ReadTransaction, inspectionId: string, caseId: string): Promise<boolean> {
    return (
      (await tx.row('SELECT 1 FROM app.case_file WHERE id = $1 AND inspection_id = $2', [caseId, inspectionId])) !==
      null
    );
  }

  open(tx: ReadTransaction, most: number): Promise<OpenConcern[]> {
    return tx.rows<OpenConcern>(
      `SELECT c.id, c.state, o.name AS receiver, ${RECEIVED} AS received, ${LED} AS led,
         coalesce((SELECT max(s.at) FROM app.immediate_concern_step s WHERE s.concern_id = c.id), c.raised_at) AS since
       FROM app.immediate_concern c JOIN app.organisation o ON o.id = c.receiver_id
       WHERE c.state <> 'CLOSED'
       ORDER BY array_position(ARRAY['RAISED', 'ACKNOWLEDGED', 'ACTED_ON'], c.state), c.raised_at, c.id LIMIT $1`,
      [most],
    );
  }
}
