import { Inject, Injectable } from '@nestjs/common';
import { anonymousActor, memberActor, type Actor } from '../common/access.js';
import { message, preferredLocale } from '../common/messages.js';
import type { RequestContext } from '../common/request.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import { Identities } from './identities.js';

/** The part of an HTTP request that says who is asking and in which language. */
interface HttpRequest {
  headers: { authorization?: string | undefined; 'accept-language'?: string | undefined };
  ip: string;
}

/** The same for any transport: a WebSocket says it in its connection parameters. */
export interface Caller {
  /** "Bearer …"; undefined: nobody in particular. */
  authorization: string | undefined;
  acceptLanguage: string | undefined;
  ip: string;
}

const NOBODY: Actor = anonymousActor([]);

/** Makes what travels with a request. Never throws: a bad token is the guard's to refuse, with a proper error. */
@Injectable()
export class RequestContextFactory {
  private readonly anonymous: Actor;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly identities: Identities,
  ) {
    // Where anybody may read, anybody may ask who they are, and learns that they are nobody.
    this.anonymous = config.publicRead ? anonymousActor(['knowledge.read', 'profile.read']) : NOBODY;
  }

  create({ headers, ip }: HttpRequest): Promise<RequestContext> {
    return this.forCaller({
      authorization: headers.authorization,
      acceptLanguage: headers['accept-language'],
      ip,
    });
  }

  async forCaller({ authorization, acceptLanguage, ip }: Caller): Promise<RequestContext> {
    const locale = preferredLocale(acceptLanguage);
    if (authorization === undefined) return { actor: this.anonymous, tokenProblem: null, locale, ip };
    const actor = await this.memberOf(authorization);
    // Somebody whose token has run out must not silently go on with what the public may see.
    return { actor: actor ?? NOBODY, tokenProblem: actor ? null : message('TOKEN_INVALID', locale), locale, ip };
  }

  private async memberOf(authorization: unknown): Promise<Actor | null> {
    // Connection parameters of a WebSocket are whatever the client sent.
    const token = typeof authorization === 'string' ? /^Bearer +([\w.-]+)$/i.exec(authorization.trim())?.[1] : null;
    const claims = token ? await this.identities.identify(token) : null;
    if (!claims || (claims.isDemo && !this.config.demo)) return null;
    return memberActor(claims.role, claims.userId, claims.satkerId);
  }
}
