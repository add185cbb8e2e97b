import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { Role } from '../common/access.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import type { Claims } from './claims.js';
import { TokenMemory } from './token-memory.js';

const ALGORITHM = 'HS256';
const ISSUER = 'rakornas';
const AUDIENCE = 'rakornas-api';
export const CLOCK_TOLERANCE_SECONDS = 5;
/** Ours have about 250 characters. */
const MAX_TOKEN_LENGTH = 1000;

/** Signs and checks the access tokens. Nothing about them is stored: they end by themselves. */
@Injectable()
export class Tokens {
  /** In the demo a secret of this process will do: a restart signs everybody out. */
  private readonly secret: Uint8Array;
  private readonly lifetimeMs: number;
  private readonly remembered = new TokenMemory();

  constructor(@Inject(CONFIG) config: Config) {
    this.secret = config.tokenSecret ? new TextEncoder().encode(config.tokenSecret) : randomBytes(32);
    this.lifetimeMs = config.tokenMinutes * 60_000;
  }

  async issue(claims: Claims): Promise<{ accessToken: string; expiresAt: Date }> {
    const { userId, role, satkerId, isDemo, sessionEpoch } = claims;
    const issuedAt = Math.floor(Date.now() / 1000) * 1000;
    const expiresAt = new Date(issuedAt + this.lifetimeMs);
    const accessToken = await new SignJWT({ role, satker: satkerId, demo: isDemo, epoch: sessionEpoch })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(new Date(issuedAt))
      .setExpirationTime(expiresAt)
      .sign(this.secret);
    return { accessToken, expiresAt };
  }

  /** The claims of a token of ours that is still good, or null. Never throws. */
  async verify(token: string): Promise<Claims | null> {
    const known = this.remembered.find(token);
    if (known || token.length > MAX_TOKEN_LENGTH) return known;
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const claims = claimsOf(payload);
      if (claims) this.remembered.keep(token, claims, payload.exp! * 1000);
      return claims;
    } catch {
      return null; // jose only throws about the token: its form, its signature, its claims
    }
  }
}

const isKey = (value: unknown): value is string => typeof value === 'string' && /^[1-9]\d{0,18}$/.test(value);

/** A token signed by an earlier version of the product may say less than today's. */
function claimsOf({ sub, role: named, satker, demo, epoch }: JWTPayload): Claims | null {
  const role = Object.values(Role).find((known) => known === named);
  if (!isKey(sub) || !role) return null;
  if (satker !== null && !isKey(satker)) return null;
  if (typeof demo !== 'boolean' || !Number.isInteger(epoch)) return null;
  return { userId: sub, role, satkerId: satker, isDemo: demo, sessionEpoch: epoch as number };
}
