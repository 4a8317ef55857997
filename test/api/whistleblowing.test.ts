import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { anAgency } from '../support/an-authority.js';
import { administratorOf, anInspection, aUser, type Inspected } from '../support/an-inspection.js';
import { type Client, thePublic } from '../support/client.js';
import { said } from '../support/findings.js';
import {
  aFiling,
  aHandler,
  eventsSeen,
  itemsSeen,
  opened,
  receiptsSeen,
  theItem,
  type AHandler,
} from '../support/whistleblowing.js';

const build = () => anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();

describe('filing', () => {
  let inspection: Inspected;
  let handler: AHandler;
  const words = 'We were told to leave the dates out.';
  const seen = () => itemsSeen(handler.client, inspection.id);

  beforeAll(async () => {
    inspection = await build();
    handler = await aHandler(inspection);
  });

  it('is open to everybody with an assignment, of an agency too', async () => {
    const police = inspection.agency('POLICE_FORCE');
    const signatory = await aUser(police.administrator, police.code);
    await police.coordinator.client.do('assign', {
      inspectionId: inspection.id,
      userId: signatory.userId,
      role: 'AGENCY_SIGNATORY',
    });
    const authors = [
      inspection.lead,
      ...(['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER', 'OBSERVER', 'SIGNATORY'] as const).map(
        (role) => inspection.member('CQC', role),
      ),
      police.coordinator,
      police.contributor,
      signatory,
    ];
    const codes = new Set<string>();
    for (const { client } of authors) codes.add(await aFiling(client, inspection.id));
    expect(codes.size).toBe(authors.length);
    expect(await seen()).toHaveLength(authors.length);
  });

  it('is open at any stage', async () => {
    const planned = await anInspection().inStage('PLANNED').build();
    const reader = await aHandler(planned);
    await aFiling(planned.member('HMICFRS', 'ANALYST').client, planned.id);
    expect(await itemsSeen(reader.client, planned.id)).toMatchObject([{ state: 'RECEIVED' }]);
  });

  it('is open to nobody else: planners, handlers, former members, strangers, the public', async () => {
    const before = await seen();
    const gone = inspection.member('HMICFRS', 'ANALYST');
    await inspection.plannerOf('HMICFRS').do('endAssignment', { assignmentId: gone.assignmentId });
    const stranger = await aUser(await administratorOf('CQC'), 'CQC');
    for (const [client, code] of [
      [inspection.planner, 'NOT_PERMITTED'],
      [inspection.plannerOf('CQC'), 'NOT_PERMITTED'],
      [inspection.agency('POLICE_FORCE').administrator, 'NOT_PERMITTED'],
      [handler.client, 'NOT_PERMITTED'],
      [gone.client, 'NOT_FOUND'],
      [stranger.client, 'NOT_FOUND'],
      [thePublic(), 'NOT_SIGNED_IN'],
    ] as const)
      expect((await client.send('fileWhistleblowing', { inspectionId: inspection.id, words })).code).toBe(code);
    expect(await seen()).toEqual(before);
  });

  it('names an agency, or none, and nothing else', async () => {
    const before = await seen();
    const author = inspection.member('CQC', 'INSPECTOR').client;
    for (const agencyId of [`Agency.${randomUUID()}`, inspection.id, inspection.lead.userId]) {
      const sent = await author.send('fileWhistleblowing', { inspectionId: inspection.id, words, agencyId });
      expect(sent.problems).toMatchObject([{ at: 'agencyId', code: 'UNKNOWN_ID' }]);
    }
    expect(await seen()).toEqual(before);
  });

  it('gives its author the receipt and the time, and nothing else, then or later', async () => {
    const own = await build();
    const author = own.member('CQC', 'INSPECTOR').client.at('2024-03-19T22:30:00Z');
    const { receipt } = await author.do<{ receipt: { code: string } }>('fileWhistleblowing', {
      inspectionId: own.id,
      words,
    });
    const reader = await aHandler(own);
    const { id, version } = await theItem(reader.client, own.id);
    await reader.client.do('handleWhistleblowing', { itemId: id, version, step: 'TAKEN_IN_HAND' });
    const [kept, ...more] = await receiptsSeen(author);
    expect([kept?.code, more]).toEqual([receipt.code, []]);
    expect(new Date(kept?.at ?? '').toISOString()).toBe('2024-03-19T22:30:00.000Z');
    expect(await itemsSeen(author, own.id)).toEqual([]);
    expect(await eventsSeen(author, own.id)).toEqual([]);
    expect(await opened(author, id)).toBeNull();
    for (const other of [reader.client, own.lead.client, own.member('CQC', 'ANALYST').client])
      expect(await receiptsSeen(other)).toEqual([]);
    await own.plannerOf('CQC').do('endAssignment', { assignmentId: own.member('CQC', 'INSPECTOR').assignmentId });
    expect(await receiptsSeen(author)).toHaveLength(1);
  });

  it('is accepted where nobody handles it, and found by whoever is named later', async () => {
    const own = await build();
    const code = await aFiling(own.member('CQC', 'OBSERVER').client, own.id);
    const later = await aHandler(own);
    const { id } = await theItem(later.client, own.id);
    expect(await opened(later.client, id)).toMatchObject({ receiptCode: code, words });
  });

  it('acts once under one idempotency key', async () => {
    const own = await build();
    const reader = await aHandler(own);
    const input = { inspectionId: own.id, words, idempotencyKey: randomUUID() };
    const author = own.member('CQC', 'ANALYST').client;
    const [first, again] = [await author.do('fileWhistleblowing', input), await author.do('fileWhistleblowing', input)];
    expect(again).toEqual(first);
    await theItem(reader.client, own.id);
    expect(await receiptsSeen(author)).toHaveLength(1);
    const other = await author.send('fileWhistleblowing', { ...input, words: 'Something else.' });
    expect(other.code).toBe('CONFLICT');
  });
});

