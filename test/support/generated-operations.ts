import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export const schema: GraphQLSchema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

/** Every field that can be asked without arguments, down to a depth: what an asker would see if he asked for all. */
export function everything(type: GraphQLOutputType, depth = 3, prefix = ''): string {
  const inside = getNamedType(type);
  if (!isObjectType(inside) && !isInterfaceType(inside)) return '';
  const fields = Object.values(inside.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    if (isScalarType(inner) || isEnumType(inner)) return [named(prefix, field.name)];
    if (depth <= 1) return [];
    const selection = everything(field.type, depth - 1);
    return selection === '' ? [] : [`${named(prefix, field.name)} ${selection}`];
  });
  const possible = isInterfaceType(inside)
    ? schema
        .getPossibleTypes(inside)
        .map((each) => `... on ${each.name} ${everything(each, depth - 1, `${each.name}_`)}`.trim())
        .filter((each) => each.endsWith('}'))
    : [];
  return `{ __typename ${[...fields, ...possible].join(' ')} }`;
}

/** Types that share an interface may call different things by one name: theirs are told apart by an alias. */
const named = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}${name}: ${name}`);

/** A plausible value for an input of a type; every id is the one given. */
export function plausible(type: GraphQLInputType, id: (name: string) => string, name = '', wholeInput = true): unknown {
  if (isNonNullType(type)) return plausible(type.ofType, id, name, wholeInput);
  if (isListType(type)) return [plausible(type.ofType, id, name, wholeInput)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => field.name !== 'idempotencyKey' && (wholeInput || isNonNullType(field.type)))
        .map((field) => [field.name, plausible(field.type, id, field.name, wholeInput)]),
    );
  switch (getNamedType(type).name) {
    case 'ID':
      return id(name);
    case 'Int':
      return 1;
    case 'Float':
      return 1;
    case 'Boolean':
      return false;
    case 'LocalDate':
      return '2024-03-20';
    case 'DateTime':
      return '2024-03-20T10:00:00Z';
    default:
      return `plausible ${name}`;
  }
}

export const queries = (): GraphQLField<unknown, unknown>[] => Object.values(schema.getQueryType()?.getFields() ?? {});
export const mutations = (): GraphQLField<unknown, unknown>[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {});

/** A query of one root field with every argument given. */
export function queryOf(
  field: GraphQLField<unknown, unknown>,
  id: string,
): { query: string; variables: Record<string, unknown> } {
  const asked = field.args.filter(
    (argument) => getNamedType(argument.type).name === 'ID' || isNonNullType(argument.type),
  );
  const declared = asked.map((argument) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const passed = asked.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `query${declared === '' ? '' : ` (${declared})`} { ${field.name}${passed === '' ? '' : `(${passed})`} ${everything(field.type, 3)} }`,
    variables: Object.fromEntries(
      asked.map((argument) => [argument.name, plausible(argument.type, () => id, argument.name)]),
    ),
  };
}

/** A mutation with all that its input can hold, every id the one given. */
export function mutationOf(
  field: GraphQLField<unknown, unknown>,
  id: string,
): { query: string; variables: Record<string, unknown> } {
  const [input] = field.args;
  if (input === undefined) throw new Error(`${field.name} has no input`);
  return {
    query: `mutation ($input: ${input.type.toString()}) { ${field.name}(input: $input) { problems { at code message } receipt { code } } }`,
    variables: { input: plausible(input.type, () => id, 'input', false) },
  };
}
