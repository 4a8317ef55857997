import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/a-case.js';
import { anAgency } from '../support/an-authority.js';
import { anInspection, aPiece, type Inspected, type TeamRole } from '../support/an-inspection.js';
import {
  aBreakGlass,
  aCqcPiece,
  aShare,
  asSuperuser,
  breaking,
  CQC_NOTHING,
  CQC_SUMMARY,
  glassesOf,
  REASON,
  sight,
  theGlass,
} from '../support/break-glass.js';
import type { Client } from '../support/client.js';
import { toFollowUp } from '../support/stages.js';

const NOW = '2024-03-04T09:00:00Z';
const [LAST, END] = ['2024-03-04T09:29:59.999Z', '2024-03-04T09:30:00Z'];

/** An instant as the API writes it. */
const written = (instant: string): string => instant.replace('Z', '+00:00');

const aTeam = () =>
  anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS', 'HMI_PROBATION').inStage('FIELDWORK').build();
const codesOf = (problems: readonly { at: string; code: string }[]) => problems.map(({ at, code }) => `${at} ${code}`);

describe('breaking the glass on a case', () => {
  let inspection: Inspected;
  let lead: Client;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const ownCase = async () => (await aCase(lead, inspection)).id;
  const seen = (client: Client, id: string) => sight(client, inspection.id, id);
  const refused = async (client: Client, input: Record<string, unknown>) => {
    const before = await glassesOf(lead, inspection.id);
    const sent = await client.send('breakGlass', input);
    expect(await glassesOf(lead, inspection.id)).toEqual(before);
    return sent.code ?? codesOf(sent.problems);
  };

  beforeAll(async () => {
    inspection = await aTeam();
    lead = inspection.lead.client;
  });

  it('opens what the others have submitted, in the form that each releases, to the minute, and to the asker alone', async () => {
    const [caseId, elsewhere] = [await ownCase(), await ownCase()];
    const [whole, summary, none, draft, other] = [
      await aCqcPiece(inspection, { caseId }),
      await aCqcPiece(inspection, { caseId, ...CQC_SUMMARY }),
      await aCqcPiece(inspection, { caseId, ...CQC_NOTHING }),
      await aCqcPiece(inspection, { caseId }, false),
      await aCqcPiece(inspection, { caseId: elsewhere }),
    ];
    const police = await aPiece(who('HMICFRS'), 'HMICFRS', inspection.id, { caseId });
    const all = [whole, summary, none, draft, other, police];
    const seenBy = async (client: Client) => {
      const found: string[] = [];
      for (const { id } of all) found.push(await seen(client, id));
      return found;
    };
    const nothing = all.map(() => 'NOTHING');
    expect(await seenBy(lead)).toEqual(nothing);
    const glass = await aBreakGlass(lead, { caseId });
    expect(glass).toMatchObject({
      startsAt: written(NOW),
      endsAt: written(END),
      reason: REASON,
      inspectorate: 'OFSTED',
    });
    const opened = ['WHOLE', 'SUMMARY', 'NOTHING', 'NOTHING', 'NOTHING', 'WHOLE'];
    expect(await seenBy(lead)).toEqual(opened);
    expect(await seenBy(lead.at(LAST))).toEqual(opened);
    for (const late of [END, '2024-03-04T08:59:59.999Z']) expect(await seenBy(lead.at(late))).toEqual(nothing);
    for (const colleague of [
      who('OFSTED'),
      who('OFSTED', 'INSPECTORATE_LEAD'),
      who('HMI_PROBATION', 'INSPECTORATE_LEAD'),
    ])
      expect(await seenBy(colleague.client)).toEqual(nothing);
  });

  it('shows no earlier version, no text of a share and nobody’s caps', async () => {
    const caseId = await ownCase();
    const item = await aCqcPiece(inspection, { caseId });
    await who('CQC').client.do('supersedeEvidence', {
      evidenceId: item.id,
      version: item.version,
      title: 'Mended',
      body: 'Mended text',
      reason: 'The name is taken out',
    });
    await aShare(inspection, item.id, 'SUMMARY', { recipient: 'HMICFRS' });
    await aBreakGlass(lead, { caseId });
    const read = await lead.read(
      `query ($id: ID!) { node(id: $id) { ... on Evidence { title summary versions { version } shares { id } release { form } } }
         openEvidence(id: $id) { body earlier { body } } }`,
      { id: item.id },
    );
    expect(read).toEqual({
      node: { title: 'Mended', summary: null, versions: [], shares: [], release: [] },
      openEvidence: { body: 'Mended text', earlier: [] },
    });
  });

  it('opens what those who were told submit within the hour, and nothing of others', async () => {
    const caseId = await ownCase();
    await aCqcPiece(inspection, { caseId });
    await aBreakGlass(lead, { caseId });
    const later = await aCqcPiece(inspection, { caseId });
    const police = await aPiece(who('HMICFRS'), 'HMICFRS', inspection.id, { caseId });
    expect([await seen(lead, later.id), await seen(lead, police.id)]).toEqual(['WHOLE', 'NOTHING']);
  });

  it('is for the lead and the inspectorate leads, on a case that they see', async () => {
    const caseId = await ownCase();
    const item = await aCqcPiece(inspection, { caseId });
    for (const { client } of [who('OFSTED'), who('OFSTED', 'ANALYST'), who('OFSTED', 'QUALITY_ASSURER')])
      expect(await refused(client, breaking({ caseId }))).toBe('NOT_PERMITTED');
    const agency = inspection.agency('LOCAL_AUTHORITY').coordinator.client;
    for (const client of [who('OFSTED', 'OBSERVER').client, inspection.planner, agency])
      expect(await refused(client, breaking({ caseId }))).toBe('NOT_FOUND');
    expect(await seen(lead, item.id)).toBe('NOTHING');
    const probing = await anInspection().inStage('FIELDWORK').build();
    const { id: foreign } = await aCase(probing.lead.client, probing);
    expect(await refused(lead, breaking({ caseId: foreign }))).toBe('NOT_FOUND');
    await aBreakGlass(who('HMICFRS', 'INSPECTORATE_LEAD').client, { caseId });
    expect(await seen(who('HMICFRS', 'INSPECTORATE_LEAD').client, item.id)).toBe('WHOLE');
  });

  it('waits for notification', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const { id: caseId } = await aCase(own.lead.client, own);
    const item = await aCqcPiece(own, { caseId });
    expect((await own.lead.client.send('breakGlass', breaking({ caseId }))).code).toBe('WRONG_STATE');
    expect(await glassesOf(own.lead.client, own.id)).toEqual([]);
    await own.lead.client.do('notifyArea', { inspectionId: own.id });
    expect(await sight(own.lead.client, own.id, item.id)).toBe('NOTHING');
    await aBreakGlass(own.lead.client, { caseId });
    expect(await sight(own.lead.client, own.id, item.id)).toBe('WHOLE');
  });

  it('needs a reason of 30 code points in order, an hour at most, and one thing to open', async () => {
    const caseId = await ownCase();
    const { id: evidenceId } = await aCqcPiece(inspection, { caseId });
    const short = `  ${'e\u0301'.repeat(20)}${' '.repeat(30)}${'x'.repeat(8)}  `;
    expect(await refused(lead, breaking({ caseId }, { reason: short }))).toEqual(['reason TOO_SHORT']);
    for (const minutes of [0, 61, -1])
      expect(await refused(lead, breaking({ caseId }, { minutes }))).toEqual(['minutes OUT_OF_RANGE']);
    expect(await refused(lead, { reason: REASON, minutes: 5 })).toEqual(['caseId MISSING']);
    expect(await refused(lead, { ...breaking({ caseId }), evidenceId })).toEqual(['evidenceId NOT_NEEDED']);
    // Who may not do it is told so before his reason is read.
    expect(await refused(who('OFSTED').client, breaking({ caseId }, { reason: short }))).toBe('NOT_PERMITTED');
    expect(await seen(lead, evidenceId)).toBe('NOTHING');
    const glass = await aBreakGlass(lead, { caseId }, { reason: `${short.trim()}y`, minutes: 60 });
    expect(glass.reason).toBe(`${'é'.repeat(20)} ${'x'.repeat(8)}y`);
    expect(glass.endsAt).toBe(written('2024-03-04T10:00:00Z'));
  });

  it('is refused where no other inspectorate has submitted anything that it would open', async () => {
    const caseId = await ownCase();
    await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId });
    await aCqcPiece(inspection, { caseId }, false);
    const withdrawn = await aCqcPiece(inspection, { caseId });
    await who('CQC').client.do('withdrawEvidence', { evidenceId: withdrawn.id, reason: 'Consent withdrawn' });
    await aCqcPiece(inspection, { caseId, ...CQC_NOTHING });
    expect(await refused(lead, breaking({ caseId }))).toEqual(['caseId NOTHING_TO_OPEN']);
  });

  describe('is told', () => {
    const waitingOf = async (client: Client, objectId: string | undefined) =>
      (
        await client.read<{
          waiting: { kind: string; objectId: string; words: string; yours: boolean; dueAt: string }[];
        }>('{ waiting(first: 200) { kind objectId words yours dueAt } }')
      ).waiting.find((work) => work.objectId === objectId);

    it('to each owner in the same transaction, one record each, due at the end of the second working day', async () => {
      const caseId = await ownCase();
      await aCqcPiece(inspection, { caseId });
      await aPiece(who('HMICFRS'), 'HMICFRS', inspection.id, { caseId });
      const glass = await aBreakGlass(lead, { caseId });
      const [cqc, police] = glass.reviews;
      expect(glass.reviews.map(({ owner, dueAt, outcome }) => [owner.code, dueAt, outcome])).toEqual([
        ['CQC', written('2024-03-07T00:00:00Z'), null],
        ['HMICFRS', written('2024-03-07T00:00:00Z'), null],
      ]);
      expect(await waitingOf(who('CQC', 'INSPECTORATE_LEAD').client, cqc?.id)).toMatchObject({
        kind: 'BREAK_GLASS_REVIEW',
        yours: true,
        dueAt: '2024-03-07T00:00:00.000Z',
        words: expect.stringMatching(/OFSTED.*say whether it was justified/),
      });
      for (const [client, review] of [
        [who('CQC', 'INSPECTORATE_LEAD').client, police],
        [who('CQC').client, cqc],
        [lead, cqc],
      ] as const)
        expect(await waitingOf(client, review?.id)).toBeUndefined();
      const transactions = await asSuperuser((db) =>
        db.query<{ objects: string[] }>(
          `SELECT array_agg(object || ' ' || change ORDER BY id) AS objects FROM app.outbox
           WHERE written_by = (SELECT written_by FROM app.outbox WHERE object = $1) GROUP BY written_by`,
          [glass.id],
        ),
      );
      expect(transactions.rows).toEqual([
        { objects: [`${glass.id} TAKEN`, `${cqc?.id} ASKED`, `${police?.id} ASKED`] },
      ]);
    });

    it('to the lead as well where his own inspectorate is the owner, who follows it', async () => {
      const caseId = await ownCase();
      await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId });
      const asker = who('CQC', 'INSPECTORATE_LEAD');
      const glass = await aBreakGlass(asker.client, { caseId });
      const [review] = glass.reviews;
      expect(await waitingOf(who('OFSTED', 'INSPECTORATE_LEAD').client, review?.id)).toMatchObject({ yours: true });
      expect(await waitingOf(lead, review?.id)).toMatchObject({ yours: false });
      expect(await theGlass(lead, glass.id)).toMatchObject({ askedBy: { id: asker.userId } });
      const input = { reviewId: review?.id, version: 1, outcome: 'JUSTIFIED', words: 'It was urgent' };
      expect((await lead.send('reviewBreakGlass', input)).code).toBe('NOT_PERMITTED');
      expect((await theGlass(lead, glass.id))?.reviews).toMatchObject([{ outcome: null, version: 1 }]);
    });

    it('to nobody else, and to no owner that there are others', async () => {
      const caseId = await ownCase();
      await aCqcPiece(inspection, { caseId });
      await aPiece(who('HMICFRS'), 'HMICFRS', inspection.id, { caseId });
      const glass = await aBreakGlass(lead, { caseId });
      for (const [owner, review] of [
        ['CQC', glass.reviews[0]],
        ['HMICFRS', glass.reviews[1]],
      ] as const) {
        const told = who(owner, 'INSPECTORATE_LEAD').client;
        expect((await theGlass(told, glass.id))?.reviews.map(({ id }) => id)).toEqual([review?.id]);
        expect((await glassesOf(told, inspection.id)).map(({ id }) => id)).toContain(glass.id);
      }
      const agency = inspection.agency('POLICE_FORCE').coordinator.client;
      for (const stranger of [
        who('CQC').client,
        who('CQC', 'QUALITY_ASSURER').client,
        who('OFSTED', 'INSPECTORATE_LEAD').client,
        who('HMI_PROBATION', 'INSPECTORATE_LEAD').client,
        who('CQC', 'OBSERVER').client,
        inspection.planner,
        agency,
      ]) {
        expect(await theGlass(stranger, glass.id)).toBeNull();
        expect((await glassesOf(stranger, inspection.id)).map(({ id }) => id)).not.toContain(glass.id);
        const node = 'query ($id: ID!) { node(id: $id) { id } }';
        expect(await stranger.read(node, { id: glass.reviews[0]?.id })).toEqual({ node: null });
      }
    });
  });

  describe('is reviewed', () => {
    let glass: Awaited<ReturnType<typeof aBreakGlass>>;
    let caseId: string;
    const review = (more: Record<string, unknown> = {}) => ({
      reviewId: glass.reviews[0]?.id,
      version: 1,
      outcome: 'NOT_JUSTIFIED',
      words: 'A call would have done',
      ...more,
    });
    const cqc = () => who('CQC', 'INSPECTORATE_LEAD').client;
    const reviews = async () => (await theGlass(lead, glass.id))?.reviews;

    beforeAll(async () => {
      caseId = await ownCase();
      await aCqcPiece(inspection, { caseId });
      await aPiece(who('HMICFRS'), 'HMICFRS', inspection.id, { caseId });
      glass = await aBreakGlass(lead, { caseId });
    });

    it('by the inspectorate lead of the owner, on the version that he read, and by nobody else', async () => {
      expect((await lead.send('reviewBreakGlass', review())).code).toBe('NOT_PERMITTED');
      for (const { client } of [who('HMICFRS', 'INSPECTORATE_LEAD'), who('CQC'), who('OFSTED', 'INSPECTORATE_LEAD')])
        expect((await client.send('reviewBreakGlass', review())).code).toBe('NOT_FOUND');
      expect((await cqc().send('reviewBreakGlass', review({ version: 2 }))).code).toBe('CONFLICT');
      expect(codesOf((await cqc().send('reviewBreakGlass', review({ words: ' ' }))).problems)).toEqual([
        'words BAD_TEXT',
      ]);
      expect(await reviews()).toMatchObject([
        { outcome: null, words: null, version: 1 },
        { outcome: null, version: 1 },
      ]);
    });

    it('in its time; past it, it stays open and overdue', async () => {
      const overdue = async (now: string) => (await theGlass(cqc().at(now), glass.id))?.reviews[0]?.overdue;
      expect(await overdue('2024-03-06T23:59:59.999Z')).toBe(false);
      expect(await overdue('2024-03-07T00:00:00Z')).toBe(true);
      const { waiting } = await cqc()
        .at('2024-03-07T00:00:00Z')
        .read<{ waiting: { objectId: string; words: string }[] }>('{ waiting { objectId words } }');
      expect(waiting.find(({ objectId }) => objectId === glass.reviews[0]?.id)?.words).toMatch(/has passed/);
    });

    it('once by each owner, and not again by the same person before all have', async () => {
      const again = (client: Client) => refused(client, breaking({ caseId }));
      expect(await again(lead.at('2024-03-04T11:00:00Z'))).toEqual(['caseId NOT_REVIEWED']);
      await cqc().at('2024-03-08T09:00:00Z').do('reviewBreakGlass', review());
      expect(await reviews()).toMatchObject([
        {
          outcome: 'NOT_JUSTIFIED',
          words: 'A call would have done',
          version: 2,
          overdue: false,
          reviewedAt: written('2024-03-08T09:00:00Z'),
          reviewedBy: { id: who('CQC', 'INSPECTORATE_LEAD').userId },
        },
        { outcome: null },
      ]);
      expect((await cqc().send('reviewBreakGlass', review({ version: 2, outcome: 'JUSTIFIED' }))).code).toBe(
        'WRONG_STATE',
      );
      expect(await again(lead)).toEqual(['caseId NOT_REVIEWED']);
      const police = who('HMICFRS', 'INSPECTORATE_LEAD').client;
      await police.do('reviewBreakGlass', review({ reviewId: glass.reviews[1]?.id, outcome: 'JUSTIFIED' }));
      expect(await reviews()).toMatchObject([{ outcome: 'NOT_JUSTIFIED' }, { outcome: 'JUSTIFIED' }]);
      await aBreakGlass(lead, { caseId });
      // Another person, and another case, wait for nobody's review.
      await aBreakGlass(who('OFSTED', 'INSPECTORATE_LEAD').client, { caseId });
      const other = await ownCase();
      await aCqcPiece(inspection, { caseId: other });
      await aBreakGlass(lead, { caseId: other });
    });
  });

  it('acts once for a repeated key, and leaves its row in the audit', async () => {
    const caseId = await ownCase();
    await aCqcPiece(inspection, { caseId });
    const input = { ...breaking({ caseId }), idempotencyKey: `once-${caseId}` };
    const [first, again] = [
      await lead.send('breakGlass', input, 'breakGlass { id }'),
      await lead.send('breakGlass', input, 'breakGlass { id }'),
    ];
    expect(again.payload).toEqual(first.payload);
    expect((await lead.send('breakGlass', { ...input, minutes: 31 })).code).toBe('CONFLICT');
    const { id } = first.payload['breakGlass'] as { id: string };
    const audited = await asSuperuser((db) =>
      db.query('SELECT operation FROM app.audit_event WHERE $1 = ANY (objects)', [id]),
    );
    expect(audited.rows).toEqual([{ operation: 'breakGlass' }]);
  });
});

