import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/a-case.js';
import { anAgency } from '../support/an-authority.js';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  gatewayOf,
  type Inspected,
  type Member,
} from '../support/an-inspection.js';
import { type Client, thePublic } from '../support/client.js';
import { uuidOf } from '../support/sql-as.js';
import { toFollowUp } from '../support/stages.js';

const INSPECTION = `query ($id: ID!) { inspection(id: $id) { id title stage version notifiedAt pausedAt closedAt fieldworkFrom fieldworkTo
  inspectorates { inspectorate acceptedAt } agencies { id } marks { kind authority reason }
  timetable { code fallsOn computedOn dueAt reason warnings } assignments { id role endedAt person { id } } } }`;
interface Seen {
  id: string;
  title: string;
  stage: string;
  version: number;
  notifiedAt: string | null;
  pausedAt: string | null;
  closedAt: string | null;
  fieldworkFrom: string | null;
  fieldworkTo: string | null;
  inspectorates: { inspectorate: string; acceptedAt: string | null }[];
  agencies: { id: string }[];
  marks: { kind: string; authority: string; reason: string }[];
  timetable: {
    code: string;
    fallsOn: string;
    computedOn: string;
    dueAt: string | null;
    reason: string | null;
    warnings: string[];
  }[];
  assignments: { id: string; role: string; endedAt: string | null; person: { id: string } | null }[];
}
const read = async (client: Client, id: string): Promise<Seen | null> =>
  (await client.read<{ inspection: Seen | null }>(INSPECTION, { id })).inspection;
const seen = async (client: Client, id: string): Promise<Seen> => {
  const found = await read(client, id);
  if (found === null) throw new Error(`${id} is not seen`);
  return found;
};
/** What merely exists: none of the parts for the team. */
const EXISTS = {
  fieldworkFrom: null,
  agencies: [],
  marks: [],
  timetable: [],
};

