import type pg from 'pg';

/** Columns that say whom a row is for, by table. */
interface Placed {
  readonly table: string;
  readonly audiences: readonly string[];
  readonly subjects: boolean;
}

/**
 * All rows that the kernel has placed, with what it has placed them by, in one word: where it stays the same, so does
 * all that anybody sees. Audiences get other ids each time; their grants count.
 */
export class StandingRows {
  private constructor(
    private readonly tables: readonly Placed[],
    readonly statement: string,
    private readonly first: string,
  ) {}

  static async in(db: pg.Client): Promise<StandingRows> {
    const { rows } = await db.query<Placed>(
      `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS audiences,
         EXISTS (SELECT FROM pg_attribute s WHERE s.attrelid = c.oid AND s.attname = 'subject_ids') AS subjects
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname ~ 'audience_id$'
       WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND c.relname <> 'audience_grant' GROUP BY 1, c.oid ORDER BY 1`,
    );
    const statement = statementOf(rows);
    return new StandingRows(rows, statement, await wordOf(db, statement));
  }

  async areAsBefore(db: pg.Client): Promise<boolean> {
    return (await this.word(db)) === this.first;
  }

  /** Takes all rows of some tables (none named: of all) from everybody, so that they have to be settled from the facts. */
  async unsettle(db: pg.Client, tables: readonly string[]): Promise<void> {
    const taken = this.tables.filter(({ table }) => tables.length === 0 || tables.includes(table));
    await db.query(
      taken
        .map(({ table, audiences, subjects }) => {
          const columns = [...audiences.map((column) => `${column} = 0`), ...(subjects ? [`subject_ids = '{}'`] : [])];
          return `UPDATE app.${table} SET ${columns.join(', ')}`;
        })
        .join('; '),
    );
  }

  async word(db: pg.Client): Promise<string> {
    return wordOf(db, this.statement);
  }
}

async function wordOf(db: pg.Client, statement: string): Promise<string> {
  const { rows } = await db.query<{ word: string | null }>(statement);
  return rows[0]?.word ?? '';
}

const statementOf = (tables: readonly Placed[]): string => `
  WITH known AS MATERIALIZED (
    SELECT audience_id AS id, md5(string_agg(format('%s %s %s %s', circle, degree, starts_at, ends_at), ';'
      ORDER BY circle, degree, starts_at, ends_at)) AS grants
    FROM app.audience_grant GROUP BY 1
  )
  SELECT md5(string_agg(word, '' ORDER BY word)) AS word FROM (${tables.map(wordsOf).join(' UNION ALL ')}) placed (word)`;

/** Ids that are drawn anew whenever a world is loaded. */
const DRAWN: Readonly<Record<string, readonly string[]>> = { immediate_concern_step: ['id'] };

const wordsOf = ({ table, audiences }: Placed): string => `
  SELECT md5('${table}' || (to_jsonb(t)${[...audiences, ...(DRAWN[table] ?? [])].map((column) => ` - '${column}'`).join('')})::text
    ${audiences.map((column) => `|| coalesce(${column}_.grants, '')`).join(' ')})
  FROM app.${table} t ${audiences.map((column) => `LEFT JOIN known ${column}_ ON ${column}_.id = t.${column}`).join(' ')}`;

/** What is said of these tables holds in this world: nobody is granted a summary of a row of one. */
export async function haveNoSummaries(db: pg.Client, tables: readonly string[]): Promise<void> {
  const each = tables.map(
    (table) =>
      `SELECT '${table}' FROM app.${table} t JOIN app.audience_grant g ON g.audience_id = t.audience_id AND g.degree = 2`,
  );
  const { rows } = await db.query<{ table: string }>(
    `SELECT summarised.name AS table FROM (${each.join(' UNION ALL ')}) summarised (name) LIMIT 1`,
  );
  if (rows[0] !== undefined) throw new Error(`a row of ${rows[0].table} is placed at a summary`);
}
