import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export type State = 'RECEIVED' | 'IN_HAND' | 'CLOSED';
export type Step = 'TAKEN_IN_HAND' | 'NOTED' | 'CLOSED';

export interface ItemRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly state: State;
}

export interface SealedNote {
  readonly id: string;
  readonly step: Step;
  readonly at: Date;
  readonly by: string;
  readonly sealed: Buffer;
}

export interface OpenItem {
  readonly id: string;
  readonly state: Exclude<State, 'CLOSED'>;
  /** Since the last step; since the day on which it came in, where there is none. */
  readonly since: Date;
}

/** How others reach the actor. */
export interface Reachable {
  readonly organisation: string;
  readonly contact: string | null;
}

@Injectable()
export class WhistleblowingRepository {
  /** An item that the actor handles: nobody else sees it. */
  find(tx: ReadTransaction, id: string): Promise<ItemRow | null> {
    return tx.row<ItemRow>(`SELECT id, inspection_id AS "inspectionId", state FROM app.whistleblowing WHERE id = $1`, [
      id,
    ]);
  }

  async sealedWords(tx: ReadTransaction, id: string): Promise<Buffer | null> {
    const row = await tx.row<{ sealed: Buffer }>(
      'SELECT sealed FROM app.whistleblowing_words WHERE whistleblowing_id = $1',
      [id],
    );
    return row?.sealed ?? null;
  }

  sealedNotes(tx: ReadTransaction, id: string): Promise<SealedNote[]> {
    return tx.rows<SealedNote>(
      `SELECT s.id, s.step, s.at, u.name AS by, s.sealed FROM app.whistleblowing_step s JOIN app.app_user u ON u.id = s.by_user
       WHERE s.whistleblowing_id = $1 AND s.sealed IS NOT NULL ORDER BY s.at, s.id`,
      [id],
    );
  }

  async isAgency(tx: ReadTransaction, id: string): Promise<boolean> {
    return (await tx.row(`SELECT 1 FROM app.organisation WHERE id = $1 AND kind <> 'INSPECTORATE'`, [id])) !== null;
  }

  async reachable(tx: ReadTransaction, userId: string): Promise<Reachable> {
    const row = await tx.row<Reachable>(
      `SELECT o.name AS organisation, u.contact FROM app.app_user u JOIN app.organisation o ON o.id = u.organisation_id
       WHERE u.id = $1`,
      [userId],
    );
    return row ?? { organisation: '', contact: null };
  }

  open(tx: ReadTransaction, most: number): Promise<OpenItem[]> {
    return tx.rows<OpenItem>(
      `SELECT w.id, w.state, coalesce((SELECT max(s.at) FROM app.whistleblowing_step s WHERE s.whistleblowing_id = w.id),
         w.received_on::timestamp AT TIME ZONE 'Europe/London') AS since
       FROM app.whistleblowing w WHERE w.state <> 'CLOSED'
       ORDER BY array_position(ARRAY['RECEIVED', 'IN_HAND'], w.state), since, w.id LIMIT $1`,
      [most],
    );
  }
}
