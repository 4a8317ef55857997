import { url } from './client.js';

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Code of the first error, in whichever form the address answers. */
  readonly code: string | null;
}

/** What must never leave the process: traces, paths, and the words of the database and its driver. */
export const INNARDS =
  /\bat \S+ \(|node_modules|\/(src|dist|work|home|usr)\/|\.[jt]s:\d+|QueryFailed|driverError|syntax error|violates|relation "|column "|invalid input syntax|out of range for type|duplicate key|INTERNAL/;

/** How often a request is sent again where the connection ended while its body was still being written. */
const TRIES = 20;

export async function rawRequest(path: string, init: RequestInit = {}): Promise<RawAnswer> {
  const response = await answered(path, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, code: codeIn(text) };
}

/** A body that is too large is refused before all of it was read: the client may then be cut off before it reads why. */
async function answered(path: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(`${url()}${path}`, init);
    } catch (error) {
      if (tries === TRIES || !(error instanceof TypeError)) throw error;
    }
  }
}

/** A body to the GraphQL address, as it is. */
export const rawOperation = (body: string | object, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  rawRequest('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

function codeIn(text: string): string | null {
  try {
    const body = JSON.parse(text) as {
      errors?: { extensions?: { code?: string } }[];
      error?: { code?: string };
    };
    return body.errors?.[0]?.extensions?.code ?? body.error?.code ?? null;
  } catch {
    return null;
  }
}
