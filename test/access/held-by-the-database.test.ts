import { beforeAll, describe, expect, it } from '@jest/globals';
import { anAgency } from '../support/an-authority.js';
import { aPiece, aUser, administratorOf, anInspection, type Inspected, type Member } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';
import { toFollowUp } from '../support/stages.js';

const NOW = '2024-03-04T12:00:00Z';
const LATER = '2024-06-03T09:00:00Z';

const idOf = async (client: Client): Promise<string> =>
  (await client.read<{ me: { id: string } }>('{ me { id } }')).me.id;

describe('whoever writes to the database', () => {
  let inspection: Inspected;
  const sql = (member: Pick<Member, 'userId'>, text: string, values: unknown[] = [], now = NOW) =>
    sqlAs(member, now, (db) => db.query(text, values));
  const inspector = (code = 'CQC') => inspection.member(code, 'INSPECTOR');

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('goes through the stages one by one, and back to drafting alone', async () => {
    const id = [uuidOf(inspection.id)];
    for (const stage of ['PLANNED', 'PREPARING', 'SIGNING', 'PUBLISHED', 'CLOSED'])
      await expect(
        sql(inspection.lead, `UPDATE app.inspection SET stage = '${stage}' WHERE id = $1`, id),
      ).rejects.toThrow(/leads to the next/);
    const { rows } = await sql(inspection.lead, 'SELECT stage FROM app.inspection WHERE id = $1', id);
    expect(rows).toEqual([{ stage: 'FIELDWORK' }]);
  });

  it('notifies once, and never takes it back', async () => {
    for (const value of ['NULL', `'${LATER}'`])
      await expect(
        sql(inspection.lead, `UPDATE app.inspection SET notified_at = ${value} WHERE id = $1`, [uuidOf(inspection.id)]),
      ).rejects.toThrow(/done once/);
  });

  it('says of no row whom it is for', async () => {
    const add = `INSERT INTO app.evidence (id, inspection_id, owner, state, audience_id) VALUES (gen_random_uuid(), $1, 'CQC', 'DRAFT', 1)`;
    await expect(sql(inspector(), add, [uuidOf(inspection.id)])).rejects.toThrow(/permission denied/);
    const { id } = await aPiece(inspector(), 'CQC', inspection.id);
    for (const column of ['audience_id = 1', `subject_ids = '{}'`])
      await expect(sql(inspector(), `UPDATE app.evidence SET ${column} WHERE id = $1`, [uuidOf(id)])).rejects.toThrow(
        /permission denied/,
      );
  });

  it('shares and supersedes as an analyst nothing but data', async () => {
    const analyst = inspection.member('CQC', 'ANALYST');
    const { id } = await aPiece(inspector(), 'CQC', inspection.id);
    const { rows } = await sql(analyst, 'SELECT title FROM app.evidence_body WHERE evidence_id = $1', [uuidOf(id)]);
    expect(rows).toHaveLength(1);
    const share = `INSERT INTO app.evidence_share (id, evidence_id, inspection_id, owner, recipient, form, gateway, purpose, starts_at, shared_by, shared_at)
      VALUES (gen_random_uuid(), $1, $2, 'CQC', 'OFSTED', 'SUMMARY', 'X', 'X', auth.at(), auth.user_id(), auth.at())`;
    await expect(sql(analyst, share, [uuidOf(id), uuidOf(inspection.id)])).rejects.toThrow(/row-level security/);
    const supersede = `INSERT INTO app.evidence_version (evidence_id, inspection_id, owner, version, title, body, reason, superseded_at, superseded_by)
      VALUES ($1, $2, 'CQC', 1, 'X', 'X', 'X', auth.at(), auth.user_id())`;
    await expect(sql(analyst, supersede, [uuidOf(id), uuidOf(inspection.id)])).rejects.toThrow(/row-level security/);
  });

  it('adds no user of his organisation under another provider', async () => {
    const administrator = await administratorOf('CQC');
    const user = { userId: await idOf(administrator) };
    const { rows } = await sqlAs(user, NOW, (db) =>
      db.query<{ id: string; issuer: string }>(
        'SELECT organisation_id AS id, issuer FROM app.app_user WHERE id = auth.user_id()',
      ),
    );
    const add = `INSERT INTO app.app_user (id, issuer, subject, organisation_id, name) VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, $2, 'X')`;
    await expect(sql(user, add, ['https://elsewhere.example', rows[0]?.id])).rejects.toThrow(/row-level security/);
    await sql(user, add, [rows[0]?.issuer, rows[0]?.id]);
  });

  it('rewrites no page of a letter', async () => {
    await expect(sql(inspection.lead, 'UPDATE app.letter_text SET html = $1', ['<p>'])).resolves.toMatchObject({
      rowCount: 0,
    });
  });
});

