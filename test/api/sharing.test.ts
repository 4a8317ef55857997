import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  gatewayOf,
  type Inspected,
  type TeamRole,
} from '../support/an-inspection.js';
import { inSummary, shares, sightOf, teamOf, whole } from '../support/sharing.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const NOW = '2024-03-04T09:00:00Z';
const PATIENT = { kind: 'CQC_PATIENT_RECORD', personalData: 'SPECIAL_CATEGORY' };

describe('shares of many items', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const ofsted = () => who('OFSTED').client;
  const piece = async (more: Record<string, unknown> = {}) =>
    (await aPiece(who('OFSTED'), 'OFSTED', inspection.id, more)).id;
  const share = async (input: object, client = ofsted()) =>
    (await client.do<{ shareIds: string[] }>('shareEvidenceItems', input, 'shareIds')).shareIds;
  /** Who sees how much, of those outside the owner's team. */
  const seen = async (id: string) =>
    Promise.all(teamOf(inspection, 'CQC', 'HMICFRS').map(async (member) => sightOf(member.client, id)));
  const audited = (operation: string) =>
    sqlAs(who('OFSTED'), NOW, async (db) => {
      const { rows } = await db.query<{ objects: string[] }>(
        'SELECT objects FROM app.audit_event WHERE operation = $1 AND inspection_id = $2',
        [operation, uuidOf(inspection.id)],
      );
      return rows.map(({ objects }) => objects);
    });

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('reach each recipient with each item, in the form of the item, under one record', async () => {
    const [one, two] = [await piece(), await piece()];
    const person = { assignmentId: who('HMICFRS').assignmentId };
    const shareIds = await share(shares([whole(one), inSummary(two)], [{ inspectorate: 'CQC' }, person]));
    expect(new Set(shareIds).size).toBe(4);
    for (const { client } of teamOf(inspection, 'CQC'))
      expect([await sightOf(client, one), await sightOf(client, two)]).toEqual(['WHOLE', 'SUMMARY']);
    expect([await sightOf(who('HMICFRS').client, one), await sightOf(who('HMICFRS').client, two)]).toEqual([
      'WHOLE',
      'SUMMARY',
    ]);
    expect(await sightOf(who('HMICFRS', 'ANALYST').client, one)).toBe('NONE');
    const { node } = await who('CQC').client.read<{ node: { title: string; summary: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { title summary } } }',
      { id: two },
    );
    expect(node).toEqual({ title: inSummary(two).title, summary: inSummary(two).summary });
    const records = (await audited('shareEvidenceItems')).filter((objects) => objects.includes(one));
    expect(records).toEqual([expect.arrayContaining([...shareIds, one, two])]);
  });

  it('reach, as the team, every inspectorate that takes part then, and none that joins later', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const inspector = own.member('OFSTED', 'INSPECTOR');
    const { id } = await aPiece(inspector, 'OFSTED', own.id);
    expect(await share(shares([whole(id)], [{ wholeTeam: true }]), inspector.client)).toHaveLength(2);
    await own.planner.do('inviteInspectorate', { inspectionId: own.id, inspectorate: 'HMI_PROBATION' });
    const administrator = await administratorOf('HMI_PROBATION');
    const planner = (await aUser(administrator, 'HMI_PROBATION', ['PLANNER'])).client;
    const gateway = gatewayOf('HMI_PROBATION', 'INSPECT');
    await planner.do('acceptInvitation', { inspectionId: own.id, gateway });
    const late = await aUser(administrator, 'HMI_PROBATION');
    await planner.do('assign', { inspectionId: own.id, userId: late.userId, role: 'INSPECTORATE_LEAD' });
    for (const { client } of teamOf(own, 'CQC', 'HMICFRS')) expect(await sightOf(client, id)).toBe('WHOLE');
    expect(await sightOf(late.client, id)).toBe('NONE');
    expect(await share(shares([whole(id)], [{ wholeTeam: true }]), inspector.client)).toHaveLength(3);
    expect(await sightOf(late.client, id)).toBe('WHOLE');
  });

  it('begin and end when they say, and with a person’s assignment', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const inspector = own.member('OFSTED', 'INSPECTOR').client;
    const id = (await aPiece(own.member('OFSTED', 'INSPECTOR'), 'OFSTED', own.id)).id;
    const { userId, client } = await aUser(await administratorOf('CQC'), 'CQC');
    const { assignment } = await own
      .member('CQC', 'INSPECTORATE_LEAD')
      .client.do<{ assignment: { id: string } }>(
        'assign',
        { inspectionId: own.id, userId, role: 'INSPECTOR', endsAt: '2024-03-06T09:00:00Z' },
        'assignment { id }',
      );
    const [startsAt, endsAt] = ['2024-03-05T09:00:00Z', '2024-03-08T09:00:00Z'];
    await share(
      shares([whole(id)], [{ assignmentId: assignment.id }, { inspectorate: 'HMICFRS' }], { startsAt, endsAt }),
      inspector,
    );
    const at = (who: typeof client, ...days: number[]) =>
      Promise.all(days.map((day) => sightOf(who.at(`2024-03-0${day}T10:00:00Z`), id)));
    expect(await at(client, 4, 5, 6)).toEqual(['NONE', 'WHOLE', 'NONE']);
    expect(await at(own.member('HMICFRS', 'ANALYST').client, 4, 5, 7, 8)).toEqual(['NONE', 'WHOLE', 'WHOLE', 'NONE']);
  });

  it('are all made or none: each problem names its item, and its recipient in words', async () => {
    const health = who('CQC').client;
    const own = async (more: object) => (await aPiece(who('CQC'), 'CQC', inspection.id, { ...more })).id;
    const [open, therapy] = [
      await own({ kind: 'CQC_HEALTH_POLICY' }),
      await own({ ...PATIENT, kind: 'CQC_MENTAL_HEALTH_RECORD' }),
    ];
    const items = [
      whole(open),
      whole(therapy),
      { ...whole(await own({ kind: 'CQC_HEALTH_POLICY' })), title: 'Too much' },
    ];
    const recipients = [{ inspectorate: 'OFSTED' }, { inspectorate: 'HMICFRS' }];
    const input = shares(items, recipients, { gateway: gatewayOf('CQC', 'SHARE') });
    const { problems, payload } = await health.send('shareEvidenceItems', input, 'shareIds');
    expect(problems).toEqual([
      { at: 'items.1.form', code: 'ABOVE_RELEASE', message: expect.stringMatching(/^Ofsted may have it as a summary/) },
      {
        at: 'items.1.form',
        code: 'ABOVE_RELEASE',
        message: expect.stringMatching(/^HM Inspectorate of Constabulary.*in no form/),
      },
      expect.objectContaining({ at: 'items.2.title', code: 'NOT_NEEDED' }),
    ]);
    expect(payload['shareIds']).toBeNull();
    for (const id of items.map(({ evidenceId }) => evidenceId)) {
      const { node } = await health.read<{ node: { shares: unknown[] } }>(
        'query ($id: ID!) { node(id: $id) { ... on Evidence { shares { id } } } }',
        { id },
      );
      expect(node.shares).toEqual([]);
      expect(await sightOf(who('OFSTED').client, id)).toBe('NONE');
    }
  });

  it('name what cannot be shared together: unseen, elsewhere, twice, a draft, withdrawn', async () => {
    const other = await anInspection().inStage('FIELDWORK').build();
    const elsewhere = await aPiece(other.member('OFSTED', 'INSPECTOR'), 'OFSTED', other.id);
    const [fine, withdrawn] = [await piece(), await piece()];
    const draft = (await aPiece(who('OFSTED'), 'OFSTED', inspection.id, {}, false)).id;
    const foreign = (await aPiece(who('CQC'), 'CQC', inspection.id)).id;
    await ofsted().do('withdrawEvidence', { evidenceId: withdrawn, reason: 'Consent withdrawn' });
    const items = [fine, foreign, fine, draft, withdrawn, elsewhere.id, `Evidence.${randomUUID()}`].map(whole);
    const { problems } = await ofsted().send('shareEvidenceItems', shares(items, [{ inspectorate: 'CQC' }]));
    expect(problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'items.1.evidenceId UNKNOWN_ID',
      'items.2.evidenceId REPEATED',
      'items.5.evidenceId UNKNOWN_ID',
      'items.6.evidenceId UNKNOWN_ID',
      'items.3.evidenceId NOT_SUBMITTED',
      'items.4.evidenceId NOT_SUBMITTED',
    ]);
    expect(await seen(fine)).toEqual(Array(8).fill('NONE'));
  });

  it('name the recipients that cannot be', async () => {
    const id = await piece();
    const cqc = who('CQC').assignmentId;
    const recipients = [
      { inspectorate: 'OFSTED' },
      { inspectorate: 'HMI_PRISONS' },
      { assignmentId: who('OFSTED', 'ANALYST').assignmentId },
      { assignmentId: who('CQC', 'OBSERVER').assignmentId },
      { assignmentId: cqc },
      { assignmentId: cqc },
      { inspectorate: 'CQC', wholeTeam: true },
      {},
      { inspectorate: 'HMICFRS' },
      { wholeTeam: true },
    ];
    const { problems } = await ofsted().send('shareEvidenceItems', shares([whole(id)], recipients));
    expect(problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'recipients.6 NOT_NEEDED',
      'recipients.7 MISSING',
      'recipients.0.inspectorate TAKES_NO_PART',
      'recipients.1.inspectorate TAKES_NO_PART',
      'recipients.2.assignmentId UNKNOWN_ID',
      'recipients.3.assignmentId UNKNOWN_ID',
      'recipients.5.assignmentId REPEATED',
      'recipients.9 REPEATED',
    ]);
    expect(await seen(id)).toEqual(Array(8).fill('NONE'));
  });

  it('refuse a gateway that permits no sharing, a start in the past and an end before the start', async () => {
    const input = shares([whole(await piece())], [{ inspectorate: 'CQC' }], {
      gateway: 'ACA_2002_S57',
      startsAt: '2024-03-03T09:00:00Z',
      endsAt: '2024-03-02T09:00:00Z',
    });
    expect((await ofsted().send('shareEvidenceItems', input)).problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'gateway NOT_A_GATEWAY',
      'startsAt IN_PAST',
      'endsAt DATES_REVERSED',
    ]);
  });

  it('are not for a recipient, nor for those of the owner’s team who do not write; an analyst shares data', async () => {
    const id = await piece();
    await share(shares([whole(id)], [{ inspectorate: 'CQC' }]));
    const onward = shares([whole(id)], [{ inspectorate: 'HMICFRS' }]);
    const notHis = [
      who('CQC'),
      who('CQC', 'INSPECTORATE_LEAD'),
      who('OFSTED', 'QUALITY_ASSURER'),
      who('OFSTED', 'ANALYST'),
    ];
    for (const { client } of notHis) {
      expect((await client.send('shareEvidenceItems', onward)).code).toBe('NOT_PERMITTED');
      expect(
        (
          await client.ask(
            'query ($input: ShareEvidenceItemsInput!) { sharePreview(input: $input) { problems { at } } }',
            { input: onward },
          )
        ).errors[0]?.extensions?.code,
      ).toBe('NOT_PERMITTED');
    }
    expect(await sightOf(who('HMICFRS').client, id)).toBe('NONE');
    const data = await piece({ strength: 'DATA' });
    await share(shares([whole(data)], [{ inspectorate: 'CQC' }]), who('OFSTED', 'ANALYST').client);
    expect(await sightOf(who('CQC').client, data)).toBe('WHOLE');
  });

  it('act once for a repeated idempotency key', async () => {
    const id = await piece();
    const input = { idempotencyKey: randomUUID(), ...shares([whole(id)], [{ inspectorate: 'CQC' }]) };
    const first = await share(input);
    expect(await share(input)).toEqual(first);
    expect((await ofsted().send('shareEvidenceItems', { ...input, purpose: 'Another' })).code).toBe('CONFLICT');
    const { node } = await ofsted().read<{ node: { shares: { id: string }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { shares { id } } } }',
      { id },
    );
    expect(node.shares.map((each) => each.id)).toEqual(first);
  });

  describe('revoked together', () => {
    it('undo a bulk: nobody sees any of it any longer, and it is one record', async () => {
      const [one, two] = [await piece(), await piece()];
      const shareIds = await share(shares([whole(one), inSummary(two)], [{ wholeTeam: true }]));
      const reason = 'Shared by mistake';
      expect(await ofsted().do('revokeShares', { shareIds, reason }, 'shareIds')).toMatchObject({ shareIds });
      for (const id of [one, two]) expect(await seen(id)).toEqual(Array(8).fill('NONE'));
      const { node } = await ofsted().read<{ node: { shares: { revokedAt: string | null }[] } }>(
        'query ($id: ID!) { node(id: $id) { ... on Evidence { shares { revokedAt } } } }',
        { id: one },
      );
      expect(node.shares.map(({ revokedAt }) => revokedAt)).toEqual(Array(2).fill('2024-03-04T09:00:00+00:00'));
      expect((await audited('revokeShares')).filter((objects) => objects.includes(one))).toEqual([
        expect.arrayContaining([...shareIds, one, two]),
      ]);
    });

    it('are revoked all or none, by the owner alone', async () => {
      const id = await piece();
      const shareIds = await share(shares([whole(id)], [{ wholeTeam: true }]));
      const reason = 'Shared by mistake';
      const stranger = await who('CQC').client.send('revokeShares', { shareIds: [shareIds[0]], reason });
      expect(stranger.code).toBe('NOT_PERMITTED');
      const unseen = await who('CQC').client.send('revokeShares', { shareIds: [shareIds[1]], reason });
      expect(unseen.problems).toMatchObject([{ at: 'shareIds.0', code: 'UNKNOWN_ID' }]);
      await ofsted().do('revokeShare', { shareId: shareIds[0], reason });
      const { problems } = await ofsted().send('revokeShares', { shareIds, reason });
      expect(problems).toMatchObject([{ at: 'shareIds.0', code: 'ALREADY' }]);
      expect((await seen(id)).filter((sight) => sight === 'WHOLE')).toHaveLength(4);
    });
  });
});
