import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { administratorOf, anInspection, aPiece, type Inspected } from '../support/an-inspection.js';
import { signIn, type Client } from '../support/client.js';
import { anotherPlatform, type AnotherPlatform } from '../support/another-platform.js';
import { uuidOf } from '../support/sql-as.js';
import {
  aFiling,
  aHandler,
  asSuperuser,
  eventsSeen,
  itemsSeen,
  opened,
  receiptsSeen,
  superuserUrl,
  theItem,
  type AHandler,
} from '../support/whistleblowing.js';

const build = () => anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
/** Whoever administers a database that is not ours does not lend himself to a test. */
const withSuperuser = superuserUrl() === null ? describe.skip : describe;

interface Person {
  readonly client: Client;
  readonly userId: string;
  readonly subject: string;
}

async function known(name: string): Promise<Person> {
  const administrator = await administratorOf('OFSTED');
  const subject = randomUUID();
  const { person } = await administrator.do<{ person: { id: string } }>(
    'inviteUser',
    { subject, name },
    'person { id }',
  );
  return { client: await signIn('OFSTED', subject, '2024-03-19T10:00:00Z'), userId: person.id, subject };
}

async function assigned(inspection: Inspected, person: Person): Promise<void> {
  await inspection
    .member('OFSTED', 'INSPECTORATE_LEAD')
    .client.do('assign', { inspectionId: inspection.id, userId: person.userId, role: 'OBSERVER' });
}

