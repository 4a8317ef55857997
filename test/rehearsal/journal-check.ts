import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Acknowledged } from './api.js';

/**
 * Holds the client's journal against the database, as its superuser: what was acknowledged must have its audit row,
 * under the same operation, and once. Answers what does not.
 */
export async function heldAgainst(dataDir: string, journal: readonly Acknowledged[]): Promise<string[]> {
  const { superuser } = JSON.parse(readFileSync(join(dataDir, 'postgres-passwords.json'), 'utf8')) as {
    superuser: string;
  };
  const port = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const db = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: superuser,
    database: 'joint_inspection',
  });
  await db.connect();
  try {
    const { rows } = await db.query<{ receipt: string; operation: string; count: string }>(
      `SELECT upper(left(id::text, 8)) AS receipt, operation, count(*) FROM app.audit_event GROUP BY 1, 2`,
    );
    const kept = new Map(rows.map(({ receipt, operation, count }) => [`${receipt} ${operation}`, Number(count)]));
    return journal
      .filter(({ receipt, operation }) => kept.get(`${receipt} ${operation}`) === undefined)
      .map(({ receipt, operation }) => `acknowledged, but not in the database: ${operation} ${receipt}`);
  } finally {
    await db.end();
  }
}
