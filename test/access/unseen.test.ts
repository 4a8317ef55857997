import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { hiddenObjects, type HiddenObject } from '../support/hidden-objects.js';
import { mutationOf, mutations, queries, queryOf } from '../support/generated-operations.js';

/** What an answer says once the ids that were asked for, and references of errors, are the same. */
const plain = (text: string, id: string): string =>
  text.replaceAll(id, '<id>').replace(/[Rr]eference"?:? ?"?[0-9a-f-]{36}/g, '<reference>');

/** Many hundreds of requests. */
const PATIENCE_MS = 240_000;

describe('what may not be seen answers as what does not exist', () => {
  let hidden: HiddenObject[] = [];

  beforeAll(async () => {
    hidden = await hiddenObjects();
  }, PATIENCE_MS);

  it(
    'over every query that takes an id',
    async () => {
      const byId = queries().filter(({ args }) => args.some((argument) => /^ID!?$/.test(argument.type.toString())));
      let compared = 0;
      for (const { what, id, from } of hidden)
        for (const [who, asker] of Object.entries(from))
          await Promise.all(
            byId.map(async (field) => {
              await compare(`${what}, ${who}: ${field.name}`, asker, id, (each) => queryOf(field, each));
              compared += 1;
            }),
          );
      expect(compared).toBeGreaterThan(500);
    },
    PATIENCE_MS,
  );

  it(
    'over every mutation, and leaves the row as it was',
    async () => {
      const node = queries().find(({ name }) => name === 'node');
      if (node === undefined) throw new Error('no query by id');
      for (const { what, id, from, owner } of hidden) {
        const look = queryOf(node, id);
        const before = await owner.ask(look.query, look.variables);
        expect(before.data?.['node']).not.toBeNull();
        for (const [who, asker] of Object.entries(from).slice(0, 1))
          await Promise.all(
            mutations().map(async (field) => {
              const text = await compare(`${what}, ${who}: ${field.name}`, asker, id, (each) =>
                mutationOf(field, each),
              );
              expect([what, field.name, text]).toEqual([what, field.name, expect.not.stringMatching(/"receipt":\{/)]);
            }),
          );
        expect((await owner.ask(look.query, look.variables)).text).toBe(before.text);
      }
    },
    PATIENCE_MS,
  );
});

/** The answer for the hidden id and for one that is nobody's must be the same text. */
async function compare(
  what: string,
  asker: Client,
  id: string,
  operation: (id: string) => { query: string; variables: Record<string, unknown> },
): Promise<string> {
  const none = `${id.split('.')[0]}.${randomUUID()}`;
  const [there, nowhere] = [operation(id), operation(none)];
  const seen = await asker.ask(there.query, there.variables);
  const unseen = await asker.ask(nowhere.query, nowhere.variables);
  expect([what, plain(seen.text, id)]).toEqual([what, plain(unseen.text, none)]);
  expect([what, seen.text]).toEqual([what, expect.not.stringMatching(/GRAPHQL_VALIDATION_FAILED|INTERNAL/)]);
  return seen.text;
}
