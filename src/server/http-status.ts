import type { ApolloServerPlugin } from '@apollo/server';

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
export const httpStatus: ApolloServerPlugin = {
  async requestDidStart({ request }) {
    const knowsGraphqlAnswers = /graphql-response\+json/i.test(request.http?.headers.get('accept') ?? '');
    return {
      async willSendResponse({ response: { body, http } }) {
        if (knowsGraphqlAnswers || http.status !== 400 || body.kind !== 'single') return;
        const { errors = [] } = body.singleResult;
        if (errors.every(({ extensions }) => OF_THE_OPERATION.has(extensions?.['code']))) http.status = 200;
      },
    };
  },
};
