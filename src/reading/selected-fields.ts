import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of an operation a selection needs to be read: as in `GraphQLResolveInfo`. */
export interface OperationFacts {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** A field as it is answered: under its response key, with every selection set that asks for it. */
export interface SelectedField {
  readonly responseKey: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** The fields selected on an object type, fragments and @skip/@include applied, equal response keys merged. */
export function selectedFields(
  facts: OperationFacts,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): SelectedField[] {
  const found = new Map<string, FieldNode[]>();
  const visit = (selection: SelectionNode): void => {
    if (!included(facts, selection)) return;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const nodes = found.get(key);
      if (nodes === undefined) found.set(key, [selection]);
      else nodes.push(selection);
      return;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : facts.fragments[selection.name.value];
    if (fragment !== undefined && applies(facts, fragment.typeCondition?.name.value, type))
      fragment.selectionSet.selections.forEach(visit);
  };
  for (const set of sets) set?.selections.forEach(visit);
  return [...found].flatMap(([responseKey, nodes]) => {
    const [first] = nodes;
    return first === undefined ? [] : [{ responseKey, name: first.name.value, nodes }];
  });
}

/** The coerced arguments of a selected field. */
export function argumentsOf(
  facts: OperationFacts,
  type: GraphQLObjectType,
  field: SelectedField,
): Record<string, unknown> {
  const definition = type.getFields()[field.name];
  const [node] = field.nodes;
  if (definition === undefined || node === undefined) return {};
  return getArgumentValues(definition, node, facts.variableValues);
}

export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`);
  return type;
}

function included(facts: OperationFacts, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, facts.variableValues);
  if (skip?.['if'] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, facts.variableValues);
  return include?.['if'] !== false;
}

function applies(facts: OperationFacts, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  return type.getInterfaces().some((known) => known.name === condition);
}