describe('planning an inspection', () => {
  let planner: Client;
  const plan = (more: Record<string, unknown> = {}) => ({
    framework: 'JTAI_2022',
    areaCode: 'E10000020',
    theme: 'FRONT_DOOR',
    fieldworkFrom: '2024-03-18',
    gateway: gatewayOf('OFSTED', 'INSPECT'),
    inspectorates: ['CQC', 'HMICFRS'],
    agencyIds: [],
    ...more,
  });
  const problems = async (more: Record<string, unknown>, by = planner) =>
    (await by.send('createInspection', plan(more))).problems.map(({ at, code }) => `${at} ${code}`);

  beforeAll(async () => {
    planner = (await aUser(await administratorOf('OFSTED'), 'OFSTED', ['PLANNER'])).client;
  });

  it('is for planners of the inspectorate that leads under the framework', async () => {
    const { client } = await aUser(await administratorOf('OFSTED'), 'OFSTED');
    expect((await client.send('createInspection', plan())).code).toBe('NOT_PERMITTED');
    const other = (await aUser(await administratorOf('CQC'), 'CQC', ['PLANNER'])).client;
    expect(
      await problems({ gateway: gatewayOf('CQC', 'INSPECT'), inspectorates: ['OFSTED', 'HMICFRS'] }, other),
    ).toContain('framework NOT_YOURS_TO_LEAD');
  });

  it('says what does not fit the framework', async () => {
    expect(await problems({ framework: 'JTAI_2099' })).toEqual(['framework UNKNOWN_CODE']);
    expect(await problems({ fieldworkFrom: '2015-03-18' })).toEqual(['framework UNKNOWN_CODE']);
    expect(await problems({ areaCode: 'E10000099' })).toEqual(['areaCode UNKNOWN_CODE']);
    expect(await problems({ theme: null })).toEqual(['theme MISSING']);
    expect(await problems({ theme: 'GARDENING' })).toEqual(['theme UNKNOWN_CODE']);
    expect(await problems({ inspectorates: ['CQC'] })).toEqual(['inspectorates MISSING']);
    expect(await problems({ inspectorates: ['CQC', 'HMICFRS', 'HMCPSI'] })).toEqual(['inspectorates.2 TAKES_NO_PART']);
    expect(await problems({ gateway: 'MAGNA_CARTA' })).toEqual(['gateway NOT_A_GATEWAY']);
    expect(await problems({ agencyIds: [`Agency.${uuidOf('x')}`] })).toEqual(['agencyIds.0 UNKNOWN_ID']);
    const [one, other] = [await anAgency(planner), await anAgency(planner)];
    expect(await problems({ agencyIds: [one.id], principalAuthorityId: other.id })).toEqual([
      'principalAuthorityId NOT_AMONG',
    ]);
    expect(await problems({ fieldworkFrom: '2040-03-19' })).toEqual(['fieldworkFrom OUT_OF_RANGE']);
  });

  it('computes its dates and stores them, with a warning where fieldwork was to begin on a bank holiday', async () => {
    const { inspection } = await planner.do<{ inspection: Seen }>(
      'createInspection',
      plan({ fieldworkFrom: '2024-05-06' }),
      'inspection { id fieldworkFrom fieldworkTo timetable { code fallsOn warnings } }',
    );
    expect(inspection).toMatchObject({ fieldworkFrom: '2024-05-07', fieldworkTo: '2024-05-13' });
    expect(inspection.timetable.find(({ code }) => code === 'FIELDWORK_DAY_1')?.warnings).toEqual([
      expect.stringMatching(/2024-05-06 is a bank holiday/),
    ]);
  });

  it('shows an invited planner that it exists, and his team more once he has accepted', async () => {
    const { inspection } = await planner.do<{ inspection: { id: string } }>(
      'createInspection',
      plan(),
      'inspection { id }',
    );
    const invited = (await aUser(await administratorOf('CQC'), 'CQC', ['PLANNER'])).client;
    const uninvited = (await aUser(await administratorOf('HMCPSI'), 'HMCPSI', ['PLANNER'])).client;
    expect(await read(invited, inspection.id)).toMatchObject({ stage: 'PLANNED', ...EXISTS, assignments: [] });
    expect(await read(uninvited, inspection.id)).toBeNull();
    const accept = { inspectionId: inspection.id, gateway: gatewayOf('CQC', 'INSPECT') };
    expect((await uninvited.send('acceptInvitation', accept)).code).toBe('NOT_FOUND');
    expect((await planner.send('acceptInvitation', accept)).problems).toMatchObject([{ code: 'NOT_INVITED' }]);
    expect((await seen(planner, inspection.id)).inspectorates).toContainEqual({
      inspectorate: 'CQC',
      acceptedAt: null,
    });
    await invited.do('acceptInvitation', accept);
    expect(await read(invited, inspection.id)).toMatchObject({ fieldworkFrom: '2024-03-18' });
    expect((await invited.send('acceptInvitation', accept)).problems).toMatchObject([{ code: 'NOT_INVITED' }]);
  });

  it('invites further inspectorates, by the leading planner alone', async () => {
    const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PLANNED').build();
    const input = { inspectionId: inspection.id, inspectorate: 'HMI_PROBATION' };
    for (const other of [inspection.lead.client, inspection.plannerOf('CQC')])
      expect((await other.send('inviteInspectorate', input)).code).toBe('NOT_PERMITTED');
    expect((await seen(inspection.planner, inspection.id)).inspectorates).toHaveLength(3);
    await inspection.planner.do('inviteInspectorate', input);
    expect((await inspection.planner.send('inviteInspectorate', input)).problems).toMatchObject([
      { at: 'inspectorate', code: 'TAKEN' },
    ]);
  });
});

