import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, aPiece, type Inspected } from '../support/an-inspection.js';
import { thePublic, type Client } from '../support/client.js';
import { mutationOf, mutations, queries, queryOf } from '../support/generated-operations.js';

/** What an answer says once the ids that were asked for, and references of errors, are the same. */
const plain = (text: string, id: string): string =>
  text.replaceAll(id, '<id>').replace(/[Rr]eference"?:? ?"?[0-9a-f-]{36}/g, '<reference>');

interface Hidden {
  readonly what: string;
  readonly id: string;
  readonly from: Client;
  /** Somebody who sees it, to show that nothing was changed. */
  readonly owner: Client;
}

/** Many hundreds of requests. */
const PATIENCE_MS = 240_000;

describe('what may not be seen answers as what does not exist', () => {
  const hidden: Hidden[] = [];
  let inspection: Inspected;

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const planned = await anInspection().inStage('PREPARING').build();
    const ofsted = inspection.member('OFSTED', 'INSPECTOR');
    const draft = await aPiece(ofsted, 'OFSTED', inspection.id, {}, false);
    const unshared = await aPiece(ofsted, 'OFSTED', inspection.id);
    const others: [string, Client][] = [
      ['an inspector of another inspectorate', inspection.member('CQC', 'INSPECTOR').client],
      ['another inspectorate lead', inspection.member('HMICFRS', 'INSPECTORATE_LEAD').client],
      ['an observer', inspection.member('OFSTED', 'OBSERVER').client],
      ['a signatory', inspection.member('OFSTED', 'SIGNATORY').client],
      ['an agency', inspection.agency('LOCAL_AUTHORITY').coordinator.client],
      ['a planner', inspection.planner],
      ['a lead elsewhere', planned.lead.client],
      ['the public', thePublic('2024-03-19T10:00:00Z')],
    ];
    for (const [who, from] of others) {
      hidden.push({ what: `unshared evidence, asked by ${who}`, id: unshared.id, from, owner: ofsted.client });
      hidden.push({ what: `a draft, asked by ${who}`, id: draft.id, from, owner: ofsted.client });
    }
    hidden.push({
      what: 'a draft, asked by the lead',
      id: draft.id,
      from: inspection.lead.client,
      owner: ofsted.client,
    });
    for (const [who, from] of others.filter(([name]) => !['a lead elsewhere', 'a planner'].includes(name)))
      hidden.push({
        what: `an inspection before notification, asked by ${who} of another`,
        id: planned.id,
        from,
        owner: planned.lead.client,
      });
  });

  const twin = (id: string): string => `${id.split('.')[0]}.${randomUUID()}`;

  it(
    'over every query that takes an id',
    async () => {
      let compared = 0;
      for (const { what, id, from } of hidden)
        for (const field of queries().filter(({ args }) =>
          args.some((argument) => /^ID!?$/.test(argument.type.toString())),
        )) {
          const none = twin(id);
          const [there, nowhere] = [queryOf(field, id), queryOf(field, none)];
          const [seen, unseen] = [
            await from.ask(there.query, there.variables),
            await from.ask(nowhere.query, nowhere.variables),
          ];
          expect([what, field.name, plain(seen.text, id)]).toEqual([what, field.name, plain(unseen.text, none)]);
          expect(seen.text).not.toMatch(/GRAPHQL_VALIDATION_FAILED|INTERNAL/);
          compared += 1;
        }
      expect(compared).toBeGreaterThan(60);
    },
    PATIENCE_MS,
  );

  it(
    'over every mutation, and leaves the row as it was',
    async () => {
      for (const { what, id, from, owner } of hidden) {
        const look = queryOf(queries().find(({ name }) => name === 'node') as ReturnType<typeof queries>[number], id);
        const before = (await owner.ask(look.query, look.variables)).text;
        for (const field of mutations()) {
          const none = twin(id);
          const [there, nowhere] = [mutationOf(field, id), mutationOf(field, none)];
          const [seen, unseen] = [
            await from.ask(there.query, there.variables),
            await from.ask(nowhere.query, nowhere.variables),
          ];
          expect([what, field.name, plain(seen.text, id)]).toEqual([what, field.name, plain(unseen.text, none)]);
          expect([what, field.name, seen.text]).toEqual([
            what,
            field.name,
            expect.not.stringMatching(/GRAPHQL_VALIDATION_FAILED|INTERNAL|"receipt":\{/),
          ]);
        }
        expect((await owner.ask(look.query, look.variables)).text).toBe(before);
      }
    },
    PATIENCE_MS,
  );
});
