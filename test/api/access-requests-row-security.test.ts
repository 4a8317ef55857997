import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { anInspection, aPiece, type Inspected, type Member } from '../support/an-inspection.js';
import { closed, inSummary, shares, whole } from '../support/sharing.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const NOW = '2024-03-04T10:00:00Z';

/** What the database itself says to the application under a principal: how many rows, or which rule refused. */
async function told(who: Pick<Member, 'userId'>, text: string, values: unknown[], now = NOW): Promise<string> {
  try {
    return await sqlAs(who, now, async (db) => `${(await db.query(text, values)).rowCount ?? 0} rows`);
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message.replace(/ for (table|relation) .*/, '');
  }
}
const ROW_SECURITY = 'new row violates row-level security policy';
const DENIED = 'permission denied';

describe('row security of requests for access', () => {
  let inspection: Inspected;
  let writer: Member;
  let asker: Member;
  let itemId: string;

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    writer = inspection.member('OFSTED', 'INSPECTOR');
    asker = inspection.member('CQC', 'INSPECTOR');
    itemId = (await aPiece(writer, 'OFSTED', inspection.id)).id;
    await writer.client.do('shareEvidenceItems', shares([inSummary(itemId)], [{ inspectorate: 'CQC' }]));
  });

  const INSERT = `INSERT INTO app.access_request (id, evidence_id, inspection_id, owner, asked_by, assignment_id, recipient,
      recipient_assignment_id, form, reason, asked_at, due_at, calendar_version, state, decided_by, decided_at, share_id)
    SELECT gen_random_uuid(), evidence_id, inspection_id, 'OFSTED', asked_by, assignment_id, recipient, recipient_assignment_id, 'WHOLE',
      'A reason', coalesce(asked_at, auth.at()), auth.at() + interval '2 days', 'any', coalesce(state, 'OPEN'), decided_by, decided_at, share_id
    FROM jsonb_to_record($1) r (evidence_id uuid, inspection_id uuid, asked_by uuid, assignment_id uuid, recipient text,
      recipient_assignment_id uuid, asked_at timestamptz, state text, decided_by uuid, decided_at timestamptz, share_id uuid)`;
  const row = (by: Member, more: object = {}) => [
    JSON.stringify({
      evidence_id: uuidOf(itemId),
      inspection_id: uuidOf(inspection.id),
      asked_by: uuidOf(by.userId),
      assignment_id: uuidOf(by.assignmentId),
      recipient: 'HMICFRS',
      ...more,
    }),
  ];
  const DECIDE = `UPDATE app.access_request SET state = $2, share_id = $3, decision_reason = 'So', decided_by = $4, decided_at = auth.at() WHERE id = $1`;
  const decision = (id: string, state: string, by: Member, shareId: string | null = null) => [
    uuidOf(id),
    state,
    shareId === null ? null : uuidOf(shareId),
    uuidOf(by.userId),
  ];
  const asked = async (more: object = {}) => {
    const { request } = await asker.client.do<{ request: { id: string } }>(
      'requestAccess',
      { evidenceId: itemId, recipient: 'CQC', form: 'WHOLE', reason: 'A reason', ...more },
      'request { id }',
    );
    return request.id;
  };
  const shared = async (evidenceId: string, recipient: object) => {
    const { shareIds } = await writer.client.do<{ shareIds: string[] }>(
      'shareEvidenceItems',
      shares([whole(evidenceId)], [recipient]),
      'shareIds',
    );
    return shareIds[0] ?? '';
  };

  it('lets each ask in his own name and seat, of what he sees, as open and now', async () => {
    const other = inspection.member('CQC', 'ANALYST');
    const unseen = (await aPiece(writer, 'OFSTED', inspection.id)).id;
    expect(await told(asker, INSERT, row(other))).toBe(ROW_SECURITY);
    expect(await told(asker, INSERT, row(asker, { assignment_id: uuidOf(other.assignmentId) }))).toBe(ROW_SECURITY);
    expect(await told(asker, INSERT, row(asker, { asked_at: '2024-03-01T09:00:00Z' }))).toBe(ROW_SECURITY);
    expect(
      await told(asker, INSERT, row(asker, { state: 'REFUSED', decided_by: uuidOf(asker.userId), decided_at: NOW })),
    ).toBe(ROW_SECURITY);
    expect(await told(writer, INSERT, row(writer))).toBe(ROW_SECURITY);
    expect(await told(asker, INSERT, row(asker, { evidence_id: uuidOf(unseen) }))).toBe('access_request_seen');
    expect(
      await told(inspection.member('HMICFRS', 'INSPECTOR'), INSERT, row(inspection.member('HMICFRS', 'INSPECTOR'))),
    ).toBe('access_request_seen');
    expect(await told(asker, INSERT, row(asker, { recipient: 'HMI_PRISONS' }))).toBe('access_request_recipient');
    const stranger = uuidOf(other.assignmentId);
    expect(await told(asker, INSERT, row(asker, { recipient_assignment_id: stranger }))).toBe(
      'access_request_recipient',
    );
    expect(await told(asker, INSERT, row(asker))).toBe('1 rows');
    expect(await told(asker, INSERT, row(asker))).toBe('access_request_open');
  });

  it('lets nobody write who sees a request, when it is due, or what was asked, or delete it', async () => {
    const id = uuidOf(await asked());
    for (const who of [asker, writer]) {
      for (const [column, value] of [
        ['audience_id', '0'],
        ['item_audience_id', '0'],
        ['subject_ids', `'{}'`],
        ['due_at', 'auth.at()'],
        ['reason', `'Another'`],
        ['form', `'SUMMARY'`],
      ])
        expect(await told(who, `UPDATE app.access_request SET ${column} = ${value} WHERE id = $1`, [id])).toBe(DENIED);
      expect(await told(who, 'DELETE FROM app.access_request WHERE id = $1', [id])).toBe(DENIED);
    }
    expect(await told(asker, `INSERT INTO app.access_request (id, audience_id) VALUES ($1, 1)`, [randomUUID()])).toBe(
      DENIED,
    );
  });

  it('lets only the owner’s writers decide, under their own name, by a share of what was asked', async () => {
    const item = (await aPiece(writer, 'OFSTED', inspection.id)).id;
    await writer.client.do('shareEvidenceItems', shares([inSummary(item)], [{ inspectorate: 'CQC' }]));
    const id = await asked({ evidenceId: item, form: 'SUMMARY', recipient: 'HMICFRS' });
    expect(await told(asker, DECIDE, decision(id, 'REFUSED', asker))).toBe('0 rows');
    expect(
      await told(
        inspection.member('OFSTED', 'ANALYST'),
        DECIDE,
        decision(id, 'REFUSED', inspection.member('OFSTED', 'ANALYST')),
      ),
    ).toBe('0 rows');
    expect(await told(inspection.member('OFSTED', 'QUALITY_ASSURER'), DECIDE, decision(id, 'REFUSED', writer))).toBe(
      '0 rows',
    );
    expect(await told(writer, DECIDE, decision(id, 'REFUSED', inspection.lead))).toBe('access_request_state');
    expect(await told(writer, DECIDE, decision(id, 'OPEN', writer))).toBe('access_request_state');
    expect(await told(writer, DECIDE, decision(id, 'GRANTED', writer))).toBe('access_request_share');
    const ofAnother = await shared(itemId, { inspectorate: 'HMICFRS' });
    const toAnother = await shared(item, { inspectorate: 'CQC' });
    const toPerson = await shared(item, { assignmentId: inspection.member('HMICFRS', 'ANALYST').assignmentId });
    const tooWide = await shared(item, { inspectorate: 'HMICFRS' });
    for (const share of [ofAnother, toAnother, toPerson, tooWide])
      expect(await told(writer, DECIDE, decision(id, 'GRANTED', writer, share))).toBe('access_request_share');
    expect(await told(writer, DECIDE, decision(id, 'REFUSED', writer))).toBe('1 rows');
    for (const state of ['GRANTED', 'REFUSED', 'OPEN'])
      expect(await told(writer, DECIDE, decision(id, state, writer, tooWide))).toBe('access_request_decided');
  });

  it('lets nothing be asked or decided after closing', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const [owner, recipient] = [own.member('OFSTED', 'INSPECTOR'), own.member('CQC', 'INSPECTOR')];
    const { id } = await aPiece(owner, 'OFSTED', own.id);
    await owner.client.do('shareEvidenceItems', shares([inSummary(id)], [{ inspectorate: 'CQC' }]));
    await closed(own);
    const values = row(recipient, { evidence_id: uuidOf(id), inspection_id: uuidOf(own.id) });
    expect(await told(recipient, INSERT, values, '2024-06-04T09:00:00Z')).toBe('access_request_closed');
  });

  it('settles who sees a request from the facts alone: settled anew, nothing differs', async () => {
    const id = uuidOf(
      await asked({ recipient: 'CQC', recipientAssignmentId: inspection.member('CQC', 'ANALYST').assignmentId }),
    );
    // Of the platform's database, which is not the one that the superuser's address names.
    const address = new URL(process.env['TEST_DATABASE_SUPERUSER_URL'] ?? '');
    address.pathname = new URL(process.env['TEST_DATABASE_URL'] ?? '').pathname;
    const db = new pg.Client({ connectionString: address.href });
    await db.connect();
    try {
      const look = async (): Promise<unknown[]> => {
        const { rows } = await db.query<object>(
          'SELECT audience_id, item_audience_id, subject_ids FROM app.access_request WHERE id = $1',
          [id],
        );
        return rows;
      };
      const before = await look();
      expect(before).toMatchObject([{ audience_id: expect.not.stringMatching(/^0$/) }]);
      await db.query('BEGIN');
      await db.query('SELECT auth.place_evidence($1)', [uuidOf(itemId)]);
      await db.query('SELECT auth.place_access_request($1)', [id]);
      expect(await look()).toEqual(before);
      await db.query('ROLLBACK');
    } finally {
      await db.end();
    }
  });
});
