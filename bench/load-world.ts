import type pg from 'pg';
import { compact } from './compact.js';
import { copyBook } from './copy.js';
import { conflicts, organisations, type CaseKey } from './data/organisations.js';
import { programme } from './data/programme.js';
import { sizesFor } from './data/sizes.js';
import { peopled } from './data/world.js';
import type { BenchServer } from './database.js';
import { createIndexes, dropIndexes } from './indexes.js';
import { InspectionLoading } from './load-inspections.js';
import type { LoadOptions } from './options.js';
import { timed, type Tell } from './report.js';

/** Fills an empty database: plain rows without triggers, audiences by the platform's own functions. */
export async function loadWorld(
  server: BenchServer,
  database: string,
  { items, seed }: Pick<LoadOptions, 'items' | 'seed'>,
  tell: Tell,
): Promise<void> {
  await server.asSuperuser(database, async (db) => {
    const keys = await db.query<{ code: string; id: string }>('SELECT code, id FROM app.organisation');
    const sizes = sizesFor(items);
    const world = peopled(sizes, seed, new Map(keys.rows.map(({ code, id }) => [code, id])));
    const planned = programme(sizes, seed, world);
    await timed(tell, 'Organisations and people', () => copyBook(db, organisations(world, seed)));
    const dropped = await dropIndexes(db);
    const loading = new InspectionLoading(server.superuserUrl(database), planned, world, seed, tell);
    await timed(tell, `${planned.length} inspections`, () => loading.run());
    await timed(tell, 'Compacting', () => compact(db));
    await timed(tell, 'Indexes', () => createIndexes(db, dropped));
    await timed(tell, 'Conflicts of interest', async () => {
      const cases = await db.query<CaseKey>(
        'SELECT id, inspection_id, code FROM app.case_file ORDER BY inspection_id, code',
      );
      await copyBook(db, conflicts(seed, planned, cases.rows));
    });
    await timed(tell, 'Statistics', () => db.query('VACUUM (ANALYZE)'));
    await db.query('CHECKPOINT');
    await tellSize(db, tell);
  });
}

async function tellSize(db: pg.Client, tell: Tell): Promise<void> {
  const { rows } = await db.query<{ told: string }>(
    `SELECT format('%s: %s items, %s shares, %s audiences of %s entitlements', pg_size_pretty(pg_database_size(current_database())),
       (SELECT count(*) FROM app.evidence), (SELECT count(*) FROM app.evidence_share), (SELECT count(*) FROM app.audience),
       (SELECT count(*) FROM app.audience_grant)) AS told`,
  );
  tell(rows[0]?.told ?? '');
}