describe('the team of an inspection', () => {
  let inspection: Inspected;
  let colleague: { client: Client; userId: string };
  const who = (inspectorate: string, role: Parameters<Inspected['member']>[1] = 'INSPECTOR') =>
    inspection.member(inspectorate, role);
  const assign = (role: string, userId = colleague.userId) => ({ inspectionId: inspection.id, userId, role });
  const count = async () => (await seen(inspection.planner, inspection.id)).assignments.length;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    colleague = await aUser(await administratorOf('OFSTED'), 'OFSTED');
  });

  it('is named by planners and inspectorate leads, each his own, and by nobody else', async () => {
    const before = await count();
    for (const [other, role] of [
      [inspection.lead.client, 'INSPECTOR'],
      [who('OFSTED').client, 'ANALYST'],
      [inspection.planner, 'INSPECTOR'],
      [who('OFSTED', 'INSPECTORATE_LEAD').client, 'INSPECTORATE_LEAD'],
      [who('OFSTED', 'INSPECTORATE_LEAD').client, 'LEAD'],
      [inspection.plannerOf('CQC'), 'LEAD'],
    ] as const)
      expect((await other.send('assign', assign(role))).code).toBe('NOT_PERMITTED');
    const stranger = await who('CQC', 'INSPECTORATE_LEAD').client.send('assign', assign('INSPECTOR'));
    expect(stranger.problems).toMatchObject([{ at: 'userId', code: 'UNKNOWN_ID' }]);
    expect(await count()).toBe(before);
  });

  it('is never joined by assigning oneself', async () => {
    const lead = who('OFSTED', 'INSPECTORATE_LEAD');
    const before = await count();
    expect((await lead.client.send('assign', assign('ANALYST', lead.userId))).code).toBe('NOT_PERMITTED');
    expect(await count()).toBe(before);
  });

  it('has one lead, and one for each inspectorate', async () => {
    for (const role of ['LEAD', 'INSPECTORATE_LEAD'])
      expect((await inspection.planner.send('assign', assign(role))).problems).toMatchObject([
        { at: 'role', code: 'TAKEN' },
      ]);
  });

  it('hands the lead over in one act: at no time is there none, or two', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const next = await aUser(await administratorOf('OFSTED'), 'OFSTED');
    const input = { assignmentId: own.lead.assignmentId, userId: next.userId };
    for (const other of [own.lead.client, own.member('OFSTED', 'INSPECTORATE_LEAD').client])
      expect((await other.send('handOver', input)).code).toBe('NOT_PERMITTED');
    expect(await read(next.client, own.id)).toBeNull();
    await own.planner.do('handOver', input);
    const leads = (await seen(own.planner, own.id)).assignments.filter(({ role }) => role === 'LEAD');
    expect(leads.map(({ endedAt, person }) => [endedAt === null, person?.id])).toEqual(
      expect.arrayContaining([
        [false, own.lead.userId],
        [true, next.userId],
      ]),
    );
    expect(await read(own.lead.client, own.id)).toBeNull();
    const { version } = await seen(next.client, own.id);
    await next.client.do('advanceStage', { inspectionId: own.id, to: 'FIELDWORK', version });
    expect((await own.planner.send('handOver', input)).code).toBe('WRONG_STATE');
  });

  it('loses what it saw in the very next transaction when an assignment ends', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const member = own.member('CQC', 'INSPECTOR');
    const piece = await aPiece(member, 'CQC', own.id);
    const made = await aCase(member.client, own);
    const sees = async () => {
      const answer = await member.client.read<Record<string, unknown>>(
        `query ($inspection: ID!, $item: ID!, $case: ID!) { inspection(id: $inspection) { id } node(id: $item) { id } case(id: $case) { id } evidence(inspectionId: $inspection) { nodes { id } } }`,
        { inspection: own.id, item: piece.id, case: made.id },
      );
      return answer;
    };
    expect(await sees()).toMatchObject({ node: { id: piece.id }, case: { id: made.id }, evidence: { nodes: [{}] } });
    const end = { assignmentId: member.assignmentId };
    for (const other of [own.lead.client, own.member('CQC', 'ANALYST').client, own.planner])
      expect((await other.send('endAssignment', end)).code).toBe('NOT_PERMITTED');
    expect(await sees()).toMatchObject({ node: { id: piece.id } });
    await own.member('CQC', 'INSPECTORATE_LEAD').client.do('endAssignment', end);
    expect(await sees()).toEqual({ inspection: null, node: null, case: null, evidence: { nodes: [] } });
    expect((await member.client.send('submitEvidence', { evidenceId: piece.id, version: 2 })).code).toBe('NOT_FOUND');
    expect((await own.member('CQC', 'INSPECTORATE_LEAD').client.send('endAssignment', end)).code).toBe('WRONG_STATE');
  });

  it('sees from the start of an assignment to its end, by the clock', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const user = await aUser(await administratorOf('CQC'), 'CQC');
    await own.member('CQC', 'INSPECTORATE_LEAD').client.do('assign', {
      inspectionId: own.id,
      userId: user.userId,
      role: 'INSPECTOR',
      startsAt: '2024-03-18T00:00:00Z',
      endsAt: '2024-03-23T00:00:00Z',
    });
    const at = async (now: string) => (await read(user.client.at(now), own.id)) !== null;
    expect(
      await Promise.all(
        ['2024-03-17T23:59:59Z', '2024-03-18T00:00:00Z', '2024-03-22T23:59:59Z', '2024-03-23T00:00:00Z'].map(at),
      ),
    ).toEqual([false, true, true, false]);
  });
});

