import pg from 'pg';
import { copyBook } from './copy.js';
import { inspected } from './data/inspection.js';
import type { Planned } from './data/programme.js';
import type { World } from './data/world.js';
import { placeInspection } from './place.js';
import type { Tell } from './report.js';

/** One for each core. */
const CONNECTIONS = 2;
/** After how many it is told how far it has come. */
const EVERY = 50;
/** Statements are planned once for a session: for the first few inspections with statistics of nearly empty tables. */
const EARLY = 6;

/** Makes, copies and places inspections, each in a transaction; never more of them in memory than connections. */
export class InspectionLoading {
  private readonly queue: Planned[];
  private readonly spent = { making: 0, copying: 0, placing: 0 };
  private readonly started = performance.now();
  private done = 0;

  constructor(
    private readonly url: string,
    private readonly planned: readonly Planned[],
    private readonly world: World,
    private readonly seed: number,
    private readonly tell: Tell,
  ) {
    this.queue = [...planned];
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => this.work()));
    const told = Object.entries(this.spent).map(([what, ms]) => `${what} ${(ms / 1000).toFixed(0)} s`);
    this.tell(`  of both connections: ${told.join(', ')}`);
  }

  private async work(): Promise<void> {
    const db = new pg.Client({ connectionString: this.url });
    await db.connect();
    try {
      await db.query('SET session_replication_role = replica');
      await db.query(`SELECT set_config('app.now', '2024-12-31T00:00:00Z', false)`);
      for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
        await this.load(db, next);
        this.done += 1;
        if (this.done <= EARLY) await db.query('ANALYZE');
        if (this.done % EVERY === 0) this.tell(`  ${this.done} of ${this.planned.length}, ${this.seconds()} s`);
      }
    } finally {
      await db.end();
    }
  }

  private async load(db: pg.Client, next: Planned): Promise<void> {
    const begun = performance.now();
    const book = inspected(next, this.world, this.seed);
    const made = performance.now();
    await db.query('BEGIN');
    await copyBook(db, book);
    const copied = performance.now();
    await placeInspection(db, book);
    await db.query('COMMIT');
    this.spent.making += made - begun;
    this.spent.copying += copied - made;
    this.spent.placing += performance.now() - copied;
  }

  private seconds(): string {
    return ((performance.now() - this.started) / 1000).toFixed(0);
  }
}
