import type { FastifyInstance } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

/** Errors of an operation that came over HTTP in good order. */
const OF_THE_OPERATION = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'TOO_COMPLEX',
]);

/**
 * GraphQL over HTTP has two kinds of answers. `application/json` is 200 whenever the server understood that it was
 * asked something, since intermediaries send 4xx with JSON of their own; `application/graphql-response+json` is nobody
 * else's, and says 400 for an operation that could not be executed, as Apollo does for both.
 */
export function statusByContentType(fastify: FastifyInstance, endpoint: string): void {
  fastify.addHook('onSend', (request, reply, payload, next) => {
    if (
      reply.statusCode === 400 &&
      request.routeOptions.url === endpoint &&
      isOfTheOperation(reply.getHeader('content-type'), payload)
    )
      reply.code(200);
    next(null, payload);
  });
}

function isOfTheOperation(type: unknown, payload: unknown): boolean {
  if (!String(type).startsWith('application/json') || typeof payload !== 'string') return false;
  const { errors = [] } = JSON.parse(payload) as { errors?: GraphQLFormattedError[] };
  return errors.length > 0 && errors.every(({ extensions }) => OF_THE_OPERATION.has(extensions?.['code']));
}
