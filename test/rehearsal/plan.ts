import { randomUUID } from 'node:crypto';
import { Person } from './api.js';
import { momentsOf, type Moments } from './calendar-of-letter.js';
import { agencyKindsOf, statementsOf, type Letter, type Statement } from './letter.js';
import { invite, seat, type Seated } from './people.js';

export interface AgencyHere {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly coordinator: Seated;
}

/** One letter's inspection under way: who is on it, and what was made so far. */
export interface Rehearsed {
  readonly letter: Letter;
  readonly statements: readonly Statement[];
  readonly moments: Moments;
  readonly inspectionId: string;
  readonly planner: Person;
  readonly administrator: Person;
  readonly lead: Person;
  readonly leads: ReadonlyMap<string, Person>;
  readonly inspectors: ReadonlyMap<string, Person>;
  readonly signatories: ReadonlyMap<string, Person>;
  readonly quality: ReadonlyMap<string, Person>;
  readonly observer: Person;
  readonly agencies: AgencyHere[];
}

interface Catalogue {
  readonly code: string;
  readonly gateways: readonly { readonly code: string; readonly permits: readonly string[] }[];
}

/** Gateways of each inspectorate, as the API tells them. */
async function gateways(asker: Person): Promise<(inspectorate: string, use: string) => string> {
  const { inspectorates } = await asker.read<{ inspectorates: Catalogue[] }>(
    '{ inspectorates { code gateways { code permits } } }',
  );
  return (inspectorate, use) => {
    const found = inspectorates
      .find(({ code }) => code === inspectorate)
      ?.gateways.find(({ permits }) => permits.includes(use));
    if (found === undefined) throw new Error(`${inspectorate} has no gateway to ${use}`);
    return found.code;
  };
}

/** Plans the inspection of a letter, invites the inspectorates, names everybody and notifies the area. */
export async function plan(letter: Letter): Promise<Rehearsed> {
  const moments = momentsOf(letter);
  const administrators = new Map<string, Person>();
  const planners = new Map<string, Person>();
  for (const code of letter.inspectorates) {
    const administrator = await Person.signIn(code, 'administrator', moments.planned);
    administrators.set(code, administrator);
    planners.set(code, (await invite(administrator, code, `planner of ${code}`, ['PLANNER'])).person);
  }
  const planner = known(planners, 'OFSTED');
  const gateway = await gateways(planner);
  const registered = [];
  for (const kind of agencyKindsOf(letter)) registered.push(await register(planner, letter, kind));
  const { inspection } = await planner.do<{ inspection: { id: string } }>(
    'createInspection',
    {
      framework: moments.framework,
      theme: moments.theme,
      areaCode: letter.laCode,
      fieldworkFrom: moments.fieldworkFrom,
      gateway: gateway('OFSTED', 'INSPECT'),
      inspectorates: letter.inspectorates.filter((code) => code !== 'OFSTED'),
      agencyIds: registered.map(({ id }) => id),
      principalAuthorityId: registered[0]?.id,
    },
    'inspection { id }',
  );
  const inspectionId = inspection.id;
  for (const [code, own] of planners)
    if (code !== 'OFSTED') await own.do('acceptInvitation', { inspectionId, gateway: gateway(code, 'INSPECT') });
  const administrator = known(administrators, 'OFSTED');
  const lead = (await seat(planner, administrator, 'OFSTED', inspectionId, 'LEAD')).person;
  const [leads, inspectors, signatories, quality] = [
    new Map<string, Person>(),
    new Map<string, Person>(),
    new Map<string, Person>(),
    new Map<string, Person>(),
  ];
  for (const [code, own] of planners) {
    const by = known(administrators, code);
    const inspectorateLead = (await seat(own, by, code, inspectionId, 'INSPECTORATE_LEAD')).person;
    leads.set(code, inspectorateLead);
    inspectors.set(code, (await seat(inspectorateLead, by, code, inspectionId, 'INSPECTOR')).person);
    signatories.set(code, (await seat(inspectorateLead, by, code, inspectionId, 'SIGNATORY')).person);
    quality.set(code, (await seat(inspectorateLead, by, code, inspectionId, 'QUALITY_ASSURER')).person);
  }
  const observer = (await seat(known(leads, 'OFSTED'), administrator, 'OFSTED', inspectionId, 'OBSERVER')).person;
  return {
    letter,
    statements: statementsOf(letter),
    moments,
    inspectionId,
    planner,
    administrator,
    lead,
    leads,
    inspectors,
    signatories,
    quality,
    observer,
    agencies: registered.map((agency) => ({ ...agency, coordinator: { person: agency.administrator, userId: '' } })),
  };
}

export async function notify(r: Rehearsed): Promise<void> {
  const lead = r.lead.at(r.moments.notified);
  await advance(lead, r.inspectionId, 'PREPARING');
  await lead.do('notifyArea', { inspectionId: r.inspectionId }, '', 'InspectionInput');
  for (const [index, agency] of r.agencies.entries()) {
    const administrator = agency.coordinator.person.at(r.moments.notified);
    r.agencies[index] = {
      ...agency,
      coordinator: await seat(administrator, administrator, agency.code, r.inspectionId, 'COORDINATOR'),
    };
  }
}

export async function advance(lead: Person, inspectionId: string, to: string): Promise<void> {
  const { inspection } = await lead.read<{ inspection: { version: number } }>(
    'query ($id: ID!) { inspection(id: $id) { version } }',
    { id: inspectionId },
  );
  await lead.do('advanceStage', { inspectionId, to, version: inspection.version });
}

async function register(planner: Person, letter: Letter, kind: string) {
  const code = `${kind}-${letter.urn}-${randomUUID().slice(0, 8)}`;
  const { agency } = await planner.do<{ agency: { id: string } }>(
    'registerAgency',
    {
      code,
      kind,
      name: `${kind.toLowerCase().replaceAll('_', ' ')} of ${letter.area}`,
      areaCodes: [letter.laCode],
      issuer: `urn:joint-inspection:local:${code}`,
      administratorSubject: 'administrator',
      administratorName: `Administrator of ${code}`,
    },
    'agency { id }',
  );
  return { id: agency.id, code, kind, administrator: await Person.signIn(code, 'administrator', planner.now) };
}

export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing for ${key}`);
  return value;
}
