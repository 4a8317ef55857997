import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { anAgency } from '../support/an-authority.js';
import { administratorOf, anInspection, aUser, type Inspected } from '../support/an-inspection.js';
import { type Client, signIn, thePublic } from '../support/client.js';

const NOW = '2024-03-04T09:00:00Z';
const people = async (client: Client): Promise<string[]> =>
  (await client.read<{ people: { id: string }[] }>('{ people { id } }')).people.map(({ id }) => id);
const me = (client: Client) => client.ask('{ me { id name organisation } }');

describe('users of an organisation', () => {
  let administrator: Client;
  let user: { client: Client; userId: string };

  beforeAll(async () => {
    administrator = await administratorOf('CQC');
    user = await aUser(administrator, 'CQC');
  });

  it('are invited by its administrator, and are users of that organisation for good', async () => {
    const invited = await aUser(administrator, 'CQC', [], 'Sam Field');
    expect((await me(invited.client)).data).toEqual({
      me: { id: invited.userId, name: 'Sam Field', organisation: 'CQC' },
    });
    expect(await people(user.client)).toContain(invited.userId);
    expect(await people(await administratorOf('OFSTED'))).not.toContain(invited.userId);
  });

  it('are nobody before they are invited, whatever their provider says', async () => {
    const answer = await me(await signIn('CQC', randomUUID(), NOW));
    expect(answer.errors[0]?.extensions?.code).toBe('NOT_SIGNED_IN');
  });

  it('are invited by nobody else', async () => {
    const subject = randomUUID();
    const before = await people(administrator);
    for (const other of [user.client, (await aUser(administrator, 'CQC', ['PLANNER'])).client])
      expect((await other.send('inviteUser', { subject, name: 'Sam Field' })).code).toBe('NOT_PERMITTED');
    expect(await people(administrator)).toHaveLength(before.length + 1);
  });

  it('have a subject of their own', async () => {
    const subject = randomUUID();
    await administrator.do('inviteUser', { subject, name: 'Sam Field' });
    const again = await administrator.send('inviteUser', { subject, name: 'Sam Field' });
    expect(again.problems).toEqual([expect.objectContaining({ at: 'subject', code: 'TAKEN' })]);
  });

  it('see nothing from the next request on once suspended, and all of it once restored', async () => {
    const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').build();
    const member = inspection.member('CQC', 'INSPECTOR');
    const own = await administratorOf('CQC');
    const title = () => member.client.ask('query ($id: ID!) { inspection(id: $id) { title } }', { id: inspection.id });
    expect((await title()).data?.['inspection']).not.toBeNull();
    for (const other of [user.client, inspection.lead.client, inspection.member('CQC', 'INSPECTORATE_LEAD').client])
      expect((await other.send('suspendUser', { userId: member.userId })).code).toBe('NOT_PERMITTED');
    expect((await title()).data?.['inspection']).not.toBeNull();
    await own.do('suspendUser', { userId: member.userId });
    expect((await title()).errors[0]?.extensions?.code).toBe('NOT_SIGNED_IN');
    expect((await title()).data?.['inspection'] ?? null).toBeNull();
    const sent = await member.client.send('createCase', {
      inspectionId: inspection.id,
      sampling: 'TRACKED',
      rationale: 'x',
      journeyStage: 'ASSESSMENT',
      agencyIds: [],
    });
    expect(sent.code).toBe('NOT_SIGNED_IN');
    await own.do('restoreUser', { userId: member.userId });
    expect((await title()).data?.['inspection']).not.toBeNull();
  });

  it('are suspended by no administrator of another organisation, who does not see them', async () => {
    const sent = await (await administratorOf('OFSTED')).send('suspendUser', { userId: user.userId });
    expect(sent.code).toBe('NOT_FOUND');
    expect((await me(user.client)).data?.['me']).toMatchObject({ id: user.userId });
  });

  it('are given roles by another administrator alone, and lose them at once', async () => {
    const planner = await aUser(administrator, 'CQC');
    const register = {
      code: `SCHOOL-${randomUUID()}`,
      kind: 'SCHOOL',
      name: 'School',
      areaCodes: ['E10000020'],
      issuer: `urn:joint-inspection:local:${randomUUID()}`,
      administratorSubject: 'a',
      administratorName: 'A',
    };
    const grant = { userId: planner.userId, post: 'PLANNER' };
    expect((await user.client.send('grantPost', grant)).code).toBe('NOT_PERMITTED');
    expect((await planner.client.send('registerAgency', register)).code).toBe('NOT_PERMITTED');
    await administrator.do('grantPost', grant);
    await planner.client.do('registerAgency', register);
    await administrator.do('endPost', grant);
    const another = { ...register, code: `SCHOOL-${randomUUID()}`, issuer: `urn:${randomUUID()}` };
    expect((await planner.client.send('registerAgency', another)).code).toBe('NOT_PERMITTED');
    const own = (await me(administrator)).data?.['me'] as { id: string };
    expect((await administrator.send('grantPost', { userId: own.id, post: 'PLANNER' })).code).toBe('NOT_PERMITTED');
  });
});

