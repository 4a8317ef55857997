import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { BenchServer } from '../../bench/database.js';
import { asUser, explain } from '../../bench/explain.js';
import { loadWorld } from '../../bench/load-world.js';
import { muchRead, RULES } from '../../bench/much-read.js';
import { RecordedPlatform, type SentStatement } from '../../bench/recorded-platform.js';
import { inspectors, type Asker } from '../../bench/scale/askers.js';
import { asking, OPERATIONS } from '../../bench/scale/operations.js';
import { SignIn } from '../../bench/sign-in.js';

/** Enough that reading a table of evidence from end to end does not look cheap. */
const ITEMS = 10_000;
const DATABASE = 'plans';
/** Tables that grow with the evidence that is held. */
const GROWING = /^(evidence|chronology|citation|finding|case_)/;

/** What is dropped, and the table that is then read whole by which operation. */
const DROPPED: readonly (readonly [index: string, statement: string, operation: string, table: string])[] = [
  ['shares by item', 'DROP INDEX app.evidence_share_evidence', 'sharedEvidencePage', 'evidence_share'],
  ['citations by item', 'DROP INDEX app.citation_evidence', 'sharedEvidencePage', 'citation'],
  ['items by case', 'DROP INDEX app.evidence_case', 'casePage', 'evidence'],
  ['chronology by case', 'DROP INDEX app.chronology_entry_case', 'casePage', 'chronology_entry'],
  [
    'withdrawals by item',
    'ALTER TABLE app.evidence_withdrawal DROP CONSTRAINT evidence_withdrawal_pkey CASCADE',
    'summariesPage',
    'evidence_withdrawal',
  ],
];

describe('the plans of the reads that people wait for most', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jip-plans-'));
  let server: BenchServer;
  let superuser: pg.Client;
  const endings: (() => Promise<void>)[] = [];
  const asked = new Map<string, { readonly asker: Asker; readonly statement: SentStatement }>();

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    server = await BenchServer.startIn(folder);
    endings.push(() => server.stop());
    const urls = await server.fresh(DATABASE);
    await loadWorld(server, DATABASE, { items: ITEMS, seed: 1 }, () => undefined);
    superuser = new pg.Client({ connectionString: server.superuserUrl(DATABASE) });
    await superuser.connect();
    endings.push(() => superuser.end());
    const signIn = await SignIn.open();
    const platform = await RecordedPlatform.start(urls.applicationUrl, urls.ownerUrl, signIn);
    const [asker] = await inspectors(superuser, 3);
    if (asker === undefined) throw new Error('nobody asks');
    const token = await signIn.token(asker.issuer, asker.subject);
    for (const operation of OPERATIONS) {
      const [statement] = await platform.statementsOf(token, asking(operation, asker));
      if (statement !== undefined) asked.set(operation.name, { asker, statement });
    }
    await platform.stop();
  }, 240_000);
  afterAll(async () => {
    for (const end of endings.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Growing tables of which much is read, under the application's role, after what was done for this plan alone. */
  async function muchReadOf(operation: string, ...before: string[]): Promise<string[]> {
    const known = asked.get(operation);
    if (known === undefined) throw new Error(`${operation} sent no statement`);
    const now = new Date().toISOString();
    const work = async (): Promise<string[]> => {
      // Once before: a connection's first statement reads what every later one knows.
      await explain(superuser, known.statement, 'ANALYZE');
      return muchRead((await explain(superuser, known.statement, 'ANALYZE, BUFFERS')).Plan);
    };
    const tables = await asUser(superuser, known.asker.userId, now, work, [...before, 'SET LOCAL ROLE jip_app_login']);
    return tables.filter((table) => table === RULES || GROWING.test(table));
  }

  it.each(OPERATIONS.map(({ name, words }) => [words, name]))(
    'read no more of a growing table than they need: %s',
    async (_, name) => {
      expect(await muchReadOf(name)).toEqual([]);
    },
  );

  it.each(DROPPED)('show that an index is missing: %s', async (_, statement, operation, table) => {
    expect(await muchReadOf(operation, statement)).toContain(table);
  });
});
