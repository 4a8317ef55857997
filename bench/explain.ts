import type pg from 'pg';
import type { SentStatement } from './recorded-platform.js';

/** A node of a plan, as `EXPLAIN (FORMAT JSON)` tells it; the parts that are read here. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  /** `SubPlan` where it is computed for a row of the node above. */
  readonly 'Parent Relationship'?: string;
  readonly 'Actual Loops'?: number;
  /** A loop. */
  readonly 'Actual Rows'?: number;
  /** `InitPlan 3`, where it is one; conditions name it so. */
  readonly 'Subplan Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Explained {
  readonly Plan: PlanNode;
  readonly 'Execution Time'?: number;
  readonly 'Planning Time'?: number;
}

/** Within a transaction of this user at this time, under the application's role, as the platform asks. */
export async function asUser<Result>(
  db: pg.Client,
  userId: string,
  now: string,
  work: () => Promise<Result>,
  before: readonly string[] = ['SET TRANSACTION READ ONLY'],
): Promise<Result> {
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    for (const statement of before) await db.query(statement);
    await db.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [userId, now]);
    await db.query(`SELECT set_config('app.circles', auth.circles()::text, true)`);
    return await work();
  } finally {
    await db.query('ROLLBACK');
  }
}

export async function explain(db: pg.Client, statement: SentStatement, options: string): Promise<Explained> {
  const { rows } = await db.query<{ 'QUERY PLAN': [Explained] }>(
    `EXPLAIN (${options}, FORMAT JSON) ${statement.text}`,
    [...statement.values],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no plan');
  return row['QUERY PLAN'][0];
}

export function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
