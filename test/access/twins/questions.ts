/** What is asked of both twins: each query and mutation of the SDL, and the addresses beside it. */
import {
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { plainSelection } from '../../support/random-selection.js';
import { graphql, type Question } from './ask.js';
import type { Ids, Whose } from './ids.js';
import { valueFor, type Saying } from './values.js';

type Field = GraphQLField<unknown, unknown>;

/** Below the limit of the API, with room for what is around. */
const FIELDS = 560;
const MOST_LEVELS = 6;

const counted = (selection: string): number => selection.split(/\s+/).filter((word) => /^\w/.test(word)).length;

/** As many levels of a type's fields as fit. */
export function widest(type: GraphQLOutputType, fields: number): string {
  for (let levels = MOST_LEVELS; levels > 0; levels -= 1) {
    const selection = plainSelection(type, levels);
    if (counted(selection) <= fields) return selection;
  }
  return plainSelection(type, 1);
}

export const queriesOf = (schema: GraphQLSchema): readonly Field[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {});
export const mutationsOf = (schema: GraphQLSchema): readonly Field[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {});

const written = (value: unknown): string => JSON.stringify(value);

export const isPaged = (field: Field): boolean => field.args.some(({ name }) => name === 'after');

/** The argument that names the object asked for. */
const ofId = (field: Field): string | null =>
  field.args.find(({ type }) => getNamedType(type).name === 'ID')?.name ?? null;

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly ids: Ids;
  readonly saying: Saying;
}

/** Everything of a query, once for each of some ids: seen, hidden, and in one twin only. */
export function wideQuestions(field: Field, asked: Asked): readonly Question[] {
  const named = ofId(field);
  if (named === null) return [false, true].map((some) => graphql(`{ a: ${rootOf(field, {}, asked, some)} }`));
  const { ids } = asked;
  const all = (whose: Whose): readonly string[] =>
    ids.typesFor(typedBy(field, named)).flatMap((type) => ids.of(type, whose));
  const seen = asked.saying.chance.shuffled(all('seen')).slice(0, 3);
  const unseen = [
    ...asked.saying.chance.shuffled(all('one twin')).slice(0, 4),
    ...asked.saying.chance.shuffled(all('hidden')).slice(0, 3),
  ];
  const absent = ids.pick('absentId', 'one twin').replace(/\..*/, `.${asked.saying.chance.uuid()}`);
  return [
    ...seen.flatMap((id) =>
      [false, true].map((some) => graphql(`{ a: ${rootOf(field, { [named]: id }, asked, some)} }`)),
    ),
    graphql(
      `{ ${[...unseen, absent].map((id, place) => `a${place}: ${rootOf(field, { [named]: id }, asked, false, 70)}`).join(' ')} }`,
    ),
  ];
}

/** `case(id:)` names a case, `cases(inspectionId:)` an inspection. */
const typedBy = (field: Field, argument: string): string =>
  argument === 'id' ? `${['openEvidence', 'whyCanISee'].includes(field.name) ? 'evidence' : field.name}Id` : argument;

function rootOf(
  field: Field,
  given: Readonly<Record<string, string>>,
  { saying }: Asked,
  withOptions: boolean,
  fields = FIELDS,
): string {
  const values = Object.entries(given).map(([name, value]) => `${name}: ${written(value)}`);
  for (const { name, type } of field.args) {
    if (name in given || name === 'after') continue;
    if (!isNonNullType(type) && !withOptions) continue;
    if (name === 'first') values.push('first: 3');
    else if (isNonNullType(type) || saying.chance.happens(0.5)) {
      const value = valueFor(type, name, saying, '');
      const isEnum = getNamedType(type).astNode?.kind === 'EnumTypeDefinition' || 'getValues' in getNamedType(type);
      values.push(`${name}: ${isEnum ? String(value) : written(value)}`);
    }
  }
  return `${field.name}${values.length > 0 ? `(${values.join(', ')})` : ''} ${widest(field.type, fields)}`;
}

