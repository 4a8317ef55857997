/** Stands before one twin and lets out a little of what is hidden, in one way: so is shown that each way is noticed. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Each turns an answer into one that tells more; where it finds no place for it, the answer stays as it is. */
export const leaks = {
  'one more in a list': (answer) => ({ ...answer, body: answer.body.replace(/("nodes":\[)(\{[^{}]*\})/, '$1$2,$2') }),
  'another order': (answer) => ({
    ...answer,
    body: answer.body.replace(/("edges":\[)(\{"cursor":[^{}]*\{[^{}]*\}\}),(\{"cursor":[^{}]*\{[^{}]*\}\})/, '$1$3,$2'),
  }),
  'a cursor that counts': (answer) => ({
    ...answer,
    body: answer.body.replace(/"endCursor":"([^"]+)"/, '"endCursor":"$1MQ"'),
  }),
  'words of an error': (answer) => ({
    ...answer,
    body: answer.body.replace('Nothing with this id can be found.', 'This is hidden from you.'),
  }),
  'an ETag': (answer) => ({ ...answer, headers: { ...answer.headers, etag: '"of-the-hidden-too"' } }),
  'a field that is null': (answer) => ({ ...answer, body: answer.body.replace('"data":{', '"data":{"hidden":null,') }),
  'a status': (answer) => ({ ...answer, status: answer.status === 404 ? 403 : answer.status }),
  'a hidden text': (answer) => ({ ...answer, body: answer.body.replace('"data":{', '"data":{"said":"zqxright7x",') }),
} as const satisfies Readonly<Record<string, (answer: Answer) => Answer>>;

export type Leak = keyof typeof leaks;
export const leakNames = Object.keys(leaks) as readonly Leak[];

export class LeakyProxy {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(url: string, leak: () => Leak | null): Promise<LeakyProxy> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void pass(url, request.method ?? 'GET', request.url ?? '/', request.headers, Buffer.concat(chunks)).then(
          (answer) => {
            const name = leak();
            const told = name === null ? answer : leaks[name](answer);
            response.writeHead(told.status, {
              ...told.headers,
              'content-length': String(Buffer.byteLength(told.body)),
            });
            response.end(told.body);
          },
          () => response.destroy(),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new LeakyProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const OF_THE_CONNECTION = [
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'accept-encoding',
  'transfer-encoding',
];

async function pass(
  url: string,
  method: string,
  path: string,
  given: Readonly<Record<string, string | string[] | undefined>>,
  body: Buffer,
): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      OF_THE_CONNECTION.includes(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body.length > 0 ? { body: body.toString() } : {}),
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_CONNECTION.includes(name))),
    body: await response.text(),
  };
}
