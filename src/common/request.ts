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
