import { instant } from './load-steps.js';
import type { Id, Instant } from './world-base.js';
import type { World } from './world.js';

export interface ApiAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

/** Somebody who asks the platform over HTTP, at an instant of its clock. */
export class ApiClient {
  private constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  static async signedIn(url: string, world: World, user: Id | null): Promise<ApiClient> {
    if (user === null) return new ApiClient(url, null);
    const organisationId = world.users.find(({ id }) => id === user)?.organisationId;
    const code = world.organisations.find(({ id }) => id === organisationId)?.code;
    const response = await fetch(`${url}/sign-in/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organisation: code, subject: user }),
    });
    const { token } = (await response.json()) as { token: string };
    return new ApiClient(url, token);
  }

  async ask(at: Instant, query: string, variables: object = {}): Promise<ApiAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-app-now': instant(at),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<ApiAnswer>;
    return { data, errors };
  }

  /** The data of an answer without errors. */
  async read(at: Instant, query: string, variables: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const { data, errors } = await this.ask(at, query, variables);
    if (data === null || errors.length > 0)
      throw new Error(`${query.slice(0, 500)}\n${JSON.stringify(errors).slice(0, 500)}`);
    return data;
  }
}
