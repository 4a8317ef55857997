import type pg from 'pg';

/** By these the rows of one item are found while its audience is settled. */
const NEEDED = [
  'evidence_share_evidence',
  'chronology_entry_evidence',
  'narrative_sentence_paragraph',
  'sentence_provenance_inspection',
  'citation_evidence',
];
/** Without an index of the platform's own, each item would look through the texts of all shares. */
const TEMPORARY = 'bench_share_text_evidence';

/** Drops the indexes that loading does not need and no constraint rests on; answers how to make them again. */
export async function dropIndexes(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'app'::regnamespace AND NOT i.indisunique AND c.relname <> ALL ($1)
     ORDER BY c.relname`,
    [NEEDED],
  );
  for (const { name } of rows) await db.query(`DROP INDEX app.${name}`);
  await db.query(`CREATE INDEX ${TEMPORARY} ON app.evidence_share_text (evidence_id)`);
  return rows.map(({ definition }) => definition);
}

export async function createIndexes(db: pg.Client, definitions: readonly string[]): Promise<void> {
  await db.query(`DROP INDEX app.${TEMPORARY}`);
  for (const definition of definitions) await db.query(definition);
}