describe('an organisation', () => {
  it('keeps an administrator: the last one neither ends his post nor is suspended', async () => {
    const planner = await aUser(await administratorOf('OFSTED'), 'OFSTED', ['PLANNER']);
    const { administrator: first, code } = await anAgency(planner.client);
    const userId = await idOf(first);
    const end = { userId, post: 'ADMINISTRATOR' };
    for (const [mutation, input] of [
      ['endPost', end],
      ['suspendUser', { userId }],
    ] as const)
      expect((await first.send(mutation, input)).problems).toEqual([
        expect.objectContaining({ at: 'userId', code: 'LAST_ADMINISTRATOR' }),
      ]);
    await expect(
      sqlAs({ userId }, NOW, (db) =>
        db.query('UPDATE app.app_user SET suspended_at = auth.at() WHERE id = auth.user_id()'),
      ),
    ).rejects.toThrow(/keeps an administrator/);
    const second = await aUser(first, code, ['ADMINISTRATOR']);
    await first.do('endPost', end);
    expect((await second.client.send('suspendUser', { userId: second.userId })).problems).toHaveLength(1);
  });
});

describe('after closing', () => {
  let own: Inspected;
  let item: string;
  let draft: string;
  let keeper: Client;

  beforeAll(async () => {
    own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const member = own.member('CQC', 'INSPECTOR');
    item = (await aPiece(member, 'CQC', own.id)).id;
    draft = (await aPiece(member, 'CQC', own.id, {}, false)).id;
    keeper = (await aUser(await administratorOf('CQC'), 'CQC', ['RECORD_KEEPER'])).client;
    await toFollowUp(own, LATER);
    await own.lead.client.at(LATER).do('closeInspection', { inspectionId: own.id });
  });

  it('evidence is withdrawn by its record keepers, and by nobody who wrote it', async () => {
    const after = '2024-06-04T09:00:00Z';
    const withdraw = { evidenceId: item, reason: 'Recorded under another child' };
    const writer = own.member('CQC', 'INSPECTOR');
    expect((await writer.client.at(after).send('withdrawEvidence', withdraw)).code).toBe('NOT_PERMITTED');
    const changed = await sqlAs(writer, after, (db) =>
      db.query(`UPDATE app.evidence SET state = 'WITHDRAWN' WHERE id = $1`, [uuidOf(item)]),
    );
    expect(changed.rowCount).toBe(0);
    await keeper.at(after).do('withdrawEvidence', withdraw);
    const seen = await keeper
      .at(after)
      .read<{ node: { state: string } }>('query ($id: ID!) { node(id: $id) { ... on Evidence { state } } }', {
        id: item,
      });
    expect(seen.node.state).toBe('WITHDRAWN');
  });

  it('drafts stay for 28 days, and are then deleted with a row of the audit', async () => {
    const author = own.member('CQC', 'INSPECTOR');
    const remove = (now: string) =>
      sqlAs(author, now, (db) => db.query<{ count: number }>('SELECT auth.delete_left_drafts() AS count'));
    const left = async (now: string) =>
      (await sqlAs(author, now, (db) => db.query('SELECT FROM app.evidence WHERE id = $1', [uuidOf(draft)]))).rowCount;
    await remove('2024-07-01T22:59:59Z');
    expect(await left('2024-07-01T22:59:59Z')).toBe(1);
    const { rows } = await remove('2024-07-01T23:00:00Z');
    expect(rows[0]?.count).toBeGreaterThanOrEqual(1);
    expect(await left('2024-06-05T09:00:00Z')).toBe(0);
    const auditor = await aUser(await administratorOf('CQC'), 'CQC', ['AUDITOR']);
    const kept = await sqlAs(auditor, '2024-07-02T09:00:00Z', (db) =>
      db.query(`SELECT operation FROM app.audit_event WHERE $1 = ANY (objects) AND operation = 'deleteLeftDrafts'`, [
        draft,
      ]),
    );
    expect(kept.rowCount).toBe(1);
  });
});
