import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import type { Inspected } from './narrative-facts.js';
import type { StoredNarrative, StoredSentence } from './stored-narrative.js';

const SENTENCE = `s.id, s.key, s.gap, s.text, s.origin, s.compiled_text AS "compiledText", s.supported_text AS "supportedText",
  s.edited_by AS "editedBy", s.version,
  (SELECT coalesce(json_agg(v.finding_id ORDER BY v.finding_id), '[]') FROM app.sentence_provenance v WHERE v.sentence_id = s.id) AS "findingIds"`;

export interface SentenceRow extends StoredSentence {
  readonly inspectionId: string;
  readonly paragraphId: string;
}

/** The narrative and what it is made from, as the actor sees them. */
@Injectable()
export class NarrativeRepository {
  find(tx: ReadTransaction, inspectionId: string): Promise<StoredNarrative | null> {
    return tx.row<StoredNarrative>(
      `SELECT n.version, n.title, n.area, n.theme,
         json_build_object('arrangement', n.arrangement, 'headings', n.headings, 'none', n.none_sections) AS choices,
         (SELECT coalesce(json_agg(json_build_object('id', p.id, 'key', p.key, 'sectionCode', p.section_code, 'fixedPart', p.fixed_part,
              'study', p.study, 'heading', p.heading, 'style', p.style,
              'sentences', (SELECT coalesce(json_agg(x ORDER BY x.position), '[]')
                            FROM (SELECT ${SENTENCE}, s.position FROM app.narrative_sentence s WHERE s.paragraph_id = p.id) x))
              ORDER BY p.position), '[]')
          FROM app.narrative_paragraph p WHERE p.inspection_id = n.inspection_id) AS paragraphs
       FROM app.narrative n WHERE n.inspection_id = $1`,
      [inspectionId],
    );
  }

  findSentence(tx: ReadTransaction, id: string): Promise<SentenceRow | null> {
    return tx.row<SentenceRow>(
      `SELECT s.inspection_id AS "inspectionId", s.paragraph_id AS "paragraphId", ${SENTENCE}
       FROM app.narrative_sentence s WHERE s.id = $1`,
      [id],
    );
  }

  async findParagraph(
    tx: ReadTransaction,
    id: string,
  ): Promise<{ inspectionId: string; key: string; sentences: { id: string; position: number }[] } | null> {
    return tx.row(
      `SELECT p.inspection_id AS "inspectionId", p.key,
         (SELECT coalesce(json_agg(json_build_object('id', s.id, 'position', s.position) ORDER BY s.position), '[]')
          FROM app.narrative_sentence s WHERE s.paragraph_id = p.id) AS sentences
       FROM app.narrative_paragraph p WHERE p.id = $1`,
      [id],
    );
  }

  inspected(tx: ReadTransaction, inspectionId: string): Promise<Inspected | null> {
    return tx.row<Inspected>(
      `SELECT i.title, a.name AS area, i.theme,
         (SELECT json_agg(json_build_object('code', p.inspectorate, 'name', o.name, 'gateway', p.gateway)
                   ORDER BY p.inspectorate <> i.leading_inspectorate, o.name)
          FROM app.inspection_inspectorate p JOIN app.organisation o ON o.inspectorate = p.inspectorate
          WHERE p.inspection_id = i.id AND p.accepted_at IS NOT NULL) AS inspectorates,
         json_build_object('from', c.fieldwork_from, 'to', c.fieldwork_to) AS fieldwork,
         (SELECT coalesce(json_agg(json_build_object('name', o.name, 'principal', g.principal_authority) ORDER BY o.name), '[]')
          FROM app.inspection_agency g JOIN app.organisation o ON o.id = g.organisation_id WHERE g.inspection_id = i.id) AS agencies
       FROM app.inspection i JOIN app.area a ON a.code = i.area_code
       JOIN app.inspection_conduct c ON c.inspection_id = i.id WHERE i.id = $1`,
      [inspectionId],
    );
  }

  /** Keys of compiled sentences that the lead took out. */
  async removedKeys(tx: ReadTransaction, inspectionId: string): Promise<Set<string>> {
    const rows = await tx.rows<{ key: string }>(
      `SELECT DISTINCT sentence_key AS key FROM app.sentence_history WHERE inspection_id = $1 AND change = 'REMOVED'`,
      [inspectionId],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Of these findings, those that the actor sees, and that are submitted in this inspection. */
  async citable(tx: ReadTransaction, inspectionId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM app.finding WHERE id = ANY ($2) AND inspection_id = $1 AND state = 'SUBMITTED'`,
      [inspectionId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
