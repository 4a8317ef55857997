import { administratorOf, aUser, gatewayOf, type Member } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';

export const SIX = ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION', 'HMI_PRISONS', 'HMCPSI'] as const;

export interface OfSix {
  readonly id: string;
  readonly inspector: (inspectorate: string) => Member;
}

/** In fieldwork, under the framework for which the prosecution inspectorate joined; each has a lead and an inspector. */
export async function anInspectionOfSix(): Promise<OfSix> {
  const planners = new Map<string, Client>();
  for (const code of SIX) planners.set(code, (await aUser(await administratorOf(code), code, ['PLANNER'])).client);
  const plannerOf = (code: string): Client => given(planners, code);
  const { inspection } = await plannerOf('OFSTED').do<{ inspection: { id: string } }>(
    'createInspection',
    {
      framework: 'MULTI_AGENCY_CHILD_PROTECTION_2013',
      areaCode: 'E10000020',
      fieldworkFrom: '2014-03-17',
      gateway: gatewayOf('OFSTED', 'INSPECT'),
      inspectorates: SIX.slice(1),
      agencyIds: [],
    },
    'inspection { id }',
  );
  const { id } = inspection;
  const seat = async (by: Client, code: string, role: string): Promise<Member> => {
    const user = await aUser(await administratorOf(code), code);
    const { assignment } = await by.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId: id, userId: user.userId, role },
      'assignment { id }',
    );
    return { ...user, assignmentId: assignment.id };
  };
  const inspectors = new Map<string, Member>();
  for (const code of SIX) {
    if (code !== 'OFSTED')
      await plannerOf(code).do('acceptInvitation', { inspectionId: id, gateway: gatewayOf(code, 'INSPECT') });
    const lead = await seat(plannerOf(code), code, 'INSPECTORATE_LEAD');
    inspectors.set(code, await seat(lead.client, code, 'INSPECTOR'));
  }
  const lead = await seat(plannerOf('OFSTED'), 'OFSTED', 'LEAD');
  for (const to of ['PREPARING', 'FIELDWORK']) {
    const { inspection: now } = await lead.client.read<{ inspection: { version: number } }>(
      'query ($id: ID!) { inspection(id: $id) { version } }',
      { id },
    );
    await lead.client.do('advanceStage', { inspectionId: id, to, version: now.version });
  }
  return { id, inspector: (inspectorate) => given(inspectors, inspectorate) };
}

function given<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} takes no part`);
  return value;
}
