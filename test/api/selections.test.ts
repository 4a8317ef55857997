import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { aCase, anEntry } from '../support/a-case.js';
import { anInspection, aPiece, gatewayOf, type Inspected, type Member } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { aFinding, reveal } from '../support/findings.js';
import { liveSchema } from '../support/live-schema.js';
import { plainSelection, randomFrom, RandomSelection } from '../support/random-selection.js';
import { INNARDS } from '../support/raw-request.js';
import { aSubmission, anIssuedRequest } from '../support/requests.js';

const PATIENCE_MS = 60_000;
const SEED = 20_240_304;
const PER_TYPE = 12;

let schema: GraphQLSchema;
let inspection: Inspected;
let ofsted: Member;
let lead: Client;
let caseId: string;
/** One of each type, by its name. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  schema = await liveSchema();
  inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  ofsted = inspection.member('OFSTED', 'INSPECTOR');
  lead = inspection.lead.client;
  caseId = (await aCase(ofsted.client, inspection)).id;
  const agency = inspection.agency('POLICE_FORCE');
  const items = [];
  for (let each = 0; each < 3; each += 1)
    items.push(await aPiece(ofsted, 'OFSTED', inspection.id, { caseId, spokenOfIds: [agency.id] }));
  const [item] = items as [{ id: string; version: number }];
  const words = {
    title: `It's "mended" \\ \u2028`,
    body: `A body with 'quotes', {braces} and \u{1f9d2}`,
    reason: 'A slip',
  };
  await ofsted.client.do('supersedeEvidence', { evidenceId: item.id, version: item.version, ...words });
  const share = { evidenceId: item.id, form: 'WHOLE', gateway: gatewayOf('OFSTED', 'SHARE'), purpose: 'To compare' };
  const made = await ofsted.client.do<{ share: { id: string } }>(
    'shareEvidence',
    { ...share, recipient: 'CQC' },
    'share { id }',
  );
  const entries = [await anEntry(ofsted, item.id, '2023-05-01'), await anEntry(ofsted, item.id, '2023-05-02')];
  const citations = [{ evidenceId: item.id, passage: { start: 2, end: 6 } }];
  const finding = await aFinding(ofsted, 'OFSTED', inspection.id, { citations, caseId, agencyIds: [agency.id] });
  await reveal(inspection);
  const request = await anIssuedRequest(lead, inspection, agency, { caseIds: [caseId] });
  const submission = await aSubmission(agency.coordinator.client, request);
  const { concern } = await ofsted.client.do<{ concern: { id: string } }>(
    'raiseConcern',
    { inspectionId: inspection.id, receiverId: inspection.agency('LOCAL_AUTHORITY').id, words: 'At risk', caseId },
    'concern { id }',
  );
  const { request: access } = await inspection
    .member('CQC', 'INSPECTOR')
    .client.do<{ request: { id: string } }>(
      'requestAccess',
      { evidenceId: item.id, recipient: 'HMICFRS', form: 'SUMMARY', reason: 'To compare' },
      'request { id }',
    );
  Object.assign(ids, {
    AccessRequest: access.id,
    Inspection: inspection.id,
    Case: caseId,
    Evidence: item.id,
    EvidenceShare: made.share.id,
    ChronologyEntry: entries[0]?.id,
    Finding: finding.id,
    InformationRequest: request.id,
    Submission: submission.id,
    ImmediateConcern: concern.id,
    Agency: agency.id,
    Person: ofsted.userId,
    Assignment: ofsted.assignmentId,
  });
}, PATIENCE_MS);

const typeNamed = (name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`no object type ${name}`);
  return type;
};

describe('a selection', () => {
  it(
    'of any fields under any names, in fragments, left out and put in, gives what the plain fields give',
    async () => {
      for (const [name, id] of Object.entries(ids)) {
        const type = typeNamed(name);
        const whole = `query ($id: ID!) { node(id: $id) { ... on ${name} ${plainSelection(type, 4)} } }`;
        const { node: plain } = await lead.read<{ node: unknown }>(whole, { id });
        expect(plain).toMatchObject({ __typename: name, id });
        for (let each = 0; each < PER_TYPE; each += 1) {
          const selection = new RandomSelection(type, randomFrom(SEED + each * 997 + name.length));
          const query = `query ($id: ID!, $yes: Boolean = true, $no: Boolean = false) {
            node(id: $id) { ... on ${name} ${selection.text} ... on Node { is: id } used: __typename @include(if: $yes) @skip(if: $no) } } ${selection.definitions}`;
          const { node } = await lead.read<{ node: unknown }>(query, { id });
          const expected = selection.expected(plain) as object;
          expect([query, node]).toEqual([query, { ...expected, is: id, used: name }]);
        }
      }
    },
    PATIENCE_MS,
  );

  it('of hundreds of fields at once gives each', async () => {
    const many = (field: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${field}${index}: ${field}`).join(' ');
    const { node } = await lead.read<{ node: Record<string, unknown> }>(
      `query ($id: ID!) { node(id: $id) { ... on Evidence { ${many('title', 130)} ${many('version', 130)} ${many('createdAt', 130)} id } } }`,
      { id: ids['Evidence'] },
    );
    expect(Object.keys(node)).toHaveLength(391);
    for (const field of ['title', 'version', 'createdAt'])
      expect(new Set(Object.keys(node).flatMap((key) => (key.startsWith(field) ? [node[key]] : []))).size).toBe(1);
  });

  it('of nothing but what is the same for every item gives it once, empty lists included', async () => {
    for (const asked of ['__typename', 'pageInfo { hasPreviousPage }', 'pageInfo { __typename }']) {
      const { root, node } = await lead.read<{ root: unknown; node: { evidence: unknown } }>(
        `query ($in: ID!, $id: ID!) { root: requests(inspectionId: $in) { ${asked} } node(id: $id) { ... on Case { evidence { ${asked} } } } }`,
        { in: inspection.id, id: caseId },
      );
      expect([root, node.evidence]).toEqual([expect.any(Object), expect.any(Object)]);
    }
    const stranger = await anInspection().inStage('PLANNED').build();
    expect(
      await stranger.lead.client.read('query ($in: ID!) { requests(inspectionId: $in) { __typename } }', {
        in: inspection.id,
      }),
    ).toEqual({ requests: { __typename: 'InformationRequestConnection' } });
  });

  it('of one field twice with other arguments gives both', async () => {
    const page = 'nodes { id } pageInfo { hasNextPage }';
    const { node } = await lead.read<{
      node: Record<'one' | 'two' | 'evidence', { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } }>;
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Case { one: evidence(first: 1) { ${page} } two: evidence(first: 2) { ${page} } evidence { ${page} } } } }`,
      { id: caseId },
    );
    expect(
      [node.one, node.two, node.evidence].map(({ nodes, pageInfo }) => [nodes.length, pageInfo.hasNextPage]),
    ).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(node.evidence.nodes.slice(0, 2)).toEqual(node.two.nodes);
  });

  it('of a payload gives its parts under any names', async () => {
    const { id, version } = await aPiece(ofsted, 'OFSTED', inspection.id, {}, false);
    const input = { evidenceId: id, version, title: 'Another', body: 'Another', idempotencyKey: randomUUID() };
    const { done } = await ofsted.client.read<{ done: Record<string, unknown> }>(
      `mutation ($input: EditDraftEvidenceInput!) { done: editDraftEvidence(input: $input) {
        receipt: problems { at } problems: evidence { title: id id: title } evidence: receipt { at: code }
        __proto__: evidence { version } constructor: __typename __typename: receipt { code } } }`,
      { input },
    );
    expect(done).toMatchObject({
      receipt: [],
      problems: { title: id, id: 'Another' },
      evidence: { at: expect.stringMatching(/^[0-9A-F]{8}$/) },
      constructor: 'EvidencePayload',
      __typename: { code: expect.stringMatching(/^[0-9A-F]{8}$/) },
    });
    expect(Object.getOwnPropertyDescriptor(done, '__proto__')?.value).toEqual({ version: version + 1 });
    const { refused } = await ofsted.client.read<{ refused: unknown }>(
      `mutation ($input: EditDraftEvidenceInput!) { refused: editDraftEvidence(input: $input) { receipt: problems { code: at at: code } problems: receipt { code } evidence { id } } }`,
      { input: { ...input, title: ' ', idempotencyKey: randomUUID() } },
    );
    expect(refused).toEqual({ receipt: [{ code: 'title', at: 'BAD_TEXT' }], problems: null, evidence: null });
  });

  it('of an id that is none, or of a type that is none, is null', async () => {
    for (const id of [
      '',
      'x',
      'Evidence',
      `Evidence.${randomUUID().toUpperCase()}`,
      `evidence.${randomUUID()}`,
      `Area.E10000020`,
      `Problem.${randomUUID()}`,
      `__Type.${randomUUID()}`,
      `constructor.${randomUUID()}`,
    ])
      expect([id, await lead.read('query ($id: ID!) { node(id: $id) { id } }', { id })]).toEqual([id, { node: null }]);
  });
});

interface Page {
  readonly edges: { cursor: string; node: { id: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const EVIDENCE = `query ($in: ID!, $first: Int, $after: String) { page: evidence(inspectionId: $in, first: $first, after: $after) {
  edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
const pageOf = async (client: Client, more: Record<string, unknown>): Promise<Page> =>
  (await client.read<{ page: Page }>(EVIDENCE, { in: inspection.id, ...more })).page;

describe('a page', () => {
  it.each([0, -1, 201, 2_147_483_647])('of %s items is refused, at the root and within an object', async (first) => {
    const root = await lead.ask(EVIDENCE, { in: inspection.id, first });
    const nested = await lead.ask(
      'query ($id: ID!, $first: Int) { case(id: $id) { evidence(first: $first) { nodes { id } } } }',
      { id: caseId, first },
    );
    for (const { errors, text } of [root, nested]) {
      expect(errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ at: 'first', code: 'OUT_OF_RANGE' }],
      });
      expect(text).not.toMatch(INNARDS);
    }
  });

  it('within pages is bounded in all', async () => {
    const nested = (first: number) =>
      lead.ask(
        `query ($in: ID!) { cases(inspectionId: $in, first: 200) { nodes { evidence(first: ${first}) { nodes { id } } } } }`,
        {
          in: inspection.id,
        },
      );
    expect((await nested(50)).errors).toEqual([]);
    expect((await nested(51)).errors[0]?.extensions?.problems?.[0]).toMatchObject({
      at: 'first',
      code: 'OUT_OF_RANGE',
    });
  });

  it('after what is no cursor of its list is refused', async () => {
    const key = randomUUID();
    const made = (text: string) => Buffer.from(text).toString('base64url');
    const agencies = [
      '',
      'x',
      '!!',
      '\0',
      made('x'),
      made(`name ${key}`),
      made(` ${key}`),
      made(`2024-03-04 09:00:00+00 ${key}x`),
      made(`2024-13-45 09:00:00+00 ${key}`),
      made(`2024-02-30 09:00:00+00 ${key}`),
      made(`2024-03-04 25:00:00+00 ${key}`),
      made(`0000-01-01 00:00:00+00 ${key}`),
      made(`2024-03-04 09:00:00+00 ${key}\0`),
      made(`' OR true -- ${key}`),
      'x'.repeat(100_000),
    ];
    for (const after of agencies) {
      const { errors, text } = await lead.ask(EVIDENCE, { in: inspection.id, after });
      expect([after, errors[0]?.extensions?.code, errors[0]?.extensions?.problems?.[0]?.at]).toEqual([
        after,
        'BAD_USER_INPUT',
        'after',
      ]);
      expect(text).not.toMatch(INNARDS);
    }
  });

  it("after another user's cursor, or one that is made up, shows no more than its asker sees", async () => {
    const cqc = inspection.member('CQC', 'INSPECTOR').client;
    const [mine, theirs] = [await pageOf(ofsted.client, { first: 200 }), await pageOf(cqc, { first: 200 })];
    expect(mine.edges.length).toBeGreaterThan(theirs.edges.length);
    const seen = new Set(theirs.edges.map(({ node }) => node.id));
    for (const { cursor } of mine.edges) {
      const { edges } = await pageOf(cqc, { after: cursor, first: 200 });
      expect(edges.filter(({ node }) => !seen.has(node.id))).toEqual([]);
    }
    const last = Buffer.from(`2100-01-01 00:00:00+00 ${randomUUID()}`).toString('base64url');
    expect((await pageOf(cqc, { after: last, first: 200 })).edges).toEqual(theirs.edges);
  });

  it('after page gives each item once while others are added', async () => {
    const start = await pageOf(ofsted.client, { first: 200 });
    const found: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page = await pageOf(ofsted.client, { first: 1, after });
      found.push(...page.edges.map(({ node }) => node.id));
      expect(page.edges.at(-1)?.cursor).toBe(page.pageInfo.endCursor);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
      await aPiece({ ...ofsted, client: ofsted.client.at('2024-03-04T10:00:00Z') }, 'OFSTED', inspection.id);
    }
    expect(found).toEqual(start.edges.map(({ node }) => node.id));
  });
});
