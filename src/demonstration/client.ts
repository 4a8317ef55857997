import { createHash } from 'node:crypto';

/** For how long a request is sent again while the database is away. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

interface ApiAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

interface Payload {
  readonly problems?: readonly unknown[];
  readonly receipt?: { readonly code: string } | null;
}

export class DemonstrationError extends Error {}

/** The platform's public API, where it listens. */
export class Api {
  constructor(private readonly url: string) {}

  async signIn(organisation: string, subject: string): Promise<Caller> {
    const { token } = await this.post<{ token?: string }>('/sign-in/local', {}, { organisation, subject });
    if (token === undefined) throw new DemonstrationError(`${organisation} ${subject} cannot sign in`);
    return new Caller(this, token, null);
  }

  async post<Answer>(path: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  }
}

/** One user, at one moment of the platform's clock. Nothing here knows the platform's inside. */
export class Caller {
  constructor(
    private readonly api: Api,
    private readonly token: string,
    private readonly now: string | null,
  ) {}

  at(now: string): Caller {
    return new Caller(this.api, this.token, now);
  }

  async read<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { data, errors } = await this.ask(query, variables);
    if (errors !== undefined || data == null) throw new DemonstrationError(`${query}: ${JSON.stringify(errors)}`);
    return data as Data;
  }

  /**
   * A mutation that has to succeed; answers its payload. `label` makes its idempotency key, the same at every start:
   * what was done before a kill is answered again and not done twice.
   */
  async act<Result>(mutation: string, label: string, input: object, selection = '', type?: string): Promise<Result> {
    const { data, errors } = await this.send(mutation, label, input, selection, type);
    const payload = data?.[mutation] as Payload | null | undefined;
    if (errors !== undefined || payload?.receipt == null || (payload.problems?.length ?? 0) > 0)
      throw new DemonstrationError(`${mutation} (${label}): ${JSON.stringify(errors ?? payload)}`);
    return payload as Result;
  }

  /**
   * As `act`, for an input with a version that was read a moment ago. Nobody else works on it, so that a conflict can
   * only be the key's: it was done at an earlier start, when the version was another.
   */
  async settle(mutation: string, label: string, input: object, type?: string): Promise<void> {
    const { data, errors } = await this.send(mutation, label, input, '', type);
    if (errors?.some(({ extensions }) => extensions?.code === 'CONFLICT') === true) return;
    const payload = data?.[mutation] as Payload | null | undefined;
    if (errors !== undefined || payload?.receipt == null)
      throw new DemonstrationError(`${mutation} (${label}): ${JSON.stringify(errors ?? payload)}`);
  }

  private send(mutation: string, label: string, input: object, selection: string, type?: string): Promise<ApiAnswer> {
    const inputType = type ?? `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
    return this.ask(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { problems { at code message } receipt { code } ${selection} } }`,
      { input: { idempotencyKey: keyOf(mutation, label), ...input } },
    );
  }

  private async ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<ApiAnswer> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(this.now === null ? {} : { 'x-app-now': this.now }),
    };
    for (const until = performance.now() + PATIENCE_MS; ;) {
      const answer = await this.api.post<ApiAnswer>('/graphql', headers, { query, variables });
      const isAway = answer.errors?.some(({ extensions }) => extensions?.code === 'BUSY') === true;
      if (!isAway || performance.now() > until) return answer;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** A label may be longer than a key, and hold what no key may. */
const keyOf = (mutation: string, label: string): string =>
  `demonstration:${createHash('sha256').update(`${mutation} ${label}`).digest('hex')}`;
