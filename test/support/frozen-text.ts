import { createHash, randomUUID } from 'node:crypto';
import type { Inspected, Member } from './an-inspection.js';
import { sqlAs, uuidOf } from './sql-as.js';
import { stepTo } from './stages.js';

export interface FrozenText {
  readonly id: string;
  readonly paragraphIds: readonly [string, string];
}

/** A text of two paragraphs, frozen by the lead, with the window that the agencies have for it. */
export async function aFrozenText(inspection: Inspected, openedAt: string, deadline: string): Promise<FrozenText> {
  const id = randomUUID();
  const paragraphs = [randomUUID(), randomUUID()] as const;
  const inspectionId = uuidOf(inspection.id);
  const by = uuidOf(inspection.lead.userId);
  await sqlAs(inspection.lead, openedAt, async (db) => {
    await db.query(
      `INSERT INTO app.narrative (inspection_id, title, area, compiled_by, compiled_at)
       SELECT $1, 'The letter', 'Exdale', $2, $3 WHERE NOT EXISTS (SELECT FROM app.narrative WHERE inspection_id = $1)`,
      [inspectionId, by, openedAt],
    );
    await db.query(
      `INSERT INTO app.frozen_text (id, inspection_id, narrative_version, hash, title, area, opened_at, opened_by, deadline, computed_on, calendar_version)
       VALUES ($1, $2, 1, $3, 'The letter', 'Exdale', $4, $5, $6, $7, 'england-and-wales')`,
      [id, inspectionId, createHash('sha256').update(id).digest('hex'), openedAt, by, deadline, deadline.slice(0, 10)],
    );
    for (const [position, paragraph] of paragraphs.entries())
      await db.query(
        `INSERT INTO app.frozen_paragraph (id, frozen_text_id, inspection_id, position, section_code, style, text, sentences)
         VALUES ($1, $2, $3, $4, 'FINDINGS', 'PARAGRAPHS', 'Help comes early.', '[]')`,
        [paragraph, id, inspectionId, position],
      );
    await stepTo(db, inspectionId, 'ACCURACY_CHECK');
  });
  const [first, second] = paragraphs;
  return { id, paragraphIds: [`FrozenParagraph.${first}`, `FrozenParagraph.${second}`] };
}

/** The lead takes the text back to drafting. */
export async function reopened(inspection: Inspected, text: FrozenText, now: string): Promise<void> {
  await sqlAs(inspection.lead, now, async (db) => {
    await db.query('UPDATE app.frozen_text SET reopened_at = $2, reopened_by = opened_by WHERE id = $1', [
      text.id,
      now,
    ]);
    await db.query(`UPDATE app.inspection SET stage = 'DRAFTING' WHERE id = $1`, [uuidOf(inspection.id)]);
  });
}

/** Whether comments hold signing back, as a service of the platform asks it. */
export const unanswered = (inspection: Inspected, asker: Member, now: string): Promise<boolean | null> =>
  sqlAs(asker, now, async (db) => {
    const { rows } = await db.query<{ some: boolean | null }>('SELECT auth.has_unanswered_comments($1) AS some', [
      uuidOf(inspection.id),
    ]);
    return rows[0]?.some ?? null;
  });
