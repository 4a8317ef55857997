import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  anInspection,
  aPiece,
  gatewayOf,
  type Inspected,
  type Member,
  type TeamRole,
} from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { closed, inSummary, shares, sightOf, teamOf, whole } from '../support/sharing.js';

interface SeenRequest {
  id: string;
  state: string;
  form: string;
  reason: string;
  overdue: boolean;
  dueAt: string;
  askedBy: { id: string } | null;
  recipient: { code: string };
  recipientAssignment: { id: string } | null;
  evidence: { id: string };
  decidedBy: { id: string } | null;
  decisionReason: string | null;
  share: { id: string; form: string; purpose: string } | null;
}
const FIELDS = `id state form reason overdue dueAt askedBy { id } recipient { code } recipientAssignment { id } evidence { id }
  decidedBy { id } decisionReason share { id form purpose }`;

const theRequest = async (client: Client, id: string): Promise<SeenRequest | null> =>
  (
    await client.read<{ accessRequest: SeenRequest | null }>(
      `query ($id: ID!) { accessRequest(id: $id) { ${FIELDS} } }`,
      { id },
    )
  ).accessRequest;

const listed = async (client: Client, args: string): Promise<string[]> =>
  (
    await client.read<{ accessRequests: { nodes: { id: string }[] } }>(`{ accessRequests(${args}) { nodes { id } } }`)
  ).accessRequests.nodes.map(({ id }) => id);

const waiting = async (client: Client) =>
  (
    await client.read<{ waiting: { kind: string; objectId: string; yours: boolean; words: string; dueAt: string }[] }>(
      '{ waiting { kind objectId yours words dueAt } }',
    )
  ).waiting.filter(({ kind }) => kind === 'ACCESS_REQUEST_UNDECIDED');

