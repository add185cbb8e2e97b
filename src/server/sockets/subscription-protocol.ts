import { makeServer, type Context, type Server } from 'graphql-ws';
import {
  getOperationAST,
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContextFactory } from '../../auth/request-context.js';
import { graphqlError } from '../../common/errors.js';
import { message } from '../../common/messages.js';
import type { Admission } from '../../common/read/executor.js';
import { formatError } from '../format-error.js';
import type { OpenSocket } from './open-socket.js';
import { MAX_SUBSCRIPTIONS } from './socket-limits.js';
import type { SubscriptionDocuments } from './subscription-documents.js';

/** Close codes of graphql-transport-ws. Clients come back by themselves after FORBIDDEN, with a better token. */
export const CLOSE = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403, TOO_MANY: 4429, INTERNAL: 4500 } as const;

interface Rules {
  readonly schema: GraphQLSchema;
  readonly documents: SubscriptionDocuments;
  readonly admit: Admission;
  readonly contexts: RequestContextFactory;
  /** Whether an account has as many sockets as it may. */
  isFull(userId: string): boolean;
}

type Asked = Context<Record<string, unknown> | undefined, OpenSocket>;

/** What graphql-transport-ws does on our sockets: the same tokens, permissions and limits as over HTTP. */
export function subscriptionProtocol(rules: Rules): Server<OpenSocket> {
  return makeServer<Record<string, unknown> | undefined, OpenSocket>({
    connectionInitWaitTimeout: 10_000,
    onConnect: ({ extra, connectionParams }) => admitSocket(rules, extra, connectionParams ?? {}),
    onSubscribe: (asked, _id, payload) => admitSubscription(rules, asked, payload),
    onNext: async ({ extra }, _id, _payload, _args, result) => {
      // Not one event more after the token's time.
      await closeUnlessGood(rules.contexts, extra);
      return formatted(result);
    },
    onError: (_asked, _id, _payload, errors) => errors.map(formattedError),
  });
}

/** Closes the socket of somebody whose token has run out, or whose session was ended. */
export async function closeUnlessGood(contexts: RequestContextFactory, open: OpenSocket): Promise<void> {
  if (!open.caller) return;
  const { tokenProblem } = await contexts.forCaller(open.caller);
  if (tokenProblem) open.close(CLOSE.FORBIDDEN, tokenProblem);
}

async function admitSocket(
  { contexts, isFull }: Rules,
  open: OpenSocket,
  given: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const params = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const language = params.get('accept-language') ?? open.acceptLanguage;
  const caller = {
    authorization: params.get('authorization') as string | undefined,
    acceptLanguage: typeof language === 'string' ? language : undefined,
    ip: open.ip,
  };
  const context = await contexts.forCaller(caller);
  const { actor, locale, tokenProblem } = context;
  const refuse = (code: number, reason: string): false => {
    open.close(code, reason);
    return false;
  };
  if (tokenProblem) return refuse(CLOSE.FORBIDDEN, tokenProblem);
  if (actor.permissions.size === 0) return refuse(CLOSE.UNAUTHENTICATED, message('UNAUTHENTICATED', locale));
  if (actor.userId && isFull(actor.userId)) return refuse(CLOSE.TOO_MANY, message('TOO_MANY_SOCKETS', locale));
  Object.assign(open, { caller, context });
  return true;
}

function admitSubscription(
  { schema, documents, admit }: Rules,
  { extra, subscriptions }: Asked,
  payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
): ExecutionArgs | readonly GraphQLError[] {
  const { locale } = extra.context!;
  if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS)
    return [graphqlError('RATE_LIMITED', message('TOO_MANY_SUBSCRIPTIONS', locale, { max: MAX_SUBSCRIPTIONS }))];
  const document = documents.of(payload.query);
  if (!('kind' in document)) return document;
  const { operationName, variables = {} } = payload;
  const operation = getOperationAST(document, operationName) ?? undefined;
  const { error } = admit({ schema, document, operation, operationName, variables: variables ?? {} });
  if (error) return [error];
  if (operation!.operation !== OperationTypeNode.SUBSCRIPTION)
    return [graphqlError('BAD_USER_INPUT', message('ONLY_SUBSCRIPTIONS', locale))];
  // Each operation has a context of its own, as each request has.
  return { schema, document, operationName, variableValues: variables, contextValue: { ...extra.context! } };
}

const formatted = ({ errors, ...result }: ExecutionResult) =>
  errors ? { ...result, errors: errors.map(formattedError) } : result;

function formattedError(error: GraphQLError): GraphQLFormattedError {
  const { message: text, locations, path, extensions } = error.toJSON();
  const code = extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR';
  // An error that ends the events comes wrapped, without a place in the document.
  const cause = path ? error : (error.originalError ?? error);
  const known = { message: text, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
  return formatError(known, cause);
}
