import { randomUUID } from 'node:crypto';
import { inspectorates } from '../../src/inspectorates/index.js';
import { Client, signIn } from './client.js';

export interface Member {
  readonly client: Client;
  readonly userId: string;
  readonly assignmentId: string;
}

export type TeamRole =
  'LEAD' | 'INSPECTORATE_LEAD' | 'INSPECTOR' | 'ANALYST' | 'QUALITY_ASSURER' | 'OBSERVER' | 'SIGNATORY';

export interface AgencyTeam {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly administrator: Client;
  readonly coordinator: Member;
  readonly contributor: Member;
}

/** An inspection as its people see it. */
export interface Inspected {
  readonly id: string;
  readonly lead: Member;
  readonly planner: Client;
  /** Of any inspectorate taking part. */
  plannerOf(inspectorate: string): Client;
  /** By inspectorate and role: `member('CQC', 'INSPECTOR')`. */
  member(inspectorate: string, role: TeamRole): Member;
  agency(kind: string): AgencyTeam;
  readonly agencies: readonly AgencyTeam[];
}

const NOW = '2024-03-04T09:00:00Z';
const STAGES = ['PREPARING', 'FIELDWORK', 'DRAFTING'] as const;
const ROLES: readonly TeamRole[] = [
  'INSPECTORATE_LEAD',
  'INSPECTOR',
  'ANALYST',
  'QUALITY_ASSURER',
  'OBSERVER',
  'SIGNATORY',
];

/** A user of an inspectorate or agency, invited by its administrator. */
export async function aUser(
  administrator: Client,
  organisation: string,
  posts: string[] = [],
  name?: string,
): Promise<{ client: Client; userId: string }> {
  const subject = randomUUID();
  const { person } = await administrator.do<{ person: { id: string } }>(
    'inviteUser',
    { subject, name: name ?? `User ${subject.slice(0, 8)}`, posts },
    'person { id }',
  );
  return { client: await signIn(organisation, subject, administrator.now), userId: person.id };
}

export const administratorOf = (inspectorate: string, now: string | null = NOW): Promise<Client> =>
  signIn(inspectorate, 'administrator', now);

/** Reads aloud: `await anInspection().ledBy('OFSTED').joinedBy('CQC').inStage('FIELDWORK').build()`. */
export class InspectionBuilder {
  private leading = 'OFSTED';
  private joining: string[] = ['CQC', 'HMICFRS'];
  private stage: (typeof STAGES)[number] | null = 'FIELDWORK';
  private kinds: string[] = ['LOCAL_AUTHORITY', 'POLICE_FORCE'];
  private now = NOW;

  joinedBy(...codes: string[]): this {
    this.joining = codes;
    return this;
  }

  ledBy(code: string): this {
    this.leading = code;
    return this;
  }

  of(...kinds: string[]): this {
    this.kinds = kinds;
    return this;
  }

  inStage(stage: (typeof STAGES)[number] | 'PLANNED'): this {
    this.stage = stage === 'PLANNED' ? null : stage;
    return this;
  }

  at(now: string): this {
    this.now = now;
    return this;
  }

  async build(): Promise<Inspected> {
    const planners = new Map<string, Client>();
    const administrators = new Map<string, Client>();
    for (const code of [this.leading, ...this.joining]) {
      const administrator = await administratorOf(code, this.now);
      administrators.set(code, administrator);
      planners.set(code, (await aUser(administrator, code, ['PLANNER'])).client);
    }
    const planner = of(planners, this.leading);
    const registered = await Promise.all(this.kinds.map((kind) => this.register(planner, kind)));
    const { inspection } = await planner.do<{ inspection: { id: string } }>(
      'createInspection',
      {
        framework: 'JTAI_2022',
        areaCode: 'E10000020',
        theme: 'FRONT_DOOR',
        fieldworkFrom: '2024-03-18',
        gateway: gatewayOf(this.leading, 'INSPECT'),
        inspectorates: this.joining,
        agencyIds: registered.map(({ id }) => id),
        principalAuthorityId: registered[0]?.id ?? null,
      },
      'inspection { id }',
    );
    const { id } = inspection;
    for (const code of this.joining)
      await of(planners, code).do('acceptInvitation', { inspectionId: id, gateway: gatewayOf(code, 'INSPECT') });
    const lead = await this.seat(planner, of(administrators, this.leading), this.leading, id, 'LEAD');
    const members = new Map<string, Member>();
    for (const [code, own] of planners) {
      const administrator = of(administrators, code);
      const inspectorateLead = await this.seat(own, administrator, code, id, 'INSPECTORATE_LEAD');
      members.set(`${code} INSPECTORATE_LEAD`, inspectorateLead);
      for (const role of ROLES.slice(1))
        members.set(`${code} ${role}`, await this.seat(inspectorateLead.client, administrator, code, id, role));
    }
    await this.advance(lead.client, id);
    const notified = this.stage === 'FIELDWORK' || this.stage === 'DRAFTING';
    const agencies = notified ? await Promise.all(registered.map((agency) => this.staffed(agency, id))) : [];
    return {
      id,
      lead,
      planner,
      plannerOf: (inspectorate) => of(planners, inspectorate),
      agencies,
      member: (inspectorate, role) => of(members, `${inspectorate} ${role}`),
      agency: (kind) => {
        const found = agencies.find((agency) => agency.kind === kind);
        if (found === undefined) throw new Error(`no agency ${kind} in this inspection`);
        return found;
      },
    };
  }

