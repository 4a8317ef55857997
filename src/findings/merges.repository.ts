import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export interface MergeRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly version: number;
  readonly state: 'STANDING' | 'UNDONE';
}

@Injectable()
export class MergesRepository {
  find(tx: ReadTransaction, id: string): Promise<MergeRow | null> {
    return tx.row<MergeRow>(
      `SELECT id, inspection_id AS "inspectionId", version, CASE WHEN undone_at IS NULL THEN 'STANDING' ELSE 'UNDONE' END AS state
       FROM app.finding_merge WHERE id = $1`,
      [id],
    );
  }
}
