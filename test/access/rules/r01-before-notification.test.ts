import { beforeAll, describe, expect, it } from '@jest/globals';
import { anAgency, type AnAgency } from '../../support/an-authority.js';
import { anInspection, aUser, type Inspected } from '../../support/an-inspection.js';
import { type Client, thePublic } from '../../support/client.js';
import { anIssuedRequest } from '../../support/requests.js';
import { officersOf, whoOf } from './sight.js';
import { refused } from './the-rows.js';

const NOW = '2024-03-04T09:00:00Z';

describe('R1: before notification an inspection exists for its team, observers and participating planners alone', () => {
  let inspection: Inspected;
  let agency: AnAgency;
  let people: Record<string, Client>;
  let agencyUser: { client: Client; userId: string };

  const finds = async (client: Client): Promise<boolean> => {
    const { inspection: found, node } = await client.read<{ inspection: unknown; node: unknown }>(
      'query ($id: ID!) { inspection(id: $id) { id } node(id: $id) { id } }',
      { id: inspection.id },
    );
    const { inspections } = await client.read<{ inspections: { nodes: { id: string }[] } }>(
      '{ inspections(first: 200) { nodes { id } } }',
    );
    const listed = inspections.nodes.some(({ id }) => id === inspection.id);
    // By every way, or by none.
    expect([found !== null, node !== null]).toEqual([listed, listed]);
    return listed;
  };

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    agency = await anAgency(inspection.planner);
    agencyUser = await aUser(agency.administrator, agency.code);
    const role = (code: string, name: Parameters<Inspected['member']>[1]) => inspection.member(code, name).client;
    people = {
      lead: inspection.lead.client,
      'inspectorate lead': role('CQC', 'INSPECTORATE_LEAD'),
      inspector: role('CQC', 'INSPECTOR'),
      analyst: role('CQC', 'ANALYST'),
      'quality assurer': role('CQC', 'QUALITY_ASSURER'),
      observer: role('CQC', 'OBSERVER'),
      signatory: role('CQC', 'SIGNATORY'),
      ...(await officersOf('CQC')),
      ...(await officersOf('HMI_PROBATION')),
      'agency administrator': agency.administrator,
      'agency user': agencyUser.client,
      public: thePublic(NOW),
    };
  });

  const TEAM = ['lead', 'inspectorate lead', 'inspector', 'analyst', 'quality assurer'];

  it('is found by them by id and in the list, and by no other officer, inspectorate or agency', async () => {
    // A signatory has to know what he is named for.
    expect(await whoOf(people, finds)).toEqual([...TEAM, 'observer', 'signatory', 'CQC planner']);
  });

  it('is whole for the team and the planners, and for an observer no more than that it exists', async () => {
    const knows = async (client: Client): Promise<boolean> => {
      const { inspection: seen } = await client.read<{ inspection: { fieldworkFrom: string | null } | null }>(
        'query ($id: ID!) { inspection(id: $id) { fieldworkFrom } }',
        { id: inspection.id },
      );
      return typeof seen?.fieldworkFrom === 'string';
    };
    expect(await whoOf(people, knows)).toEqual([...TEAM, 'CQC planner']);
  });

  it('tells agencies nothing by areas, organisations, requests, what waits or is due', async () => {
    const told = async (client: Client): Promise<unknown> => {
      const { agencies, ...rest } = await client.read<{ agencies: { id: string }[] }>(
        `query ($id: ID!) { me { id } people { id name } areas { code name } waiting { kind objectId dueAt words }
           requests(inspectionId: $id) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } }
           agencies(kind: LOCAL_AUTHORITY) { id code name kind areas { code } } }`,
        { id: inspection.id },
      );
      // Other agencies come and go beside this one.
      return { ...rest, agency: agencies.find(({ id }) => id === agency.id) };
    };
    const before = await Promise.all([agency.administrator, agencyUser.client].map(told));
    await inspection.planner.do('addAgency', { inspectionId: inspection.id, agencyId: agency.id });
    const request = await anIssuedRequest(inspection.lead.client, inspection, agency);
    expect(request.state).toBe('ISSUED');
    expect(await whoOf({ administrator: agency.administrator, user: agencyUser.client }, finds)).toEqual([]);
    expect(await Promise.all([agency.administrator, agencyUser.client].map(told))).toEqual(before);
  });

  it('is changed by nobody for whom it does not exist, and by an observer not either', async () => {
    const notify = { inspectionId: inspection.id };
    const coordinator = { ...notify, userId: agencyUser.userId, role: 'COORDINATOR' };
    const named = (name: string): Client => people[name] ?? thePublic(NOW);
    expect(
      await refused(inspection, {
        'the agency assigns its coordinator': [agency.administrator, 'assign', coordinator],
        'an outside planner accepts': [
          named('HMI_PROBATION planner'),
          'acceptInvitation',
          { ...notify, gateway: 'CA_2004_S20' },
        ],
        'an administrator notifies': [named('CQC administrator'), 'notifyArea', notify],
        'a signatory notifies': [named('signatory'), 'notifyArea', notify],
        'an observer notifies': [named('observer'), 'notifyArea', notify],
        'a planner notifies': [inspection.planner, 'notifyArea', notify],
        'an inspector notifies': [named('inspector'), 'notifyArea', notify],
        'the public notifies': [thePublic(NOW), 'notifyArea', notify],
      }),
    ).toEqual({
      'the agency assigns its coordinator': 'NOT_FOUND',
      'an outside planner accepts': 'NOT_FOUND',
      'an administrator notifies': 'NOT_FOUND',
      'a signatory notifies': 'NOT_PERMITTED',
      'an observer notifies': 'NOT_PERMITTED',
      'a planner notifies': 'NOT_PERMITTED',
      'an inspector notifies': 'NOT_PERMITTED',
      'the public notifies': 'NOT_SIGNED_IN',
    });
  });

  it('exists from notification on for agencies that take part, whose request takes effect with it', async () => {
    await inspection.lead.client.do('notifyArea', { inspectionId: inspection.id });
    expect(await whoOf(people, finds)).toEqual([
      ...TEAM,
      'observer',
      'signatory',
      'CQC planner',
      'agency administrator',
    ]);
    const coordinator = { inspectionId: inspection.id, userId: agencyUser.userId, role: 'COORDINATOR' };
    await agency.administrator.do('assign', coordinator);
    const { requests } = await agencyUser.client.read<{ requests: { nodes: { state: string; title: string }[] } }>(
      'query ($id: ID!) { requests(inspectionId: $id) { nodes { state title } } }',
      { id: inspection.id },
    );
    expect(requests.nodes).toEqual([{ state: 'ISSUED', title: 'Children subject to a plan' }]);
  });
});
