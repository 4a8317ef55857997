import pg from 'pg';
import type { Member } from './an-inspection.js';

/** The UUID within a global id. */
export const uuidOf = (globalId: string): string => globalId.replace(/^\w+\./, '');

/** Statements under the application's role as one of its users, at a time of the platform: what row security itself holds. */
export async function sqlAs<Result>(
  user: Pick<Member, 'userId'>,
  now: string,
  work: (db: pg.Client) => Promise<Result>,
): Promise<Result> {
  const db = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await db.connect();
  try {
    await db.query('BEGIN');
    await db.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [
      uuidOf(user.userId),
      now,
    ]);
    const result = await work(db);
    await db.query('COMMIT');
    return result;
  } finally {
    await db.end();
  }
}