describe('the stages of an inspection', () => {
  it('follow one another by acts of the lead, and nothing changes when an act is refused', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const { id, lead, planner } = own;
    const before = await seen(lead.client, id);
    const to = (stage: string, version = before.version) => ({ inspectionId: id, to: stage, version });
    for (const other of [
      planner,
      own.member('OFSTED', 'INSPECTORATE_LEAD').client,
      own.member('CQC', 'INSPECTOR').client,
    ])
      expect((await other.send('advanceStage', to('FIELDWORK'))).code).toBe('NOT_PERMITTED');
    for (const stage of [
      'PLANNED',
      'PREPARING',
      'DRAFTING',
      'ACCURACY_CHECK',
      'SIGNING',
      'SIGNED',
      'PUBLISHED',
      'FOLLOW_UP',
      'CLOSED',
    ])
      expect([stage, (await lead.client.send('advanceStage', to(stage))).code]).toEqual([stage, 'WRONG_STATE']);
    expect((await lead.client.send('advanceStage', to('FIELDWORK', before.version - 1))).code).toBe('CONFLICT');
    expect((await lead.client.send('closeInspection', { inspectionId: id })).code).toBe('WRONG_STATE');
    expect((await planner.send('closeInspection', { inspectionId: id })).code).toBe('NOT_PERMITTED');
    expect(await seen(lead.client, id)).toEqual(before);
    await lead.client.do('advanceStage', to('FIELDWORK'));
    expect(await seen(lead.client, id)).toMatchObject({ stage: 'FIELDWORK', version: before.version + 1 });
  });

  it('notify the area at the latest when fieldwork begins', async () => {
    const { id, lead } = await anInspection().inStage('FIELDWORK').build();
    expect((await seen(lead.client, id)).notifiedAt).not.toBeNull();
    expect((await lead.client.send('notifyArea', { inspectionId: id })).code).toBe('WRONG_STATE');
  });
});

describe('an inspection of which the area has not been notified', () => {
  it('does not exist for its agencies, by list or id, nor for the public; then it exists', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const agency = await anAgency(own.planner);
    await own.planner.do('addAgency', { inspectionId: own.id, agencyId: agency.id });
    const coordinator = await aUser(agency.administrator, agency.code);
    const finds = async (client: Client) => {
      const answer = await client.read<{
        inspection: { id: string } | null;
        node: unknown;
        inspections: { nodes: { id: string }[] };
      }>(
        'query ($id: ID!) { inspection(id: $id) { id } node(id: $id) { id } inspections(first: 200) { nodes { id } } }',
        { id: own.id },
      );
      return [
        answer.inspection !== null,
        answer.node !== null,
        answer.inspections.nodes.some(({ id }) => id === own.id),
      ];
    };
    const assign = { inspectionId: own.id, userId: coordinator.userId, role: 'COORDINATOR' };
    for (const client of [agency.administrator, coordinator.client, thePublic('2024-03-04T09:00:00Z')])
      expect(await finds(client)).toEqual([false, false, false]);
    expect((await agency.administrator.send('assign', assign)).code).toBe('NOT_FOUND');
    expect(await finds(own.plannerOf('CQC'))).toEqual([true, true, true]);
    for (const other of [own.planner, own.member('OFSTED', 'INSPECTORATE_LEAD').client])
      expect((await other.send('notifyArea', { inspectionId: own.id })).code).toBe('NOT_PERMITTED');
    expect(await finds(agency.administrator)).toEqual([false, false, false]);
    await own.lead.client.do('notifyArea', { inspectionId: own.id });
    expect(await finds(agency.administrator)).toEqual([true, true, true]);
    expect(await finds(coordinator.client)).toEqual([false, false, false]);
    await agency.administrator.do('assign', assign);
    expect(await read(coordinator.client, own.id)).toMatchObject({
      stage: 'PREPARING',
      fieldworkFrom: null,
      timetable: [],
      marks: [],
    });
    expect(await finds(thePublic('2024-03-04T09:00:00Z'))).toEqual([false, false, false]);
  });

  it('shows planners that it exists once it is notified, and no more', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    expect(await read(own.planner, own.id)).toMatchObject({ fieldworkFrom: '2024-03-18' });
    await own.lead.client.do('notifyArea', { inspectionId: own.id });
    expect(await read(own.planner, own.id)).toMatchObject({ fieldworkFrom: null, timetable: [] });
    expect(await read(own.member('CQC', 'OBSERVER').client, own.id)).toMatchObject({ ...EXISTS });
  });
});

