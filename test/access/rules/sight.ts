import { administratorOf, aUser, gatewayOf, type Inspected, type Member } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';

export type Degree = 'none' | 'exists' | 'summary' | 'whole';

/** How much of an item somebody sees: its kind from summary on, its strength only whole. */
export async function degreeOf(client: Client, evidenceId: string): Promise<Degree> {
  const { node } = await client.read<{ node: { kind: string | null; strength: string | null } | null }>(
    'query ($id: ID!) { node(id: $id) { id ... on Evidence { kind strength } } }',
    { id: evidenceId },
  );
  if (node === null) return 'none';
  if (node.kind === null) return 'exists';
  return node.strength === null ? 'summary' : 'whole';
}

export async function finds(client: Client, id: string): Promise<boolean> {
  return (await client.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id })).node !== null;
}

/** The names of those for whom something holds. */
export async function whoOf<Who>(
  people: Readonly<Record<string, Who>>,
  holds: (who: Who) => Promise<boolean>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, who] of Object.entries(people)) if (await holds(who)) found.push(name);
  return found;
}

/** Who holds a role in an organisation, and none on any inspection. */
export async function officersOf(inspectorate: string): Promise<Record<string, Client>> {
  const administrator = await administratorOf(inspectorate);
  const officer = async (post: string): Promise<Client> => (await aUser(administrator, inspectorate, [post])).client;
  return {
    [`${inspectorate} administrator`]: administrator,
    [`${inspectorate} planner`]: await officer('PLANNER'),
    [`${inspectorate} auditor`]: await officer('AUDITOR'),
    [`${inspectorate} record keeper`]: await officer('RECORD_KEEPER'),
    [`${inspectorate} user`]: (await aUser(administrator, inspectorate)).client,
  };
}

const ROLES = ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER', 'OBSERVER', 'SIGNATORY'] as const;

/** Everybody on an inspection, by inspectorate and role, its lead and its agencies' people. */
export function everybodyOn(inspection: Inspected, ...inspectorates: string[]): Record<string, Member> {
  const people: Record<string, Member> = { lead: inspection.lead };
  for (const code of inspectorates) for (const role of ROLES) people[`${code} ${role}`] = inspection.member(code, role);
  for (const { kind, coordinator, contributor } of inspection.agencies) {
    people[`${kind} coordinator`] = coordinator;
    people[`${kind} contributor`] = contributor;
  }
  return people;
}

export interface Shared {
  readonly id: string;
}

/** A share by a member of the owner. */
export async function aShare(
  by: Client,
  owner: string,
  evidenceId: string,
  recipient: string,
  more: Record<string, unknown> = {},
): Promise<Shared> {
  const { share } = await by.do<{ share: Shared }>(
    'shareEvidence',
    shareOf(owner, evidenceId, recipient, more),
    'share { id }',
  );
  return share;
}

export const shareOf = (
  owner: string,
  evidenceId: string,
  recipient: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  evidenceId,
  recipient,
  form: 'WHOLE',
  gateway: gatewayOf(owner, 'SHARE'),
  purpose: 'To corroborate',
  ...more,
});
