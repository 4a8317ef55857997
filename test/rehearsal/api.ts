import { randomUUID } from 'node:crypto';

/** How long each request took, in milliseconds. */
export const latencies: number[] = [];

export interface ApiAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

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
    const response = await fetch(`${platform()}/sign-in/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organisation, subject }),
    });
    const { token } = (await response.json()) as { token: string };
    return new Person(token, now);
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<ApiAnswer> {
    const started = performance.now();
    const response = await fetch(`${platform()}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-app-now': this.now,
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as ApiAnswer;
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
    const payload = answer.data?.[name] as { problems?: unknown[] } | null | undefined;
    if (answer.errors !== undefined || payload == null || (payload.problems?.length ?? 0) > 0)
      throw new Error(`${name}: ${JSON.stringify(answer.errors ?? payload).slice(0, 1_000)}`);
    return payload as Payload;
  }

  send(name: string, input: object, selection: string, inputType: string): Promise<ApiAnswer> {
    return this.ask(
      `mutation ($input: ${inputType}!) { ${name}(input: $input) { problems { at code message } receipt { code } ${selection} } }`,
      {
        input: { idempotencyKey: randomUUID(), ...input },
      },
    );
  }
}

/** The letter's HTML as anybody may fetch it. */
export async function fetchText(path: string): Promise<string> {
  const response = await fetch(`${platform()}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}