describe('the marks of an inspection', () => {
  const mark = (inspectionId: string, kind: string) => ({
    inspectionId,
    kind,
    authority: 'His Majesty’s Chief Inspector',
    reason: 'A critical incident in the area',
  });

  it('are made by the lead with authority and reason, and kept', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const { id, lead, planner } = own;
    for (const other of [planner, own.member('OFSTED', 'INSPECTORATE_LEAD').client])
      expect((await other.send('markInspection', mark(id, 'DEFERRED'))).code).toBe('NOT_PERMITTED');
    const nameless = await lead.client.send('markInspection', { ...mark(id, 'DEFERRED'), authority: ' ', reason: '' });
    expect(nameless.problems.map(({ at }) => at).sort()).toEqual(['authority', 'reason']);
    expect((await seen(lead.client, id)).marks).toEqual([]);
    await lead.client.do('markInspection', mark(id, 'DEFERRED'));
    await lead.client.at('2024-03-05T09:00:00Z').do('markInspection', mark(id, 'INCOMPLETE'));
    expect((await seen(lead.client, id)).marks.map(({ kind, authority }) => [kind, authority])).toEqual([
      ['DEFERRED', 'His Majesty’s Chief Inspector'],
      ['INCOMPLETE', 'His Majesty’s Chief Inspector'],
    ]);
  });

  it('freeze the clocks while it is paused, and move the deadlines still to come when it goes on', async () => {
    const { id, lead } = await anInspection().inStage('FIELDWORK').build();
    const before = await seen(lead.client, id);
    const resume = mark(id, 'RESUMED');
    expect((await lead.client.send('markInspection', resume)).problems).toMatchObject([
      { at: 'kind', code: 'NOT_PAUSED' },
    ]);
    await lead.client.at('2024-03-20T09:00:00Z').do('markInspection', mark(id, 'PAUSED'));
    expect((await lead.client.send('markInspection', mark(id, 'PAUSED'))).problems).toMatchObject([
      { at: 'kind', code: 'ALREADY' },
    ]);
    const paused = await seen(lead.client, id);
    expect(paused.pausedAt).not.toBeNull();
    expect(
      (await lead.client.send('advanceStage', { inspectionId: id, to: 'DRAFTING', version: paused.version })).code,
    ).toBe('WRONG_STATE');
    await lead.client.at('2024-03-27T09:00:00Z').do('markInspection', resume);
    const after = await seen(lead.client, id);
    expect(after.pausedAt).toBeNull();
    for (const { code, dueAt, computedOn } of before.timetable) {
      const moved = after.timetable.find((entry) => entry.code === code);
      expect([code, moved?.computedOn]).toEqual([code, computedOn]);
      if (dueAt === null) expect(moved?.dueAt).toBeNull();
      else expect(Date.parse(moved?.dueAt ?? '') - Date.parse(dueAt)).toBe(7 * 24 * 3_600_000);
    }
    // Four days on, it would be a Saturday or a Sunday for one of them.
    await lead.client.at('2024-04-02T09:00:00Z').do('markInspection', mark(id, 'PAUSED'));
    await lead.client.at('2024-04-06T09:00:00Z').do('markInspection', resume);
    const again = await seen(lead.client, id);
    for (const { dueAt, fallsOn, warnings } of again.timetable.filter((entry) => entry.dueAt !== null))
      expect([dueAt, warnings.length > 0]).toEqual([dueAt, [0, 6].includes(new Date(fallsOn).getUTCDay())]);
    expect(again.timetable.some(({ warnings }) => warnings.length > 0)).toBe(true);
    await lead.client.do('advanceStage', { inspectionId: id, to: 'DRAFTING', version: after.version });
  });
});

