import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf, anInspection, aPiece, aUser, type Inspected, type Member } from '../support/an-inspection.js';
import { url, type Client } from '../support/client.js';
import { INNARDS } from '../support/raw-request.js';

/** More than the platform has connections to its database. */
const MORE_THAN_CONNECTIONS = 40;
const PATIENCE_MS = 60_000;

interface Writer {
  readonly member: Member;
  readonly draftId: string;
  /** Stands in his draft alone. */
  readonly canary: string;
}

let inspection: Inspected;
let writers: Writer[];

beforeAll(async () => {
  inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  const seats = ['OFSTED', 'CQC', 'HMICFRS'].flatMap((code) =>
    (['INSPECTOR', 'INSPECTORATE_LEAD'] as const).map((role) => ({ code, member: inspection.member(code, role) })),
  );
  writers = await Promise.all(
    seats.map(async ({ code, member }) => {
      const canary = `canary-${randomUUID()}`;
      const { id } = await aPiece(member, code, inspection.id, { title: canary }, false);
      return { member, draftId: id, canary };
    }),
  );
}, PATIENCE_MS);

const OWN = `query ($mine: ID!, $other: ID!, $in: ID!) { me { id } mine: node(id: $mine) { ... on Evidence { title } }
  other: node(id: $other) { id } evidence(inspectionId: $in, first: 200) { nodes { title } } }`;

const next = (index: number): Writer => writers[index % writers.length] as Writer;
const variables = (index: number): Record<string, unknown> => ({
  mine: next(index).draftId,
  other: next(index + 1).draftId,
  in: inspection.id,
});

/** Sends and hangs up after some milliseconds, whatever has come until then. */
const hangUp = (client: Client, body: object, afterMs: number): Promise<void> =>
  new Promise((resolve) => {
    const sent = httpRequest(`${url()}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${client.token ?? ''}`,
        'x-app-now': client.now ?? '',
      },
    });
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.on('response', (response) => response.resume().on('error', () => undefined));
    sent.end(JSON.stringify(body));
    setTimeout(() => sent.destroy(), afterMs);
  });

describe('many requests at once', () => {
  it(
    'never answer one user with what is another’s, among errors and connections that break',
    async () => {
      const broken: Promise<void>[] = [];
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const { member, canary } = next(index);
          if (index % 4 === 1)
            broken.push(hangUp(member.client, { query: OWN, variables: variables(index) }, index % 23));
          if (index % 4 === 2) {
            const title = `Left behind ${index}`;
            const input = { evidenceId: next(index).draftId, version: 0, title, body: title };
            const query =
              'mutation ($input: EditDraftEvidenceInput!) { editDraftEvidence(input: $input) { receipt { code } } }';
            broken.push(hangUp(member.client, { query, variables: { input } }, index % 13));
          }
          if (index % 4 === 3)
            await member.client.ask('query ($in: ID!) { evidence(inspectionId: $in, after: "x") { nodes { id } } }', {
              in: inspection.id,
            });
          return { member, canary, answer: await member.client.ask(OWN, variables(index)) };
        }),
      );
      await Promise.all(broken);
      for (const { member, canary, answer } of answers) {
        expect(answer.text).not.toMatch(INNARDS);
        expect(answer.data).toMatchObject({ me: { id: member.userId }, mine: { title: canary }, other: null });
        for (const other of writers.filter((writer) => writer.canary !== canary))
          expect(answer.text).not.toContain(other.canary);
      }
    },
    PATIENCE_MS,
  );

  it('leave the connections to those who come after', async () => {
    const started = performance.now();
    const after = await Promise.all(
      Array.from({ length: MORE_THAN_CONNECTIONS }, (_, index) => next(index).member.client.ask(OWN, variables(index))),
    );
    expect(after.filter(({ errors }) => errors.length > 0)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it(
    'of several mutations each do not wait for one another’s connections',
    async () => {
      const administrator = await administratorOf('OFSTED');
      const { userId } = await aUser(administrator, 'OFSTED');
      const one = (name: string) => `${name}: grantPost(input: { userId: $user, post: PLANNER }) { person { id } }`;
      const query = `mutation ($user: ID!) { ${one('a')} ${one('b')} ${one('c')} }`;
      const sent = await Promise.all(
        Array.from({ length: MORE_THAN_CONNECTIONS }, () => administrator.ask(query, { user: userId })),
      );
      for (const { data } of sent)
        expect(data).toEqual({
          a: { person: { id: userId } },
          b: { person: { id: userId } },
          c: { person: { id: userId } },
        });
    },
    PATIENCE_MS,
  );
});
