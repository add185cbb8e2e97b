import { Injectable } from '@nestjs/common';
import type { Claims } from './claims.js';
import { EndedSessions } from './ended-sessions.js';
import { OpenIdTokens } from './openid-tokens.js';
import { Tokens } from './tokens.js';

/** Says whose a bearer token is, whoever made it. */
@Injectable()
export class Identities {
  constructor(
    private readonly tokens: Tokens,
    private readonly openId: OpenIdTokens,
    private readonly ended: EndedSessions,
  ) {}

  /** Null for a token that is not good, or no longer. Never throws. */
  async identify(token: string): Promise<Claims | null> {
    const claims = this.openId.recall(token) ?? (await this.tokens.verify(token)) ?? (await this.openId.verify(token));
    if (!claims || !(await this.ended.include(claims))) return claims;
    // A provider's token outlives what was decided here, so its account is looked at again; one of ours is over.
    this.openId.forget(token);
    return this.openId.verify(token);
  }
}