  private async advance(lead: Client, id: string): Promise<void> {
    if (this.stage === null) return;
    for (const to of STAGES.slice(0, STAGES.indexOf(this.stage) + 1)) {
      const { inspection } = await lead.read<{ inspection: { version: number } }>(
        'query ($id: ID!) { inspection(id: $id) { version } }',
        { id },
      );
      await lead.do('advanceStage', { inspectionId: id, to, version: inspection.version });
    }
  }

  private async seat(
    by: Client,
    administrator: Client,
    organisation: string,
    inspectionId: string,
    role: string,
  ): Promise<Member> {
    const user = await aUser(administrator, organisation);
    const { assignment } = await by.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId, userId: user.userId, role },
      'assignment { id }',
    );
    return { ...user, assignmentId: assignment.id };
  }

  private async register(
    planner: Client,
    kind: string,
  ): Promise<{ id: string; code: string; kind: string; administrator: Client }> {
    const code = `${kind}-${randomUUID().slice(0, 8)}`;
    const { agency } = await planner.do<{ agency: { id: string } }>(
      'registerAgency',
      {
        code,
        kind,
        name: `${kind} of Test`,
        areaCodes: ['E10000020'],
        issuer: `urn:joint-inspection:local:${code}`,
        administratorSubject: 'administrator',
        administratorName: 'Agency administrator',
      },
      'agency { id }',
    );
    return { id: agency.id, code, kind, administrator: await signIn(code, 'administrator', this.now) };
  }

  private async staffed(
    agency: { id: string; code: string; kind: string; administrator: Client },
    inspectionId: string,
  ): Promise<AgencyTeam> {
    const coordinator = await this.seat(
      agency.administrator,
      agency.administrator,
      agency.code,
      inspectionId,
      'COORDINATOR',
    );
    const contributor = await this.seat(
      coordinator.client,
      agency.administrator,
      agency.code,
      inspectionId,
      'CONTRIBUTOR',
    );
    return { ...agency, coordinator, contributor };
  }
}

export const anInspection = (): InspectionBuilder => new InspectionBuilder();

/** A gateway of an inspectorate that permits this use. */
export function gatewayOf(inspectorate: string, use: 'INSPECT' | 'SHARE'): string {
  const found = inspectorates
    .find(({ code }) => code === inspectorate)
    ?.gateways.find(({ permits }) => permits.includes(use));
  if (found === undefined) throw new Error(`${inspectorate} has no gateway to ${use}`);
  return found.code;
}

export function firstKind(inspectorate: string): { kind: string; criterion: string } {
  const found = inspectorates.find(({ code }) => code === inspectorate);
  const [kind, criterion] = [found?.evidenceKinds[0]?.code, found?.criteria[0]?.code];
  if (kind === undefined || criterion === undefined) throw new Error(`${inspectorate} is not listed`);
  return { kind, criterion };
}

function of<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing for ${key}`);
  return value;
}

/** A piece of evidence filed by a member; submitted where asked. */
export async function aPiece(
  member: Member,
  inspectorate: string,
  inspectionId: string,
  more: Record<string, unknown> = {},
  submit = true,
): Promise<{ id: string; version: number }> {
  const { evidence } = await member.client.do<{ evidence: { id: string; version: number } }>(
    'fileEvidence',
    {
      inspectionId,
      ...firstKind(inspectorate),
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: `Note ${randomUUID()}`,
      body: `Body ${randomUUID()}`,
      ...more,
    },
    'evidence { id version }',
  );
  if (!submit) return evidence;
  const submitted = await member.client.do<{ evidence: { id: string; version: number } }>(
    'submitEvidence',
    { evidenceId: evidence.id, version: evidence.version },
    'evidence { id version }',
  );
  return submitted.evidence;
}
