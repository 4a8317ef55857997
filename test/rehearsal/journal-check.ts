import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Acknowledged } from './api.js';

/**
 * Holds the client's journal against the database, as its superuser: what was acknowledged must have its audit row,
 * under the same operation and once, and nothing was done that was never acknowledged: a request that was cut off and
 * sent again under its key got the first act's receipt. Answers what does not agree.
 */
export async function heldAgainst(dataDir: string, journal: readonly Acknowledged[]): Promise<string[]> {
  const { superuser } = JSON.parse(readFileSync(join(dataDir, 'postgres-passwords.json'), 'utf8')) as {
    superuser: string;
  };
  const port = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const db = await connected({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: superuser,
    database: 'joint_inspection',
  });
  try {
    const { rows } = await db.query<{ receipt: string; operation: string; count: string }>(
      `SELECT upper(left(id::text, 8)) AS receipt, operation, count(*) FROM app.audit_event GROUP BY 1, 2`,
    );
    const kept = new Map(rows.map(({ receipt, operation, count }) => [`${receipt} ${operation}`, Number(count)]));
    const told = new Set(journal.map(({ receipt, operation }) => `${receipt} ${operation}`));
    return [
      ...[...told].filter((act) => !kept.has(act)).map((act) => `acknowledged, but not in the database: ${act}`),
      ...[...kept].filter(([act]) => !told.has(act)).map(([act]) => `in the database, but never acknowledged: ${act}`),
      ...[...kept].filter(([, count]) => count > 1).map(([act]) => `in the database more than once: ${act}`),
    ];
  } finally {
    await db.end();
  }
}

/** It may have been killed a moment ago, and be starting up. */
async function connected(config: pg.ClientConfig): Promise<pg.Client> {
  for (let tries = 1; ; tries += 1) {
    const db = new pg.Client(config);
    try {
      await db.connect();
      return db;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
