import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Bounds on one operation, counted after its fragments are spread, `__typename` and aliases included. */
export const LIMITS = { depth: 12, fields: 600, tokens: 6_000 } as const;

/** Marks an error as that of a limit. */
export const LIMITED = 'limited';

/** Tools ask for the schema by one deep query; a rule of its own bounds its lists within lists. */
const OF_THE_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);
const DEEPER = 8;

/** A validation rule: an operation that would cost too much is refused before it runs. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (context.getSchema().getRootType(operation.operation) == null)
        context.reportError(new GraphQLError(`There is no ${operation.operation} here.`));
      const budget = { fields: 0, deep: false };
      measure(context, operation.selectionSet, 1, budget, []);
      if (budget.deep) refuse(context, `Nest at most ${LIMITS.depth} levels deep.`);
      if (budget.fields > LIMITS.fields) refuse(context, `Ask for at most ${LIMITS.fields} fields in one request.`);
    },
  };
}

function measure(
  context: ValidationContext,
  set: SelectionSetNode,
  depth: number,
  budget: { fields: number; deep: boolean },
  within: readonly string[],
): void {
  if (depth > LIMITS.depth) budget.deep = true;
  for (const selection of set.selections) {
    if (budget.deep || budget.fields > LIMITS.fields) return;
    // Fragments count like fields: those that hold nothing but one another would be spread for ever.
    budget.fields += 1;
    if (selection.kind === Kind.FIELD) {
      const inside = OF_THE_SCHEMA.has(selection.name.value) ? depth + 1 - DEEPER : depth + 1;
      if (selection.selectionSet !== undefined) measure(context, selection.selectionSet, inside, budget, within);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      measure(context, selection.selectionSet, depth, budget, within);
    } else {
      const name = selection.name.value;
      const fragment = context.getFragment(name);
      // A fragment within itself is refused by another rule; here it must only end.
      if (fragment !== null && fragment !== undefined && !within.includes(name))
        measure(context, fragment.selectionSet, depth, budget, [...within, name]);
    }
  }
}

const refuse = (context: ValidationContext, message: string): void =>
  context.reportError(new GraphQLError(message, { extensions: { [LIMITED]: true } }));
