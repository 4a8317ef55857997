import pg from 'pg';
import { copyBook } from './copy.js';
import type { BenchServer } from './database.js';
import { inspected } from './data/inspection.js';
import { conflicts, organisations, type CaseKey } from './data/organisations.js';
import { programme, type Planned } from './data/programme.js';
import { sizesFor } from './data/sizes.js';
import { peopled, type World } from './data/world.js';
import { compact } from './compact.js';
import { createIndexes, dropIndexes } from './indexes.js';
import type { LoadOptions } from './options.js';
import { placeInspection } from './place.js';
import { say, timed } from './report.js';

/** One for each core. */
const CONNECTIONS = 2;
const EVERY = 50;
const EARLY = 6;

/** Fills an empty database: plain rows without triggers, audiences by the platform's own functions. */
export async function loadWorld(server: BenchServer, database: string, { items, seed }: LoadOptions): Promise<void> {
  await server.asSuperuser(database, async (db) => {
    const keys = await db.query<{ code: string; id: string }>('SELECT code, id FROM app.organisation');
    const sizes = sizesFor(items);
    const world = peopled(sizes, seed, new Map(keys.rows.map(({ code, id }) => [code, id])));
    const planned = programme(sizes, seed, world);
    await timed('Organisations and people', () => copyBook(db, organisations(world, seed)));
    const dropped = await dropIndexes(db);
    await timed(`${planned.length} inspections`, () =>
      loadInspections(server.superuserUrl(database), planned, world, seed),
    );
    await timed('Compacting', () => compact(db));
    await timed('Indexes', () => createIndexes(db, dropped));
    await timed('Conflicts of interest', async () => {
      const { rows } = await db.query<CaseKey>(
        'SELECT id, inspection_id, code FROM app.case_file ORDER BY inspection_id, code',
      );
      await copyBook(db, conflicts(seed, planned, rows));
    });
    await timed('Statistics', () => db.query('ANALYZE'));
    await db.query('CHECKPOINT');
    await tellSize(db);
  });
}

async function loadInspections(url: string, planned: readonly Planned[], world: World, seed: number): Promise<void> {
  const queue = [...planned];
  const spent = { making: 0, copying: 0, placing: 0 };
  const started = performance.now();
  let placedInspections = 0;
  const worker = async (): Promise<void> => {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    try {
      await db.query(
        `SET session_replication_role = replica; SELECT set_config('app.now', '2024-12-31T00:00:00Z', false)`,
      );
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const moments = [performance.now()];
        const book = inspected(next, world, seed);
        moments.push(performance.now());
        await db.query('BEGIN');
        await copyBook(db, book);
        moments.push(performance.now());
        await placeInspection(db, book);
        await db.query('COMMIT');
        moments.push(performance.now());
        const [begun = 0, made = 0, copied = 0, placed = 0] = moments;
        spent.making += made - begun;
        spent.copying += copied - made;
        spent.placing += placed - copied;
        // Kept plans were made for empty tables: statistics make new ones.
        if ((placedInspections += 1) <= EARLY) await db.query('ANALYZE');
        const done = planned.length - queue.length;
        if (done % EVERY === 0)
          say(`  ${done} of ${planned.length}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
      }
    } finally {
      await db.end();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (ms: number): string => (ms / 1000).toFixed(0);
  say(
    `  of both connections: making ${seconds(spent.making)} s, copying ${seconds(spent.copying)} s, placing ${seconds(spent.placing)} s`,
  );
}

async function tellSize(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ size: string; items: string; shares: string; audiences: string; grants: string }>(
    `SELECT pg_size_pretty(pg_database_size(current_database())) AS size, (SELECT count(*) FROM app.evidence) AS items,
       (SELECT count(*) FROM app.evidence_share) AS shares, (SELECT count(*) FROM app.audience) AS audiences,
       (SELECT count(*) FROM app.audience_grant) AS grants`,
  );
  const [told] = rows;
  if (told !== undefined)
    say(
      `${told.size}: ${told.items} items, ${told.shares} shares, ${told.audiences} audiences of ${told.grants} entitlements`,
    );
}
