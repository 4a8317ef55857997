/** Strings that stand nowhere but in texts that the asker must not see, each in one text of one twin. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { atLeast, type Degree } from '../oracle/answer.js';
import { ref, type ObjectKind, type ObjectRef } from '../oracle/objects.js';
import { allParts } from '../oracle/sql-parts.js';
import type { Sees } from './twin-worlds.js';

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

/** The text of an object, seen from a degree on. */
export interface Canary {
  readonly object: ObjectRef;
  readonly degree: Degree;
}

const CANARY = /zqx[a-z]+(\d+)x/g;

/** The canaries of a database by their numbers. */
export class Canaries {
  private readonly texts = new Map<number, Canary>();

  constructor(private readonly side: 'left' | 'right') {}

  get size(): number {
    return this.texts.size;
  }

  /** Those in a text that somebody must not see. */
  unseenIn(text: string, sees: Sees): readonly string[] {
    const found = [...new Set(text.match(CANARY) ?? [])];
    return found.filter((word) => {
      const canary = this.texts.get(Number(/\d+/.exec(word)?.[0]));
      return canary === undefined || !atLeast(sees(canary.object), canary.degree);
    });
  }

  /** All in a text: nobody's are to be there. */
  static anyIn(text: string): readonly string[] {
    return [...new Set(text.match(CANARY) ?? [])];
  }

  /**
   * Writes them, past the triggers: the rows stay where they were placed. A text that nobody who asks sees is another
   * in each twin, and longer in one; all others are the same in both.
   */
  async plant(db: pg.Client, everybody: readonly Sees[]): Promise<void> {
    this.texts.clear();
    const columns = await columnsOf(db);
    await db.query('BEGIN');
    try {
      await db.query("SET LOCAL session_replication_role = 'replica'");
      for (const table of [...allParts.filter(({ table: name }) => name in texts), ...beside])
        await this.plantIn(db, table, columns.get(table.table) ?? new Set(), everybody);
      await db.query('COMMIT');
    } catch (error) {
      await db.query('ROLLBACK');
      throw error;
    }
  }

  /** One for a text: where nobody who asks sees it, another in each twin. */
  word(name: string, object: ObjectRef, degree: Degree, everybody: readonly Sees[]): string {
    const number = numberOf(name);
    this.texts.set(number, { object, degree });
    const side = everybody.every((sees) => !atLeast(sees(object), degree)) ? this.side : 'both';
    return `zqx${side}${number}x of a text${side === 'right' ? ', in more words than the other' : ''}`;
  }

  private async plantIn(
    db: pg.Client,
    { kind, table, key, degree }: TextTable,
    known: ReadonlySet<string>,
    everybody: readonly Sees[],
  ): Promise<void> {
    const columns = (texts[table] ?? besideTexts[table] ?? []).filter((column) => known.has(column));
    if (columns.length === 0) return;
    const { rows } = await db.query<{ key: string }>(`SELECT DISTINCT (${key})::text AS key FROM app.${table}`);
    if (rows.length === 0) return;
    const words: Record<string, string>[] = rows.map((row) => {
      const object = ref(kind, row.key);
      const said = columns.map((column) => [
        column,
        this.word(`${table} ${row.key} ${column}`, object, degree, everybody),
      ]);
      return { key: row.key, ...Object.fromEntries(said) } as Record<string, string>;
    });
    const set = columns.map(
      (column) => `${column} = CASE WHEN t.${column} IS NOT NULL THEN h.word ->> '${column}' END`,
    );
    await db.query(
      `UPDATE app.${table} t SET ${set.join(', ')} FROM jsonb_array_elements($1::jsonb) h (word)
       WHERE h.word ->> 'key' = (${key.replaceAll(/\b([a-z_]*id|version)\b/g, 't.$1')})::text`,
      [JSON.stringify(words)],
    );
  }
}

/** The same for the same text in both twins. */
const numberOf = (name: string): number => createHash('sha256').update(name).digest().readUIntBE(0, 6);

async function columnsOf(db: pg.Client): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await db.query<{ table_name: string; columns: string[] }>(
    `SELECT table_name::text, array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = 'app' AND data_type = 'text' AND is_generated = 'NEVER' GROUP BY 1`,
  );
  return new Map(rows.map(({ table_name, columns }) => [table_name, new Set(columns)]));
}