withSuperuser('the database', () => {
  const [words, note] = [`The deputy said ${randomUUID()}`, `She told me ${randomUUID()}`];
  let inspection: Inspected;
  let author: Person;
  let handler: AHandler;
  let itemId: string;
  let code: string;

  /** Tables with a row that holds a text, in clear or as bytes, and at the same time every other text given. */
  async function tablesWith(db: pg.Client, ...texts: string[]): Promise<string[]> {
    const { rows: tables } = await db.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind IN ('r', 'p', 'm')
       AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    );
    const forms = texts.map((text) => [
      text,
      ...(['hex', 'base64'] as const).map((form) => Buffer.from(text).toString(form)),
    ]);
    const found: string[] = [];
    for (const { name } of tables) {
      const holds = forms.map(
        (_, at) => `EXISTS (SELECT FROM unnest($${at + 1}::text[]) form WHERE position(form IN x::text) > 0)`,
      );
      const { rowCount } = await db.query(`SELECT 1 FROM ${name} x WHERE ${holds.join(' AND ')} LIMIT 1`, forms);
      if (rowCount !== 0) found.push(name);
    }
    return found.sort();
  }

  beforeAll(async () => {
    inspection = await build();
    author = await known('Una Whistle');
    await assigned(inspection, author);
    handler = await aHandler(inspection);
    code = await aFiling(author.client, inspection.id, { words });
    const { id, version } = await theItem(handler.client, inspection.id);
    itemId = id;
    await handler.client.do('handleWhistleblowing', { itemId, version, step: 'TAKEN_IN_HAND', words: note });
    expect(await opened(handler.client, itemId)).toMatchObject({ words, notes: [{ words: note }] });
  });

  it('holds neither words nor notes in clear', async () => {
    const plain = `Plain ${randomUUID()}`;
    await aPiece(inspection.member('OFSTED', 'INSPECTOR'), 'OFSTED', inspection.id, { body: plain });
    await asSuperuser(async (db) => {
      expect(await tablesWith(db, plain)).toEqual(['app.evidence_body']);
      for (const text of [words, note]) expect(await tablesWith(db, text)).toEqual([]);
      // With the handler's own key for his step.
      expect(await tablesWith(db, uuidOf(itemId))).toEqual([
        'app.idempotency_key',
        'app.whistleblowing',
        'app.whistleblowing_event',
        'app.whistleblowing_step',
        'app.whistleblowing_words',
      ]);
    });
  });

  it('has no row that names both an item and its author, his receipt or its time', async () => {
    const [receipt] = await receiptsSeen(author.client);
    expect(receipt?.code).toBe(code);
    await asSuperuser(async (db) => {
      for (const known of [uuidOf(author.userId), 'Una Whistle', code, '2024-03-19 10:00:00'])
        expect([known, await tablesWith(db, uuidOf(itemId), known)]).toEqual([known, []]);
      expect(await tablesWith(db, code)).toEqual(['app.idempotency_key', 'app.whistleblowing_receipt']);
      expect(await tablesWith(db, uuidOf(author.userId), code)).toEqual([
        'app.idempotency_key',
        'app.whistleblowing_receipt',
      ]);
    });
  });

  it('holds no hash of the words that could be tried out', async () => {
    const plainHash = (operation: string, input: object) =>
      createHash('sha256')
        .update(JSON.stringify([operation, input]))
        .digest('hex');
    const own = await build();
    const [named, filed] = [
      { idempotencyKey: randomUUID(), inspectionId: own.id, userId: (await known('Hana Handler')).userId },
      { idempotencyKey: randomUUID(), inspectionId: own.id, words: 'Yes.' },
    ];
    await own.planner.do('nameWhistleblowingHandler', named);
    await own.lead.client.do('fileWhistleblowing', filed);
    await asSuperuser(async (db) => {
      expect(await tablesWith(db, plainHash('nameWhistleblowingHandler', named))).toEqual(['app.idempotency_key']);
      expect(await tablesWith(db, plainHash('fileWhistleblowing', filed))).toEqual([]);
    });
  });

  it('holds no key that opens them without the master key', async () => {
    await asSuperuser(async (db) => {
      const { rows } = await db.query<{ sealed_key: Buffer; purpose: string }>(
        'SELECT sealed_key, purpose FROM app.sealing_key WHERE inspection_id = $1',
        [uuidOf(inspection.id)],
      );
      // Form, nonce, tag and the 32 bytes of the key: sealed, or it would be shorter.
      expect(rows).toEqual([{ purpose: 'WHISTLEBLOWING', sealed_key: expect.objectContaining({ length: 61 }) }]);
      expect(await tablesWith(db, process.env['TEST_MASTER_KEY'] ?? 'none')).toEqual([]);
    });
  });

  it('has no row of these operations in the general audit and the outbox', async () => {
    await inspection.planner.do('endWhistleblowingHandler', { handlerId: handler.handlerId });
    await asSuperuser(async (db) => {
      const count = async (text: string) => (await db.query<{ n: number }>(text)).rows[0]?.n;
      expect(
        await count(
          `SELECT count(*)::int AS n FROM app.audit_event WHERE operation ILIKE '%whistle%' OR objects::text ILIKE '%whistle%'`,
        ),
      ).toBe(0);
      expect(await count(`SELECT count(*)::int AS n FROM app.outbox WHERE object ILIKE '%whistle%'`)).toBe(0);
      expect(
        await count(`SELECT count(*)::int AS n FROM app.audit_event WHERE operation = 'fileEvidence'`),
      ).toBeGreaterThan(0);
      expect(await count(`SELECT count(*)::int AS n FROM app.outbox WHERE object ILIKE 'Evidence.%'`)).toBeGreaterThan(
        0,
      );
      const { rows } = await db.query<{ operation: string }>(
        'SELECT operation FROM app.whistleblowing_event WHERE inspection_id = $1 ORDER BY operation',
        [uuidOf(inspection.id)],
      );
      expect(rows.map(({ operation }) => operation)).toEqual([
        'FILED',
        'HANDLER_ENDED',
        'HANDLER_NAMED',
        'OPENED',
        'TAKEN_IN_HAND',
      ]);
    });
  });

  it('settles every audience as it stands, when all are settled anew', async () => {
    const tables = [
      'inspection',
      'whistleblowing',
      ...['handler', 'receipt', 'words', 'step', 'event'].map((part) => `whistleblowing_${part}`),
    ];
    const settled = tables
      .map((table) => `SELECT '${table}' AS kind, to_jsonb(x) AS row FROM app.${table} x`)
      .join(' UNION ALL ');
    await asSuperuser(async (db) => {
      await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      const before = await db.query<{ kind: string; row: { audience_id: number } }>(`${settled} ORDER BY 1, 2`);
      await db.query('SELECT auth.rebuild()');
      expect((await db.query(`${settled} ORDER BY 1, 2`)).rows).toEqual(before.rows);
      await db.query('ROLLBACK');
      expect(new Set(before.rows.map(({ kind }) => kind))).toEqual(new Set(tables));
      expect(before.rows.filter(({ row }) => row.audience_id === 0)).toEqual([]);
    });
  });
});

