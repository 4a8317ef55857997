import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { graphqlSettings } from '../api/api.module.js';
import { resolvers } from './declared.js';

/** The schema definition language of the API, sorted; made without a database. */
export async function sdl(): Promise<string> {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const factory = context.get(GraphQLSchemaFactory);
  const schema = await factory.create(resolvers(), graphqlSettings({ introspection: true }).buildSchemaOptions ?? {});
  await context.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
