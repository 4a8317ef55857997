import type pg from 'pg';
import type { Act } from './acts.js';

const FINDINGS = 300;
/** Where the frameworks' letters have a section for the kind; the loaded ones are placed by chance. */
const PLACED = `UPDATE app.finding_body SET placement = CASE WHEN kind = 'PRIORITY_ACTION' THEN 'IMPROVEMENT'
  WHEN placement = 'HEADLINE' THEN 'HEADLINE' ELSE 'MAIN' END WHERE inspection_id = $1`;

/** First compiles of narratives: of inspections in drafting, given as many findings, and the text that they had taken away. */
export async function compiles(db: pg.Client, count: number): Promise<Act[]> {
  const { rows } = await db.query<{ id: string; issuer: string; subject: string }>(
    `SELECT i.id, u.issuer, u.subject FROM app.inspection i
     JOIN app.assignment a ON a.inspection_id = i.id AND a.role = 'LEAD' AND a.ended_at IS NULL JOIN app.app_user u ON u.id = a.user_id
     WHERE i.stage = 'DRAFTING' AND NOT EXISTS (SELECT FROM app.conflict_of_interest o WHERE o.user_id = a.user_id) ORDER BY i.id DESC LIMIT $1`,
    [count],
  );
  // Rows as they are: no trigger is to place anew what is placed already.
  await db.query('SET session_replication_role = replica');
  for (const { id } of rows) {
    for (const table of ['sentence_provenance', 'narrative_sentence', 'narrative_paragraph', 'narrative'])
      await db.query(`DELETE FROM app.${table} WHERE inspection_id = $1`, [id]);
    await multiplyFindings(db, id);
    await db.query(PLACED, [id]);
  }
  await db.query('SET session_replication_role = origin');
  return rows.map(({ id, issuer, subject }) => ({ issuer, subject, input: { inspectionId: `Inspection.${id}` } }));
}

/** Copies of the submitted findings, until there are enough. A copy is seen by whoever sees its original. */
async function multiplyFindings(db: pg.Client, inspectionId: string): Promise<void> {
  await db.query(`DELETE FROM app.finding WHERE inspection_id = $1 AND state <> 'SUBMITTED'`, [inspectionId]);
  const { rows } = await db.query<{ id: string }>('SELECT id FROM app.finding WHERE inspection_id = $1 ORDER BY id', [
    inspectionId,
  ]);
  for (let at = 0; at < FINDINGS - rows.length; at += 1) {
    const original = rows[at % rows.length]?.id;
    const values = [original, at];
    await db.query(copied('finding', 'id'), values);
    await db.query(copied('finding_body', 'finding_id'), values);
  }
  const { rows: counted } = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM app.finding f JOIN app.finding_body b ON b.finding_id = f.id WHERE f.inspection_id = $1 AND f.state = 'SUBMITTED'`,
    [inspectionId],
  );
  if (counted[0]?.n !== FINDINGS) throw new Error(`${counted[0]?.n ?? 0} findings in place of ${FINDINGS}`);
}

const copied = (table: string, key: string): string =>
  `INSERT INTO app.${table} SELECT (jsonb_populate_record(t, jsonb_build_object('${key}', md5(t.${key}::text || $2::text)::uuid))).*
   FROM app.${table} t WHERE t.${key} = $1`;
