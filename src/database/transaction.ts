import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor, SignedIn } from '../access/actor.js';
import { notFound, staleVersion } from '../platform/errors.js';
import type { Standing } from '../access/standing.js';

/** Greatest whole number of four bytes. */
const MOST_VERSIONS = 2_147_483_647;

/** A snapshot under the actor's own row security. */
export class ReadTransaction {
  constructor(
    readonly actor: Actor,
    protected readonly runner: QueryRunner,
  ) {}

  /** Statements sent so far, beside the transaction's own. */
  statements = 0;

  /** One statement after the other, as they were asked for: fields of one operation share the connection. */
  private turn: Promise<unknown> = Promise.resolve();

  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.statements += 1;
    const result = this.turn.then(() => this.runner.query(text, [...values]) as Promise<Row[]>);
    this.turn = result.catch(() => undefined);
    return result;
  }

  async row<Row>(text: string, values: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.rows<Row>(text, values);
    return row ?? null;
  }
}

/** One change with all that it leaves behind: rows, audit, outbox. */
export class WriteTransaction extends ReadTransaction {
  readonly touched: { object: string; change: string; inspectionId: string | null }[] = [];
  /** Key of the audit row that this change leaves; the receipt's code is its beginning. */
  readonly auditId = randomUUID();

  constructor(
    override readonly actor: SignedIn,
    runner: QueryRunner,
  ) {
    super(actor, runner);
  }

  /**
   * Enters an inspection to change something in it, and answers where the actor stands there. Ordinary changes
   * share the inspection; an act that changes who sees what (`alone`) waits for them and holds off others until it
   * is committed, so that a change is never judged by an old permission. An inspection unseen is not found.
   */
  async enter(inspectionId: string, how: 'shared' | 'alone' = 'shared'): Promise<Standing> {
    const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await this.rows(`SELECT ${lock}(hashtextextended($1, 1))`, [inspectionId]);
    const found = await this.row<{ standing: Standing | null }>('SELECT auth.standing($1) AS standing', [inspectionId]);
    if (found === null || found.standing === null) throw notFound();
    return found.standing;
  }

  async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: QueryDeepPartialEntity<Entity> | QueryDeepPartialEntity<Entity>[],
  ): Promise<void> {
    // No RETURNING: a row that its writer may not read could not be inserted with it.
    await this.runner.manager.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
  }

  /** Changes the rows that match and may be written; answers how many. */
  async update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    where: ObjectLiteral,
    change: QueryDeepPartialEntity<Entity>,
  ): Promise<number> {
    const result = await this.runner.manager
      .createQueryBuilder()
      .update(entity)
      .set(change)
      .where(where)
      .updateEntity(false)
      .execute();
    return result.affected ?? 0;
  }

  /** As `update`, for exactly one row at the version that the actor read. */
  async updateVersion<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    where: ObjectLiteral & { version: number },
    change: QueryDeepPartialEntity<Entity>,
  ): Promise<void> {
    // A version that no row can have: the next one would be too great for its column.
    if (where.version >= MOST_VERSIONS) throw staleVersion();
    const next = { ...change, version: where.version + 1 } as QueryDeepPartialEntity<Entity>;
    if ((await this.update(entity, where, next)) !== 1) throw staleVersion();
  }

  async remove<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: ObjectLiteral): Promise<number> {
    const result = await this.runner.manager.createQueryBuilder().delete().from(entity).where(where).execute();
    return result.affected ?? 0;
  }

  /** Names an object that this change touches, for the audit and for those who follow it. */
  touch(type: string, id: string, change: string, inspectionId: string | null): void {
    this.touched.push({ object: `${type}.${id}`, change, inspectionId });
  }

  /** What the actor is given as proof once this is committed, for a row that keeps it. */
  get receiptCode(): string {
    return this.auditId.slice(0, 8).toUpperCase();
  }

  newId(): string {
    return randomUUID();
  }
}