describe('requests for access', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR'): Member => inspection.member(inspectorate, role);
  const ofsted = (): Client => who('OFSTED').client;
  const cqc = (): Client => who('CQC').client;
  const gateway = gatewayOf('OFSTED', 'SHARE');
  const reason = 'It bears on the health assessments';
  const wanted = (evidenceId: string, more: object = {}) => ({
    evidenceId,
    recipient: 'CQC',
    form: 'WHOLE',
    reason,
    ...more,
  });
  const ask = async (client: Client, input: object): Promise<SeenRequest> =>
    (await client.do<{ request: SeenRequest }>('requestAccess', input, `request { ${FIELDS} }`)).request;

  /** An item of Ofsted's that the health inspectorate sees in summary. */
  async function summarised(more: Record<string, unknown> = {}): Promise<{ id: string; shareId: string }> {
    const { id } = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, more);
    const { shareIds } = await ofsted().do<{ shareIds: string[] }>(
      'shareEvidenceItems',
      shares([inSummary(id)], [{ inspectorate: 'CQC' }]),
      'shareIds',
    );
    return { id, shareId: shareIds[0] ?? '' };
  }

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('are for who asks and for the owner’s writers and analysts, and for nobody else', async () => {
    const { id } = await summarised();
    const request = await ask(cqc(), wanted(id));
    expect(request).toMatchObject({
      state: 'OPEN',
      form: 'WHOLE',
      reason,
      overdue: false,
      askedBy: { id: who('CQC').userId },
      recipient: { code: 'CQC' },
      evidence: { id },
      decidedBy: null,
      share: null,
    });
    const seers = [
      who('CQC'),
      who('OFSTED'),
      who('OFSTED', 'INSPECTORATE_LEAD'),
      who('OFSTED', 'ANALYST'),
      inspection.lead,
    ];
    for (const { client } of seers) expect(await theRequest(client, request.id)).toEqual(request);
    for (const { client } of [
      who('OFSTED', 'QUALITY_ASSURER'),
      who('CQC', 'INSPECTORATE_LEAD'),
      who('CQC', 'ANALYST'),
      who('HMICFRS', 'INSPECTORATE_LEAD'),
      who('OFSTED', 'OBSERVER'),
      inspection.agency('LOCAL_AUTHORITY').coordinator,
    ]) {
      expect(await theRequest(client, request.id)).toBeNull();
      expect(await listed(client, `evidenceId: "${id}"`)).toEqual([]);
      expect((await client.send('refuseAccess', { requestId: request.id, reason: 'No' })).code).toBe('NOT_FOUND');
    }
    const other = await ask(cqc(), wanted((await summarised()).id));
    expect(await listed(ofsted(), `evidenceId: "${id}"`)).toEqual([request.id]);
    expect(await listed(ofsted(), `view: TO_DECIDE, inspectionId: "${inspection.id}"`)).toEqual(
      expect.arrayContaining([request.id, other.id]),
    );
    expect(await listed(ofsted(), 'view: MINE')).toEqual([]);
    expect(await listed(cqc(), 'view: MINE, state: OPEN')).toEqual(expect.arrayContaining([request.id, other.id]));
    expect(await listed(cqc(), 'view: TO_DECIDE')).toEqual([]);
    expect(await listed(who('OFSTED', 'ANALYST').client, 'view: TO_DECIDE')).toEqual([]);
  });

  it('wait for the owner’s writers until the end of the second working day, and are overdue after it', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const writer = own.member('OFSTED', 'INSPECTOR');
    const { id } = await aPiece(writer, 'OFSTED', own.id);
    await writer.client.do('shareEvidenceItems', shares([inSummary(id)], [{ inspectorate: 'CQC' }]));
    // The Thursday before Easter: Friday and Monday are bank holidays.
    const asker = own.member('CQC', 'INSPECTOR').client.at('2024-03-28T16:00:00Z');
    const request = await ask(asker, wanted(id));
    expect(request.dueAt).toBe('2024-04-03T23:00:00+00:00');
    const at = (now: string, member: Member = writer) => member.client.at(now);
    expect(await waiting(at('2024-04-03T22:59:59Z'))).toEqual([
      {
        kind: 'ACCESS_REQUEST_UNDECIDED',
        objectId: request.id,
        yours: true,
        words: 'An item of yours is asked for, whole, for Care Quality Commission: grant or refuse it.',
        dueAt: '2024-04-03T23:00:00.000Z',
      },
    ]);
    for (const other of [
      own.member('OFSTED', 'QUALITY_ASSURER'),
      own.member('OFSTED', 'ANALYST'),
      own.member('CQC', 'INSPECTOR'),
    ])
      expect(await waiting(at('2024-04-03T22:59:59Z', other))).toEqual([]);
    expect((await theRequest(at('2024-04-03T22:59:59Z'), request.id))?.overdue).toBe(false);
    expect((await theRequest(at('2024-04-03T23:00:00Z'), request.id))?.overdue).toBe(true);
    expect((await waiting(at('2024-04-03T23:00:00Z', own.lead)))[0]?.words).toMatch(/overdue/);
    // Nothing happens by itself: it is decided late all the same.
    const late = at('2024-04-09T09:00:00Z');
    await late.do('refuseAccess', { requestId: request.id, reason: 'Not needed for it' });
    expect(await theRequest(late, request.id)).toMatchObject({ state: 'REFUSED', overdue: false });
    expect(await waiting(late)).toEqual([]);
  });

  it('stand still while the inspection is paused, and are due as much later as what was left of the pause', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const writer = own.member('OFSTED', 'INSPECTOR');
    const items = [await aPiece(writer, 'OFSTED', own.id), await aPiece(writer, 'OFSTED', own.id)];
    await writer.client.do(
      'shareEvidenceItems',
      shares(
        items.map(({ id }) => inSummary(id)),
        [{ inspectorate: 'CQC' }],
      ),
    );
    const asker = own.member('CQC', 'INSPECTOR').client;
    const mark = (kind: string, now: string) =>
      own.lead.client
        .at(now)
        .do('markInspection', { inspectionId: own.id, kind, authority: 'The lead', reason: 'A flood' });
    const before = await ask(asker.at('2024-03-05T09:00:00Z'), wanted(items[0]?.id ?? ''));
    expect(before.dueAt).toBe('2024-03-08T00:00:00+00:00');
    await mark('PAUSED', '2024-03-06T09:00:00Z');
    const during = await ask(asker.at('2024-03-07T09:00:00Z'), wanted(items[1]?.id ?? ''));
    expect((await theRequest(writer.client.at('2024-03-09T09:00:00Z'), before.id))?.overdue).toBe(false);
    await mark('RESUMED', '2024-03-16T09:00:00Z');
    expect((await theRequest(asker, before.id))?.dueAt).toBe('2024-03-18T00:00:00+00:00');
    // Asked within the pause on the 7th, due at the end of the 11th: as long after it as it was after the asking.
    expect(during.dueAt).toBe('2024-03-12T00:00:00+00:00');
    expect((await theRequest(asker, during.id))?.dueAt).toBe('2024-03-21T00:00:00+00:00');
  });

  it('are granted by a share, made at once, with the reason as its purpose', async () => {
    const { id } = await summarised();
    const { id: requestId } = await ask(cqc(), wanted(id));
    expect(await sightOf(cqc(), id)).toBe('SUMMARY');
    const { request } = await ofsted().do<{ request: SeenRequest }>(
      'grantAccess',
      { requestId, gateway, words: 'Until the letter', endsAt: '2024-05-01T09:00:00Z' },
      `request { ${FIELDS} }`,
    );
    expect(request).toMatchObject({
      state: 'GRANTED',
      decidedBy: { id: who('OFSTED').userId },
      decisionReason: 'Until the letter',
      share: { form: 'WHOLE', purpose: reason },
    });
    for (const { client } of teamOf(inspection, 'CQC')) expect(await sightOf(client, id)).toBe('WHOLE');
    expect(await sightOf(cqc().at('2024-05-01T09:00:00Z'), id)).toBe('SUMMARY');
    expect(await theRequest(cqc(), requestId)).toEqual(request);
    const again = [
      await ofsted().send('grantAccess', { requestId, gateway }),
      await ofsted().send('refuseAccess', { requestId, reason: 'No' }),
    ];
    expect(again.map(({ code }) => code)).toEqual(['WRONG_STATE', 'WRONG_STATE']);
    expect(await theRequest(cqc(), requestId)).toEqual(request);
  });

  it('are how a recipient has an item shared onward, with another inspectorate or one of its people', async () => {
    const { id } = await summarised();
    const onward = { evidenceId: id, recipient: 'HMICFRS', form: 'WHOLE', gateway, purpose: 'To compare' };
    expect((await cqc().send('shareEvidence', onward)).code).toBe('NOT_PERMITTED');
    const person = who('HMICFRS').assignmentId;
    const request = await ask(
      cqc(),
      wanted(id, { recipient: 'HMICFRS', recipientAssignmentId: person, form: 'SUMMARY' }),
    );
    expect(request.recipientAssignment).toEqual({ id: person });
    await ofsted().do('grantAccess', {
      requestId: request.id,
      gateway,
      title: 'In short',
      summary: 'What is necessary',
    });
    expect(await sightOf(who('HMICFRS').client, id)).toBe('SUMMARY');
    expect(await sightOf(who('HMICFRS', 'ANALYST').client, id)).toBe('NONE');
    // Who asked learns that it was granted; the share itself is not his.
    expect(await theRequest(cqc(), request.id)).toMatchObject({ state: 'GRANTED', share: null });
  });

  it('are granted no wider than was asked for, nor than the owner releases', async () => {
    const { id } = await summarised({ kind: 'OFSTED_SCHOOL_RECORD' });
    const [inWhole, short] = [
      await ask(cqc(), wanted(id)),
      await ask(cqc(), wanted(id, { recipient: 'HMICFRS', form: 'SUMMARY' })),
    ];
    const above = await ofsted().send('grantAccess', { requestId: inWhole.id, gateway });
    expect(above.problems).toMatchObject([{ at: 'form', code: 'ABOVE_RELEASE' }]);
    const wider = await ofsted().send('grantAccess', { requestId: short.id, form: 'WHOLE', gateway });
    expect(wider.problems).toMatchObject([{ at: 'form', code: 'ABOVE_REQUEST' }]);
    const textless = await ofsted().send('grantAccess', { requestId: short.id, gateway });
    expect(textless.problems).toMatchObject([{ at: 'title', code: 'MISSING' }]);
    const wrongGateway = await ofsted().send('grantAccess', {
      requestId: inWhole.id,
      form: 'SUMMARY',
      title: 'a',
      summary: 'b',
      gateway: 'ACA_2002_S57',
    });
    expect(wrongGateway.problems).toMatchObject([{ at: 'gateway', code: 'NOT_A_GATEWAY' }]);
    for (const request of [inWhole, short]) expect(await theRequest(ofsted(), request.id)).toEqual(request);
    expect(await sightOf(who('HMICFRS').client, id)).toBe('NONE');
    await ofsted().do('grantAccess', {
      requestId: inWhole.id,
      form: 'SUMMARY',
      gateway,
      title: 'More',
      summary: 'More of it',
    });
    expect(await theRequest(cqc(), inWhole.id)).toMatchObject({
      form: 'WHOLE',
      state: 'GRANTED',
      share: { form: 'SUMMARY' },
    });
  });

  it('are made once while one is open, for more than there is, for those who take part', async () => {
    const { id } = await summarised();
    const first = await ask(cqc(), wanted(id));
    const problemsOf = async (more: object) =>
      (await cqc().send('requestAccess', wanted(id, more))).problems.map(({ at, code }) => `${at} ${code}`);
    expect(await problemsOf({})).toEqual(['recipient ALREADY']);
    expect(await problemsOf({ form: 'SUMMARY', recipientAssignmentId: who('CQC').assignmentId })).toEqual([
      'form ALREADY',
    ]);
    expect(await problemsOf({ recipient: 'OFSTED' })).toEqual(['recipient TAKES_NO_PART']);
    expect(await problemsOf({ recipient: 'HMI_PRISONS' })).toEqual(['recipient TAKES_NO_PART']);
    for (const stranger of [who('HMICFRS'), who('CQC', 'OBSERVER')])
      expect(await problemsOf({ recipientAssignmentId: stranger.assignmentId })).toEqual([
        'recipientAssignmentId UNKNOWN_ID',
      ]);
    expect(await listed(cqc(), `evidenceId: "${id}"`)).toEqual([first.id]);
    // Another person, another recipient, and the same again once it is decided.
    await ask(who('CQC', 'ANALYST').client, wanted(id));
    await ask(cqc(), wanted(id, { recipient: 'HMICFRS' }));
    await ofsted().do('refuseAccess', { requestId: first.id, reason: 'Not yet' });
    await ask(cqc(), wanted(id));
    const races = await Promise.all(
      Array.from({ length: 4 }, () => who('CQC', 'QUALITY_ASSURER').client.send('requestAccess', wanted(id))),
    );
    expect(races.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(races.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(Array(3).fill('ALREADY'));
  });

  it('are not for who does not see the item, is not of the team, or is of the owner’s', async () => {
    const { id } = await summarised();
    const code = async ({ client }: Member, evidenceId = id) =>
      (await client.send('requestAccess', wanted(evidenceId))).code;
    expect(await code(who('HMICFRS'))).toBe('NOT_FOUND');
    expect(await code(who('CQC', 'OBSERVER'))).toBe('NOT_FOUND');
    expect(await code(who('CQC'), `Evidence.${randomUUID()}`)).toBe('NOT_FOUND');
    for (const member of [who('OFSTED'), who('OFSTED', 'QUALITY_ASSURER'), inspection.lead])
      expect(await code(member)).toBe('NOT_PERMITTED');
    await ofsted().do('withdrawEvidence', { evidenceId: id, reason: 'Consent withdrawn' });
    expect(await sightOf(cqc(), id)).toBe('EXISTS');
    expect(await code(who('CQC'))).toBe('WRONG_STATE');
    expect(await listed(ofsted(), `evidenceId: "${id}"`)).toEqual([]);
  });

  it('are decided by the owner’s writers alone; of data by its analysts, too', async () => {
    const [{ id }, data] = [await summarised(), await summarised({ strength: 'DATA' })];
    const [request, ofData] = [await ask(cqc(), wanted(id)), await ask(cqc(), wanted(data.id))];
    const analyst = who('OFSTED', 'ANALYST').client;
    for (const client of [cqc(), analyst]) {
      expect((await client.send('grantAccess', { requestId: request.id, gateway })).code).toBe('NOT_PERMITTED');
      expect((await client.send('refuseAccess', { requestId: request.id, reason: 'No' })).code).toBe('NOT_PERMITTED');
    }
    expect(await theRequest(ofsted(), request.id)).toEqual(request);
    expect(await sightOf(cqc(), id)).toBe('SUMMARY');
    expect(await listed(analyst, 'view: TO_DECIDE')).toEqual([ofData.id]);
    await analyst.do('grantAccess', { requestId: ofData.id, gateway });
    expect(await sightOf(cqc(), data.id)).toBe('WHOLE');
    // One of two who decide at once.
    const both = await Promise.all([
      ofsted().send('grantAccess', { requestId: request.id, gateway }),
      inspection.lead.client.send('refuseAccess', { requestId: request.id, reason: 'No' }),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual(['WRONG_STATE', null]);
    const granted = both[0].code === null;
    expect(await sightOf(cqc(), id)).toBe(granted ? 'WHOLE' : 'SUMMARY');
    expect((await theRequest(cqc(), request.id))?.state).toBe(granted ? 'GRANTED' : 'REFUSED');
  });

  it('are hidden with the item: by a conflict of interest, and from who asked once he no longer sees it', async () => {
    const agency = inspection.agency('POLICE_FORCE').id;
    const { id, shareId } = await summarised({ sourceAgencyId: agency });
    const request = await ask(cqc(), wanted(id));
    await who('OFSTED', 'ANALYST').client.do('declareConflict', { agencyId: agency, reason: 'I worked there' });
    expect(await theRequest(who('OFSTED', 'ANALYST').client, request.id)).toBeNull();
    await ofsted().do('revokeShare', { shareId, reason: 'By mistake' });
    expect(await theRequest(cqc(), request.id)).toBeNull();
    expect(await listed(cqc(), `evidenceId: "${id}"`)).toEqual([]);
    expect(await theRequest(ofsted(), request.id)).toEqual(request);
    await ofsted().do('grantAccess', { requestId: request.id, gateway });
    expect(await theRequest(cqc(), request.id)).toMatchObject({ state: 'GRANTED' });
  });

  it('cannot be granted for a person who has left, or of an item that was withdrawn, but are refused', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const writer = own.member('OFSTED', 'INSPECTOR').client;
    const { id } = await aPiece(own.member('OFSTED', 'INSPECTOR'), 'OFSTED', own.id);
    await writer.do('shareEvidenceItems', shares([whole(id)], [{ inspectorate: 'CQC' }]));
    const leaving = own.member('HMICFRS', 'ANALYST').assignmentId;
    const asker = own.member('CQC', 'INSPECTOR').client;
    const one = await ask(asker, wanted(id, { recipient: 'HMICFRS', recipientAssignmentId: leaving }));
    await own.member('HMICFRS', 'INSPECTORATE_LEAD').client.do('endAssignment', { assignmentId: leaving });
    expect((await writer.send('grantAccess', { requestId: one.id, gateway })).problems).toMatchObject([
      { at: 'requestId', code: 'UNKNOWN_ID' },
    ]);
    await writer.do('withdrawEvidence', { evidenceId: id, reason: 'Consent withdrawn' });
    expect((await writer.send('grantAccess', { requestId: one.id, gateway })).code).toBe('WRONG_STATE');
    expect(await theRequest(writer, one.id)).toMatchObject({ state: 'OPEN' });
    await writer.do('refuseAccess', { requestId: one.id, reason: 'It was withdrawn' });
    expect(await theRequest(asker, one.id)).toMatchObject({ state: 'REFUSED', decisionReason: 'It was withdrawn' });
  });

  it('are there for nobody after closing', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const writer = own.member('OFSTED', 'INSPECTOR');
    const { id } = await aPiece(writer, 'OFSTED', own.id);
    await writer.client.do('shareEvidenceItems', shares([inSummary(id)], [{ inspectorate: 'CQC' }]));
    const asker = own.member('CQC', 'INSPECTOR');
    const request = await ask(asker.client, wanted(id));
    await closed(own);
    for (const { client } of [writer, asker, own.lead]) {
      expect(await theRequest(client.at('2024-06-04T09:00:00Z'), request.id)).toBeNull();
      expect(await waiting(client.at('2024-06-04T09:00:00Z'))).toEqual([]);
    }
    const after = '2024-06-04T09:00:00Z';
    expect((await writer.client.at(after).send('grantAccess', { requestId: request.id, gateway })).code).toBe(
      'NOT_FOUND',
    );
    expect((await asker.client.at(after).send('requestAccess', wanted(id))).code).toBe('WRONG_STATE');
  });

  it('act once for a repeated idempotency key, each with its record', async () => {
    const { id } = await summarised();
    const input = { idempotencyKey: randomUUID(), ...wanted(id) };
    const first = await ask(cqc(), input);
    expect((await ask(cqc(), input)).id).toBe(first.id);
    expect((await cqc().send('requestAccess', { ...input, reason: 'Another' })).code).toBe('CONFLICT');
    const grant = { idempotencyKey: randomUUID(), requestId: first.id, gateway };
    const receipt = await ofsted().do<{ receipt: { code: string } }>('grantAccess', grant);
    expect(await ofsted().do('grantAccess', grant)).toMatchObject({ receipt: receipt.receipt });
    const { node } = await ofsted().read<{ node: { shares: { form: string }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { shares { form } } } }',
      { id },
    );
    expect(node.shares.map(({ form }) => form).sort()).toEqual(['SUMMARY', 'WHOLE']);
  });
});
