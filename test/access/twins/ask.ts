import { instant } from '../oracle/load-steps.js';
import type { Instant } from '../oracle/world-base.js';

/** All that is told over HTTP. */
export interface Told {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** What is asked, word by word the same of both. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export const graphql = (query: string, variables: object = {}): Question => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

/** Of the connection and of the moment, not of what is stored. */
const SET_ASIDE = new Set(['date', 'connection', 'keep-alive']);

/** Somebody who asks one of the twins. */
export class Asker {
  constructor(
    private readonly url: string,
    private readonly token: string | null,
    private readonly at: Instant,
  ) {}

  async ask(question: Question): Promise<Told> {
    const response = await fetch(`${this.url}${question.path}`, {
      method: question.method,
      redirect: 'manual',
      headers: {
        'x-app-now': instant(this.at),
        ...(question.body === null ? {} : { 'content-type': 'application/json' }),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...question.headers,
      },
      ...(question.body === null ? {} : { body: question.body }),
    });
    const headers = [...response.headers].filter(([name]) => !SET_ASIDE.has(name));
    return { status: response.status, headers, body: await response.text() };
  }
}

export async function tokenOf(url: string, organisation: string, subject: string): Promise<string> {
  const response = await fetch(`${url}/sign-in/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation, subject }),
  });
  return ((await response.json()) as { token: string }).token;
}
