import pg from 'pg';
import { copiedDatabase, dropDatabase, migratedDatabase, type Cluster, type DatabaseUrls } from '../oracle/database.js';
import { generateWorld } from '../oracle/generate.js';
import { loadWorld, wipe } from '../oracle/load-world.js';
import { withoutMissing } from '../oracle/run-missing.js';
import { allParts } from '../oracle/sql-parts.js';
import type { World } from '../oracle/world.js';
import { Ground, type InstantsOf } from './ground.js';
import type { Probing } from './probing.js';
import { makeScene } from './scene.js';

/** Worlds in which together every kind of object stands in every state. */
export const SEEDS: readonly number[] = [1, 2];

/** The scene of the probes, and dense random worlds. */
export interface Grounds {
  readonly scene: Ground;
  readonly random: readonly Ground[];
  close(): Promise<void>;
}

/** Databases that lie ready, each with a world, to be copied for every lane. */
export interface Prepared {
  readonly names: readonly string[];
  readonly worlds: readonly World[];
}

export async function prepare(cluster: Cluster, prefix: string, seeds: readonly number[]): Promise<Prepared> {
  const names: string[] = [];
  const worlds: World[] = [];
  const empty = await migratedDatabase(cluster, `${prefix}_empty`);
  for (const [place, made] of [makeScene().world, ...seeds.map(generateWorld)].entries()) {
    const name = `${prefix}_${place}`;
    const urls = await copiedDatabase(cluster, empty.name, name);
    const db = await connected(urls);
    try {
      const world = withoutMissing(made, await missingIn(db));
      await holdWorld(db, world);
      await db.query('ANALYZE');
      worlds.push(world);
      names.push(name);
    } finally {
      await db.end();
    }
  }
  await dropDatabase(cluster, empty.name);
  return { names, worlds };
}

/** Empties the database for a world, and loads that with all triggers but the guards. */
export async function holdWorld(db: pg.Client, world: World): Promise<void> {
  await wipe(db);
  await db.query(`
    INSERT INTO app.audience (id, fingerprint) OVERRIDING SYSTEM VALUE VALUES (0, 'nobody') ON CONFLICT DO NOTHING;
    SELECT setval(pg_get_serial_sequence('app.audience', 'id'), 1, false)`);
  await loadWorld(db, world);
}

export async function openGrounds(
  cluster: Cluster,
  prepared: Prepared,
  lane: number,
  probing: Probing,
): Promise<Grounds> {
  const login = decodeURIComponent(new URL(cluster.applicationUrl).username);
  const grounds: Ground[] = [];
  const open: { db: pg.Client; name: string }[] = [];
  for (const [place, template] of prepared.names.entries()) {
    const name = `${template}_lane_${lane}`;
    const db = await connected(await copiedDatabase(cluster, template, name));
    open.push({ db, name });
    if (place === 0) await probing.install(db);
    const world = prepared.worlds[place];
    if (world !== undefined) grounds.push(await Ground.over(db, login, world, place === 0 ? allInstants : twoInstants));
  }
  const [scene, ...random] = grounds;
  if (scene === undefined) throw new Error('there is no scene');
  const close = async (): Promise<void> => {
    for (const { db, name } of open) {
      await db.end();
      await dropDatabase(cluster, name);
    }
  };
  return { scene, random, close };
}

const allInstants: InstantsOf = ({ asked }) => asked.slice(0, 1);

/** Just before a bound of the world's periods and on it; which bound changes from user to user. */
const twoInstants: InstantsOf = ({ asked }, place) => {
  const first = (2 * place) % asked.length;
  return asked.slice(first, first + 2);
};

async function connected({ superuser }: DatabaseUrls): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: superuser });
  await db.connect();
  return db;
}

async function missingIn(db: pg.Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ table: string }>(
    `SELECT tablename AS table FROM pg_tables WHERE schemaname = 'app'`,
  );
  const there = new Set(rows.map(({ table }) => table));
  return allParts.map(({ table }) => table).filter((table) => !there.has(table));
}
