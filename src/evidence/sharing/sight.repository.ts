import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../../database/transaction.js';
import type { SightFacts } from './sight-rules.js';

export interface SeenItem extends Omit<SightFacts, 'now' | 'userId' | 'team' | 'shares'> {
  readonly inspectionId: string;
}

const inCircle = (name: string): string =>
  `(e.inspection_id || ':${name}:' || e.owner) = ANY ((SELECT auth.circles())::text[])`;

@Injectable()
export class SightRepository {
  /** An item as the actor sees it, and where he stands towards its owner. */
  item(tx: ReadTransaction, id: string): Promise<SeenItem | null> {
    return tx.row<SeenItem>(
      `SELECT e.inspection_id AS "inspectionId", e.owner, e.state, b.author_id AS "authorId", c.closed_at AS "closedAt",
         c.readable_until AS "readableUntil", ${inCircle('keeper')} AS "keepsRecords", ${inCircle('team')} AS "onOwnersTeam"
       FROM app.evidence e
       LEFT JOIN app.evidence_body b ON b.evidence_id = e.id
       LEFT JOIN app.inspection_conduct c ON c.inspection_id = e.inspection_id
       WHERE e.id = $1`,
      [id],
    );
  }
}
