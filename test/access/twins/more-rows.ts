import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { World } from '../oracle/world.js';

/** As the database makes it of the same words. */
const idOf = (words: string): string =>
  createHash('md5')
    .update(words)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The ids of those rows that have a type in the API. */
export const moreIds: Readonly<Record<string, (world: World) => readonly string[]>> = {
  EarlierText: (world) => world.narrativeSentences.map(({ id }) => idOf(`earlier ${id}`)),
  PublicationHold: (world) => world.narratives.map(({ inspectionId }) => idOf(`hold ${inspectionId}`)),
};

/**
 * Rows of which the worlds have none: an earlier text of each sentence, a hold of some publications, a receipt of
 * everybody's and the filing of each whistleblowing item. Their ids are made of what they belong to, so that they are the
 * same in both twins. An earlier text rests on all that the sentence's paragraph rests on, so that it is hidden with it.
 */
export async function addMoreRows(db: pg.Client): Promise<void> {
  await db.query('BEGIN');
  // The loader's keys of sentences are not of the form that the text is compiled in.
  await db.query("SET LOCAL session_replication_role = 'replica'");
  await db.query("UPDATE app.narrative_sentence SET key = id || '/statement/1'");
  await db.query("SET LOCAL session_replication_role = 'origin'");
  await db.query(`
    INSERT INTO app.sentence_history
      (id, inspection_id, sentence_id, sentence_key, version, text, origin, change, changed_by, changed_at)
    SELECT md5('earlier ' || s.id)::uuid, s.inspection_id, s.id, s.key, 1, 'What stood there before.', 'VOICE', 'EDITED',
      n.compiled_by, n.compiled_at
    FROM app.narrative_sentence s JOIN app.narrative n ON n.inspection_id = s.inspection_id`);
  await db.query(`
    INSERT INTO app.history_provenance (history_id, finding_id, inspection_id)
    SELECT DISTINCT md5('earlier ' || s.id)::uuid, v.finding_id, s.inspection_id
    FROM app.narrative_sentence s JOIN app.narrative_sentence beside ON beside.paragraph_id = s.paragraph_id
    JOIN app.sentence_provenance v ON v.sentence_id = beside.id`);
  await db.query(`
    INSERT INTO app.publication_hold (id, inspection_id, reason, held_by, held_at)
    SELECT md5('hold ' || n.inspection_id)::uuid, n.inspection_id, 'A court may forbid it.', n.compiled_by, n.compiled_at
    FROM app.narrative n WHERE md5(n.inspection_id::text) < '6'`);
  await db.query(`
    INSERT INTO app.whistleblowing_receipt (id, filed_by, code, at)
    SELECT md5('receipt ' || u.id)::uuid, u.id, upper(left(md5(u.id::text), 8)), timestamptz '2024-03-04 10:00Z'
    FROM app.app_user u`);
  await db.query(`
    INSERT INTO app.whistleblowing_event (id, inspection_id, operation, whistleblowing_id, at)
    SELECT md5('filed ' || w.id)::uuid, w.inspection_id, 'FILED', w.id, w.received_on
    FROM app.whistleblowing w`);
  await db.query('COMMIT');
}
