/** What is asked of both twins: each query of the SDL. */
import {
  getNamedType,
  astFromValue,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  print,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { plainSelection } from '../../support/random-selection.js';
import { graphql, type Question } from './ask.js';
import type { Acts } from './acts.js';
import type { Ids, Whose } from './ids.js';
import { valueFor, type Saying } from './values.js';

export type Field = GraphQLField<unknown, unknown>;

/** Of one object: wide enough for all of it, and for what it links to. */
const WIDE = 240;
export const NARROW = 70;
const MOST_LEVELS = 6;

const counted = (selection: string): number => selection.split(/\s+/).filter((word) => /^\w/.test(word)).length;

const selections = new Map<string, string>();

/** As many levels of a type's fields as fit. */
export function widest(type: GraphQLOutputType, fields: number): string {
  const name = `${getNamedType(type).name} ${fields}`;
  const known = selections.get(name) ?? widestOf(type, fields);
  selections.set(name, known);
  return known;
}

function widestOf(type: GraphQLOutputType, fields: number): string {
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
  readonly ids: Ids;
  readonly saying: Saying;
  readonly acts: Acts;
  /** Whether the asker plans for an inspectorate. */
  readonly plans: boolean;
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
  const absent = (): string => `${ids.typesFor(typedBy(field, named))[0] ?? ''}.${chance.uuid()}`;
  return [
    ...(first === undefined ? [] : [graphql(`{ a: ${rootOf(field, { [named]: written(first) }, asked, true)} }`)]),
    ...together([...more, ...unseen], absent, (id) => rootOf(field, { [named]: id }, asked, false, NARROW)),
  ];
}

/** Always so many ids in one request, so that its words are the same each time and the API need not read them anew. */
const BATCH = 4;

function together(
  ids: readonly string[],
  absent: () => string,
  rootFor: (variable: string) => string,
): readonly Question[] {
  const places = Array.from({ length: BATCH }, (_, place) => place);
  const variables = places.map((place) => `$i${place}: ID!`).join(', ');
  const text = `query (${variables}) { ${places.map((place) => `a${place}: ${rootFor(`$i${place}`)}`).join(' ')} }`;
  const batches = Array.from({ length: Math.floor(ids.length / BATCH) + 1 }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH),
  );
  return batches.map((some) =>
    graphql(text, Object.fromEntries(places.map((place) => [`i${place}`, some[place] ?? absent()]))),
  );
}

const OBJECT_OF: Readonly<Record<string, string>> = {
  openEvidence: 'evidence',
  whyCanISee: 'evidence',
  openWhistleblowing: 'whistleblowingItem',
  concern: 'immediateConcern',
};

/** `case(id:)` names a case, `cases(inspectionId:)` an inspection. */
const typedBy = (field: Field, argument: string): string =>
  argument === 'id' ? `${OBJECT_OF[field.name] ?? field.name}Id` : argument;

function rootOf(
  field: Field,
  given: Readonly<Record<string, string>>,
  { saying }: Asked,
  withOptions: boolean,
  fields = WIDE,
): string {
  const values = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  for (const { name, type } of field.args) {
    if (name in given || name === 'after') continue;
    if (!isNonNullType(type) && !withOptions) continue;
    if (name === 'first') values.push('first: 3');
    else if (isNonNullType(type) || saying.chance.happens(0.5)) {
      const value = valueFor(type, name, saying, '');
      const literal = astFromValue(value, type);
      if (literal != null) values.push(`${name}: ${print(literal)}`);
    }
  }
  return `${field.name}${values.length > 0 ? `(${values.join(', ')})` : ''} ${widest(field.type, fields)}`;
}

function nodeOfEdges(field: Field): GraphQLObjectType | null {
  const connection = getNamedType(field.type);
  const edge = isObjectType(connection) ? getNamedType(connection.getFields()['edges']?.type) : null;
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : null;
  return isObjectType(node) ? node : null;
}

/** One page of a list, with its cursors alone. */
export function pageQuestion(field: Field, inspectionId: string | null, first: number, after: string | null): Question {
  const given = [
    ...(inspectionId === null ? [] : [`inspectionId: ${written(inspectionId)}`]),
    `first: ${first}`,
    ...(after === null ? [] : [`after: ${written(after)}`]),
  ];
  const node = nodeOfEdges(field);
  const has = node !== null && 'id' in node.getFields() ? 'id' : '__typename';
  return graphql(
    `{ a: ${field.name}(${given.join(', ')}) { edges { cursor node { ${has} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
}

/** Objects of a type by their ids: everything of those seen, and whether there is anything of the others. */
export function nodeQuestions(type: GraphQLObjectType, { ids, saying }: Asked): readonly Question[] {
  const { chance } = saying;
  const some = (whose: Whose, most: number): readonly string[] =>
    chance.shuffled(ids.of(type.name, whose)).slice(0, most);
  const seen = `query ($id: ID!) { a: node(id: $id) { __typename id ... on ${type.name} ${widest(type, WIDE)} } }`;
  return [
    ...some('seen', 2).map((id) => graphql(seen, { id })),
    ...together(
      [...some('one twin', 6), ...some('hidden', 4)],
      () => `${type.name}.${chance.uuid()}`,
      (id) => `node(id: ${id}) { __typename id }`,
    ),
  ];
}

export const isNodeQuery = (field: Field): boolean => isInterfaceType(getNamedType(field.type));
