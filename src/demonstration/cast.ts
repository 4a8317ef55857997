import { AGENCIES } from './bodies.js';
import { type Api, type Caller, DemonstrationError } from './client.js';
import { INSPECTORATES, USERS, type DemonstrationUser } from './users.js';

/** Everybody in the demonstration, signed in, and the agencies by their codes. */
export class Cast {
  private readonly callers = new Map<string, Caller>();
  private readonly userIds = new Map<string, string>();
  private readonly agencyIds = new Map<string, string>();
  private readonly gatewayCodes = new Map<string, readonly { code: string; permits: readonly string[] }[]>();

  private constructor(private readonly api: Api) {}

  /** Registers agencies, invites users and signs everybody in. */
  static async assemble(api: Api, at: string): Promise<Cast> {
    const cast = new Cast(api);
    await Promise.all(INSPECTORATES.map(({ code }) => cast.settleIn(code, at)));
    await cast.learnGateways();
    for (const agency of AGENCIES) await cast.register(agency, at);
    await Promise.all(AGENCIES.map(({ code }) => cast.settleIn(code, at)));
    return cast;
  }

  who(organisation: string, subject: string): Caller {
    return known(this.callers, `${organisation} ${subject}`);
  }

  userId(organisation: string, subject: string): string {
    return known(this.userIds, `${organisation} ${subject}`);
  }

  agency(code: string): string {
    return known(this.agencyIds, code);
  }

  /** Code of the inspectorate's first gateway that permits this. */
  gateway(inspectorate: string, use: 'INSPECT' | 'SHARE'): string {
    const found = known(this.gatewayCodes, inspectorate).find(({ permits }) => permits.includes(use));
    if (found === undefined) throw new DemonstrationError(`${inspectorate} has no gateway to ${use}`);
    return found.code;
  }

  /** Signs in the administrator of an organisation, who invites everybody else in it. */
  private async settleIn(organisation: string, at: string): Promise<void> {
    const administrator = (await this.api.signIn(organisation, 'administrator')).at(at);
    this.callers.set(`${organisation} administrator`, administrator);
    for (const user of USERS.filter((each) => each.organisation === organisation && each.subject !== 'administrator'))
      await this.invite(administrator, user);
  }

  private async invite(administrator: Caller, { organisation, subject, name, post }: DemonstrationUser): Promise<void> {
    const { person } = await administrator.act<{ person: { id: string } }>(
      'inviteUser',
      `${organisation} ${subject}`,
      { subject, name, contact: 'telephone 01632 960000 (no such number)', posts: post === null ? [] : [post] },
      'person { id }',
    );
    this.userIds.set(`${organisation} ${subject}`, person.id);
    this.callers.set(`${organisation} ${subject}`, await this.api.signIn(organisation, subject));
  }

  private async register({ code, kind, name, areas }: (typeof AGENCIES)[number], at: string): Promise<void> {
    const { agency } = await this.who('OFSTED', 'planner')
      .at(at)
      .act<{ agency: { id: string } }>(
        'registerAgency',
        code,
        {
          code,
          kind,
          name,
          areaCodes: areas,
          // What the local issuer writes as `iss` for the users of this organisation.
          issuer: `urn:joint-inspection:local:${code}`,
          administratorSubject: 'administrator',
          administratorName: `${name.replace(' (invented)', '')} administrator (invented)`,
        },
        'agency { id }',
      );
    this.agencyIds.set(code, agency.id);
  }

  private async learnGateways(): Promise<void> {
    const { inspectorates } = await this.who('OFSTED', 'planner').read<{
      inspectorates: { code: string; gateways: { code: string; permits: string[] }[] }[];
    }>('{ inspectorates { code gateways { code permits } } }');
    for (const { code, gateways } of inspectorates) this.gatewayCodes.set(code, gateways);
  }
}

export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new DemonstrationError(`the demonstration has no ${key}`);
  return value;
}
