import pg from 'pg';
import { pause } from './chance.js';
import { expressionsOf, sightOf } from './looks.js';
import type { OwnServer } from './own-server.js';
import { apiReader, begin, oneByOne, readersOf, type Reader, type Readers, type SqlReaders } from './readers.js';

/**
 * Faults that the races must find, to show that they would find one of ours: a transaction opened before the act and
 * used after it, answers kept for a while, answers put together from more than one moment, and a database that goes by
 * ended assignments.
 */
export const FAULTS = ['old-snapshot', 'kept-answers', 'torn-answers', 'ended-assignments'] as const;
export type Fault = (typeof FAULTS)[number];

/** Between the parts of an answer. */
const TORN_MS = 20;

/** Readers that look at what was, where the fault is one of readers. */
export function faultyReaders(fault: Fault, sql: SqlReaders): Readers {
  const sound = readersOf(sql);
  if (fault === 'old-snapshot') return { ...sound, sql: (...given) => inOldSnapshot(sql, ...given) };
  if (fault === 'torn-answers') return { ...sound, sql: (...given) => torn(sql, ...given) };
  if (fault === 'kept-answers') return { ...sound, api: async (...given) => keeping(apiReader(...given)) };
  return sound;
}

async function inOldSnapshot(sql: SqlReaders, ...given: Parameters<Readers['sql']>): ReturnType<Readers['sql']> {
  const [who, looks, thing, place] = given;
  const db = await sql.client(place);
  const expressions = expressionsOf(looks, thing);
  await db.query('ROLLBACK');
  await begin(db, who, 'REPEATABLE READ');
  await oneByOne(db, expressions);
  return { by: 'SQL', read: async () => sightOf(await oneByOne(db, expressions)) };
}

async function torn(sql: SqlReaders, ...given: Parameters<Readers['sql']>): ReturnType<Readers['sql']> {
  const [who, looks, thing, place] = given;
  const db = await sql.client(place);
  const [first = '', ...others] = expressionsOf(looks, thing);
  const read = async (): ReturnType<Reader['read']> => {
    await begin(db, who);
    const before = await oneByOne(db, [first]);
    await pause(TORN_MS);
    const signs = [...before, ...(await oneByOne(db, others))];
    await db.query('COMMIT');
    return sightOf(signs);
  };
  return { by: 'SQL', read };
}

/** Whoever asked once is told the same for as long as the race lasts. */
function keeping(reader: Reader): Reader {
  let kept: ReturnType<Reader['read']> | null = null;
  return { ...reader, read: () => (kept ??= reader.read()) };
}

/** The circles of a user as if no assignment had an end; in a database of one's own alone. */
export async function ignoreEndedAssignments(server: OwnServer): Promise<void> {
  const db = new pg.Client({ connectionString: server.superuserUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ text: string }>(
      `SELECT pg_get_functiondef('auth.circles_by_standing()'::regprocedure) AS text`,
    );
    const text = rows[0]?.text ?? '';
    const faulty = text.replace('a.user_id = me.id AND a.ended_at IS NULL', 'a.user_id = me.id');
    if (faulty === text) throw new Error('auth.circles_by_standing() reads otherwise now: plant the fault anew');
    await db.query(faulty);
  } finally {
    await db.end();
  }
}
