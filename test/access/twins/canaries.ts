/** Strings that stand nowhere but in texts that the asker must not see, each in one text of one twin. */
import type pg from 'pg';
import { atLeast, type Degree } from '../oracle/answer.js';
import { ref, type ObjectKind, type ObjectRef } from '../oracle/objects.js';
import { allParts } from '../oracle/sql-parts.js';

/** Free text of a table; its kind, key and degree are those of the table. */
const texts: Readonly<Record<string, readonly string[]>> = {
  inspection: ['title'],
  case_detail: ['rationale', 'sibling_group'],
  evidence_body: ['title', 'body'],
  evidence_version: ['title', 'body', 'reason'],
  evidence_share: ['purpose', 'revoke_reason'],
  evidence_share_text: ['title', 'summary'],
  chronology_entry: ['words'],
  finding_body: ['statement', 'effect_on_children', 'disconfirming'],
  citation_passage: ['quote'],
  contribution_body: ['nil_reason'],
  finding_merge: ['statement', 'effect_on_children'],
  attitude: ['words'],
  narrative: ['title', 'area', 'theme'],
  narrative_paragraph: ['heading'],
  narrative_sentence: ['text', 'supported_text'],
  quality_pass: ['note'],
  frozen_text: ['title', 'area', 'theme'],
  frozen_paragraph: ['heading', 'text'],
  signature: ['name', 'office'],
  letter: ['title'],
  letter_text: ['html'],
  accuracy_comment: ['text', 'proof'],
  accuracy_reply: ['text'],
  request_text: ['title', 'asked', 'reason', 'cancel_reason'],
  submission_text: ['text'],
  immediate_concern: ['words'],
  conflict_of_interest: ['reason'],
  opening: ['reason'],
  access_request: ['reason', 'decision_reason'],
  break_glass: ['reason'],
  break_glass_review: ['note', 'words'],
};

interface TextTable {
  readonly kind: ObjectKind;
  readonly table: string;
  readonly key: string;
  readonly degree: Degree;
}

/** Tables of words about another object. */
const beside: readonly TextTable[] = [
  { kind: 'evidence', table: 'evidence_withdrawal', key: 'evidence_id', degree: 'summary' },
  { kind: 'finding', table: 'finding_withdrawal', key: 'finding_id', degree: 'whole' },
  { kind: 'accuracy-comment', table: 'comment_admission', key: 'comment_id', degree: 'whole' },
  { kind: 'concern', table: 'immediate_concern_step', key: 'concern_id', degree: 'whole' },
];
const besideTexts: Readonly<Record<string, readonly string[]>> = {
  evidence_withdrawal: ['title', 'reason'],
  finding_withdrawal: ['reason'],
  comment_admission: ['reason'],
  immediate_concern_step: ['words'],
};

const MARK = 'zqx';
const CANARY = /zqx[a-z]+\d+x/g;

export const canariesIn = (text: string): readonly string[] => [...new Set(text.match(CANARY) ?? [])];

type Sees = (object: ObjectRef) => Degree;

/** Writes them, past the triggers: the rows stay where they were placed. How many were written. */
export async function plantCanaries(db: pg.Client, side: 'left' | 'right', sees: Sees): Promise<number> {
  const columns = await columnsOf(db);
  let planted = 0;
  await db.query('BEGIN');
  try {
    await db.query("SET LOCAL session_replication_role = 'replica'");
    for (const table of [...allParts.filter(({ table: name }) => name in texts), ...beside])
      planted += await plantIn(db, table, columns.get(table.table) ?? new Set(), side, sees, planted);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
  return planted;
}

async function plantIn(
  db: pg.Client,
  { kind, table, key, degree }: TextTable,
  known: ReadonlySet<string>,
  side: 'left' | 'right',
  sees: Sees,
  from: number,
): Promise<number> {
  const columns = (texts[table] ?? besideTexts[table] ?? []).filter((column) => known.has(column));
  if (columns.length === 0) return 0;
  const { rows } = await db.query<{ key: string }>(`SELECT DISTINCT (${key})::text AS key FROM app.${table}`);
  const hidden = rows.filter((row) => !atLeast(sees(ref(kind, row.key)), degree)).map((row) => row.key);
  if (hidden.length === 0) return 0;
  const set = columns.map(
    (column, place) =>
      `${column} = CASE WHEN ${column} IS NULL THEN NULL ELSE '${MARK}${side}' || (${from} + h.n * ${columns.length} + ${place}) || 'x of ${table} hidden ${side === 'left' ? '' : 'with more words '}' END`,
  );
  await db.query(
    `UPDATE app.${table} t SET ${set.join(', ')}
     FROM (SELECT key, ordinality::int - 1 AS n FROM unnest($1::text[]) WITH ORDINALITY u (key)) h
     WHERE h.key = (${key.replaceAll(/\b([a-z_]*id|version)\b/g, 't.$1')})::text`,
    [hidden],
  );
  return hidden.length * columns.length;
}

async function columnsOf(db: pg.Client): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await db.query<{ table_name: string; columns: string[] }>(
    `SELECT table_name::text, array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = 'app' AND data_type = 'text' AND is_generated = 'NEVER' GROUP BY 1`,
  );
  return new Map(rows.map(({ table_name, columns }) => [table_name, new Set(columns)]));
}