describe('an item', () => {
  let inspection: Inspected;
  let handler: AHandler;
  let id: string;

  beforeAll(async () => {
    inspection = await build();
    handler = await aHandler(inspection);
    const author = inspection.agency('POLICE_FORCE').contributor.client.at('2024-07-01T23:30:00Z');
    await aFiling(author, inspection.id);
    ({ id } = await theItem(handler.client, inspection.id));
  });

  it('is seen by its handlers and by nobody else, in no way', async () => {
    const administrator = await administratorOf('OFSTED');
    const others: Record<string, Client> = {
      author: inspection.agency('POLICE_FORCE').contributor.client,
      lead: inspection.lead.client,
      'own lead': inspection.member('OFSTED', 'INSPECTORATE_LEAD').client,
      'lead elsewhere': inspection.member('CQC', 'INSPECTORATE_LEAD').client,
      inspector: inspection.member('OFSTED', 'INSPECTOR').client,
      assurer: inspection.member('OFSTED', 'QUALITY_ASSURER').client,
      planner: inspection.planner,
      administrator,
      auditor: (await aUser(administrator, 'OFSTED', ['AUDITOR'])).client,
      keeper: (await aUser(administrator, 'OFSTED', ['RECORD_KEEPER'])).client,
      coordinator: inspection.agency('POLICE_FORCE').coordinator.client,
      'handler of another': (await aHandler(await build())).client,
      public: thePublic('2024-03-19T10:00:00Z'),
    };
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await handler.client.read(node, { id })).toEqual({ node: { id } });
    for (const [who, client] of Object.entries(others)) {
      expect([who, await client.read(node, { id })]).toEqual([who, { node: null }]);
      if (who === 'public') continue;
      expect([who, await opened(client, id)]).toEqual([who, null]);
      expect([who, await itemsSeen(client, inspection.id)]).toEqual([who, []]);
      expect([who, await eventsSeen(client, inspection.id)]).toEqual([who, []]);
      const input = { itemId: id, version: 1, step: 'TAKEN_IN_HAND' };
      expect([who, (await client.send('handleWhistleblowing', input)).code]).toEqual([who, 'NOT_FOUND']);
    }
    expect(await theItem(handler.client, inspection.id)).toMatchObject({ state: 'RECEIVED', version: 1, steps: [] });
  });

  it('tells the handlers its day; its words, author and hour where it is opened', async () => {
    const item = await theItem(handler.client, inspection.id);
    expect(item).toEqual({ id, state: 'RECEIVED', version: 1, receivedOn: '2024-07-02', agency: null, steps: [] });
    expect(await opened(handler.client, id)).toEqual({
      words: 'We were told to leave the dates out.',
      receiptCode: expect.stringMatching(/^[0-9A-F]{8}$/),
      receivedAt: '2024-07-01T23:30:00.000Z',
      author: {
        personId: inspection.agency('POLICE_FORCE').contributor.userId,
        name: expect.stringMatching(/^User /),
        organisation: 'POLICE_FORCE of Test',
        contact: null,
      },
      notes: [],
    });
  });

  it('brings its handlers no more of the inspection than that it exists', async () => {
    const seen = await handler.client.read(
      'query ($id: ID!) { inspection(id: $id) { id stage assignments { id } } evidence(inspectionId: $id) { nodes { id } } }',
      { id: inspection.id },
    );
    expect(seen).toEqual({
      inspection: { id: inspection.id, stage: 'FIELDWORK', assignments: [] },
      evidence: { nodes: [] },
    });
  });

  it('is neither cited nor shared, by a handler who writes there either', async () => {
    const writer = inspection.member('OFSTED', 'INSPECTOR');
    await aHandler(inspection, writer);
    expect(await opened(writer.client, id)).not.toBeNull();
    for (const evidenceId of [id, id.replace('WhistleblowingItem', 'Evidence')]) {
      const share = await writer.client.send('shareEvidence', {
        evidenceId,
        recipient: 'CQC',
        form: 'WHOLE',
        gateway: 'any',
        purpose: 'any',
      });
      expect(share.code).toBe('NOT_FOUND');
      const cited = await writer.client.send('draftFinding', {
        inspectionId: inspection.id,
        ...said('OFSTED'),
        citations: [{ evidenceId }],
      });
      expect(cited.problems.map(({ at }) => at)).toEqual([expect.stringMatching(/^citations/)]);
    }
  });

  it('is hidden by a conflict of interest with the agency that it concerns', async () => {
    const own = await build();
    const [one, other] = [await aHandler(own), await aHandler(own)];
    const [old, agency] = [await anAgency(own.planner), await anAgency(own.planner)];
    await own.planner.do('replaceAgency', { agencyId: old.id, replacedById: agency.id });
    await aFiling(own.member('CQC', 'INSPECTOR').client, own.id, { agencyId: agency.id });
    await aFiling(own.member('CQC', 'INSPECTOR').client, own.id);
    const named = (await itemsSeen(one.client, own.id)).find((each) => each.agency !== null);
    expect(named?.agency).toEqual({ id: agency.id });
    await one.client.do('declareConflict', { agencyId: old.id, reason: 'I worked there' });
    expect(await itemsSeen(one.client, own.id)).toMatchObject([{ agency: null }]);
    expect(await opened(one.client, named?.id ?? '')).toBeNull();
    const take = { itemId: named?.id, version: 1, step: 'TAKEN_IN_HAND' };
    expect((await one.client.send('handleWhistleblowing', take)).code).toBe('NOT_FOUND');
    const filed = async (client: Client) =>
      (await eventsSeen(client, own.id)).filter(({ operation }) => operation === 'FILED').length;
    expect([await filed(one.client), await filed(other.client)]).toEqual([1, 2]);
    expect(await itemsSeen(other.client, own.id)).toHaveLength(2);
  });

  it('may be filed by somebody with a conflict of interest with that agency', async () => {
    const own = await build();
    const reader = await aHandler(own);
    const agencyId = own.agency('LOCAL_AUTHORITY').id;
    const author = own.member('CQC', 'INSPECTOR').client;
    await author.do('declareConflict', { agencyId, reason: 'I worked there' });
    await aFiling(author, own.id, { agencyId });
    expect(await theItem(reader.client, own.id)).toMatchObject({ agency: { id: agencyId } });
  });
});
