import pg from 'pg';
import type { Sent } from '../support/client.js';
import { uuidOf } from '../support/sql-as.js';
import { pause } from './races/chance.js';

/** A receipt, or what was answered in its place. */
export const outcome = ({ code, problems, payload }: Sent): string =>
  payload['receipt'] != null ? 'STORED' : (code ?? problems.map((problem) => problem.code).join(' '));

/** The platform's own lock on an inspection: whoever writes there enters by it. */
const KEY = 'hashtextextended($1, 1)';

/** Keeps others from entering an inspection for a while, so that what is sent can be put in order. */
export class Gate {
  private constructor(readonly db: pg.Client) {}

  static async open(applicationUrl: string): Promise<Gate> {
    const db = new pg.Client({ connectionString: applicationUrl });
    await db.connect();
    return new Gate(db);
  }

  async shut(inspectionId: string): Promise<void> {
    await this.db.query('BEGIN');
    await this.db.query(`SELECT pg_advisory_xact_lock(${KEY})`, [uuidOf(inspectionId)]);
  }

  async release(): Promise<void> {
    await this.db.query('COMMIT');
  }

  /** Until so many wait before the inspection: their transactions have begun, and none has entered. */
  async waiting(inspectionId: string, count: number, last: Promise<Sent>): Promise<void> {
    const early: Sent[] = [];
    void last.then((sent) => early.push(sent)).catch(() => undefined);
    const text = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND classid = ((${KEY} >> 32) & 4294967295)::oid AND objid = (${KEY} & 4294967295)::oid`;
    for (;;) {
      const { rows } = await this.db.query<{ n: number }>(text, [uuidOf(inspectionId)]);
      if (rows[0]?.n === count) return;
      if (early[0] !== undefined) throw new Error(`answered without entering: ${early[0].answer.text}`);
      await pause(5);
    }
  }

  /** Both are under way before either has entered; the act enters first, and the write is judged by what it left. */
  async overtaken(inspectionId: string, act: () => Promise<Sent>, write: () => Promise<Sent>): Promise<string[]> {
    await this.shut(inspectionId);
    const acting = act();
    await this.waiting(inspectionId, 1, acting);
    const writing = write();
    await this.waiting(inspectionId, 2, writing);
    await this.release();
    return [outcome(await acting), outcome(await writing)];
  }

  end(): Promise<void> {
    return this.db.end();
  }
}
