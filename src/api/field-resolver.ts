import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { readModels } from '../read-models.js';
import { PROBLEMS } from './problems.interceptor.js';

const READ_FROM_THE_DATABASE = new Set(readModels.map(({ type }) => type));

/** Objects that the reader keyed by response key; everything else is keyed by field name. */
const keyedByResponse = (type: string): boolean =>
  READ_FROM_THE_DATABASE.has(type) || /(Connection|Edge|PageInfo|Payload)$/.test(type);

export const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  if (source === null || typeof source !== 'object') return undefined;
  if (PROBLEMS in source) return info.fieldName === 'problems' ? source[PROBLEMS] : null;
  if (keyedByResponse(info.parentType.name)) return (source as Record<string, unknown>)[info.path.key];
  return defaultFieldResolver(source, args, context, info);
};

/** Nest gives every field a resolver by property name; this replaces it on all but the root types. */
export function withFieldResolver(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) field.resolve = fieldResolver;
  }
  return schema;
}
