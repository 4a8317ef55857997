import 'reflect-metadata';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { TokenCheck } from '../token-check.js';
import { ENTITIES } from './entities.js';
import { Reading } from './reading.js';
import { CaseResolver, ChronologyEntryResolver } from './case-resolvers.js';
import { EvidenceResolver, EvidenceShareResolver, FindingResolver } from './evidence-resolvers.js';

const tokens = new TokenCheck(process.env['ISSUERS_FILE'] ?? '');

async function readingOf(dataSource: DataSource, authorization: string | undefined): Promise<Reading> {
  const asserted = await tokens.asserted(authorization);
  const reading = asserted === null ? null : await Reading.of(dataSource, asserted);
  if (reading === null) throw new UnauthorizedException();
  return reading;
}

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env['DATABASE_URL'] ?? '',
      entities: ENTITIES,
      poolSize: Number(process.env['POOL_SIZE']),
      extra: { options: '-c timezone=UTC' },
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => ({
        autoSchemaFile: true,
        introspection: false,
        playground: false,
        graphiql: false,
        context: async (request: { headers: { authorization?: string } }) => ({
          reading: await readingOf(dataSource, request.headers.authorization),
        }),
        plugins: [
          ApolloServerPluginCacheControlDisabled(),
          {
            requestDidStart: async () => ({
              willSendResponse: async ({ contextValue }: { contextValue: { reading?: Reading } }) =>
                contextValue.reading?.end(),
            }),
          },
        ],
      }),
    }),
  ],
  providers: [EvidenceResolver, EvidenceShareResolver, FindingResolver, CaseResolver, ChronologyEntryResolver],
})
class UsualServer {}

const app = await NestFactory.create<NestFastifyApplication>(UsualServer, new FastifyAdapter(), { logger: ['error'] });
await app.listen(0, '127.0.0.1');
process.stdout.write(`listening ${await app.getUrl()}\n`);
