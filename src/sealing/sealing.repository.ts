import { Injectable } from '@nestjs/common';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import type { SealedKey } from './master-key.js';

@Injectable()
export class SealingRepository {
  find(tx: ReadTransaction, inspectionId: string, purpose: string): Promise<SealedKey | null> {
    return tx.row<SealedKey>(
      `SELECT master_key_id AS "masterKeyId", sealed_key AS "sealedKey" FROM app.sealing_key
       WHERE inspection_id = $1 AND purpose = $2`,
      [inspectionId, purpose],
    );
  }

  /** Unless somebody else was first, for whom this waits: his key is found then. */
  async add(tx: WriteTransaction, inspectionId: string, purpose: string, key: SealedKey): Promise<void> {
    await tx.rows(
      `INSERT INTO app.sealing_key (inspection_id, purpose, master_key_id, sealed_key) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [inspectionId, purpose, key.masterKeyId, key.sealedKey],
    );
  }
}
