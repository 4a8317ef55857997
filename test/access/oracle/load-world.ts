import type pg from 'pg';
import { agencies } from './load-agencies.js';
import { concerns, conflicts, whistleblowing } from './load-acts.js';
import { cases, evidence, withdrawals } from './load-evidence.js';
import { findingSteps } from './load-findings.js';
import { ends, inspections, people } from './load-people.js';
import { comments, signing } from './load-signing.js';
import { instant, statementOf, type Step } from './load-steps.js';
import { texts } from './load-texts.js';
import type { World } from './world.js';

/**
 * A world comes about by acts, in an order that they could have had, so that the database's own triggers place each
 * row as they would: no audience, subject or grant is written here. What is told of a finding stands before it is
 * told, and closing comes last.
 */
const STEPS: readonly Step[] = [
  ...people,
  ...inspections,
  ...cases,
  ...evidence,
  ...agencies,
  ...findingSteps,
  ...withdrawals,
  ...texts,
  ...comments,
  ...signing,
  ...concerns,
  ...whistleblowing,
  ...conflicts,
  ...ends,
];

/** With reference data that every world shares. */
const KEPT = ['area', 'audience'];

/** Loads a world into a database that holds no other. */
export async function loadWorld(db: pg.Client, world: World): Promise<void> {
  await db.query('BEGIN');
  try {
    await loadWithin(db, world);
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/**
 * Within a transaction of its caller, as a superuser: row security is forced on the owner, too.
 *
 * The guards that judge an act by its actor (triggers before a row) are out of the way meanwhile: a world is what
 * stands after acts, whoever acted, and some actors have lost since what let them act.
 */
export async function loadWithin(db: pg.Client, world: World): Promise<void> {
  const guards = await guardsOf(db);
  await db.query(guards.map(({ table, trigger }) => `ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`).join(';'));
  // Bounds that lie ahead of the first question still lie ahead as the world comes about.
  await db.query(`SELECT set_config('app.now', $1, true)`, [instant(Math.min(...world.asked))]);
  for (const step of STEPS) await take(db, step, world);
  await db.query(guards.map(({ table, trigger }) => `ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`).join(';'));
}

async function take(db: pg.Client, step: Step, world: World): Promise<void> {
  const rows = step.rows(world);
  const [first] = rows;
  if (first === undefined) return;
  try {
    await db.query(statementOf(step, Object.keys(first)), [JSON.stringify(rows)]);
  } catch (error) {
    throw new Error(`${step.verb} ${step.table}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function guardsOf(db: pg.Client): Promise<readonly { table: string; trigger: string }[]> {
  const BEFORE = 2;
  const { rows } = await db.query<{ table: string; trigger: string }>(
    `SELECT t.tgrelid::regclass::text AS table, quote_ident(t.tgname) AS trigger FROM pg_trigger t
     JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'app'::regnamespace AND NOT t.tgisinternal AND t.tgtype::int & $1 <> 0`,
    [BEFORE],
  );
  return rows;
}

/**
 * Empties the database for the next world. Truncating took 45 ms and kept connections with their plans; a fresh copy
 * of a migrated database took 60 ms, 20 ms more to drop the old one, and new connections whose first statements
 * compile everything anew.
 */
export async function wipe(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ tables: string }>(
    `SELECT string_agg(format('app.%I', relname), ', ') AS tables FROM pg_class
     WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' AND relname <> ALL ($1)`,
    [KEPT],
  );
  await db.query(`TRUNCATE ${rows[0]?.tables ?? ''} CASCADE`);
  // The audience that entitles nobody is reference data.
  await db.query('DELETE FROM app.audience WHERE id <> 0');
}
