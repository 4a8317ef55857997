import { Injectable } from '@nestjs/common';
import type { WriteTransaction } from '../database/transaction.js';
import { type MergedNarrative, type MergedSentence, sameIds } from './merge-narrative.js';
import {
  HistoryProvenanceEntity,
  NarrativeParagraphEntity,
  NarrativeSentenceEntity,
  type SentenceChange,
  SentenceHistoryEntity,
  SentenceProvenanceEntity,
} from './narrative.entity.js';
import type { StoredSentence } from './stored-narrative.js';

/** How a new text of the narrative is stored: what stays keeps its ids, what goes is remembered. */
@Injectable()
export class NarrativeTextRepository {
  /** Keeps an earlier text, with what it rested on. */
  async remember(
    tx: WriteTransaction,
    inspectionId: string,
    earlier: readonly { readonly sentence: StoredSentence; readonly change: SentenceChange }[],
  ): Promise<void> {
    if (earlier.length === 0) return;
    const kept = earlier.map((each) => ({ ...each, id: tx.newId() }));
    await tx.insert(
      SentenceHistoryEntity,
      kept.map(({ id, sentence, change }) => ({
        id,
        inspectionId,
        sentenceId: sentence.id,
        sentenceKey: sentence.key,
        version: sentence.version,
        text: sentence.text,
        origin: sentence.origin,
        change,
        writtenBy: sentence.editedBy,
        changedBy: tx.actor.userId,
        changedAt: tx.actor.now,
      })),
    );
    const rested = kept.flatMap(({ id, sentence }) =>
      sentence.findingIds.map((findingId) => ({ historyId: id, findingId, inspectionId })),
    );
    if (rested.length > 0) await tx.insert(HistoryProvenanceEntity, rested);
  }

  /** Stores a merged text. */
  async store(tx: WriteTransaction, inspectionId: string, merged: MergedNarrative): Promise<void> {
    await this.remember(tx, inspectionId, [
      ...merged.gone,
      ...merged.replaced.map((sentence) => ({ sentence, change: 'SOURCE_CHANGED' as const })),
    ]);
    await tx.rows('DELETE FROM app.narrative_sentence WHERE id = ANY ($1)', [
      merged.gone.map(({ sentence }) => sentence.id),
    ]);
    const placed = merged.paragraphs.map((paragraph, position) => ({
      ...paragraph,
      position,
      id: paragraph.was?.id ?? tx.newId(),
    }));
    await tx.rows('DELETE FROM app.narrative_paragraph WHERE inspection_id = $1 AND id <> ALL ($2)', [
      inspectionId,
      placed.map(({ id }) => id),
    ]);
    await this.storeParagraphs(tx, inspectionId, placed);
    const sentences = placed.flatMap((paragraph) =>
      paragraph.sentences.map((sentence, position) => ({
        ...sentence,
        position,
        paragraphId: paragraph.id,
        id: sentence.was?.id ?? tx.newId(),
      })),
    );
    await this.storeSentences(tx, inspectionId, sentences);
    await this.storeProvenance(tx, inspectionId, sentences);
  }

  private async storeParagraphs(
    tx: WriteTransaction,
    inspectionId: string,
    placed: readonly (MergedNarrative['paragraphs'][number] & { id: string; position: number })[],
  ): Promise<void> {
    const added = placed.filter(({ was }) => was === null);
    if (added.length > 0)
      await tx.insert(
        NarrativeParagraphEntity,
        added.map(({ id, key, position, sectionCode, fixedPart, study, heading, style }) => ({
          ...{ id, inspectionId, key, position, sectionCode, fixedPart, study, heading, style },
        })),
      );
    await tx.rows(
      `UPDATE app.narrative_paragraph p SET position = x.position, section_code = x."sectionCode", fixed_part = x."fixedPart",
         study = x.study, heading = x.heading, style = x.style
       FROM jsonb_to_recordset($2::jsonb) x (id uuid, position int, "sectionCode" text, "fixedPart" text, study int, heading text, style text)
       WHERE p.id = x.id AND p.inspection_id = $1
         AND (p.position, p.section_code, p.study, p.heading, p.style) IS DISTINCT FROM (x.position, x."sectionCode", x.study, x.heading, x.style)`,
      [
        inspectionId,
        JSON.stringify(
          placed
            .filter(({ was }) => was !== null)
            .map(({ id, position, sectionCode, fixedPart, study, heading, style }) => ({
              ...{ id, position, sectionCode, fixedPart, study, heading, style },
            })),
        ),
      ],
    );
  }

