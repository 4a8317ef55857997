/** What is asked of both twins: each query of the SDL, and the addresses beside it. */
import {
  getNamedType,
  isEnumType,
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

export type Field = GraphQLField<unknown, unknown>;

/** Below the limit of the API, with room for what is around. */
const FIELDS = 560;
/** Of one object: wide enough for all of it, and for what it links to. */
const WIDE = 240;
export const NARROW = 70;
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
  if (named === null)
    return [
      graphql(`{ a: ${rootOf(field, {}, asked, false)} }`),
      graphql(`{ a: ${rootOf(field, {}, asked, true, NARROW)} }`),
    ];
  const { ids } = asked;
  const all = (whose: Whose): readonly string[] =>
    ids.typesFor(typedBy(field, named)).flatMap((type) => ids.of(type, whose));
  const { chance } = asked.saying;
  const [first, ...more] = chance.shuffled(all('seen')).slice(0, 3);
  const unseen = (['one twin', 'hidden'] as const).flatMap((whose) => chance.shuffled(all(whose)).slice(0, 3));
  const absent = `${ids.typesFor(typedBy(field, named))[0] ?? ''}.${chance.uuid()}`;
  const together = [...more, ...unseen, absent].map(
    (id, place) => `a${place}: ${rootOf(field, { [named]: id }, asked, false, NARROW)}`,
  );
  return [
    ...(first === undefined ? [] : [graphql(`{ a: ${rootOf(field, { [named]: first }, asked, true)} }`)]),
    ...halves(together).map((some) => graphql(`{ ${some.join(' ')} }`)),
  ];
}

const halves = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
};

/** `case(id:)` names a case, `cases(inspectionId:)` an inspection. */
const typedBy = (field: Field, argument: string): string =>
  argument === 'id' ? `${['openEvidence', 'whyCanISee'].includes(field.name) ? 'evidence' : field.name}Id` : argument;

function rootOf(
  field: Field,
  given: Readonly<Record<string, string>>,
  { saying }: Asked,
  withOptions: boolean,
  fields = WIDE,
): string {
  const values = Object.entries(given).map(([name, value]) => `${name}: ${written(value)}`);
  for (const { name, type } of field.args) {
    if (name in given || name === 'after') continue;
    if (!isNonNullType(type) && !withOptions) continue;
    if (name === 'first') values.push('first: 3');
    else if (isNonNullType(type) || saying.chance.happens(0.5)) {
      const value = valueFor(type, name, saying, '');
      values.push(`${name}: ${isEnumType(getNamedType(type)) ? String(value) : written(value)}`);
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
  const seen = ids.types.flatMap((type) => chance.shuffled(ids.of(type, 'seen')).slice(0, 2));
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
    if (isObjectType(type)) add(id, widest(type, NARROW));
  }
  flush();
  for (const id of unseen) add(id, '{ __typename }');
  flush();
  return questions;
}

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

export const isNodeQuery = (field: Field): boolean => isInterfaceType(getNamedType(field.type));
