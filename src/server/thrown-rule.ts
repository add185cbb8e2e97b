import { GraphQLError, parse, SingleFieldSubscriptionsRule, validate, type GraphQLSchema } from 'graphql';

/** The parts of an HTTP request that hold the text of an operation. */
interface Asking {
  readonly body?: unknown;
  readonly query?: unknown;
}

/**
 * One rule of graphql-js throws instead of reporting, where the field of a subscription has a `@skip` or `@include` without
 * a Boolean. Apollo would take that for a fault of the server, so what the rule throws is told here, before Apollo asks it.
 *
 * @throws GRAPHQL_VALIDATION_FAILED with what the rule threw
 */
export function refuseWhereTheRuleThrows(schema: GraphQLSchema, request: Asking, maxTokens: number): void {
  const text = textOf(request.body) ?? textOf(request.query);
  if (!text || !/\bsubscription\b/.test(text)) return;
  try {
    validate(schema, parse(text, { maxTokens }), [SingleFieldSubscriptionsRule]);
  } catch (error) {
    // Without a status, Apollo takes what is thrown here for a fault of the server.
    if (error instanceof GraphQLError && !isOfSyntax(error)) throw invalid(error, { http: { status: 400 } });
  }
}

/** All that is wrong with a document, also by the rule that throws. */
export function complaintsAbout(schema: GraphQLSchema, document: ReturnType<typeof parse>): readonly GraphQLError[] {
  try {
    return validate(schema, document).map((error) => invalid(error));
  } catch (error) {
    if (error instanceof GraphQLError) return [invalid(error)];
    throw error;
  }
}

/** Apollo words what cannot be parsed. */
const isOfSyntax = (error: GraphQLError): boolean => error.message.startsWith('Syntax Error');

const invalid = ({ message, nodes, source, positions }: GraphQLError, more: object = {}): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...more } });

function textOf(part: unknown): string | undefined {
  const text = typeof part === 'object' && part !== null && 'query' in part ? part.query : undefined;
  return typeof text === 'string' ? text : undefined;
}
