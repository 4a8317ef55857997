import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { thePublic } from './client.js';

/** The schema as the platform under test has it. */
export async function liveSchema(): Promise<GraphQLSchema> {
  return buildClientSchema(
    await thePublic().read<IntrospectionQuery & Record<string, unknown>>(getIntrospectionQuery()),
  );
}
