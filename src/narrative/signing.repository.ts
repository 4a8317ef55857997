import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import type { FixedPartCode, SectionStyle } from '../frameworks/letter-layout.js';
import { LetterEntity, SignatureEntity } from './letter.entity.js';
import type { NarrativeDocument } from './narrative-document.js';
import type { FrozenSentence, InSection } from './stored-narrative.js';

export interface FrozenRow extends Pick<NarrativeDocument, 'title' | 'area' | 'theme'> {
  readonly id: string;
  readonly narrativeVersion: number;
  readonly hash: string;
  readonly openedAt: Date;
  readonly deadline: Date;
}

export interface FrozenParagraphRow extends InSection {
  readonly position: number;
  readonly fixedPart: FixedPartCode | null;
  readonly style: SectionStyle;
  readonly sentences: readonly FrozenSentence[];
}

export interface SignatureRow {
  readonly inspectorate: string;
  readonly name: string;
  readonly office: string | null;
  readonly hash: string;
}

/** The text that is frozen now, and the signatures on it. */
@Injectable()
export class SigningRepository {
  frozen(tx: ReadTransaction, inspectionId: string): Promise<FrozenRow | null> {
    return tx.row<FrozenRow>(
      `SELECT id, narrative_version AS "narrativeVersion", hash, title, area, theme, opened_at AS "openedAt", deadline
       FROM app.frozen_text WHERE inspection_id = $1 AND reopened_at IS NULL`,
      [inspectionId],
    );
  }

  paragraphs(tx: ReadTransaction, frozenTextId: string): Promise<FrozenParagraphRow[]> {
    return tx.rows<FrozenParagraphRow>(
      `SELECT position, section_code AS "sectionCode", fixed_part AS "fixedPart", study, heading, style, sentences
       FROM app.frozen_paragraph WHERE frozen_text_id = $1 ORDER BY position`,
      [frozenTextId],
    );
  }

  /** Signatures that are not void. */
  signatures(tx: ReadTransaction, frozenTextId: string): Promise<SignatureRow[]> {
    return tx.rows<SignatureRow>(
      `SELECT inspectorate, name, office, hash FROM app.signature WHERE frozen_text_id = $1 AND voided_at IS NULL`,
      [frozenTextId],
    );
  }

  /** Whether a quality assurer has passed the narrative as it stands. */
  async qualityPassed(tx: ReadTransaction, inspectionId: string): Promise<boolean> {
    const passed = await tx.row(
      `SELECT 1 FROM app.quality_pass q JOIN app.narrative n ON n.inspection_id = q.inspection_id AND n.version = q.narrative_version
       WHERE q.inspection_id = $1`,
      [inspectionId],
    );
    return passed !== null;
  }

  /** Whether somebody has signed the text that is frozen now for this inspectorate: the asker's own. */
  async hasSigned(tx: ReadTransaction, inspectionId: string, inspectorate: string): Promise<boolean> {
    const signed = await tx.row<{ signed: boolean }>('SELECT auth.has_signed($1, $2) AS signed', [
      inspectionId,
      inspectorate,
    ]);
    return signed?.signed === true;
  }

  /** Whether every inspectorate that takes part has signed. */
  async isSigned(tx: ReadTransaction, inspectionId: string): Promise<boolean> {
    return (await tx.row(`SELECT 1 FROM app.inspection WHERE id = $1 AND stage = 'SIGNED'`, [inspectionId])) !== null;
  }

  /** The delegation under which a person signs, or null where he signs in his own right. */
  async delegationTo(tx: ReadTransaction, inspectionId: string, userId: string): Promise<string | null> {
    const row = await tx.row<{ id: string }>(
      `SELECT d.id FROM app.signing_delegation d JOIN app.assignment a ON a.id = d.assignment_id AND a.ended_at IS NULL
       WHERE d.inspection_id = $1 AND d.delegated_to = $2 ORDER BY d.delegated_at DESC LIMIT 1`,
      [inspectionId, userId],
    );
    return row?.id ?? null;
  }

  async isColleague(tx: WriteTransaction, userId: string): Promise<boolean> {
    const known = await tx.row(
      'SELECT 1 FROM app.app_user WHERE id = $1 AND organisation_id = $2 AND suspended_at IS NULL',
      [userId, tx.actor.organisationId],
    );
    return known !== null;
  }

  async seat(
    tx: WriteTransaction,
    seat: { assignmentId: string; inspectionId: string; userId: string; inspectorate: string },
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO app.assignment (id, inspection_id, user_id, organisation_id, inspectorate, role, starts_at, assigned_by)
       VALUES ($1, $2, $3, $4, $5, 'SIGNATORY', $6, $7)`,
      [
        seat.assignmentId,
        seat.inspectionId,
        seat.userId,
        tx.actor.organisationId,
        seat.inspectorate,
        tx.actor.now.toISOString(),
        tx.actor.userId,
      ],
    );
  }

  /** Voids every signature on the text; answers whose they were. */
  async voidAll(tx: WriteTransaction, frozenTextId: string): Promise<string[]> {
    const signed = await this.signatures(tx, frozenTextId);
    await tx.update(
      SignatureEntity,
      { frozenTextId, voidedAt: IsNull() },
      { voidedAt: tx.actor.now, voidedBy: tx.actor.userId },
    );
    return signed.map(({ inspectorate }) => inspectorate).sort();
  }

  /** Calls the pre-publication copy back: it prints a text that is open again. */
  async recallCopy(tx: WriteTransaction, inspectionId: string): Promise<void> {
    await tx.update(
      LetterEntity,
      { inspectionId, publishedAt: IsNull(), withdrawnAt: IsNull() },
      { withdrawnAt: tx.actor.now, withdrawnBy: tx.actor.userId },
    );
  }
}
