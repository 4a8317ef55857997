import { randomUUID } from 'node:crypto';

/** How long each request took, in milliseconds. */
export const latencies: number[] = [];

export interface ApiAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What the platform acknowledged: the client's own journal, to be held against the database after a crash. */
export interface Acknowledged {
  readonly operation: string;
  readonly receipt: string;
}
export const journal: Acknowledged[] = [];

/** For how long a request is sent again while the platform or its database is away. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

const platform = (): string => process.env['TEST_URL'] ?? '';

/** One person, at one moment of the platform's clock. Nothing here knows the platform's inside. */
export class Person {
  constructor(
    readonly token: string | null,
    readonly now: string,
  ) {}

  at(now: string): Person {
    return new Person(this.token, now);
  }

  static async signIn(organisation: string, subject: string, now: string): Promise<Person> {
    const { token } = await patiently(
      () => post<{ token?: string }>('/sign-in/local', {}, { organisation, subject }),
      ({ token }) => token === undefined,
    );
    return new Person(token ?? null, now);
  }

  /**
   * Asked again while nobody answers: with an idempotency key in the input a repeated act is done once. `BUSY` is the
   * platform's word for a database that is away.
   */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<ApiAnswer> {
    const headers = {
      'x-app-now': this.now,
      ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
    };
    const started = performance.now();
    const answer = await patiently(() => post<ApiAnswer>('/graphql', headers, { query, variables }), isAway);
    latencies.push(performance.now() - started);
    return answer;
  }

  async read<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.ask(query, variables);
    if (answer.errors !== undefined || answer.data == null)
      throw new Error(`${query.slice(0, 200)}: ${JSON.stringify(answer.errors)}`);
    return answer.data as Data;
  }

  /** A mutation that must succeed; answers its payload. */
  async do<Payload = Record<string, unknown>>(
    name: string,
    input: object,
    selection = '',
    inputType = `${name[0]?.toUpperCase()}${name.slice(1)}Input`,
  ): Promise<Payload> {
    const answer = await this.send(name, input, selection, inputType);
    const payload = answer.data?.[name] as { problems?: unknown[]; receipt?: { code: string } } | null | undefined;
    if (answer.errors !== undefined || payload?.receipt == null || (payload.problems?.length ?? 0) > 0)
      throw new Error(`${name}: ${JSON.stringify(answer.errors ?? payload).slice(0, 1_000)}`);
    return payload as Payload;
  }

  async send(name: string, input: object, selection: string, inputType: string): Promise<ApiAnswer> {
    const answer = await this.ask(
      `mutation ($input: ${inputType}!) { ${name}(input: $input) { problems { at code message } receipt { code } ${selection} } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    const payload = answer.data?.[name] as { receipt?: { code: string } | null } | null | undefined;
    if (payload?.receipt != null) journal.push({ operation: name, receipt: payload.receipt.code });
    return answer;
  }
}

const isAway = ({ errors }: ApiAnswer): boolean =>
  errors?.some(({ extensions }) => extensions?.code === 'BUSY') ?? false;

async function post<Answer>(path: string, headers: Record<string, string>, body: unknown): Promise<Answer> {
  const response = await fetch(`${platform()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

async function patiently<Answer>(send: () => Promise<Answer>, away: (answer: Answer) => boolean): Promise<Answer> {
  for (const until = performance.now() + PATIENCE_MS; ;) {
    try {
      const answer = await send();
      if (!away(answer) || performance.now() > until) return answer;
    } catch (error) {
      // A connection refused or cut: nothing is known of what happened to the request.
      if (performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The letter's HTML as anybody may fetch it. */
export async function fetchText(path: string): Promise<string> {
  const response = await fetch(`${platform()}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}
