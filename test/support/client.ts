import { randomUUID } from 'node:crypto';
import supertest from 'supertest';

/** The platform under test: started once for all files. */
export const url = (): string => process.env['TEST_URL'] ?? '';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { message: string; extensions?: { code?: string; problems?: Problem[] } }[];
  readonly text: string;
}

export interface Problem {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** Somebody who asks: a token, and the platform's time as he asks. */
export class Client {
  constructor(
    readonly token: string | null,
    readonly now: string | null = null,
  ) {}

  at(now: string): Client {
    return new Client(this.token, now);
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    let request = supertest(url()).post('/graphql').set('content-type', 'application/json');
    if (this.token !== null) request = request.set('authorization', `Bearer ${this.token}`);
    if (this.now !== null) request = request.set('x-app-now', this.now);
    const response = await request.send(JSON.stringify({ query, variables }));
    const body = response.body as { data?: Record<string, unknown> | null; errors?: Answer['errors'] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], text: response.text };
  }

  /** The data of an answer without errors. */
  async read<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.ask(query, variables);
    if (answer.errors.length > 0 || answer.data === null) throw new Error(`${query}\n${answer.text}`);
    return answer.data as Data;
  }

  /** A mutation `name(input: <Name>Input!)`; its payload, whatever it says. */
  async send(name: string, input: object, selection = ''): Promise<Sent> {
    const type = INPUT_OF[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const answer = await this.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { problems { at code message } receipt { code at } ${selection} } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    const payload = answer.data?.[name] as (Record<string, unknown> & { problems: Problem[] }) | null | undefined;
    return {
      code: answer.errors[0]?.extensions?.code ?? null,
      problems: payload?.problems ?? [],
      payload: payload ?? {},
      answer,
    };
  }

  /** As `send`, which must succeed. */
  async do<Payload = Record<string, unknown>>(name: string, input: object, selection = ''): Promise<Payload> {
    const sent = await this.send(name, input, selection);
    if (sent.code !== null || sent.problems.length > 0 || sent.answer.data === null)
      throw new Error(`${name}: ${sent.answer.text}`);
    return sent.payload as Payload;
  }
}

export interface Sent {
  /** Code of the error, or null. */
  readonly code: string | null;
  readonly problems: readonly Problem[];
  readonly payload: Record<string, unknown>;
  readonly answer: Answer;
}

/** Mutations whose input type is not named after them. */
const INPUT_OF: Record<string, string> = {
  notifyArea: 'InspectionInput',
  closeInspection: 'InspectionInput',
  submitEvidence: 'DraftEvidenceInput',
  deleteDraftEvidence: 'DraftEvidenceInput',
  submitFinding: 'DraftedFindingInput',
  deleteDraftFinding: 'DraftedFindingInput',
  grantPost: 'PostInput',
  endPost: 'PostInput',
  suspendUser: 'UserInput',
  restoreUser: 'UserInput',
};

export async function signIn(organisation: string, subject: string, now: string | null = null): Promise<Client> {
  const response = await supertest(url()).post('/sign-in/local').send({ organisation, subject });
  return new Client((response.body as { token: string }).token, now);
}

export const thePublic = (now: string | null = null): Client => new Client(null, now);