describe('partner agencies', () => {
  let inspection: Inspected;
  const agencies = async (client: Client, filter = ''): Promise<{ id: string; replacedBy: { id: string } | null }[]> =>
    (
      await client.read<{ agencies: { id: string; replacedBy: { id: string } | null }[] }>(
        `{ agencies${filter} { id replacedBy { id } } }`,
      )
    ).agencies;

  beforeAll(async () => {
    inspection = await anInspection().inStage('PREPARING').build();
  });

  it('are registered by planners alone', async () => {
    const input = {
      code: `SCHOOL-${randomUUID()}`,
      kind: 'SCHOOL',
      name: 'Unregistered',
      areaCodes: ['E10000020'],
      issuer: `urn:${randomUUID()}`,
      administratorSubject: 'a',
      administratorName: 'A',
    };
    const before = (await agencies(inspection.planner)).length;
    for (const other of [inspection.lead.client, await administratorOf('OFSTED')])
      expect((await other.send('registerAgency', input)).code).toBe('NOT_PERMITTED');
    expect(await agencies(inspection.planner)).toHaveLength(before);
  });

  it('have a code, an issuer and areas that exist', async () => {
    const there = await anAgency(inspection.planner, 'PRISON');
    const input = {
      code: there.code,
      kind: 'PRISON',
      name: 'Prison',
      areaCodes: ['E10000020'],
      issuer: `urn:${randomUUID()}`,
      administratorSubject: 'a',
      administratorName: 'A',
    };
    const problems = async (more: object) =>
      (await inspection.planner.send('registerAgency', { ...input, ...more })).problems.map(
        ({ at, code }) => `${at} ${code}`,
      );
    expect(await problems({})).toEqual(['code TAKEN']);
    const issuer = `urn:joint-inspection:local:${there.code}`;
    expect(await problems({ code: randomUUID(), issuer })).toEqual(['code TAKEN']);
    expect(await problems({ code: randomUUID(), areaCodes: ['E10000020', 'W06000001'] })).toEqual([
      'areaCodes.1 UNKNOWN_CODE',
    ]);
  });

  it('are found by area and kind', async () => {
    const there = await anAgency(inspection.planner, 'CPS_AREA');
    const ids = async (filter: string) => (await agencies(thePublic(NOW), filter)).map(({ id }) => id);
    expect(await ids('(areaCode: "E10000020", kind: CPS_AREA)')).toContain(there.id);
    expect(await ids('(areaCode: "E10000020", kind: SCHOOL)')).not.toContain(there.id);
    expect(await ids('(areaCode: "E06000001")')).not.toContain(there.id);
  });

  it('are replaced by another, by planners alone, and never in a circle', async () => {
    const [old, young] = [await anAgency(inspection.planner), await anAgency(inspection.planner)];
    const input = { agencyId: old.id, replacedById: young.id };
    const replacedBy = async () => (await agencies(inspection.planner)).find(({ id }) => id === old.id)?.replacedBy;
    for (const other of [inspection.lead.client, old.administrator])
      expect((await other.send('replaceAgency', input)).code).toBe('NOT_PERMITTED');
    expect(await replacedBy()).toBeNull();
    await inspection.planner.do('replaceAgency', input);
    expect(await replacedBy()).toEqual({ id: young.id });
    const problems = async (agencyId: string, replacedById: string) =>
      (await inspection.planner.send('replaceAgency', { agencyId, replacedById })).problems.map(({ code }) => code);
    expect(await problems(young.id, old.id)).toEqual(['IN_A_CIRCLE']);
    expect(await problems(old.id, old.id)).toEqual(['UNKNOWN_ID']);
    const unknown = { agencyId: `Agency.${randomUUID()}`, replacedById: young.id };
    expect((await inspection.planner.send('replaceAgency', unknown)).code).toBe('NOT_FOUND');
  });
});

describe('the catalogue', () => {
  const queries = {
    inspectorates:
      '{ inspectorates { code name inspects gateways { code provision } criteria { code joint } questions { code } } }',
    frameworks: `{ frameworks { code version judgementModel scale { code } judgements { code parts } themes { code } notice { days } fieldwork { workingDays phases { code } } sections { code takes { placement kinds } } } }`,
    areas: '{ areas { code name region type replacedBy } }',
  };

  it.each(Object.entries(queries))('tells every signed-in user the %s, and nobody else', async (name, query) => {
    const { client } = await aUser(await administratorOf('OFSTED'), 'OFSTED');
    expect((await client.read<Record<string, unknown[]>>(query))[name]?.length).toBeGreaterThan(5);
    expect((await thePublic(NOW).ask(query)).errors[0]?.extensions?.code).toBe('NOT_SIGNED_IN');
  });

  it('has eight frameworks, narrative and graded, each with the sections of its letter', async () => {
    const client = await administratorOf('OFSTED');
    const { frameworks } = await client.read<{
      frameworks: {
        code: string;
        judgementModel: string;
        scale: unknown[];
        judgements: unknown[];
        sections: unknown[];
      }[];
    }>(queries.frameworks);
    expect(new Set(frameworks.map(({ code }) => code)).size).toBe(8);
    for (const { judgementModel, scale, judgements, sections } of frameworks) {
      expect(sections.length).toBeGreaterThan(0);
      expect([judgementModel, scale.length > 0, judgements.length > 0]).toEqual(
        judgementModel === 'GRADED' ? ['GRADED', true, true] : ['NARRATIVE', false, false],
      );
    }
    const { frameworks: valid } = await client.read<{ frameworks: { code: string }[] }>(
      '{ frameworks(validOn: "2024-03-18") { code } }',
    );
    expect(valid.map(({ code }) => code)).toContain('JTAI_2022');
    expect(valid.map(({ code }) => code)).not.toContain('CHILD_PROTECTION_2012');
  });

  it('knows the areas of a day and of a region', async () => {
    const client = await administratorOf('OFSTED');
    const codes = async (filter: string) =>
      (await client.read<{ areas: { code: string }[] }>(`{ areas${filter} { code } }`)).areas.map(({ code }) => code);
    expect(await codes('(on: "2018-01-01")')).toContain('E10000009');
    expect(await codes('(on: "2024-01-01")')).not.toContain('E10000009');
    const london = await codes('(region: "London")');
    expect(london).toContain('E09000001');
    expect(london.every((code) => code.startsWith('E09'))).toBe(true);
  });
});
