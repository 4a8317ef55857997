import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  firstKind,
  gatewayOf,
  type Inspected,
  type Member,
} from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { sqlAs } from '../support/sql-as.js';

const ITEM = `query ($id: ID!) { node(id: $id) { ... on Evidence { id state version kind title summary owner { code } shares { form recipient { code } } release { recipient form } versions { version reason } withdrawnBecause } } openEvidence(id: $id) { body earlier { version body } } }`;
interface Item {
  id: string;
  state: string;
  version: number;
  kind: string | null;
  title: string | null;
  body: string | null;
  summary: string | null;
  shares: { form: string; recipient: { code: string } }[];
  release: { recipient: string; form: string }[];
  versions: { version: number; reason: string }[];
  earlier: { version: number; body: string }[];
  withdrawnBecause: string | null;
}
/** The item as somebody sees it, with its text where he may open that. */
async function read(client: Client, id: string): Promise<Item | null> {
  const { node, openEvidence } = await client.read<{
    node: Item | null;
    openEvidence: Pick<Item, 'body' | 'earlier'> | null;
  }>(ITEM, { id });
  return node && { ...node, body: openEvidence?.body ?? null, earlier: openEvidence?.earlier ?? [] };
}

describe('evidence', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: Parameters<Inspected['member']>[1] = 'INSPECTOR') =>
    inspection.member(inspectorate, role);
  const share = (id: string, more: Record<string, unknown>) => ({
    evidenceId: id,
    recipient: 'CQC',
    form: 'WHOLE',
    gateway: gatewayOf('OFSTED', 'SHARE'),
    purpose: 'To corroborate a finding',
    ...more,
  });

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('is private to its author until it is submitted', async () => {
    const draft = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, {}, false);
    expect(await read(who('OFSTED').client, draft.id)).toMatchObject({ state: 'DRAFT' });
    expect(await read(who('OFSTED', 'INSPECTORATE_LEAD').client, draft.id)).toBeNull();
    expect(await read(inspection.lead.client, draft.id)).toBeNull();
    expect(await read(who('CQC').client, draft.id)).toBeNull();
  });

  it("is seen by its inspectorate's team, and by no other, once submitted", async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    expect((await read(who('OFSTED', 'ANALYST').client, item.id))?.body).toMatch(/^Body/);
    expect((await read(who('OFSTED', 'QUALITY_ASSURER').client, item.id))?.body).toMatch(/^Body/);
    for (const stranger of [
      who('CQC'),
      who('HMICFRS', 'INSPECTORATE_LEAD'),
      who('OFSTED', 'OBSERVER'),
      who('OFSTED', 'SIGNATORY'),
      inspection.agency('LOCAL_AUTHORITY').coordinator,
    ])
      expect(await read(stranger.client, item.id)).toBeNull();
  });

  it('is seen whole by the inspectorate that it is shared with, and no longer once the share is revoked', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    const { share: made } = await who('OFSTED').client.do<{ share: { id: string } }>(
      'shareEvidence',
      share(item.id, {}),
      'share { id }',
    );
    expect((await read(who('CQC').client, item.id))?.body).toMatch(/^Body/);
    expect(await read(who('HMICFRS').client, item.id)).toBeNull();
    await who('OFSTED').client.do('revokeShare', { shareId: made.id, reason: 'Shared by mistake' });
    expect(await read(who('CQC').client, item.id)).toBeNull();
  });

  it("shows a summary share's own title and text, and nothing of the item's", async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    await who('OFSTED').client.do(
      'shareEvidence',
      share(item.id, { form: 'SUMMARY', title: 'In short', summary: 'What you need to know' }),
    );
    const seen = await read(who('CQC').client, item.id);
    expect(seen).toMatchObject({ title: 'In short', summary: 'What you need to know', body: null, release: [] });
    expect(seen?.shares).toHaveLength(1);
  });

  it('is not shared above what its owner releases', async () => {
    const record = await aPiece(who('CQC'), 'CQC', inspection.id, {
      kind: 'CQC_PATIENT_RECORD',
      personalData: 'SPECIAL_CATEGORY',
    });
    const sent = await who('CQC').client.send('shareEvidence', {
      ...share(record.id, { recipient: 'OFSTED' }),
      gateway: gatewayOf('CQC', 'SHARE'),
    });
    expect(sent.problems).toEqual([expect.objectContaining({ at: 'form', code: 'ABOVE_RELEASE' })]);
    expect(await read(who('OFSTED').client, record.id)).toBeNull();
  });

  it('gives its text only to an opening that was recorded, and to nobody who does not see it whole', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    const openings = (member: Member) =>
      sqlAs(member, '2024-03-19T10:00:00Z', async (db) => {
        const { rows } = await db.query('SELECT 1 FROM app.audit_event WHERE operation = $1 AND $2 = ANY (objects)', [
          'openEvidence',
          item.id,
        ]);
        return rows.length;
      });
    const open = 'query ($id: ID!) { openEvidence(id: $id) { body } }';
    expect(await who('CQC').client.read(open, { id: item.id })).toEqual({ openEvidence: null });
    expect(await openings(who('CQC'))).toBe(0);
    const analyst = who('OFSTED', 'ANALYST');
    expect(await analyst.client.read(open, { id: item.id })).toEqual({ openEvidence: { body: expect.any(String) } });
    expect(await openings(analyst)).toBe(1);
  });

  it('is opened by whoever cuts a passage from it, which is recorded too', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    await who('OFSTED').client.do('draftFinding', {
      inspectionId: inspection.id,
      kind: 'STRENGTH',
      placement: 'STRENGTH',
      position: 1,
      criterion: firstKind('OFSTED').criterion,
      statement: 'Referrals are read on the day',
      citations: [{ evidenceId: item.id, passage: { start: 0, end: 4 } }],
    });
    const recorded = await sqlAs(who('OFSTED'), '2024-03-19T10:00:00Z', async (db) => {
      const { rows } = await db.query<{ objects: string[] }>(
        'SELECT objects FROM app.audit_event WHERE operation = $1 AND $2 = ANY (objects)',
        ['draftFinding', item.id],
      );
      return rows;
    });
    expect(recorded).toHaveLength(1);
  });

  it('can be shared with an inspectorate that joined after it was filed', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const inspector = own.member('OFSTED', 'INSPECTOR');
    const item = await aPiece(inspector, 'OFSTED', own.id);
    await own.planner.do('inviteInspectorate', { inspectionId: own.id, inspectorate: 'HMI_PROBATION' });
    const administrator = await administratorOf('HMI_PROBATION');
    const { client: joining } = await aUser(administrator, 'HMI_PROBATION', ['PLANNER']);
    const input = share(item.id, { recipient: 'HMI_PROBATION' });
    expect((await inspector.client.send('shareEvidence', input)).problems).toMatchObject([
      { at: 'recipient', code: 'TAKES_NO_PART' },
    ]);
    await joining.do('acceptInvitation', { inspectionId: own.id, gateway: gatewayOf('HMI_PROBATION', 'INSPECT') });
    await inspector.client.do('shareEvidence', input);
  });

  it('keeps the earlier version when it is superseded, and says why', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    const before = await read(who('OFSTED').client, item.id);
    await who('OFSTED').client.do('supersedeEvidence', {
      evidenceId: item.id,
      version: item.version,
      title: 'Mended',
      body: 'Mended body',
      reason: 'Wrong date',
    });
    const after = await read(who('OFSTED').client, item.id);
    expect(after).toMatchObject({
      title: 'Mended',
      versions: [{ version: item.version, reason: 'Wrong date' }],
      earlier: [{ version: item.version, body: before?.body }],
    });
  });

  it('shows title and reason to its own inspectorate once withdrawn, and to a recipient that it exists', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    await who('OFSTED').client.do('shareEvidence', share(item.id, {}));
    await who('OFSTED').client.do('withdrawEvidence', { evidenceId: item.id, reason: 'Consent withdrawn' });
    expect(await read(who('OFSTED').client, item.id)).toMatchObject({
      state: 'WITHDRAWN',
      body: null,
      withdrawnBecause: 'Consent withdrawn',
      title: expect.stringMatching(/^Note/),
    });
    expect(await read(who('CQC').client, item.id)).toMatchObject({
      state: 'WITHDRAWN',
      kind: null,
      title: null,
      body: null,
      withdrawnBecause: null,
    });
  });

  it('refuses a stale version and leaves the row as it was', async () => {
    const draft = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, {}, false);
    await who('OFSTED').client.do('editDraftEvidence', {
      evidenceId: draft.id,
      version: 1,
      title: 'Second',
      body: 'Second',
    });
    const sent = await who('OFSTED').client.send('editDraftEvidence', {
      evidenceId: draft.id,
      version: 1,
      title: 'Third',
      body: 'Third',
    });
    expect(sent.code).toBe('CONFLICT');
    expect(await read(who('OFSTED').client, draft.id)).toMatchObject({ title: 'Second', version: 2 });
  });

  it('is listed newest first, page by page, without gap or repetition', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const inspector = own.member('OFSTED', 'INSPECTOR');
    const ids: string[] = [];
    for (let minute = 10; minute < 15; minute += 1) {
      const member = { ...inspector, client: inspector.client.at(`2024-03-19T10:${minute}:00Z`) };
      ids.unshift((await aPiece(member, 'OFSTED', own.id)).id);
    }
    const page = (after: string | null) =>
      inspector.client.read<{
        evidence: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(
        'query ($id: ID!, $after: String) { evidence(inspectionId: $id, first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { id: own.id, after },
      );
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { evidence } = await page(after);
      seen.push(...evidence.nodes.map(({ id }) => id));
      [after, more] = [evidence.pageInfo.endCursor, evidence.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(ids);
  });

  it('acts once for a repeated idempotency key, and refuses the key for another input', async () => {
    const draft = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, {}, false);
    const input = { idempotencyKey: 'once-and-only-once', evidenceId: draft.id, version: 1 };
    const first = await who('OFSTED').client.do<{ receipt: { code: string } }>('submitEvidence', input);
    const again = await who('OFSTED').client.do<{ receipt: { code: string } }>('submitEvidence', input);
    expect(again.receipt).toEqual(first.receipt);
    expect((await who('OFSTED').client.send('submitEvidence', { ...input, version: 2 })).code).toBe('CONFLICT');
  });
});