describe('the dates of an inspection', () => {
  let inspection: Inspected;
  const entry = async (code: string) =>
    (await seen(inspection.lead.client, inspection.id)).timetable.find((each) => each.code === code);
  const set = (more: object = {}) => ({
    inspectionId: inspection.id,
    code: 'PUBLICATION_TARGET',
    fallsOn: '2024-06-14',
    reason: 'A trial ends on the thirteenth',
    ...more,
  });

  beforeAll(async () => {
    inspection = await anInspection().inStage('FIELDWORK').build();
  });

  it('are set by the lead alone, with a reason; the computed day stays', async () => {
    const before = await entry('PUBLICATION_TARGET');
    for (const other of [inspection.planner, inspection.member('OFSTED', 'INSPECTORATE_LEAD').client])
      expect((await other.send('setTimetableDate', set())).code).toBe('NOT_PERMITTED');
    expect(await entry('PUBLICATION_TARGET')).toEqual(before);
    const { warnings } = await inspection.lead.client.do<{ warnings: string[] }>('setTimetableDate', set(), 'warnings');
    expect(warnings).toEqual([]);
    expect(await entry('PUBLICATION_TARGET')).toEqual({
      code: 'PUBLICATION_TARGET',
      fallsOn: '2024-06-14',
      computedOn: before?.computedOn,
      dueAt: expect.stringMatching(/^2024-06-14T23:00:00/),
      reason: 'A trial ends on the thirteenth',
      warnings: [],
    });
  });

  it.each([
    ['2024-06-15', /Saturday or Sunday/],
    ['2024-05-27', /bank holiday: Spring/],
  ])('on a day that nobody works on (%s) are warned of, at once and afterwards', async (fallsOn, words) => {
    const { warnings } = await inspection.lead.client.do<{ warnings: string[] }>(
      'setTimetableDate',
      set({ fallsOn }),
      'warnings',
    );
    expect(warnings).toEqual([expect.stringMatching(words)]);
    expect((await entry('PUBLICATION_TARGET'))?.warnings).toEqual(warnings);
  });

  it('carry the days of fieldwork with them', async () => {
    await inspection.lead.client.do('setTimetableDate', set({ code: 'FIELDWORK_DAY_5', fallsOn: '2024-03-25' }));
    expect(await seen(inspection.lead.client, inspection.id)).toMatchObject({
      fieldworkFrom: '2024-03-18',
      fieldworkTo: '2024-03-25',
    });
  });

  it('are those of the timetable', async () => {
    const sent = await inspection.lead.client.send('setTimetableDate', set({ code: 'TEA_BREAK' }));
    expect(sent.problems).toMatchObject([{ at: 'code', code: 'UNKNOWN_CODE' }]);
  });
});

