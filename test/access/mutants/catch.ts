import { holdWorld, type Grounds } from './grounds.js';
import type { Ground } from './ground.js';
import { brokenInvariant } from './invariants.js';
import type { CatalogueChange } from './mutant.js';
import type { Probing } from './probing.js';
import { toldOfAct, type Act, type Order } from './settling.js';
import { withinTransaction } from './within-transaction.js';

export const catchers = ['invariants', 'oracle', 'probes', 'rebuild', 'operations'] as const;
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
const TIMEOUT_MS = 600_000;

/** Looks at a changed catalogue from all sides, the cheapest first, until somebody notices. */
export async function catchInCatalogue(change: CatalogueChange, grounds: Grounds, probing: Probing): Promise<Verdict> {
  const { scene, random } = grounds;
  const probed = probes(probing, change);
  const nearest = inTurn(invariants, probed);
  const settled = settledAndAsked(change);
  const elsewhere = (look: Look): readonly Turn[] => random.map((ground) => () => changed(ground, change, look));
  const inScene =
    (look: Look): Turn =>
    () =>
      changed(scene, change, look);
  const turns: readonly Turn[] = {
    guard: [inScene(nearest)],
    write: [
      ...[inScene(nearest), inScene(loadedAgain), () => actsUnsettled(change, scene, probing)],
      ...elsewhere(loadedAgain).slice(0, 1),
    ],
    // Probes of what is read are many, and a few questions tell.
    read: [inScene(inTurn(invariants, settled)), ...elsewhere(settled), inScene(probed)],
    place: [
      ...[inScene(inTurn(invariants, settled)), ...elsewhere(settled), inScene(onceSettled(change, probed))],
      () => actsUnsettled(change, scene, probing),
    ],
  }[change.effect.at];
  for (const turn of turns) {
    const verdict = await turn();
    if (verdict.is !== 'survived') return verdict;
  }
  return SURVIVED;
}

type Turn = () => Promise<Verdict>;

/** An act after which rows stand otherwise than they are settled anew, and do not without the change. */
async function actsUnsettled(change: CatalogueChange, scene: Ground, probing: Probing): Promise<Verdict> {
  const { settling } = probing;
  const { effect, near } = change;
  const order: Order =
    effect.at === 'place' ? { settle: [effect.sql], again: [effect.otherWay] } : { settle: [], again: scene.placing };
  for (;;) {
    const found: Act[] = [];
    const verdict = await changed(scene, change, async ({ db, rows }) => {
      const act = await settling.unsettled(db, near, rows, order);
      if (act !== null) found.push(act);
      return noticed('rebuild', act === null ? null : toldOfAct(act));
    });
    const [act] = found;
    if (act === undefined || !(await settling.isKnown(scene.db, act, scene.rows, order))) return verdict;
  }
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

/** Those that try something with what rests on what was changed. */
const probes =
  (probing: Probing, { near }: CatalogueChange): Look =>
  async ({ db }) => {
    try {
      return noticed('probes', await probing.failure(db, near));
    } catch (error) {
      return { is: 'caught', by: 'probes', what: `fails: ${messageOf(error)}` };
    }
  };

/** What a changed rule shows of the rows that are there; where it settles them, once it has settled them anew. */
const settledAndAsked = ({ effect, tables }: CatalogueChange): Look =>
  failing(async ({ db, rows }, ask) => {
    if (effect.at !== 'place') return ask(tables);
    await rows.unsettle(db, tables);
    await db.query(effect.sql);
    if (await rows.areAsBefore(db)) return SURVIVED;
    const one = await rows.word(db);
    await db.query(effect.otherWay);
    if ((await rows.word(db)) !== one) return noticed('rebuild', 'rows settled in another order stand otherwise');
    return ask(tables);
  });

/** A look at rows that the changed rule has settled. */
const onceSettled =
  ({ effect }: CatalogueChange, look: Look): Look =>
  async (ground) => {
    if (effect.at === 'place') await ground.db.query(effect.sql);
    return look(ground);
  };

/** What a changed rule makes of rows that are written under it: the world comes about anew. */
const loadedAgain: Look = failing(async ({ db, rows, world }, ask) => {
  await holdWorld(withinTransaction(db), world);
  if (await rows.areAsBefore(db)) return SURVIVED;
  const one = await rows.word(db);
  await db.query('SELECT auth.rebuild()');
  if ((await rows.word(db)) !== one) return noticed('rebuild', 'rows stand otherwise than they are rebuilt');
  return ask([]);
});

/** A rule that fails is noticed by whoever meets it. */
function failing(
  look: (ground: Ground, ask: (tables: readonly string[]) => Promise<Verdict>) => Promise<Verdict>,
): Look {
  return async (ground) => {
    try {
      return await look(ground, async (tables) => noticed('oracle', await ground.difference(tables)));
    } catch (error) {
      return { is: 'caught', by: 'oracle', what: `fails: ${messageOf(error)}` };
    }
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
