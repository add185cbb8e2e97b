import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config.js';
import { bindSchema } from '../common/read/bind.js';
import { readGateway, toRawSchema } from '../common/read/executor.js';
import { generateTypes } from '../common/read/generated-types.js';
import { stringifyResponse } from '../common/read/raw-json.js';
import type { Reader } from '../common/read/reader.js';
import type { RequestContext } from '../common/request.js';
import { formatError } from './format-error.js';
import { limits } from './limits.js';
import { refuseWhereTheRuleThrows } from './thrown-rule.js';

export type ContextFactory = (request: object) => RequestContext | Promise<RequestContext>;

/** Plugins that Apollo brings along and asks at every request, for services that are not used here. */
const UNUSED = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Everything Apollo and Nest need to know of the API. */
export function graphqlOptions(config: Config, reader: Reader, context: ContextFactory): ApolloDriverConfig {
  generateTypes();
  const schemas: { full?: GraphQLSchema; raw?: GraphQLSchema } = {};
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    preserveHttpStatusForExecutionErrors: false,
    // Documents that were good once may be asked for by their hash. The store is Apollo's, bounded, in memory.
    persistedQueries: { ttl: null },
    parseOptions: { maxTokens: config.maxTokens },
    plugins: UNUSED,
    context: (request: object) => {
      refuseWhereTheRuleThrows(schemas.full!, request, config.maxTokens);
      return context(request);
    },
    formatError,
    // Apollo hands on whatever this returns, and Fastify sends buffers as well as strings.
    stringifyResult: (response: never) => stringifyResponse(response),
    transformSchema: (schema: GraphQLSchema) => {
      schemas.full = bindSchema(schema, reader);
      schemas.raw = toRawSchema(schema);
      reader.useSchema(schema);
      return schema;
    },
    gateway: readGateway(() => schemas as Required<typeof schemas>, limits(config)),
  } as unknown as ApolloDriverConfig;
}
