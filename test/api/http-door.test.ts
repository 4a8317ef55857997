import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { administratorOf, aUser } from '../support/an-inspection.js';
import { signIn } from '../support/client.js';
import { INNARDS, rawOperation, rawRequest, type RawAnswer } from '../support/raw-request.js';

const SECRET = `canary-${randomUUID()}`;
const ME = { query: '{ me { id } }' };

function refused(answer: RawAnswer, status: number, code: string): void {
  expect([answer.status, answer.code, answer.text]).toEqual([status, code, answer.text]);
  expect(answer.text).not.toMatch(INNARDS);
  expect(answer.text).not.toContain(SECRET);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
}

describe('a request that is no operation', () => {
  it('is refused as too large over 4 MB, and read below', async () => {
    const filled = (bytes: number) => JSON.stringify({ ...ME, variables: { text: SECRET.padEnd(bytes, 'x') } });
    refused(await rawOperation(filled(4 * 1024 * 1024)), 413, 'TOO_LARGE');
    expect((await rawOperation(filled(3_900_000))).text).toContain('"me":null');
  });

  it.each<[string, string | object]>([
    ['cut off', `{"query": "${SECRET}`],
    ['no JSON', SECRET],
    ['empty', ''],
    ['null', 'null'],
    ['a number', '5'],
    ['a batch', [ME, ME]],
    ['an empty list', []],
    ['a prototype', '{"__proto__": {"a": 1}, "query": "{ me { id } }"}'],
    ['no query', { variables: { text: SECRET } }],
    ['a query that is a number', { query: 5 }],
    ['an empty query', { query: '' }],
    ['variables in a text', { ...ME, variables: SECRET }],
    ['variables in a list', { ...ME, variables: [SECRET] }],
    ['a number for the operation', { ...ME, operationName: 3 }],
    ['extensions in a text', { ...ME, extensions: SECRET }],
  ])('is refused: %s', async (_, body) => {
    refused(await rawOperation(body), 400, 'BAD_REQUEST');
  });

  it('is refused with another content type', async () => {
    const body = JSON.stringify(ME);
    for (const type of ['application/graphql', 'application/xml', 'multipart/form-data; boundary=x'])
      refused(await rawOperation(body, { 'content-type': type }), 415, 'BAD_REQUEST');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      refused(await rawOperation(body, { 'content-type': type }), 400, 'BAD_REQUEST');
  });

  it('is refused where a page of another site could have sent it, and where it changes something by GET', async () => {
    const get = (query: string, headers: Record<string, string> = {}) =>
      rawRequest(`/graphql?query=${encodeURIComponent(query)}`, { headers });
    const own = { 'apollo-require-preflight': '1' };
    refused(await get('{ me { id } }'), 400, 'BAD_REQUEST');
    expect((await get('{ me { id } }', own)).status).toBe(200);
    const mutation = `mutation { inviteUser(input: { subject: "${SECRET}", name: "x" }) { problems { at } } }`;
    refused(await get(mutation, own), 405, 'BAD_REQUEST');
  });

  it('is told of persisted operations that there are none', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } };
    refused(await rawOperation({ ...ME, extensions }), 200, 'PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('an operation that does not hold', () => {
  it.each<[string, string, string]>([
    ['a character of another script', 'query Ä { me { id } }', 'GRAPHQL_PARSE_FAILED'],
    ['a text in the wrong place', `{ me("${SECRET}") }`, 'GRAPHQL_PARSE_FAILED'],
    ['a block text in the wrong place', `{ me("""${SECRET}""") }`, 'GRAPHQL_PARSE_FAILED'],
    ['a text for a number', `{ inspections(first: "${SECRET}") { nodes { id } } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a text for an enum', `{ agencies(kind: "${SECRET}") { id } }`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a text for an input',
      `mutation { inviteUser(input: "${SECRET}") { problems { at } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a text for a list of inputs',
      `mutation { saveContribution(input: { inspectionId: "x", answers: ["${SECRET}; Give"] }) { problems { at } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a subscription', 'subscription { me { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two of one name', 'query A { me { id } } query A { me { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two without a name', '{ me { id } } { me { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown directive', '{ me @nope { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a directive twice', '{ me @skip(if: false) @skip(if: false) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two to choose from', 'query A { me { id } } query B { me { name } }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('is refused: %s', async (_, query, code) => {
    refused(await rawOperation({ query }), 400, code);
  });

  it('is refused where it names an operation that is not there', async () => {
    const body = { query: 'query A { me { id } }', operationName: 'B' };
    refused(await rawOperation(body), 400, 'OPERATION_RESOLUTION_FAILURE');
  });
});

describe('an operation that would cost too much', () => {
  const many = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');

  it.each<[string, string]>([
    ['words', `{ ${many(3_001, () => 'me { id }')} }`],
    ['fields', `{ ${many(601, () => 'me { id }')} }`],
    ['aliases of __typename', `{ ${many(601, (index) => `a${index}: __typename`)} }`],
    [
      'aliases by fragments',
      `{ ${many(30, (index) => `a${index}: me { ...F }`)} } fragment F on Person { ${many(30, (index) => `b${index}: id`)} }`,
    ],
    ['levels', `{ agencies ${'{ replacedBy '.repeat(13)}{ id }${' }'.repeat(13)} }`],
    ['levels of nothing', `{ ${'... { '.repeat(1_800)} me { id } ${'}'.repeat(1_800)} }`],
    ['lists in lists', `{ agencies(kind: ${'['.repeat(2_900)}${']'.repeat(2_900)}) { id } }`],
  ])('is refused: too many %s', async (_, query) => {
    refused(await rawOperation({ query }), 400, 'LIMIT_EXCEEDED');
  });

  it('may ask for the whole schema, as tools do, and not for its lists within lists', async () => {
    const whole = await rawOperation({ query: getIntrospectionQuery() });
    expect(whole.text).toContain('"name":"Evidence"');
    const lists = `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} }'.repeat(5)} } } }`;
    refused(await rawOperation({ query: lists }), 400, 'GRAPHQL_VALIDATION_FAILED');
  });

  it('is refused at once where fragments hold nothing but one another', async () => {
    const tree = `{ ...f0 } ${many(40, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)}`;
    const mesh = many(20, (index) => `fragment f${index} on Query { ${many(20, (other) => `...f${other}`)} }`);
    const started = performance.now();
    refused(await rawOperation({ query: `${tree} fragment f40 on Query { me { id } }` }), 400, 'LIMIT_EXCEEDED');
    expect((await rawOperation({ query: tree })).status).toBe(400);
    expect((await rawOperation({ query: `{ ...f0 } ${mesh}` })).status).toBe(400);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('a sign-in that is not accepted', () => {
  const claims = { iss: 'urn:joint-inspection:local:OFSTED', sub: 'administrator', aud: 'joint-inspection-platform' };

  it.each(['', 'Basic YTpi', 'Bearer', 'Bearer  ', 'Bearer a.b.c', 'Bearer a b', `Bearer ${'x'.repeat(5_000)}`])(
    'is refused: %s',
    async (authorization) => {
      refused(await rawOperation(ME, { authorization }), 401, 'NOT_SIGNED_IN');
    },
  );

  it('is refused unsigned, signed by another key, by another algorithm, or run out', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const forged = new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).setExpirationTime('8h');
    const symmetric = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('8h');
    const unsigned = new UnsecuredJWT(claims).encode();
    const { token } = await signIn('OFSTED', 'administrator');
    const [head, body, signature] = (token ?? '').split('.') as [string, string, string];
    const late = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), exp: 1 };
    const tokens = [
      await forged.sign(privateKey),
      await symmetric.sign(new TextEncoder().encode('joint-inspection-platform-secret')),
      unsigned,
      `${head}.${body}.`,
      `${head}.${Buffer.from(JSON.stringify(late)).toString('base64url')}.${signature}`,
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
    ];
    for (const each of tokens)
      refused(await rawOperation(ME, { authorization: `Bearer ${each}` }), 401, 'NOT_SIGNED_IN');
  });

  it('is refused for who is no user, a user of another organisation, suspended, or cannot be named', async () => {
    const administrator = await administratorOf('CQC', null);
    const subject = randomUUID();
    const { person } = await administrator.do<{ person: { id: string } }>(
      'inviteUser',
      { subject, name: 'Sam Suspended' },
      'person { id }',
    );
    const tokenOf = async (organisation: string, who: string) =>
      `Bearer ${(await signIn(organisation, who)).token ?? ''}`;
    expect((await rawOperation(ME, { authorization: await tokenOf('CQC', subject) })).text).toContain(person.id);
    for (const [organisation, who] of [
      ['CQC', randomUUID()],
      ['OFSTED', subject],
      ['NOBODY', subject],
      ['CQC', ''],
      ['CQC', `${subject}\0`],
      ['CQC\0', subject],
      ['CQC', '\ud800'],
    ] as const)
      refused(await rawOperation(ME, { authorization: await tokenOf(organisation, who) }), 401, 'NOT_SIGNED_IN');
    await administrator.do('suspendUser', { userId: person.id });
    refused(await rawOperation(ME, { authorization: await tokenOf('CQC', subject) }), 401, 'NOT_SIGNED_IN');
  });

  it('names the scheme in either case', async () => {
    const { client } = await aUser(await administratorOf('CQC', null), 'CQC');
    const answer = await rawOperation(ME, { authorization: `bearer ${client.token ?? ''}` });
    expect(answer.text).toContain('Person.');
  });
});

it.each(['junk', '1', '2024-02-30T10:00:00Z', '+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', '2024-03-20'])(
  'takes no clock that is no time: %s',
  async (clock) => {
    refused(
      await rawOperation({ query: '{ inspections { nodes { id } } }' }, { 'x-app-now': clock }),
      400,
      'BAD_USER_INPUT',
    );
  },
);

describe('another address or method', () => {
  it.each(['/nope', '/graphql/nope', '/health', '/..%2f..%2fetc/passwd', '/%00', '/sign-in/local'])(
    'finds nothing at %s',
    async (path) => {
      const answer = await rawRequest(path);
      refused(answer, 404, 'NOT_FOUND');
      expect(answer.text.length).toBeLessThan(200);
    },
  );

  it('reads no address that cannot be read, and no body that is no JSON', async () => {
    expect((await rawRequest('/%ff')).status).toBe(400);
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"subject": ${SECRET}` };
    refused(await rawRequest('/sign-in/local', init), 400, 'BAD_REQUEST');
  });

  it('answers HEAD like GET without its body, and takes no other method', async () => {
    const head = await rawRequest('/health/live', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await rawRequest('/graphql', { method });
      expect([method, answer.status >= 400 && answer.status < 500]).toEqual([method, true]);
      expect(answer.text).not.toMatch(INNARDS);
    }
  });
});
