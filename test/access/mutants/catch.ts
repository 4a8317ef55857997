import { holdWorld, type Grounds } from './grounds.js';
import type { Ground } from './ground.js';
import { brokenInvariant } from './invariants.js';
import type { CatalogueChange } from './mutant.js';
import type { Probing } from './probing.js';
import { withinTransaction } from './within-transaction.js';

export const catchers = ['invariants', 'oracle', 'probes', 'operations'] as const;
export type Catcher = (typeof catchers)[number];

/** Who noticed a mutant first, and by what; or that it is none, since the database does not take it. */
export type Verdict =
  | { readonly is: 'caught'; readonly by: Catcher; readonly what: string }
  | { readonly is: 'survived' }
  | { readonly is: 'no mutant'; readonly what: string };

type Look = (ground: Ground) => Promise<Verdict>;

const SURVIVED: Verdict = { is: 'survived' };
const noticed = (by: Catcher, what: string | null): Verdict => (what === null ? SURVIVED : { is: 'caught', by, what });

/** Long enough for anything that is right, on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Looks at a changed catalogue from all sides, the cheapest first, until somebody notices. */
export async function catchInCatalogue(change: CatalogueChange, grounds: Grounds, probing: Probing): Promise<Verdict> {
  const looks: readonly (readonly [Ground, Look])[] =
    change.effect.at === 'write'
      ? [
          [grounds.scene, inTurn(invariants, probes(probing, change))],
          ...[grounds.scene, ...grounds.random].map((ground) => [ground, loadedAgain] as const),
        ]
      : [
          [grounds.scene, inTurn(invariants, settledAndAsked(change))],
          ...grounds.random.map((ground) => [ground, settledAndAsked(change)] as const),
          [grounds.scene, probes(probing, change)],
        ];
  for (const [ground, look] of looks) {
    const verdict = await changed(ground, change, look);
    if (verdict.is !== 'survived') return verdict;
  }
  return SURVIVED;
}

/** Looks at one ground with the change in it, and takes the change back. */
async function changed(ground: Ground, { sql }: CatalogueChange, look: Look): Promise<Verdict> {
  const { db } = ground;
  await db.query('BEGIN');
  try {
    await db.query(`SET LOCAL statement_timeout = ${TIMEOUT_MS}; SET LOCAL check_function_bodies = off`);
    try {
      await db.query(sql);
    } catch (error) {
      return { is: 'no mutant', what: messageOf(error) };
    }
    return await look(ground);
  } finally {
    await db.query('ROLLBACK');
  }
}

const inTurn =
  (...looks: readonly Look[]): Look =>
  async (ground) => {
    for (const look of looks) {
      const verdict = await look(ground);
      if (verdict.is !== 'survived') return verdict;
    }
    return SURVIVED;
  };

const invariants: Look = async ({ db }) => noticed('invariants', await brokenInvariant(db));

const probes =
  (probing: Probing, { tables, sql }: CatalogueChange): Look =>
  async ({ db }) => {
    const functions = [...sql.matchAll(/\bFUNCTION auth\.(\w+)\(/g)].map((found) => found[1] ?? '');
    return noticed('probes', await probing.failure(db, [...tables, ...functions]));
  };

/** What a changed rule shows of the rows that are there; where it settles audiences, once it has settled them. */
const settledAndAsked =
  ({ effect, tables }: CatalogueChange): Look =>
  async (ground) =>
    failing(ground, async () => {
      if (effect.at === 'place') await ground.db.query(effect.sql);
      return ground.difference(tables);
    });

/** What a changed rule makes of rows that are written under it: the world comes about anew. */
const loadedAgain: Look = async (ground) =>
  failing(ground, async () => {
    await holdWorld(withinTransaction(ground.db), ground.world);
    return ground.difference([]);
  });

/** A rule that fails is noticed by whoever meets it. */
async function failing(ground: Ground, ask: () => Promise<string | null>): Promise<Verdict> {
  try {
    return noticed('oracle', await ask());
  } catch (error) {
    return { is: 'caught', by: 'oracle', what: `fails: ${messageOf(error)}` };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
