import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/a-case.js';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  type AgencyTeam,
  type Inspected,
  type TeamRole,
} from '../support/an-inspection.js';
import { thePublic, type Client } from '../support/client.js';
import {
  aDraftRequest,
  anIssuedRequest,
  aSavedSubmission,
  aSubmission,
  requestsOf,
  requestWords,
  theRequest,
  theSubmission,
  type RequestSeen,
} from '../support/requests.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';
import { toFollowUp } from '../support/stages.js';

describe('requests to agencies', () => {
  let inspection: Inspected;
  let council: AgencyTeam;
  let police: AgencyTeam;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR'): Client =>
    inspection.member(inspectorate, role).client;
  const lead = (): Client => inspection.lead.client;

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    council = inspection.agency('LOCAL_AUTHORITY');
    police = inspection.agency('POLICE_FORCE');
  });

  /** Everybody else who might look: nobody of them sees anything of it. */
  const strangers = (): Client[] => [
    who('OFSTED', 'OBSERVER'),
    who('OFSTED', 'SIGNATORY'),
    inspection.planner,
    thePublic('2024-03-04T09:00:00Z'),
  ];

  it('are, as a draft, for the teams of the inspectorates that they name', async () => {
    const draft = await aDraftRequest(lead(), inspection, council, { inspectorates: ['OFSTED', 'CQC'] });
    for (const client of [lead(), who('OFSTED'), who('CQC', 'QUALITY_ASSURER'), who('CQC', 'ANALYST')])
      expect(await theRequest(client, draft.id)).toMatchObject({ state: 'DRAFT', asked: draft.asked });
    for (const client of [
      who('HMICFRS', 'INSPECTORATE_LEAD'),
      council.coordinator.client,
      police.coordinator.client,
      council.administrator,
      ...strangers(),
    ])
      expect(await theRequest(client, draft.id)).toBeNull();
  });

  it('are drafted by the lead or by the lead of an inspectorate named, and unseen by a lead who is not named', async () => {
    const draft = await aDraftRequest(who('CQC', 'INSPECTORATE_LEAD'), inspection, council, { inspectorates: ['CQC'] });
    expect(await theRequest(lead(), draft.id)).toBeNull();
    const before = await requestsOf(who('CQC'), inspection.id);
    const attempt = {
      inspectionId: inspection.id,
      agencyId: council.id,
      ...requestWords({ inspectorates: ['CQC'] }),
    };
    for (const client of [
      who('CQC'),
      who('OFSTED', 'INSPECTORATE_LEAD'),
      who('CQC', 'QUALITY_ASSURER'),
      who('CQC', 'OBSERVER'),
      council.coordinator.client,
      inspection.planner,
    ])
      expect((await client.send('draftRequest', attempt)).code).toBe('NOT_PERMITTED');
    expect((await thePublic().send('draftRequest', attempt)).code).toBe('NOT_SIGNED_IN');
    expect(await requestsOf(who('CQC'), inspection.id)).toEqual(before);
  });

  it('are seen, once issued, whole by their agency and the inspectorates named, and no further than they may', async () => {
    const request = await anIssuedRequest(who('CQC', 'INSPECTORATE_LEAD'), inspection, council, {
      inspectorates: ['CQC'],
    });
    for (const client of [lead(), who('CQC'), council.coordinator.client, council.contributor.client])
      expect(await theRequest(client, request.id)).toMatchObject({
        state: 'ISSUED',
        asked: request.asked,
        reason: request.reason,
        dueAt: '2024-03-09T00:00:00+00:00',
        inspectorates: [{ code: 'CQC' }],
      });
    expect(await theRequest(police.coordinator.client, request.id)).toEqual({
      ...NOTHING,
      id: request.id,
      state: 'ISSUED',
      agency: { id: council.id },
      dueAt: '2024-03-09T00:00:00+00:00',
    });
    for (const client of [who('HMICFRS', 'INSPECTORATE_LEAD'), who('OFSTED'), who('OFSTED', 'QUALITY_ASSURER')])
      expect(await theRequest(client, request.id)).toEqual({
        ...NOTHING,
        id: request.id,
        state: 'ISSUED',
        agency: { id: council.id },
      });
    for (const client of [police.contributor.client, council.administrator, ...strangers()])
      expect(await theRequest(client, request.id)).toBeNull();
  });

  it('are listed by the due time where that is seen, and last where it is not', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const [agency] = own.agencies;
    if (agency === undefined) throw new Error('no agency');
    const made: string[] = [];
    for (const [dueOn, inspectorates] of [
      ['2024-03-20', ['OFSTED']],
      ['2024-03-12', ['OFSTED', 'CQC']],
      ['2024-03-15', ['CQC']],
    ] as const)
      made.push((await anIssuedRequest(own.lead.client, own, agency, { dueOn, inspectorates })).id);
    const [third, first, second] = made;
    expect((await requestsOf(own.lead.client, own.id)).map(({ id }) => id)).toEqual([first, second, third]);
    expect((await requestsOf(own.member('CQC', 'INSPECTOR').client, own.id)).map(({ id }) => id)).toEqual([
      first,
      second,
      third,
    ]);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: {
        requests: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await own
        .member('CQC', 'INSPECTOR')
        .client.read(
          'query ($id: ID!, $after: String) { requests(inspectionId: $id, first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
          { id: own.id, after },
        );
      paged.push(...page.requests.nodes.map(({ id }) => id));
      [after, more] = [page.requests.pageInfo.endCursor, page.requests.pageInfo.hasNextPage];
    }
    expect(paged).toEqual([first, second, third]);
  });

  it('are changed as a draft only, by whoever may, at the version that he read', async () => {
    const draft = await aDraftRequest(lead(), inspection, council, { inspectorates: ['OFSTED', 'CQC'] });
    const edit = (version: number, more: Record<string, unknown> = {}) => ({
      requestId: draft.id,
      version,
      ...requestWords({ title: 'Changed', inspectorates: ['OFSTED', 'CQC'], ...more }),
    });
    const unchanged = await theRequest(lead(), draft.id);
    expect((await who('OFSTED').send('editRequest', edit(1))).code).toBe('NOT_PERMITTED');
    expect((await who('HMICFRS', 'INSPECTORATE_LEAD').send('editRequest', edit(1))).code).toBe('NOT_FOUND');
    expect((await council.coordinator.client.send('editRequest', edit(1))).code).toBe('NOT_FOUND');
    const outOfIt = edit(1, { inspectorates: ['OFSTED'] });
    expect((await who('CQC', 'INSPECTORATE_LEAD').send('editRequest', outOfIt)).code).toBe('NOT_PERMITTED');
    expect((await lead().send('editRequest', edit(7))).code).toBe('CONFLICT');
    expect(await theRequest(lead(), draft.id)).toEqual(unchanged);
    await who('CQC', 'INSPECTORATE_LEAD').do('editRequest', edit(1));
    expect(await theRequest(lead(), draft.id)).toMatchObject({ title: 'Changed', version: 2 });
    await lead().do('editRequest', edit(2, { inspectorates: ['OFSTED'] }));
    expect(await theRequest(who('CQC'), draft.id)).toBeNull();
    await lead().do('issueRequest', { requestId: draft.id, version: 3 });
    const issued = await theRequest(lead(), draft.id);
    expect((await lead().send('editRequest', edit(4))).code).toBe('WRONG_STATE');
    expect((await lead().send('issueRequest', { requestId: draft.id, version: 4 })).code).toBe('WRONG_STATE');
    expect(await theRequest(lead(), draft.id)).toEqual(issued);
  });

  it('are, once cancelled, whole for the inspectorates named and no more than a fact for their agency', async () => {
    const request = await anIssuedRequest(who('CQC', 'INSPECTORATE_LEAD'), inspection, council, {
      inspectorates: ['CQC'],
    });
    const cancel = { requestId: request.id, version: request.version, reason: 'Another request asks for it' };
    expect((await who('CQC').send('cancelRequest', cancel)).code).toBe('NOT_PERMITTED');
    expect((await council.coordinator.client.send('cancelRequest', cancel)).code).toBe('NOT_PERMITTED');
    expect(await theRequest(who('CQC'), request.id)).toEqual(request);
    await lead().do('cancelRequest', cancel);
    expect(await theRequest(who('CQC'), request.id)).toMatchObject({
      state: 'CANCELLED',
      asked: request.asked,
      cancelledBecause: 'Another request asks for it',
    });
    expect(await theRequest(council.contributor.client, request.id)).toEqual({
      ...NOTHING,
      id: request.id,
      state: 'CANCELLED',
      agency: { id: council.id },
    });
    for (const client of [lead(), who('HMICFRS'), police.coordinator.client])
      expect(await theRequest(client, request.id)).toBeNull();
    expect(
      (await council.contributor.client.send('saveSubmission', { requestId: request.id, text: 'Late answer' })).code,
    ).toBe('WRONG_STATE');
  });

  it('tell an agency nothing of a draft that was cancelled', async () => {
    const draft = await aDraftRequest(lead(), inspection, council);
    await lead().do('cancelRequest', { requestId: draft.id, version: 1, reason: 'Not needed' });
    expect(await theRequest(who('OFSTED'), draft.id)).toMatchObject({ state: 'CANCELLED' });
    expect(await theRequest(council.coordinator.client, draft.id)).toBeNull();
  });

  it('take effect for their agency when the area is notified', async () => {
    const unannounced = await anInspection().of('LOCAL_AUTHORITY').inStage('PREPARING').build();
    await unannounced.planner.do('addAgency', { inspectionId: unannounced.id, agencyId: police.id });
    const request = await anIssuedRequest(unannounced.lead.client, unannounced, police);
    const assign = { inspectionId: unannounced.id, userId: police.coordinator.userId, role: 'COORDINATOR' };
    expect((await police.administrator.send('assign', assign)).code).toBe('NOT_FOUND');
    for (const client of [police.administrator, police.coordinator.client]) {
      expect(await theRequest(client, request.id)).toBeNull();
      expect(await requestsOf(client, unannounced.id)).toEqual([]);
    }
    await unannounced.lead.client.do('notifyArea', { inspectionId: unannounced.id });
    await police.administrator.do('assign', assign);
    expect(await theRequest(police.coordinator.client, request.id)).toMatchObject({
      state: 'ISSUED',
      asked: request.asked,
    });
    expect(await theRequest(police.administrator, request.id)).toBeNull();
  });

  it('say what to mend', async () => {
    const attempt = (more: Record<string, unknown>) =>
      lead().send('draftRequest', { inspectionId: inspection.id, agencyId: council.id, ...requestWords(more) });
    for (const dueOn of ['2024-03-01', '2027-01-01'])
      expect((await attempt({ dueOn })).problems).toEqual([
        expect.objectContaining({ at: 'dueOn', code: 'OUT_OF_RANGE' }),
      ]);
    expect((await attempt({ dueOn: '2024-02-30' })).code).toBe('BAD_USER_INPUT');
    expect((await attempt({ dueTime: '25:00' })).problems).toEqual([expect.objectContaining({ at: 'dueTime' })]);
    expect((await attempt({ inspectorates: [] })).problems).toEqual([expect.objectContaining({ at: 'inspectorates' })]);
    expect((await attempt({ inspectorates: ['OFSTED', 'HMI_PRISONS'] })).problems).toEqual([
      expect.objectContaining({ at: 'inspectorates.1', code: 'TAKES_NO_PART' }),
    ]);
    expect((await attempt({ asked: 'x'.repeat(20_001) })).problems).toEqual([
      expect.objectContaining({ at: 'asked', code: 'BAD_TEXT' }),
    ]);
    expect((await attempt({ caseIds: ['Case.00000000-0000-4000-8000-000000000000'] })).problems).toEqual([
      expect.objectContaining({ at: 'caseIds.0', code: 'UNKNOWN_ID' }),
    ]);
    const stranger = await lead().send('draftRequest', {
      inspectionId: inspection.id,
      agencyId: 'Agency.00000000-0000-4000-8000-000000000000',
      ...requestWords(),
    });
    expect(stranger.problems).toEqual([expect.objectContaining({ at: 'agencyId', code: 'UNKNOWN_ID' })]);
  });

  it('are not issued after their due time', async () => {
    const draft = await aDraftRequest(lead(), inspection, council, { dueOn: '2024-03-05' });
    const later = lead().at('2024-03-06T00:00:00Z');
    const sent = await later.send('issueRequest', { requestId: draft.id, version: 1 });
    expect(sent.problems).toEqual([expect.objectContaining({ code: 'OUT_OF_RANGE' })]);
    expect(await theRequest(lead(), draft.id)).toEqual(draft);
  });
});

