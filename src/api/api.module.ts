import { randomUUID } from 'node:crypto';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { RequestContext } from '../access/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CONFIG, type Config } from '../platform/config.js';
import { createLogger } from '../platform/logging.js';
import { readModels } from '../read-models.js';
import { READ_MODELS } from '../reading/read-model.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { statusOfError } from './error-facts.js';
import { withFieldResolver } from './field-resolver.js';
import { formatErrors } from './format-error.js';
import { LIMITS, withinLimits } from './limits.js';
import { NodeResolver } from './node.resolver.js';
import { Reader } from './reader.js';
import { DateTime, LocalDate } from './scalars.js';

interface HttpRequest {
  readonly headers: Record<string, string | string[] | undefined>;
}

interface Ending {
  readonly contextValue: { readonly request?: RequestContext };
  readonly response: { readonly http: { readonly headers: Map<string, string> } };
}

/** What Apollo is told, every setting that matters named. */
export function graphqlSettings(config: Pick<Config, 'introspection'>): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { scalarsMap: [{ type: Date, scalar: DateTime }], orphanedTypes: [] },
    resolvers: { DateTime, LocalDate },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    introspection: config.introspection,
    playground: false,
    graphiql: false,
    persistedQueries: false,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationRules: [withinLimits],
    transformSchema: withFieldResolver,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  };
}

/** Apollo takes what fails before an operation for a fault of ours, unless the error says its status. */
async function answered<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new GraphQLError('refused', {
      originalError: error instanceof Error ? error : new Error('unknown failure'),
      extensions: { http: { status: statusOfError(error) } },
    });
  }
}

/** The GraphQL door. */
@Global()
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [CONFIG, SignInService, UnitOfWork],
      useFactory: (config: Config, signIn: SignInService, unitOfWork: UnitOfWork) => {
        const settings = graphqlSettings(config);
        return {
          ...settings,
          formatError: formatErrors(createLogger(config), randomUUID),
          // Nested under a key: Nest copies the context, and a class instance would lose its identity.
          context: async (http: HttpRequest) => ({
            request: new RequestContext(await answered(signIn.actorOf(http.headers)), unitOfWork),
          }),
          plugins: [
            ...(settings.plugins ?? []),
            {
              requestDidStart: async () => ({
                willSendResponse: async ({ contextValue, response }: Ending) => {
                  await contextValue.request?.end();
                  if (config.mode === 'test')
                    response.http.headers.set('x-sql-statements', String(contextValue.request?.statements ?? 0));
                },
              }),
            },
          ],
        };
      },
    }),
  ],
  providers: [{ provide: READ_MODELS, useValue: readModels }, Reader, NodeResolver],
  exports: [Reader],
})
export class ApiModule {}