describe('a closed inspection', () => {
  const closedOn = '2024-06-03T10:00:00Z';
  let inspection: Inspected;
  let item: string;
  let keeper: Client;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    item = (await aPiece(inspection.member('CQC', 'INSPECTOR'), 'CQC', inspection.id)).id;
    keeper = (await aUser(await administratorOf('CQC'), 'CQC', ['RECORD_KEEPER'])).client;
    await toFollowUp(inspection, '2024-06-03T09:00:00Z');
    for (const other of [inspection.planner, inspection.member('OFSTED', 'INSPECTORATE_LEAD').client])
      expect((await other.send('closeInspection', { inspectionId: inspection.id })).code).toBe('NOT_PERMITTED');
    expect((await seen(inspection.lead.client, inspection.id)).closedAt).toBeNull();
    expect(await node(keeper.at('2024-06-03T09:30:00Z'))).toBe(false);
    await inspection.lead.client.at(closedOn).do('closeInspection', { inspectionId: inspection.id });
  });
  const node = async (client: Client): Promise<boolean> =>
    (await client.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: item })).node !== null;

  it('is read by its team for 28 London days, and by record keepers alone from then on', async () => {
    const inspector = inspection.member('CQC', 'INSPECTOR').client;
    // The 29th day after 3 June begins at 00:00 of 2 July in London, an hour before midnight UTC.
    const [last, first] = ['2024-07-01T22:59:59Z', '2024-07-01T23:00:00Z'];
    expect([await node(inspector.at(last)), await node(inspector.at(first))]).toEqual([true, false]);
    expect([await node(keeper.at(last)), await node(keeper.at(first))]).toEqual([true, true]);
    expect(await read(inspector.at(first), inspection.id)).toBeNull();
    expect(await read(keeper.at(first), inspection.id)).toMatchObject({ stage: 'CLOSED' });
    const stranger = (await aUser(await administratorOf('HMICFRS'), 'HMICFRS', ['RECORD_KEEPER'])).client;
    expect(await node(stranger.at(first))).toBe(false);
  });

  it('takes no more evidence, cases, shares, dates or people', async () => {
    const now = '2024-06-10T10:00:00Z';
    const { id, lead } = inspection;
    const member: Member = inspection.member('CQC', 'INSPECTOR');
    const refused = [
      member.client
        .at(now)
        .send('supersedeEvidence', { evidenceId: item, version: 2, title: 'x', body: 'x', reason: 'x' }),
      member.client.at(now).send('shareEvidence', {
        evidenceId: item,
        recipient: 'OFSTED',
        form: 'WHOLE',
        gateway: gatewayOf('CQC', 'SHARE'),
        purpose: 'x',
      }),
      lead.client
        .at(now)
        .send('setTimetableDate', { inspectionId: id, code: 'PUBLICATION_TARGET', fallsOn: '2024-07-01', reason: 'x' }),
      lead.client.at(now).send('markInspection', { inspectionId: id, kind: 'PAUSED', authority: 'x', reason: 'x' }),
      lead.client.at(now).send('closeInspection', { inspectionId: id }),
      lead.client.at(now).send('createCase', {
        inspectionId: id,
        sampling: 'TRACKED',
        rationale: 'x',
        journeyStage: 'ASSESSMENT',
        agencyIds: [],
      }),
      inspection
        .member('CQC', 'INSPECTORATE_LEAD')
        .client.at(now)
        .send('assign', { inspectionId: id, userId: member.userId, role: 'ANALYST' }),
    ];
    expect((await Promise.all(refused)).map(({ code }) => code)).toEqual(refused.map(() => 'WRONG_STATE'));
  });

  it('lets nobody act by a seat of old once the 28 days are over, record keeper or not', async () => {
    const member = inspection.member('CQC', 'QUALITY_ASSURER');
    await (await administratorOf('CQC')).do('grantPost', { userId: member.userId, post: 'RECORD_KEEPER' });
    const authority = await anAgency(inspection.planner);
    const raise = { inspectionId: inspection.id, receiverId: authority.id, words: 'Alone at home.' };
    expect((await member.client.at('2024-07-03T10:00:00Z').send('raiseConcern', raise)).code).toBe('NOT_PERMITTED');
    expect((await inspection.lead.client.at('2024-07-03T10:00:00Z').send('raiseConcern', raise)).code).toBe(
      'NOT_FOUND',
    );
  });

  it('still lets a member raise an immediate concern and end an assignment', async () => {
    const now = '2024-06-10T10:00:00Z';
    const { client } = inspection.member('HMICFRS', 'INSPECTOR');
    const authority = await anAgency(inspection.planner);
    await client
      .at(now)
      .do('raiseConcern', { inspectionId: inspection.id, receiverId: authority.id, words: 'Alone at home.' });
    await inspection
      .member('HMICFRS', 'INSPECTORATE_LEAD')
      .client.at(now)
      .do('endAssignment', { assignmentId: inspection.member('HMICFRS', 'ANALYST').assignmentId });
    expect(await read(inspection.member('HMICFRS', 'ANALYST').client.at(now), inspection.id)).toBeNull();
  });
});
