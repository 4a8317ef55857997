import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { administratorOf, anInspection, aUser, type Inspected } from '../support/an-inspection.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';
import {
  aFiling,
  aHandler,
  asSuperuser,
  itemsSeen,
  superuserUrl,
  theItem,
  type AHandler,
  type SeenItem,
} from '../support/whistleblowing.js';

const NOW = '2024-03-04T09:00:00Z';
const ROW_SECURITY = 'new row violates row-level security policy';
interface Who {
  readonly userId: string;
}

/** What the database itself says to the application under a principal: how many rows, or which rule refused. */
async function told(who: Who, text: string, values: unknown[] = []): Promise<string> {
  try {
    return await sqlAs(who, NOW, async (db) => `${(await db.query(text, values)).rowCount ?? 0} rows`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const known = ['permission denied', ROW_SECURITY].find((start) => error.message.startsWith(start));
    return known ?? error.constraint ?? error.message;
  }
}

const inserted = (table: string, row: Readonly<Record<string, unknown>>): [string, unknown[]] => [
  `INSERT INTO app.${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
    .map((_, at) => `$${at + 1}`)
    .join(', ')})`,
  Object.values(row),
];

describe('row security of whistleblowing', () => {
  let inspection: Inspected;
  let planner: Who;
  let author: Who;
  let handler: AHandler;
  let item: SeenItem;
  let ids: { inspection_id: string; whistleblowing_id: string };

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    planner = await aUser(await administratorOf('OFSTED'), 'OFSTED', ['PLANNER']);
    handler = await aHandler(inspection);
    author = inspection.member('CQC', 'INSPECTOR');
    await aFiling(inspection.member('CQC', 'INSPECTOR').client, inspection.id, {
      agencyId: inspection.agency('LOCAL_AUTHORITY').id,
    });
    item = await theItem(handler.client, inspection.id);
    ids = { inspection_id: uuidOf(inspection.id), whistleblowing_id: uuidOf(item.id) };
  });

  const insert = (who: Who, table: string, row: Readonly<Record<string, unknown>>) =>
    told(who, ...inserted(table, row));
  const handlerRow = (by: Who, person: Who, more: object = {}) => ({
    id: randomUUID(),
    inspection_id: ids.inspection_id,
    user_id: uuidOf(person.userId),
    named_by: uuidOf(by.userId),
    named_at: NOW,
    ...more,
  });
  const itemRow = (more: object = {}) => ({
    id: randomUUID(),
    inspection_id: ids.inspection_id,
    received_on: '2024-03-04',
    ...more,
  });
  const stepRow = (by: Who, step: string, more: object = {}) => ({
    id: randomUUID(),
    ...ids,
    step,
    at: NOW,
    by_user: uuidOf(by.userId),
    sealed: Buffer.of(1),
    ...more,
  });
  const eventRow = (by: Who | null, operation: string, more: object = {}) => ({
    id: randomUUID(),
    ...ids,
    operation,
    at: NOW,
    actor_id: by === null ? null : uuidOf(by.userId),
    ...more,
  });

  it('lets a planner of the leading inspectorate name whom he may, as himself and now', async () => {
    const colleague = await aUser(await administratorOf('OFSTED'), 'OFSTED');
    const table = 'whistleblowing_handler';
    for (const person of [
      inspection.lead,
      inspection.member('OFSTED', 'INSPECTORATE_LEAD'),
      await aUser(await administratorOf('CQC'), 'CQC'),
      planner,
    ])
      expect(await insert(planner, table, handlerRow(planner, person))).toBe(ROW_SECURITY);
    const elsewhere = await aUser(await administratorOf('CQC'), 'CQC', ['PLANNER']);
    for (const other of [inspection.lead, author, elsewhere, handler])
      expect(await insert(other, table, handlerRow(other, colleague))).toBe(ROW_SECURITY);
    expect(await insert(planner, table, handlerRow(inspection.lead, colleague))).toBe(ROW_SECURITY);
    expect(await insert(planner, table, handlerRow(planner, colleague, { named_at: '2024-01-01' }))).toBe(ROW_SECURITY);
    expect(await insert(planner, table, handlerRow(planner, colleague, { audience_id: 1 }))).toBe('permission denied');
    expect(await insert(planner, table, handlerRow(planner, colleague))).toBe('1 rows');
    expect(await insert(planner, table, handlerRow(planner, colleague))).toBe('whistleblowing_handler_once');
    const end = 'UPDATE app.whistleblowing_handler SET ended_at = $1 WHERE user_id = $2';
    expect(await told(handler, end, [NOW, uuidOf(colleague.userId)])).toBe('0 rows');
    expect(await told(planner, end, [NOW, uuidOf(colleague.userId)])).toBe('1 rows');
    expect(await told(planner, end, [null, uuidOf(colleague.userId)])).toBe('ended_once');
  });

  it('lets whoever is assigned file today, and settle nothing else of the item', async () => {
    for (const row of [itemRow({ state: 'CLOSED' }), itemRow({ audience_id: 1 }), itemRow({ subject_ids: [] })])
      expect(await insert(author, 'whistleblowing', row)).toBe('permission denied');
    expect(await insert(author, 'whistleblowing', itemRow({ received_on: '2024-03-03' }))).toBe(ROW_SECURITY);
    const ofsted = await sqlAs(author, NOW, async (db) => {
      const { rows } = await db.query<{ id: string }>(`SELECT id FROM app.organisation WHERE inspectorate = 'OFSTED'`);
      return rows[0]?.id;
    });
    expect(await insert(author, 'whistleblowing', itemRow({ agency_id: ofsted }))).toBe(ROW_SECURITY);
    for (const other of [planner, handler]) expect(await insert(other, 'whistleblowing', itemRow())).toBe(ROW_SECURITY);
    const words = { ...ids, sealed: Buffer.of(1) };
    expect(await insert(author, 'whistleblowing_words', words)).toBe('whistleblowing_words_pkey');
    const receipt = { id: randomUUID(), filed_by: uuidOf(handler.userId), code: 'FORGED00', at: NOW };
    expect(await insert(author, 'whistleblowing_receipt', receipt)).toBe(ROW_SECURITY);
  });

  it('shows items, words, steps and events to the handlers alone', async () => {
    const tables = ['whistleblowing', 'whistleblowing_words', 'whistleblowing_event'];
    const { lead } = inspection;
    for (const who of [author, lead, planner, inspection.member('OFSTED', 'INSPECTORATE_LEAD')])
      for (const table of [...tables, 'whistleblowing_step'])
        expect([table, await told(who, `SELECT 1 FROM app.${table}`)]).toEqual([table, '0 rows']);
    for (const table of tables)
      expect([table, await told(handler, `SELECT 1 FROM app.${table}`)]).not.toEqual([table, '0 rows']);
    expect(await told(author, 'SELECT 1 FROM app.whistleblowing_receipt')).toBe('1 rows');
    expect(await told(handler, 'SELECT 1 FROM app.whistleblowing_receipt')).toBe('0 rows');
  });

  it('shows the key to those who seal and open with it, and lets nobody change it', async () => {
    const key = 'SELECT 1 FROM app.sealing_key WHERE inspection_id = $1';
    const stranger = await aUser(await administratorOf('OFSTED'), 'OFSTED', ['RECORD_KEEPER', 'AUDITOR']);
    for (const who of [planner, stranger]) expect(await told(who, key, [ids.inspection_id])).toBe('0 rows');
    for (const who of [author, handler]) expect(await told(who, key, [ids.inspection_id])).toBe('1 rows');
    expect(await told(handler, `UPDATE app.sealing_key SET sealed_key = '\\x00'`)).toBe('permission denied');
    expect(await told(handler, 'DELETE FROM app.sealing_key')).toBe('permission denied');
    const row = { inspection_id: ids.inspection_id, master_key_id: 'any', sealed_key: Buffer.of(1) };
    expect(await insert(author, 'sealing_key', { ...row, purpose: 'IDENTITY' })).toBe(ROW_SECURITY);
    expect(await insert(author, 'sealing_key', { ...row, purpose: 'WHISTLEBLOWING' })).toBe('sealing_key_pkey');
    expect(await insert(planner, 'sealing_key', { ...row, purpose: 'WHISTLEBLOWING' })).toBe(ROW_SECURITY);
  });

  it('takes steps of handlers who see the item alone, as themselves, in order', async () => {
    const table = 'whistleblowing_step';
    for (const who of [author, inspection.lead, planner])
      expect(await insert(who, table, stepRow(who, 'TAKEN_IN_HAND'))).toBe(ROW_SECURITY);
    expect(await insert(handler, table, stepRow(inspection.lead, 'TAKEN_IN_HAND'))).toBe(ROW_SECURITY);
    expect(await insert(handler, table, stepRow(handler, 'TAKEN_IN_HAND', { at: '2024-01-01' }))).toBe(ROW_SECURITY);
    for (const step of ['NOTED', 'CLOSED'])
      expect(await insert(handler, table, stepRow(handler, step))).toBe('whistleblowing_step');
    const torn = await aHandler(inspection);
    await torn.client.do('declareConflict', {
      agencyId: inspection.agency('LOCAL_AUTHORITY').id,
      reason: 'I worked there',
    });
    expect(await insert(torn, table, stepRow(torn, 'TAKEN_IN_HAND'))).toBe(ROW_SECURITY);
    expect(await insert(torn, 'whistleblowing_event', eventRow(torn, 'OPENED'))).toBe(ROW_SECURITY);
    const state = 'UPDATE app.whistleblowing SET state = $2 WHERE id = $1';
    for (const to of ['IN_HAND', 'CLOSED'])
      expect(await told(handler, state, [ids.whistleblowing_id, to])).toBe('whistleblowing_state');
    expect(await told(torn, state, [ids.whistleblowing_id, 'IN_HAND'])).toBe('0 rows');
    expect(await theItem(handler.client, inspection.id)).toEqual(item);
  });

  it('keeps the stream true and whole', async () => {
    const table = 'whistleblowing_event';
    expect(await insert(handler, table, eventRow(inspection.lead, 'OPENED'))).toBe(ROW_SECURITY);
    expect(await insert(handler, table, eventRow(handler, 'OPENED', { at: '2024-01-01' }))).toBe(ROW_SECURITY);
    for (const who of [author, planner, inspection.lead])
      expect(await insert(who, table, eventRow(who, 'OPENED'))).toBe(ROW_SECURITY);
    const ofHandler = { whistleblowing_id: null, handler_id: uuidOf(handler.handlerId) };
    expect(await insert(handler, table, eventRow(handler, 'HANDLER_ENDED', ofHandler))).toBe(ROW_SECURITY);
    // The hour of a filing would tell whose it is.
    expect(await insert(author, table, eventRow(null, 'FILED'))).toBe(ROW_SECURITY);
    const again = eventRow(null, 'FILED', { at: '2024-03-04T00:00:00Z' });
    expect(await insert(author, table, again)).toBe('whistleblowing_event_filed_once');
    for (const [kept, column] of [
      ['event', 'at'],
      ['step', 'at'],
      ['words', 'sealed'],
      ['receipt', 'code'],
    ] as const)
      for (const change of [
        `DELETE FROM app.whistleblowing_${kept}`,
        `UPDATE app.whistleblowing_${kept} SET ${column} = ${column}`,
      ])
        expect([change, await told(handler, change)]).toEqual([change, 'permission denied']);
    for (const gone of ['', '_handler'])
      expect(await told(handler, `DELETE FROM app.whistleblowing${gone}`)).toBe('permission denied');
  });

  (superuserUrl() === null ? it.skip : it)('shows a lead nothing, whatever the table of handlers says', async () => {
    const { lead } = inspection;
    await asSuperuser((db) => db.query(...inserted('whistleblowing_handler', handlerRow(planner, lead))));
    expect(await itemsSeen(lead.client, inspection.id)).toEqual([]);
    expect(await told(lead, 'SELECT 1 FROM app.whistleblowing')).toBe('0 rows');
    await inspection.planner.do('endAssignment', { assignmentId: lead.assignmentId });
    expect(await told(lead, 'SELECT 1 FROM app.whistleblowing')).toBe('1 rows');
  });
});