describe('the log', () => {
  const words = `Nobody may read ${randomUUID()}`;
  const file = 'mutation ($input: FileWhistleblowingInput!) { fileWhistleblowing(input: $input) { receipt { code } } }';
  const open = 'query ($id: ID!) { openWhistleblowing(id: $id) { words } }';
  let [right, wrong]: (AnotherPlatform | null)[] = [null, null];

  beforeAll(async () => {
    right = await anotherPlatform({ MASTER_KEY: process.env['TEST_MASTER_KEY'] });
    wrong = await anotherPlatform({ MASTER_KEY: randomBytes(32).toString('base64') });
  });
  afterAll(async () => {
    await right?.stop();
    await wrong?.stop();
  });

  it('says nothing of what is filed and opened; and no words where the master key is another', async () => {
    const inspection = await build();
    const [author, reader] = [await known('Una Whistle'), await known('Hana Handler')];
    await assigned(inspection, author);
    await aHandler(inspection, reader);
    const input = { inspectionId: inspection.id, words };
    const inline = `mutation { fileWhistleblowing(input: { inspectionId: "${inspection.id}", words: "${words}", unknown: "${words}" }) { receipt { code } } }`;
    expect((await right?.ask('OFSTED', author.subject, file, { input }))?.text).toMatch(/"code":"[0-9A-F]{8}"/);
    expect((await right?.ask('OFSTED', author.subject, inline, {}))?.text).toMatch(/VALIDATION/);
    const { id } = await theItem(reader.client, inspection.id);
    expect((await right?.ask('OFSTED', reader.subject, open, { id }))?.text).toContain(words);
    expect(right?.output()).toBe('');

    const events = await eventsSeen(reader.client, inspection.id);
    for (const answer of [
      await wrong?.ask('OFSTED', author.subject, file, { input }),
      await wrong?.ask('OFSTED', reader.subject, open, { id }),
    ]) {
      expect(answer?.text).toMatch(/"code":"INTERNAL","reference":"/);
      expect(answer?.text).not.toContain(words);
    }
    const logged = wrong?.output() ?? '';
    expect(logged).toMatch(/SealingError: sealing_key of \S+ WHISTLEBLOWING is sealed with master key/);
    for (const secret of [words, 'Una Whistle', id, process.env['TEST_MASTER_KEY'] ?? 'none'])
      expect(logged).not.toContain(secret);
    // Nothing of it is stored, and an opening that failed is none.
    expect(await itemsSeen(reader.client, inspection.id)).toHaveLength(1);
    expect(await eventsSeen(reader.client, inspection.id)).toEqual(events);
    expect(await receiptsSeen(author.client)).toHaveLength(1);
  });

  it('keeps what one process sealed readable for another with the same key', async () => {
    const inspection = await build();
    const reader = await known('Hana Handler');
    await aHandler(inspection, reader);
    await Promise.all(
      (['INSPECTOR', 'ANALYST', 'OBSERVER', 'QUALITY_ASSURER'] as const).map((role) =>
        aFiling(inspection.member('CQC', role).client, inspection.id, { words }),
      ),
    );
    const items = await itemsSeen(reader.client, inspection.id);
    expect(items).toHaveLength(4);
    for (const { id } of items)
      expect((await right?.ask('OFSTED', reader.subject, open, { id }))?.text).toContain(words);
  });
});
