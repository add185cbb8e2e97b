import { Inject, Injectable, Logger } from '@nestjs/common';
import { decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import type { Claims } from './claims.js';
import { OpenIdAccounts } from './openid-accounts.js';
import { ProviderKeys } from './provider-keys.js';
import { TokenMemory } from './token-memory.js';
import { CLOCK_TOLERANCE_SECONDS } from './tokens.js';

/** Those of providers carry names, groups and certificates; more than this fits no header anyway. */
const MAX_TOKEN_LENGTH = 12_000;
const MAX_SUBJECT = 255;

/** Checks the tokens of the OpenID provider that the deployment trusts, if any. What they may do is in our own table. */
@Injectable()
export class OpenIdTokens {
  private readonly logger = new Logger('OpenID');
  private readonly remembered = new TokenMemory();
  private readonly keys: ProviderKeys | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: OpenIdAccounts,
  ) {
    this.keys = config.oidcIssuer ? new ProviderKeys(config.oidcIssuer) : null;
  }

  /** What our account says of the owner of a good token, or null. Never throws. */
  async verify(token: string): Promise<Claims | null> {
    if (!this.keys) return null;
    const payload = await this.payloadOf(token, this.keys);
    if (!payload?.sub || payload.sub.length > MAX_SUBJECT) return null;
    const claims = await this.claimsOf(payload.sub, payload[this.config.oidcUsernameClaim!]);
    if (claims) this.remembered.keep(token, claims, this.endOf(payload));
    return claims;
  }

  /** What `verify` said of the token before, while that still counts. */
  recall(token: string): Claims | null {
    return this.remembered.find(token);
  }

  /** The account of a remembered token is read anew when it comes again. */
  forget(token: string): void {
    this.remembered.forget(token);
  }

  private async payloadOf(token: string, keys: ProviderKeys): Promise<JWTPayload | null> {
    try {
      // Tokens of ours, and anybody's, do not make us ask the provider.
      if (token.length > MAX_TOKEN_LENGTH || decodeJwt(token).iss !== this.config.oidcIssuer) return null;
      const { payload } = await jwtVerify(token, keys.find, {
        algorithms: [this.config.oidcAlgorithm],
        issuer: this.config.oidcIssuer!,
        audience: this.config.oidcAudience!,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch {
      return null; // about the token, or its key is not to be had, which ProviderKeys has logged
    }
  }

  private async claimsOf(subject: string, username: unknown): Promise<Claims | null> {
    try {
      const account = await this.accounts.signIn(subject, username);
      if (!account) return null;
      const { id: userId, role, satkerId, isDemo, sessionEpoch } = account;
      return { userId, role, satkerId, isDemo, sessionEpoch };
    } catch (error) {
      this.logger.warn(`Cannot find whose a token is: ${(error as Error).message}`);
      return null;
    }
  }

  /** Not later than a token of ours would end: so long it is known for which accounts sessions were ended. */
  private endOf({ exp }: JWTPayload): number {
    return Math.min(exp! * 1000, Date.now() + this.config.tokenMinutes * 60_000);
  }
}
