import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Actor } from './access.js';
import type { Locale } from './messages.js';

/** What belongs to one request and travels in the GraphQL context: nothing here is a provider. */
export interface RequestContext {
  actor: Actor;
  /** Set when a token was sent and is not good; the guard says why instead of treating the caller as anonymous. */
  tokenProblem: string | null;
  locale: Locale;
  /** Address of the caller, for limits on signing in. */
  ip: string;
}

/** Requests of plain HTTP have no context to travel in; the guard leaves theirs here. */
const OF_HTTP = new WeakMap<object, RequestContext>();

export function keepContext(request: object, context: RequestContext): void {
  OF_HTTP.set(request, context);
}

/** The context of an operation, or of a request of plain HTTP that passed the guard. */
export function contextOf(execution: ExecutionContext): RequestContext {
  return execution.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(execution).getContext<RequestContext>()
    : OF_HTTP.get(execution.switchToHttp().getRequest<object>())!;
}

/** As `contextOf`, where it may be that the request did not get as far as the guard. */
export const contextOfHttp = (request: object): RequestContext | undefined => OF_HTTP.get(request);
