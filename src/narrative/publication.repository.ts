import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';

export interface CurrentLetter {
  readonly id: string;
  readonly receivedAt: Date | null;
  readonly publishedAt: Date | null;
}

export interface HoldRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly reason: string;
  readonly lifted: boolean;
}

export interface PublishedLetter {
  readonly id: string;
  readonly title: string;
  /** The day in London. */
  readonly publishedOn: string;
}

/** Letters and what holds them, as the actor sees them. */
@Injectable()
export class PublicationRepository {
  /** The copy or letter that is neither withdrawn nor superseded. */
  current(tx: ReadTransaction, inspectionId: string): Promise<CurrentLetter | null> {
    return tx.row<CurrentLetter>(
      `SELECT id, received_at AS "receivedAt", published_at AS "publishedAt" FROM app.letter
       WHERE inspection_id = $1 AND withdrawn_at IS NULL AND superseded_at IS NULL`,
      [inspectionId],
    );
  }

  async nextVersion(tx: ReadTransaction, inspectionId: string): Promise<number> {
    const last = await tx.row<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM app.letter WHERE inspection_id = $1',
      [inspectionId],
    );
    return (last?.version ?? 0) + 1;
  }

  async lastSignature(tx: ReadTransaction, frozenTextId: string): Promise<Date | null> {
    const last = await tx.row<{ at: Date | null }>(
      'SELECT max(signed_at) AS at FROM app.signature WHERE frozen_text_id = $1 AND voided_at IS NULL',
      [frozenTextId],
    );
    return last?.at ?? null;
  }

  holdInForce(tx: ReadTransaction, inspectionId: string): Promise<{ reason: string } | null> {
    return tx.row(
      `SELECT reason FROM app.publication_hold
       WHERE inspection_id = $1 AND lifted_at IS NULL AND (holds_until IS NULL OR auth.at() < holds_until)
       ORDER BY held_at, id LIMIT 1`,
      [inspectionId],
    );
  }

  findHold(tx: ReadTransaction, id: string): Promise<HoldRow | null> {
    return tx.row<HoldRow>(
      `SELECT id, inspection_id AS "inspectionId", reason, lifted_at IS NOT NULL AS lifted FROM app.publication_hold WHERE id = $1`,
      [id],
    );
  }

  /** The page of a letter that is published and stands. */
  async page(tx: ReadTransaction, id: string): Promise<string | null> {
    const found = await tx.row<{ html: string }>(
      `SELECT t.html FROM app.letter l JOIN app.letter_text t ON t.letter_id = l.id
       WHERE l.id = $1 AND l.published_at IS NOT NULL AND l.withdrawn_at IS NULL AND l.superseded_at IS NULL`,
      [id],
    );
    return found?.html ?? null;
  }

  /** Letters that are published and stand, newest first. */
  published(tx: ReadTransaction, most: number): Promise<PublishedLetter[]> {
    return tx.rows<PublishedLetter>(
      `SELECT id, title, (published_at AT TIME ZONE 'Europe/London')::date::text AS "publishedOn" FROM app.letter
       WHERE published_at IS NOT NULL AND withdrawn_at IS NULL AND superseded_at IS NULL
       ORDER BY published_at DESC, id DESC LIMIT $1`,
      [most],
    );
  }

  /** When the copy was received under which the statement of action's time runs. */
  async received(tx: ReadTransaction, inspectionId: string): Promise<Date | null> {
    return (await this.current(tx, inspectionId))?.receivedAt ?? null;
  }
}