  private async storeSentences(
    tx: WriteTransaction,
    inspectionId: string,
    sentences: readonly (MergedSentence & { id: string; position: number; paragraphId: string })[],
  ): Promise<void> {
    const added = sentences.filter(({ was }) => was === null);
    if (added.length > 0)
      await tx.insert(
        NarrativeSentenceEntity,
        added.map(({ id, paragraphId, key, position, gap, text, origin, compiledText, supportedText }) => ({
          ...{ id, paragraphId, inspectionId, key, position, gap, text, origin, compiledText, supportedText },
          editedBy: null,
          editedAt: null,
          confirmedBy: null,
          confirmedAt: null,
          version: 1,
        })),
      );
    await tx.rows(
      `UPDATE app.narrative_sentence s SET position = x.position, gap = x.gap, text = x.text, origin = x.origin,
         compiled_text = x."compiledText", supported_text = x."supportedText", version = s.version + (s.text <> x.text)::int
       FROM jsonb_to_recordset($2::jsonb) x (id uuid, position int, gap text, text text, origin text, "compiledText" text, "supportedText" text)
       WHERE s.id = x.id AND s.inspection_id = $1
         AND (s.position, s.gap, s.text, s.compiled_text) IS DISTINCT FROM (x.position, x.gap, x.text, x."compiledText")`,
      [
        inspectionId,
        JSON.stringify(
          sentences
            .filter(({ was }) => was !== null)
            .map(({ id, position, gap, text, origin, compiledText, supportedText }) => ({
              ...{ id, position, gap, text, origin, compiledText, supportedText },
            })),
        ),
      ],
    );
  }

  private async storeProvenance(
    tx: WriteTransaction,
    inspectionId: string,
    sentences: readonly (Pick<MergedSentence, 'was' | 'findingIds'> & { id: string })[],
  ): Promise<void> {
    const changed = sentences.filter(({ was, findingIds }) => was === null || !sameIds(was.findingIds, findingIds));
    const known = changed.flatMap(({ was }) => (was !== null && was.findingIds.length > 0 ? [was.id] : []));
    if (known.length > 0) await tx.rows('DELETE FROM app.sentence_provenance WHERE sentence_id = ANY ($1)', [known]);
    await this.cite(
      tx,
      inspectionId,
      changed.flatMap(({ id, findingIds }) => findingIds.map((findingId) => ({ sentenceId: id, findingId }))),
    );
  }

  /** What a sentence rests on from now. */
  async setProvenance(
    tx: WriteTransaction,
    inspectionId: string,
    sentenceId: string,
    findingIds: readonly string[],
  ): Promise<void> {
    await tx.rows('DELETE FROM app.sentence_provenance WHERE sentence_id = $1', [sentenceId]);
    await this.cite(
      tx,
      inspectionId,
      findingIds.map((findingId) => ({ sentenceId, findingId })),
    );
  }

  private async cite(
    tx: WriteTransaction,
    inspectionId: string,
    cited: readonly { sentenceId: string; findingId: string }[],
  ): Promise<void> {
    if (cited.length === 0) return;
    await tx.insert(
      SentenceProvenanceEntity,
      cited.map((each) => ({ ...each, inspectionId })),
    );
  }

  async bump(tx: WriteTransaction, inspectionId: string): Promise<void> {
    await tx.rows('UPDATE app.narrative SET version = version + 1 WHERE inspection_id = $1', [inspectionId]);
  }
}
