import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Answer, Client, Problem } from '../support/client.js';
import { plausible } from '../support/generated-operations.js';
import { liveSchema } from '../support/live-schema.js';
import { malformations, type Malformation } from '../support/malformations.js';
import { INNARDS } from '../support/raw-request.js';
import { validInputs, type Valid, type ValidInputs } from '../support/valid-inputs.js';

/** Thousands of requests. */
const PATIENCE_MS = 240_000;
const AT_ONCE = 8;
const NAMED = ['NOT_FOUND', 'NOT_PERMITTED', 'WRONG_STATE', 'CONFLICT'];
const SECRET = `canary${randomUUID()}`;

let schema: GraphQLSchema;
let valid: ValidInputs;
let sentInAll = 0;

beforeAll(async () => {
  schema = await liveSchema();
  valid = await validInputs();
}, PATIENCE_MS);

const mutations = () => Object.values(schema.getMutationType()?.getFields() ?? {});

function inputOf(name: string): GraphQLInputObjectType {
  const type = getNamedType(mutations().find((field) => field.name === name)?.args[0]?.type);
  if (!isInputObjectType(type)) throw new Error(`${name} has no input`);
  return type;
}

const sent = (client: Client, name: string, input: unknown): Promise<Answer> =>
  client.ask(
    `mutation ($input: ${inputOf(name).name}!) { ${name}(input: $input) { problems { at code message } receipt { code } } }`,
    { input },
  );

interface Payload {
  readonly problems: readonly Problem[];
  readonly receipt: object | null;
}
const payloadOf = (answer: Answer, name: string) => answer.data?.[name] as Payload | null | undefined;

const problemsOf = (answer: Answer, name: string): readonly Problem[] =>
  payloadOf(answer, name)?.problems ?? answer.errors[0]?.extensions?.problems ?? [];

/** What is wrong with the answer to something malformed, or null. */
function fault(name: string, { at, orError }: Malformation, answer: Answer, isKnown: boolean): string | null {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (INNARDS.test(answer.text)) return 'tells of the inside';
  if (answer.text.includes(SECRET)) return 'repeats what was sent';
  if (payloadOf(answer, name)?.receipt != null) return 'a receipt';
  const problems = problemsOf(answer, name);
  const code = answer.errors[0]?.extensions?.code ?? '';
  if (problems.length === 0)
    return NAMED.includes(code) && (orError || !isKnown) ? null : `neither problem nor named error: ${code}`;
  if (problems.some(({ message }) => message.length < 12 || /\b(must|should|constraint)\b/.test(message)))
    return 'a problem that does not say what to do';
  return problems.some((problem) => isNear(problem.at, at)) || !isKnown ? null : 'no problem names the field';
}

const isNear = (told: string, at: string): boolean =>
  told === at || told.startsWith(`${at}.`) || at.startsWith(`${told}.`);

/** Answers of the malformed inputs that are not as they should be. */
async function faults(name: string, { client, input }: Valid, isKnown: boolean): Promise<string[]> {
  const found: string[] = [];
  const waiting = malformations(inputOf(name), input, SECRET);
  sentInAll += waiting.length;
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await sent(client, name, { idempotencyKey: randomUUID(), ...next.input });
      const wrong = fault(name, next, answer, isKnown);
      if (wrong !== null) found.push(`${name}: ${next.what} at ${next.at}: ${wrong}: ${answer.text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** Every object that the inputs name, as who sends them sees it. */
async function seen(): Promise<Record<string, string>> {
  const parts = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!('getInterfaces' in type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return [];
    const fields = Object.values(type.getFields()).filter(
      (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
    );
    return [`... on ${type.name} { ${fields.map(({ name }) => `${type.name}_${name}: ${name}`).join(' ')} }`];
  });
  const half = Math.ceil(parts.length / 2);
  const found: Record<string, string> = {};
  for (const { client, input } of Object.values(valid))
    for (const id of JSON.stringify(input).match(/"[A-Z]\w+\.[0-9a-f-]{36}"/g) ?? [])
      for (const some of [parts.slice(0, half), parts.slice(half)])
        found[`${id} ${some === parts ? '' : some.length}`] = (
          await client.ask(`query ($id: ID!) { node(id: $id) { __typename ${some.join(' ')} } }`, {
            id: id.slice(1, -1),
          })
        ).text;
  return found;
}

describe('malformed input', () => {
  it(
    'is answered with a problem that names the field, and changes nothing',
    async () => {
      const before = await seen();
      const found: string[] = [];
      for (const [name, each] of Object.entries(valid)) found.push(...(await faults(name, each, true)));
      expect(found).toEqual([]);
      expect(sentInAll).toBeGreaterThan(2_000);
      expect(await seen()).toEqual(before);
      // Each refusal was for what was malformed and nothing else: the rest of the input was accepted all along.
      const refused: string[] = [];
      for (const [name, { client, input }] of Object.entries(valid)) {
        const answer = await sent(client, name, input);
        if (payloadOf(answer, name)?.receipt == null) refused.push(`${name}: ${answer.text}`);
      }
      expect(refused).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'of an act that is not even his is answered without a word of the inside',
    async () => {
      const { client, input } = valid['openReveal'] as Valid;
      const others = mutations().filter(({ name }) => valid[name] === undefined);
      const found: string[] = [];
      for (const { name } of others) {
        const type = inputOf(name);
        const id = (field: string) =>
          field === 'inspectionId'
            ? String(input['inspectionId'])
            : `${field.replace(/Ids?$/, '').replace(/^./, (letter) => letter.toUpperCase())}.${randomUUID()}`;
        const base = plausible(getNullableType(type), id) as Record<string, unknown>;
        found.push(...(await faults(name, { client, input: base }, false)));
      }
      expect(found).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'in the arguments of a query is told, or finds nothing',
    async () => {
      const { client, input } = valid['openReveal'] as Valid;
      const values = [
        '',
        ' ',
        'x',
        SECRET,
        `${SECRET}\0`,
        `\ud83d${SECRET}`,
        SECRET.padEnd(1_000_001, 'x'),
        "' OR true --",
      ];
      const others = [null, 5, -1, 1.5, 2_147_483_648, true, {}, [], ['x'], '2024-02-30', '9999-12-31', '0000-01-01'];
      const found: string[] = [];
      for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
        for (const argument of field.args)
          for (const value of [...values, ...others]) {
            const variables = Object.fromEntries(
              field.args
                .filter((each) => each === argument || isNonNullType(each.type))
                .map((each) => [each.name, each === argument ? value : input['inspectionId']]),
            );
            const given = field.args.filter(({ name }) => name in variables);
            const below = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
            const query = `query (${given.map(({ name, type }) => `$${name}: ${type.toString()}`).join(' ')}) {
              ${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(' ')}) ${below} }`;
            const { status, text } = await client.ask(query, variables);
            if (status >= 500 || INNARDS.test(text) || text.includes(SECRET))
              found.push(
                `${field.name}(${argument.name}: ${JSON.stringify(value).slice(0, 60)}): ${text.slice(0, 200)}`,
              );
          }
      expect(found).toEqual([]);
    },
    PATIENCE_MS,
  );
});
