import { randomUUID } from 'node:crypto';
import { aUser } from './an-inspection.js';
import { Client, signIn } from './client.js';

export interface AnAgency {
  readonly id: string;
  readonly code: string;
  readonly administrator: Client;
}

/** An agency that takes part in nothing, registered by a planner. */
export async function anAgency(planner: Client, kind = 'LOCAL_AUTHORITY'): Promise<AnAgency> {
  const code = `${kind}-${randomUUID().slice(0, 8)}`;
  const { agency } = await planner.do<{ agency: { id: string } }>(
    'registerAgency',
    {
      code,
      kind,
      name: `${kind} of Elsewhere`,
      areaCodes: ['E10000020'],
      issuer: `urn:joint-inspection:local:${code}`,
      administratorSubject: 'administrator',
      administratorName: 'Agency administrator',
    },
    'agency { id }',
  );
  return { id: agency.id, code, administrator: await signIn(code, 'administrator', planner.now) };
}

/** A user who receives immediate concerns for an agency. */
export const aSafeguardingContact = async (agency: {
  code: string;
  administrator: Client;
}): Promise<{ client: Client; userId: string }> =>
  aUser(agency.administrator, agency.code, ['SAFEGUARDING_CONTACT'], 'Pat Receiver');