describe('submissions', () => {
  let inspection: Inspected;
  let council: AgencyTeam;
  let police: AgencyTeam;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR'): Client =>
    inspection.member(inspectorate, role).client;
  const lead = (): Client => inspection.lead.client;
  const ask = (more: Record<string, unknown> = {}): Promise<RequestSeen> =>
    anIssuedRequest(lead(), inspection, council, more);

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    council = inspection.agency('LOCAL_AUTHORITY');
    police = inspection.agency('POLICE_FORCE');
  });

  it("are, as a draft, their agency's alone, written by contributor and coordinator", async () => {
    const request = await ask();
    const draft = await aSavedSubmission(council.contributor.client, request);
    expect(draft).toMatchObject({
      state: 'DRAFT',
      version: 1,
      data: [{ name: 'Children', value: '214' }],
      late: false,
    });
    await aSavedSubmission(council.coordinator.client, request, { text: 'A better list.', version: 1 });
    expect(await theSubmission(council.contributor.client, draft.id)).toMatchObject({
      text: 'A better list.',
      version: 2,
    });
    for (const client of [
      lead(),
      who('OFSTED'),
      who('CQC'),
      police.coordinator.client,
      police.contributor.client,
      council.administrator,
      inspection.planner,
    ]) {
      expect(await theSubmission(client, draft.id)).toBeNull();
      expect((await theRequest(client, request.id))?.submission ?? null).toBeNull();
    }
    const stale = { requestId: request.id, text: 'Old', version: 1 };
    expect((await council.contributor.client.send('saveSubmission', stale)).code).toBe('CONFLICT');
    expect((await council.contributor.client.send('saveSubmission', { ...stale, version: null })).code).toBe(
      'CONFLICT',
    );
    expect(await theSubmission(council.contributor.client, draft.id)).toMatchObject({
      text: 'A better list.',
      version: 2,
    });
  });

  it('are sent by the coordinator alone, with a receipt that stays with them', async () => {
    const request = await ask();
    const draft = await aSavedSubmission(council.contributor.client, request);
    const send = { requestId: request.id, version: 1 };
    for (const [client, code] of [
      [council.contributor.client, 'NOT_PERMITTED'],
      [police.coordinator.client, 'NOT_PERMITTED'],
      [lead(), 'NOT_PERMITTED'],
      [who('HMICFRS'), 'NOT_PERMITTED'],
      [police.contributor.client, 'NOT_FOUND'],
      [who('OFSTED', 'OBSERVER'), 'NOT_FOUND'],
    ] as const)
      expect((await client.send('sendSubmission', send)).code).toBe(code);
    expect((await council.coordinator.client.send('sendSubmission', { ...send, version: 3 })).code).toBe('CONFLICT');
    expect(await theSubmission(council.contributor.client, draft.id)).toEqual(draft);
    const { receipt, submission } = await council.coordinator.client.do<{
      receipt: { code: string };
      submission: { receiptCode: string };
    }>('sendSubmission', send, 'submission { receiptCode }');
    expect(submission.receiptCode).toBe(receipt.code);
  });

  it('are read, once sent, by the teams of the inspectorates named, and by no other', async () => {
    const request = await anIssuedRequest(who('CQC', 'INSPECTORATE_LEAD'), inspection, council, {
      inspectorates: ['CQC'],
    });
    const submission = await aSubmission(council.coordinator.client, request);
    for (const client of [
      who('CQC'),
      who('CQC', 'ANALYST'),
      who('CQC', 'QUALITY_ASSURER'),
      council.contributor.client,
      council.coordinator.client,
    ]) {
      expect(await theSubmission(client, submission.id)).toEqual(submission);
      expect((await theRequest(client, request.id))?.submission).toEqual(submission);
    }
    for (const client of [
      lead(),
      who('OFSTED'),
      who('HMICFRS', 'INSPECTORATE_LEAD'),
      who('CQC', 'OBSERVER'),
      police.coordinator.client,
      police.contributor.client,
      inspection.planner,
      thePublic('2024-03-04T09:00:00Z'),
    ]) {
      expect(await theSubmission(client, submission.id)).toBeNull();
      expect((await theRequest(client, request.id))?.submission ?? null).toBeNull();
    }
  });

  it('are replaced by the coordinator alone, and what was sent is kept', async () => {
    const request = await ask();
    const first = await aSubmission(council.coordinator.client, request, { text: 'First' });
    const replace = { requestId: request.id, version: first.version, text: 'Second', reason: 'Two were missing' };
    expect((await council.contributor.client.send('replaceSubmission', replace)).code).toBe('NOT_PERMITTED');
    expect((await police.coordinator.client.send('replaceSubmission', replace)).code).toBe('NOT_PERMITTED');
    expect((await council.coordinator.client.send('replaceSubmission', { ...replace, version: 9 })).code).toBe(
      'CONFLICT',
    );
    expect(
      (
        await council.coordinator.client.send('saveSubmission', {
          requestId: request.id,
          text: 'Slipped in',
          version: 2,
        })
      ).code,
    ).toBe('WRONG_STATE');
    expect((await council.coordinator.client.send('sendSubmission', { requestId: request.id, version: 2 })).code).toBe(
      'WRONG_STATE',
    );
    expect(await theSubmission(who('OFSTED'), first.id)).toEqual(first);
    await council.coordinator.client.do('replaceSubmission', replace);
    expect(await theSubmission(who('OFSTED'), first.id)).toMatchObject({
      text: 'Second',
      data: [],
      version: 3,
      versions: [{ version: 2, text: 'First', reason: 'Two were missing', receiptCode: first.receiptCode }],
    });
  });

  it('are begun once, whoever of the agency begins first', async () => {
    const request = await ask();
    const begin = { requestId: request.id, text: 'Mine' };
    const sent = await Promise.all(
      [council.contributor, council.coordinator, council.contributor, council.coordinator].map(({ client }) =>
        client.send('saveSubmission', begin),
      ),
    );
    expect(sent.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', null]);
  });

  it('say what to mend', async () => {
    const request = await ask();
    const attempt = (more: Record<string, unknown>) =>
      council.contributor.client.send('saveSubmission', { requestId: request.id, text: 'Text', ...more });
    expect((await attempt({ text: ' ' })).problems).toEqual([
      expect.objectContaining({ at: 'text', code: 'BAD_TEXT' }),
    ]);
    expect((await attempt({ text: 'a\0b' })).problems).toEqual([expect.objectContaining({ at: 'text' })]);
    expect((await attempt({ data: [{ name: 'Plans', value: 'x'.repeat(5_001) }] })).problems).toEqual([
      expect.objectContaining({ at: 'data.0.value', code: 'BAD_TEXT' }),
    ]);
    expect((await theRequest(council.contributor.client, request.id))?.submission).toBeNull();
  });

  it('of one force are its own in each inspection, by assignment', async () => {
    const other = await anInspection().of('LOCAL_AUTHORITY').inStage('FIELDWORK').build();
    await other.planner.do('addAgency', { inspectionId: other.id, agencyId: police.id });
    const elsewhere = await anIssuedRequest(other.lead.client, other, police);
    const here = await anIssuedRequest(lead(), inspection, police);
    const submission = await aSubmission(police.coordinator.client, here);
    // The same person of the same force: nobody there until he is assigned there.
    expect(await theRequest(police.coordinator.client, elsewhere.id)).toBeNull();
    const { assignment } = await police.administrator.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId: other.id, userId: police.contributor.userId, role: 'COORDINATOR' },
      'assignment { id }',
    );
    expect(assignment.id).toBeTruthy();
    expect(await theRequest(police.contributor.client, elsewhere.id)).toMatchObject({ state: 'ISSUED' });
    expect(await theRequest(police.coordinator.client, elsewhere.id)).toBeNull();
    for (const client of [other.lead.client, other.agency('LOCAL_AUTHORITY').coordinator.client])
      expect(await theSubmission(client, submission.id)).toBeNull();
    expect((await requestsOf(police.contributor.client, other.id)).map(({ id }) => id)).toEqual([elsewhere.id]);
  });
});