describe('what a break-glass gives', () => {
  it('ends with the assignment by which it was asked, and is not asked again by another before the review', async () => {
    const own = await aTeam();
    const { lead } = own;
    const { id: caseId } = await aCase(lead.client, own);
    const item = await aCqcPiece(own, { caseId });
    await aBreakGlass(lead.client, { caseId });
    await own.planner.do('endAssignment', { assignmentId: own.member('OFSTED', 'INSPECTORATE_LEAD').assignmentId });
    await own.planner.do('assign', { inspectionId: own.id, userId: lead.userId, role: 'INSPECTORATE_LEAD' });
    expect(await sight(lead.client, own.id, item.id)).toBe('WHOLE');
    await own.planner.do('endAssignment', { assignmentId: lead.assignmentId });
    expect(await sight(lead.client, own.id, item.id)).toBe('NOTHING');
    expect(codesOf((await lead.client.send('breakGlass', breaking({ caseId }))).problems)).toEqual([
      'caseId NOT_REVIEWED',
    ]);
    expect(await glassesOf(lead.client, own.id)).toHaveLength(1);
  });

  it('is subtracted from by a conflict of interest, with the case or with an agency', async () => {
    const own = await aTeam();
    const lead = own.lead.client;
    const agency = await anAgency(own.planner, 'NHS_PROVIDER');
    const { id: caseId } = await aCase(lead, own);
    const sourced = await aCqcPiece(own, { caseId, sourceAgencyId: agency.id });
    await lead.do('declareConflict', { agencyId: agency.id, reason: 'A past employer' });
    // The only item is hidden from him: its owner is not told, and he is not told of its owner.
    expect(codesOf((await lead.send('breakGlass', breaking({ caseId }))).problems)).toEqual(['caseId NOTHING_TO_OPEN']);
    const plain = await aCqcPiece(own, { caseId });
    const glass = await aBreakGlass(lead, { caseId });
    expect([await sight(lead, own.id, sourced.id), await sight(lead, own.id, plain.id)]).toEqual(['NOTHING', 'WHOLE']);
    await lead.do('declareConflict', { caseId, reason: 'A neighbour' });
    expect(await sight(lead, own.id, plain.id)).toBe('NOTHING');
    expect(await theGlass(lead, glass.id)).toBeNull();
    expect((await lead.send('breakGlass', breaking({ caseId }))).code).toBe('NOT_FOUND');
    expect(await theGlass(own.member('CQC', 'INSPECTORATE_LEAD').client, glass.id)).toMatchObject({ id: glass.id });
  });

  it('ends at closing, which leaves the record to be read for 28 days and not to be written', async () => {
    const own = await aTeam();
    const lead = own.lead.client;
    const cqc = own.member('CQC', 'INSPECTORATE_LEAD').client;
    const { id: caseId } = await aCase(lead, own);
    const item = await aCqcPiece(own, { caseId });
    await toFollowUp(own, NOW);
    const glass = await aBreakGlass(lead, { caseId });
    expect(await sight(lead, own.id, item.id)).toBe('WHOLE');
    await lead.at('2024-03-04T09:10:00Z').do('closeInspection', { inspectionId: own.id });
    for (const now of [NOW, '2024-03-04T09:10:00Z', '2024-03-04T09:20:00Z'])
      expect(await sight(lead.at(now), own.id, item.id)).toBe('NOTHING');
    const [after, last, over] = ['2024-03-05T09:00:00Z', '2024-04-01T22:59:59Z', '2024-04-01T23:00:00Z'];
    for (const reader of [lead, cqc]) {
      expect(await theGlass(reader.at(last), glass.id)).toMatchObject({ reviews: [{ outcome: null, overdue: true }] });
      expect(await theGlass(reader.at(over), glass.id)).toBeNull();
    }
    expect((await lead.at(after).send('breakGlass', breaking({ caseId }))).code).toBe('WRONG_STATE');
    const review = { reviewId: glass.reviews[0]?.id, version: 1, outcome: 'JUSTIFIED', words: 'Yes' };
    expect((await cqc.at(after).send('reviewBreakGlass', review)).code).toBe('WRONG_STATE');
    expect(await theGlass(cqc.at(after), glass.id)).toMatchObject({ reviews: [{ outcome: null, version: 1 }] });
  });

  it('leaves the time to review as long as a pause lasts', async () => {
    const own = await aTeam();
    const lead = own.lead.client;
    const { id: caseId } = await aCase(lead, own);
    await aCqcPiece(own, { caseId });
    const mark = { inspectionId: own.id, authority: 'The chief inspector', reason: 'A flood' };
    const glass = await aBreakGlass(lead, { caseId });
    await lead.at('2024-03-05T09:00:00Z').do('markInspection', { ...mark, kind: 'PAUSED' });
    const review = async (now: string) => (await theGlass(lead.at(now), glass.id))?.reviews[0];
    expect(await review('2024-03-08T09:00:00Z')).toMatchObject({ overdue: false });
    await lead.at('2024-03-08T09:00:00Z').do('markInspection', { ...mark, kind: 'RESUMED' });
    expect(await review('2024-03-09T23:59:59.999Z')).toMatchObject({
      dueAt: written('2024-03-10T00:00:00Z'),
      overdue: false,
    });
    expect(await review('2024-03-10T00:00:00Z')).toMatchObject({ overdue: true });
  });
});
