import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { isSignedIn, type Actor, type SignedIn } from '../access/actor.js';
import { PlatformError } from '../platform/errors.js';
import { ReadTransaction, WriteTransaction } from './transaction.js';

/** An operation as a person asked for it: its name, what was sent, and the key under which a repeat is the same act. */
export interface Act {
  readonly operation: string;
  readonly input: object & { readonly idempotencyKey?: string | null };
  /** Records what the change touched in a stream of its own: the general audit and the outbox then have no row of it (R12). */
  readonly ownStream?: (tx: WriteTransaction) => Promise<void>;
}

/** Proof that something was stored: quote the code when you ask about it. */
export interface Receipt {
  readonly code: string;
  readonly at: string;
}

export type Stored<Result> = Result & { readonly receipt: Receipt };

const RETRIES = 3;
/** Serialization failure and deadlock (PostgreSQL Appendix A): the same transaction may well pass on another try. */
const PASSING = new Set(['40001', '40P01']);
/** Hours for which a repeat under the same key is answered as the first. */
const KEY_HOURS = 24;

/** The door to the database: every transaction has its principal and clock, every write its audit row. */
@Injectable()
export class UnitOfWork {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** A snapshot for one answer; to be ended by the caller. */
  async snapshot(actor: Actor): Promise<{ tx: ReadTransaction; end(): Promise<void> }> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // The circles are found once, as the snapshot begins, and not again for each table that is read.
      await runner.query(
        `SELECT set_config('app.circles', auth.circles_by_standing()::text, true)
         FROM (SELECT set_config('app.user_id', $1, true) AS of_user, set_config('app.now', $2, true) AS at OFFSET 0) principal
         WHERE of_user IS NOT NULL AND at IS NOT NULL`,
        [actor.userId ?? '', actor.now.toISOString()],
      );
    } catch (error) {
      await this.abandon(runner);
      throw error;
    }
    return {
      tx: new ReadTransaction(actor, runner),
      end: async () => {
        try {
          await runner.query('COMMIT');
        } finally {
          await runner.release();
        }
      },
    };
  }

  async read<Result>(actor: Actor, work: (tx: ReadTransaction) => Promise<Result>): Promise<Result> {
    const snapshot = await this.snapshot(actor);
    try {
      return await work(snapshot.tx);
    } finally {
      await snapshot.end();
    }
  }

  /** A snapshot for a public page, under a role that sees published letters and nothing else, whatever is asked of it. */
  async readPublished<Result>(actor: Actor, work: (tx: ReadTransaction) => Promise<Result>): Promise<Result> {
    return this.read(actor, async (tx) => {
      await tx.rows('SET LOCAL ROLE jip_publisher');
      return work(tx);
    });
  }

  /** One change: all of it or nothing, with its audit row and outbox rows (or its own stream) and, where a key was sent, its answer. */
  async write<Result extends object>(
    actor: Actor,
    act: Act,
    work: (tx: WriteTransaction) => Promise<Result>,
  ): Promise<Stored<Result>> {
    if (!isSignedIn(actor)) throw new PlatformError('NOT_SIGNED_IN', 'Sign in first, then send this again.');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(actor, act, work);
      } catch (error) {
        if (attempt >= RETRIES || !PASSING.has(databaseCode(error))) throw error;
      }
    }
  }

  private async attempt<Result extends object>(
    actor: SignedIn,
    act: Act,
    work: (tx: WriteTransaction) => Promise<Result>,
  ): Promise<Stored<Result>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      await this.become(runner, actor);
      const tx = new WriteTransaction(actor, runner);
      const earlier = await this.earlierAnswer<Result>(tx, act);
      if (earlier !== null) {
        await runner.rollbackTransaction();
        await runner.release();
        return earlier;
      }
      const result = await work(tx);
      const stored = { ...result, receipt: await this.record(tx, act) };
      await this.keepAnswer(tx, act, stored);
      await runner.commitTransaction();
      await runner.release();
      return stored;
    } catch (error) {
      await this.abandon(runner);
      throw error;
    }
  }

  /** What the platform itself does by its clock, with no person behind it: a kernel function that answers how many rows. */
  async housekeep(now: Date, kernelFunction: 'auth.delete_left_drafts'): Promise<number> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      await this.become(runner, { userId: null, now });
      const [done] = (await runner.query(`SELECT ${kernelFunction}() AS count`)) as { count: number }[];
      await runner.commitTransaction();
      await runner.release();
      return done?.count ?? 0;
    } catch (error) {
      await this.abandon(runner);
      throw error;
    }
  }

  private async become(runner: QueryRunner, actor: Pick<Actor, 'userId' | 'now'>): Promise<void> {
    await runner.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [
      actor.userId ?? '',
      actor.now.toISOString(),
    ]);
  }

  /** A connection whose transaction cannot be ended is thrown away, never handed to somebody else. */
  private async abandon(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('ROLLBACK');
      await runner.release();
    } catch {
      await runner.release().catch(() => undefined);
    }
  }

  private async record(tx: WriteTransaction, act: Act): Promise<Receipt> {
    const at = tx.actor.now.toISOString();
    if (tx.touched.length === 0) throw new Error(`${act.operation} touched nothing: it would leave no trace`);
    if (act.ownStream !== undefined) {
      await act.ownStream(tx);
      return { code: tx.receiptCode, at };
    }
    await tx.rows(
      `INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.auditId,
        at,
        tx.actor.userId,
        tx.actor.organisationId,
        tx.actor.requestId,
        act.operation,
        tx.touched.find((each) => each.inspectionId !== null)?.inspectionId ?? null,
        tx.touched.map(({ object }) => object),
      ],
    );
    await tx.rows(
      `INSERT INTO app.outbox (inspection_id, object, change)
       SELECT r."inspectionId", r.object, r.change FROM jsonb_to_recordset($1::jsonb) r ("inspectionId" uuid, object text, change text)`,
      [JSON.stringify(tx.touched)],
    );
    return { code: tx.receiptCode, at };
  }

  private async earlierAnswer<Result>(tx: WriteTransaction, act: Act): Promise<Stored<Result> | null> {
    const key = act.input.idempotencyKey;
    if (key == null) return null;
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [`${tx.actor.userId} ${key}`]);
    await tx.rows(
      `DELETE FROM app.idempotency_key WHERE key = $1 AND at < $2::timestamptz - make_interval(hours => $3)`,
      [key, tx.actor.now.toISOString(), KEY_HOURS],
    );
    const known = await tx.row<{ input_hash: string; result: Stored<Result> }>(
      'SELECT input_hash, result FROM app.idempotency_key WHERE key = $1',
      [key],
    );
    if (known === null) return null;
    if (known.input_hash !== inputHash(act))
      throw new PlatformError(
        'CONFLICT',
        'This idempotency key was used for another input. Use a new key for a new act.',
      );
    return known.result;
  }

  private async keepAnswer(tx: WriteTransaction, act: Act, stored: object): Promise<void> {
    const key = act.input.idempotencyKey;
    if (key == null) return;
    await tx.rows(
      'INSERT INTO app.idempotency_key (user_id, key, input_hash, result, at) VALUES ($1, $2, $3, $4, $5)',
      [tx.actor.userId, key, inputHash(act), JSON.stringify(stored), tx.actor.now.toISOString()],
    );
  }
}

const inputHash = (act: Act): string =>
  createHash('sha256')
    .update(JSON.stringify([act.operation, act.input]))
    .digest('hex');

/** PostgreSQL's code of an error, or '' where it is none of the database's. */
export function databaseCode(error: unknown): string {
  const code = error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Name of the rule of the database that refused, or '' where none did. */
export function constraintOf(error: unknown): string {
  const cause: unknown =
    error !== null && typeof error === 'object' && 'driverError' in error ? error.driverError : null;
  const name: unknown = cause !== null && typeof cause === 'object' && 'constraint' in cause ? cause.constraint : null;
  return typeof name === 'string' ? name : '';
}