describe('what agencies see beside their own', () => {
  let inspection: Inspected;
  let council: AgencyTeam;
  let police: AgencyTeam;
  const lead = (): Client => inspection.lead.client;
  const CASE = `query ($id: ID!) { node(id: $id) { ... on Case { code rationale journeyStage ageYears siblingGroup agencies { id } chronology { id } } } }`;
  const caseSeen = async (client: Client, id: string): Promise<unknown> =>
    (await client.read<{ node: unknown }>(CASE, { id })).node;

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    council = inspection.agency('LOCAL_AUTHORITY');
    police = inspection.agency('POLICE_FORCE');
  });

  it('is that a case exists, by its code, while an issued request to them names it', async () => {
    const made = await aCase(inspection.member('OFSTED', 'INSPECTOR').client, inspection);
    const draft = await aDraftRequest(lead(), inspection, council, { caseIds: [made.id] });
    expect(draft.cases).toMatchObject([{ code: made.code }]);
    expect(await caseSeen(council.coordinator.client, made.id)).toBeNull();
    await lead().do('issueRequest', { requestId: draft.id, version: 1 });
    const exists = { code: made.code, rationale: null, journeyStage: null, ageYears: null, siblingGroup: null };
    for (const { client } of [council.coordinator, council.contributor])
      expect(await caseSeen(client, made.id)).toEqual({ ...exists, agencies: [], chronology: [] });
    expect((await theRequest(council.contributor.client, draft.id))?.cases).toEqual([
      { id: made.id, code: made.code, rationale: null },
    ]);
    for (const client of [police.coordinator.client, council.administrator, inspection.planner])
      expect(await caseSeen(client, made.id)).toBeNull();
    expect(await caseSeen(inspection.member('HMICFRS', 'INSPECTOR').client, made.id)).toMatchObject({ ageYears: 7 });
    // A second request that names it goes on when the first is cancelled.
    const second = await anIssuedRequest(lead(), inspection, council, { caseIds: [made.id] });
    await lead().do('cancelRequest', { requestId: draft.id, version: 2, reason: 'Asked twice' });
    expect(await caseSeen(council.coordinator.client, made.id)).toMatchObject({ code: made.code });
    await lead().do('cancelRequest', { requestId: second.id, version: 2, reason: 'Not needed' });
    expect(await caseSeen(council.coordinator.client, made.id)).toBeNull();
  });

  it('is no evidence, no finding, no case of the sample, and no narrative', async () => {
    const inspector = inspection.member('OFSTED', 'INSPECTOR');
    const unnamed = await aCase(inspector.client, inspection);
    const item = await aPiece(inspector, 'OFSTED', inspection.id, { sourceAgencyId: council.id });
    await aSubmission(council.coordinator.client, await anIssuedRequest(lead(), inspection, council));
    for (const client of [council.coordinator.client, council.contributor.client, council.administrator]) {
      const seen = await client.read<Record<string, { nodes: unknown[] }>>(
        `query ($id: ID!) { evidence(inspectionId: $id) { nodes { id } } findings(inspectionId: $id) { nodes { id } }
          cases(inspectionId: $id) { nodes { id } } }`,
        { id: inspection.id },
      );
      expect(seen).toEqual({ evidence: { nodes: [] }, findings: { nodes: [] }, cases: { nodes: [] } });
      for (const id of [unnamed.id, item.id])
        expect(await client.read('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    }
  });

  it('is hidden from whoever declared a conflict of interest with the agency, or with a case that is named', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const [agency, other] = own.agencies;
    if (agency === undefined || other === undefined) throw new Error('no agencies');
    const made = await aCase(own.member('OFSTED', 'INSPECTOR').client, own);
    const named = await anIssuedRequest(own.lead.client, own, other, { caseIds: [made.id] });
    const request = await anIssuedRequest(own.lead.client, own, agency);
    const submissions = [
      await aSubmission(agency.coordinator.client, request),
      await aSubmission(other.coordinator.client, named),
    ];
    const once = own.member('OFSTED', 'ANALYST').client;
    await once.do('declareConflict', { agencyId: agency.id, reason: 'I worked there until May' });
    expect((await requestsOf(once, own.id)).map(({ id }) => id)).toEqual([named.id]);
    expect(await theRequest(once, request.id)).toBeNull();
    expect(await theSubmission(once, submissions[0]?.id ?? '')).toBeNull();
    const relative = own.member('OFSTED', 'INSPECTOR').client;
    await relative.do('declareConflict', { caseId: made.id, reason: 'My sister is the social worker' });
    expect((await requestsOf(relative, own.id)).map(({ id }) => id)).toEqual([request.id]);
    expect(await theSubmission(relative, submissions[1]?.id ?? '')).toBeNull();
    await own.lead.client.do('declareConflict', { agencyId: agency.id, reason: 'My brother leads it' });
    const attempt = { inspectionId: own.id, agencyId: agency.id, ...requestWords() };
    expect((await own.lead.client.send('draftRequest', attempt)).problems).toEqual([
      expect.objectContaining({ at: 'agencyId', code: 'UNKNOWN_ID' }),
    ]);
    expect(
      (await own.lead.client.send('cancelRequest', { requestId: request.id, version: 2, reason: 'No' })).code,
    ).toBe('NOT_FOUND');
    expect(await theRequest(agency.coordinator.client, request.id)).toEqual(
      expect.objectContaining({ state: 'ISSUED', version: 2 }),
    );
  });

  it('holds in the database itself, whatever a service asks', async () => {
    const now = '2024-03-04T09:00:00Z';
    const request = await anIssuedRequest(lead(), inspection, council);
    const draft = await aSavedSubmission(council.contributor.client, request);
    const ofSubmission = [uuidOf(draft.id)];
    await expect(
      sqlAs(council.contributor, now, (db) =>
        db.query(
          `UPDATE app.submission SET state = 'SUBMITTED', submitted_at = auth.at(), submitted_by = auth.user_id(), receipt = 'X' WHERE id = $1`,
          ofSubmission,
        ),
      ),
    ).rejects.toThrow(/the coordinator sends it/);
    await expect(
      sqlAs(inspection.lead, now, (db) =>
        db.query(`UPDATE app.request_text SET asked = 'More' WHERE request_id = $1`, [uuidOf(request.id)]),
      ),
    ).rejects.toThrow(/stays as it was issued/);
    const sent = await council.coordinator.client.do<{ submission: { version: number } }>(
      'sendSubmission',
      { requestId: request.id, version: 1 },
      'submission { version }',
    );
    expect(sent.submission.version).toBe(2);
    await expect(
      sqlAs(council.coordinator, now, (db) =>
        db.query(`UPDATE app.submission_text SET text = 'Other' WHERE submission_id = $1`, ofSubmission),
      ),
    ).rejects.toThrow(/is kept when it is replaced/);
    for (const stranger of [council.contributor, police.coordinator, inspection.lead])
      expect(
        await sqlAs(stranger, now, async (db) => {
          const { rowCount } = await db.query(
            `UPDATE app.submission_text SET text = 'Other' WHERE submission_id = $1`,
            ofSubmission,
          );
          return rowCount;
        }),
      ).toBe(0);
    await expect(
      sqlAs(police.coordinator, now, (db) =>
        db.query(
          `INSERT INTO app.submission (id, request_id, inspection_id, organisation_id) VALUES (gen_random_uuid(), $1, $2, $3)`,
          [uuidOf(request.id), uuidOf(inspection.id), uuidOf(council.id)],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await theSubmission(council.coordinator.client, draft.id)).toMatchObject({ text: draft.text, version: 2 });
  });

  it('is, after closing, what they sent: whole, and for good', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const agency = own.agency('LOCAL_AUTHORITY');
    const request = await anIssuedRequest(own.lead.client, own, agency);
    const submission = await aSubmission(agency.coordinator.client, request);
    const keeper = await aUser(await administratorOf('OFSTED'), 'OFSTED', ['RECORD_KEEPER']);
    const strangeKeeper = await aUser(await administratorOf('CQC'), 'CQC', ['RECORD_KEEPER']);
    await toFollowUp(own, '2024-06-03T09:00:00Z');
    await own.lead.client.at('2024-06-03T10:00:00Z').do('closeInspection', { inspectionId: own.id });
    const within = '2024-07-01T12:00:00Z';
    const after = '2024-07-03T12:00:00Z';
    expect(await theSubmission(own.member('OFSTED', 'INSPECTOR').client.at(within), submission.id)).toEqual(submission);
    expect(await theRequest(agency.contributor.client.at(within), request.id)).toMatchObject({ asked: request.asked });
    for (const client of [own.lead.client, own.member('OFSTED', 'INSPECTOR').client]) {
      expect(await theSubmission(client.at(after), submission.id)).toBeNull();
      expect(await theRequest(client.at(after), request.id)).toBeNull();
    }
    for (const { client } of [agency.coordinator, agency.contributor]) {
      const { submissions } = await client
        .at(after)
        .read<{ submissions: { nodes: { id: string; text: string }[] } }>(
          'query ($id: ID!) { submissions(inspectionId: $id) { nodes { id text } } }',
          { id: own.id },
        );
      expect(submissions.nodes).toEqual([{ id: submission.id, text: submission.text }]);
      expect(await theRequest(client.at(after), request.id)).toBeNull();
    }
    expect(await theSubmission(own.agency('POLICE_FORCE').coordinator.client.at(after), submission.id)).toBeNull();
    expect(await theSubmission(keeper.client.at(after), submission.id)).toEqual(submission);
    expect(await theSubmission(strangeKeeper.client.at(after), submission.id)).toBeNull();
  });
});

describe('due times of requests', () => {
  let inspection: Inspected;
  let council: AgencyTeam;
  const due = async (dueOn: string, dueTime: string | null, now = '2024-03-04T09:00:00Z'): Promise<RequestSeen> =>
    anIssuedRequest(inspection.lead.client.at(now), inspection, council, { dueOn, dueTime });
  const lateAt = async (request: RequestSeen, now: string): Promise<boolean> =>
    (await aSubmission(council.coordinator.client.at(now), request)).late;

  beforeAll(async () => {
    inspection = await anInspection().inStage('FIELDWORK').build();
    council = inspection.agency('LOCAL_AUTHORITY');
  });

  it('of an hour are exclusive: 17:00 is late for 17:00', async () => {
    expect(await lateAt(await due('2024-03-08', '17:00'), '2024-03-08T16:59:59.999Z')).toBe(false);
    expect(await lateAt(await due('2024-03-08', '17:00'), '2024-03-08T17:00:00Z')).toBe(true);
    expect(await lateAt(await due('2024-03-08', '17:00'), '2024-03-08T17:01:00Z')).toBe(true);
  });

  it('of a day last to its end in London', async () => {
    expect(await lateAt(await due('2024-03-08', null), '2024-03-08T17:01:00Z')).toBe(false);
    expect(await lateAt(await due('2024-03-08', null), '2024-03-08T23:59:59Z')).toBe(false);
    expect(await lateAt(await due('2024-03-08', null), '2024-03-09T00:00:00Z')).toBe(true);
    expect(await lateAt(await due('2024-06-07', null), '2024-06-07T22:59:59Z')).toBe(false);
    expect(await lateAt(await due('2024-06-07', null), '2024-06-07T23:00:00Z')).toBe(true);
  });

  it('on a bank holiday hold, with a warning', async () => {
    const request = await due('2024-03-29', null);
    expect(request).toMatchObject({ dueAt: '2024-03-30T00:00:00+00:00' });
    expect(request.dueWarning).toMatch(/bank holiday: Good Friday/);
    expect(await lateAt(request, '2024-03-29T12:00:00Z')).toBe(false);
    expect((await due('2024-03-28', null)).dueWarning).toBeNull();
  });

  it('on the nights on which the clocks change', async () => {
    // 31 March 2024: 01:00 to 02:00 is skipped; the day ends at 23:00 UTC.
    const spring = await due('2024-03-31', null);
    expect(spring.dueAt).toBe('2024-03-31T23:00:00+00:00');
    expect(await lateAt(spring, '2024-03-31T22:59:59Z')).toBe(false);
    // 27 October 2024: 01:30 comes twice; the second counts.
    const autumn = await due('2024-10-27', '01:30');
    expect(autumn.dueAt).toBe('2024-10-27T01:30:00+00:00');
    expect(await lateAt(autumn, '2024-10-27T00:30:00Z')).toBe(false);
  });

  it('stand still while the inspection is paused', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const [agency] = own.agencies;
    if (agency === undefined) throw new Error('no agency');
    const request = await anIssuedRequest(own.lead.client, own, agency, { dueOn: '2024-03-08', dueTime: '17:00' });
    const mark = (kind: string, now: string): Promise<unknown> =>
      own.lead.client
        .at(now)
        .do('markInspection', { inspectionId: own.id, kind, authority: 'The lead', reason: 'A flood' });
    await mark('PAUSED', '2024-03-05T09:00:00Z');
    const during = await aSubmission(agency.coordinator.client.at('2024-03-09T09:00:00Z'), request);
    expect(during.late).toBe(false);
    await mark('RESUMED', '2024-03-15T09:00:00Z');
    expect((await theRequest(own.lead.client, request.id))?.dueAt).toBe('2024-03-18T17:00:00+00:00');
  });
});

/** Of a request that merely exists: everything else is null or empty. */
const NOTHING = {
  version: null,
  dueAt: null,
  dueWarning: null,
  title: null,
  asked: null,
  reason: null,
  inspectorates: [],
  cases: [],
  issuedAt: null,
  cancelledBecause: null,
  submission: null,
};
