import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export interface HandlerRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly ended: boolean;
}

export interface WithoutHandler {
  readonly inspectionId: string;
  readonly title: string;
  readonly since: Date;
}

/** What speaks for and against a person as a handler, as the planner sees it. */
export interface Candidate {
  readonly leads: boolean;
  readonly handles: boolean;
}

@Injectable()
export class HandlersRepository {
  find(tx: ReadTransaction, id: string): Promise<HandlerRow | null> {
    return tx.row<HandlerRow>(
      `SELECT id, inspection_id AS "inspectionId", ended_at IS NOT NULL AS ended FROM app.whistleblowing_handler WHERE id = $1`,
      [id],
    );
  }

  /** Null where he is no user of the planner's own inspectorate, or is suspended. */
  candidate(
    tx: ReadTransaction,
    inspectionId: string,
    userId: string,
    organisationId: string,
  ): Promise<Candidate | null> {
    return tx.row<Candidate>(
      `SELECT EXISTS (SELECT FROM app.assignment a WHERE a.inspection_id = $1 AND a.user_id = u.id
           AND a.role IN ('LEAD', 'INSPECTORATE_LEAD') AND a.ended_at IS NULL) AS leads,
         EXISTS (SELECT FROM app.whistleblowing_handler h WHERE h.inspection_id = $1 AND h.user_id = u.id
           AND h.ended_at IS NULL) AS handles
       FROM app.app_user u WHERE u.id = $2 AND u.organisation_id = $3 AND u.suspended_at IS NULL`,
      [inspectionId, userId, organisationId],
    );
  }

  /** Inspections for which the actor plans and nobody handles what may come in; whether anything did he is not told. */
  withoutHandler(tx: ReadTransaction, most: number): Promise<WithoutHandler[]> {
    return tx.rows<WithoutHandler>(
      `SELECT i.id AS "inspectionId", i.title, coalesce(
         (SELECT max(h.ended_at) FROM app.whistleblowing_handler h WHERE h.inspection_id = i.id), c.created_at, i.notified_at) AS since
       FROM app.inspection i LEFT JOIN app.inspection_conduct c ON c.inspection_id = i.id
       WHERE i.stage <> 'CLOSED' AND (i.id || ':planner:' || i.leading_inspectorate) = ANY ((SELECT auth.circles())::text[])
         AND NOT EXISTS (SELECT FROM app.whistleblowing_handler h JOIN app.app_user u ON u.id = h.user_id AND u.suspended_at IS NULL
           WHERE h.inspection_id = i.id AND h.ended_at IS NULL)
       ORDER BY since, i.id LIMIT $1`,
      [most],
    );
  }
}
