import type pg from 'pg';
import { instant } from './load-steps.js';
import type { Part } from './sql-parts.js';
import type { Id, Instant } from './world-base.js';

/** Keys of the rows that a user sees of each table, and of those that an UPDATE of his would reach. */
export interface Sets {
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Line {
  readonly part: string;
  readonly keys: readonly string[] | null;
}

/** One answer for all tables: the same snapshot for all, and one round trip. */
export function statementOfSets(parts: readonly Part[]): string {
  const seen = parts.map(
    ({ table, key }) => `SELECT '${table}' AS part, array_agg((${key})::text) AS keys FROM app.${table}`,
  );
  // A row lock asks the policies of UPDATE as an UPDATE does, and runs no trigger; a test holds the two together.
  const written = parts
    .filter((each) => each.written)
    .map(
      ({ table, key }) =>
        `SELECT 'write ${table}', array_agg(w.key) FROM (SELECT (${key})::text AS key FROM app.${table} FOR KEY SHARE) w`,
    );
  return [...seen, ...written].join(' UNION ALL ');
}

/** What a user (null: the public) sees and may write at an instant, under the application's own login. */
export async function setsOf(db: pg.Client, statement: string, user: Id | null, at: Instant): Promise<Sets> {
  // Not read only: a row lock is a write. It is rolled back.
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    return await setsWithin(db, statement, user, at);
  } finally {
    await db.query('ROLLBACK');
  }
}

/** Within a transaction that is rolled back. */
export async function setsWithin(db: pg.Client, statement: string, user: Id | null, at: Instant): Promise<Sets> {
  await db.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [
    user ?? '',
    instant(at),
  ]);
  const { rows } = await db.query<Line>({ name: 'sets', text: statement });
  const seen = new Map<string, ReadonlySet<string>>();
  const written = new Map<string, ReadonlySet<string>>();
  for (const { part, keys } of rows)
    if (part.startsWith('write ')) written.set(part.slice('write '.length), new Set(keys ?? []));
    else seen.set(part, new Set(keys ?? []));
  return { seen, written };
}