/** One page of a list, with its cursors alone. */
export function pageQuestion(field: Field, inspectionId: string | null, first: number, after: string | null): Question {
  const given = [
    ...(inspectionId === null ? [] : [`inspectionId: ${written(inspectionId)}`]),
    `first: ${first}`,
    ...(after === null ? [] : [`after: ${written(after)}`]),
  ];
  return graphql(
    `{ a: ${field.name}(${given.join(', ')}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
}

/** Objects by their ids: everything of those seen, and whether there is anything of the others. */
export function nodeQuestions({ schema, ids, saying }: Asked): readonly Question[] {
  const { chance } = saying;
  const seen = ids.types.flatMap((type) => chance.shuffled(ids.of(type, 'seen')).slice(0, 3));
  const unseen = ids.types.flatMap((type) => [
    ...chance.shuffled(ids.of(type, 'one twin')).slice(0, 6),
    ...chance.shuffled(ids.of(type, 'hidden')).slice(0, 4),
  ]);
  const questions: Question[] = [];
  let batch: string[] = [];
  let fields = 0;
  const flush = (): void => {
    if (batch.length > 0) questions.push(graphql(`{ ${batch.join(' ')} }`));
    batch = [];
    fields = 0;
  };
  const add = (id: string, selection: string): void => {
    const cost = counted(selection) + 4;
    if (fields + cost > FIELDS) flush();
    batch.push(
      `a${batch.length}: node(id: ${written(id)}) { __typename id ... on ${id.slice(0, id.indexOf('.'))} ${selection} }`,
    );
    fields += cost;
  };
  for (const id of seen) {
    const type = schema.getType(id.slice(0, id.indexOf('.')));
    if (isObjectType(type)) add(id, widest(type, FIELDS / 3));
  }
  flush();
  for (const id of unseen) add(id, '{ __typename }');
  flush();
  return questions;
}

/** One mutation with several inputs: those whose objects he does not see first, so that nothing has told of them yet. */
export function mutationQuestion(field: Field, asked: Asked): Question {
  const [input] = field.args;
  const type = input === undefined ? null : getNamedType(input.type);
  if (input === undefined || type === null) return graphql(`mutation { a: ${field.name} ${widest(field.type, 100)} }`);
  const whose: readonly Whose[] = ['one twin', 'hidden', 'seen', 'seen', 'seen'];
  const inputs = whose.map((each) => inputFor(field, asked, each));
  const selection = widest(field.type, Math.floor(FIELDS / inputs.length) - 2);
  const declared = inputs.map((_, place) => `$i${place}: ${input.type.toString()}`).join(', ');
  const fields = inputs.map((_, place) => `a${place}: ${field.name}(${input.name}: $i${place}) ${selection}`);
  return graphql(
    `mutation (${declared}) { ${fields.join(' ')} }`,
    Object.fromEntries(inputs.map((value, place) => [`i${place}`, value])),
  );
}

/** The first id of the input is of that kind; the others are such as belong to it. */
function inputFor(field: Field, { ids, saying }: Asked, whose: Whose): unknown {
  const [input] = field.args;
  const type = input === undefined ? null : getNamedType(input.type);
  const names = type !== null && 'getFields' in type ? Object.values(type.getFields()) : [];
  const main = names.filter((each) => getNamedType(each.type).name === 'ID').sort(byNeed)[0]?.name ?? '';
  const target = ids.pick(main, whose);
  let named = false;
  const about: Saying = {
    ...saying,
    // Some name at the side what is not there for him.
    idFor: (name) => {
      if (name !== main) return ids.pick(name, saying.chance.happens(0.85) ? 'seen' : 'one twin', target);
      if (named) return ids.pick(main, 'seen', target);
      named = true;
      return target;
    },
  };
  return input === undefined ? {} : valueFor(input.type, 'input', about, target);
}

const byNeed = (one: { type: unknown; name: string }, two: { type: unknown; name: string }): number =>
  Number(isNonNullType(two.type)) - Number(isNonNullType(one.type)) ||
  Number(one.name === 'inspectionId') - Number(two.name === 'inspectionId');

/** Addresses beside the API, by what stands in the table of operations. */
export function pageQuestions({ ids, saying }: Asked): ReadonlyMap<string, readonly Question[]> {
  const get = (path: string, headers: Record<string, string> = {}): Question => ({
    method: 'GET',
    path,
    body: null,
    headers,
  });
  const letters = (['seen', 'hidden', 'one twin'] as const).flatMap((whose) =>
    saying.chance.shuffled(ids.of('Letter', whose)).slice(0, 3),
  );
  const paths = letters.flatMap((id) => [id, id.replace(/^\w+\./, '')]);
  return new Map([
    ['GET /', [get('/')]],
    ['GET /health/live', [get('/health/live')]],
    ['GET /health/ready', [get('/health/ready')]],
    [
      'GET /letters/:id',
      [...paths, `Letter.${saying.chance.uuid()}`, 'x'].flatMap((id) => [
        get(`/letters/${id}`),
        get(`/letters/${id}`, { 'if-none-match': '*' }),
      ]),
    ],
    ['GET an absent page', [get('/nowhere'), get(`/evidence/${ids.pick('evidenceId', 'hidden')}`)]],
    ['POST /graphql, unreadable', [{ method: 'POST', path: '/graphql', body: '{' }, graphql('{ evidence { nope } }')]],
  ]);
}

export const hasTotal = (type: GraphQLOutputType): boolean => isObjectType(type) && 'totalCount' in type.getFields();
export const isNodeQuery = (field: Field): boolean => isInterfaceType(getNamedType(field.type));
