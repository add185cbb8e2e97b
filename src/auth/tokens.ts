import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { Role } from '../common/access.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';

/** What a token says about its owner; ids are decimal strings of the primary keys. */
export interface Claims {
  readonly userId: string;
  readonly role: Role;
  readonly satkerId: string | null;
  readonly isDemo: boolean;
}

const ALGORITHM = 'HS256';
const ISSUER = 'rakornas';
const AUDIENCE = 'rakornas-api';
const CLOCK_TOLERANCE_SECONDS = 5;
/** Ours have about 240 characters. */
const MAX_TOKEN_LENGTH = 1000;
const MAX_REMEMBERED = 1000;

interface Remembered {
  claims: Claims;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Signs and checks the access tokens. Nothing about them is stored: they end by themselves. */
@Injectable()
export class Tokens {
  /** In the demo a secret of this process will do: a restart signs everybody out. */
  private readonly secret: Uint8Array;
  private readonly lifetimeMs: number;
  /**
   * Good tokens until they expire, oldest first. Checking a signature goes through the thread pool and takes some
   * 150 µs, a good part of a small query; finding the token here takes 1.5 µs. Only good tokens get in.
   */
  private readonly remembered = new Map<string, Remembered>();

  constructor(@Inject(CONFIG) config: Config) {
    this.secret = config.tokenSecret ? new TextEncoder().encode(config.tokenSecret) : randomBytes(32);
    this.lifetimeMs = config.tokenMinutes * 60_000;
  }

  async issue({ userId, role, satkerId, isDemo }: Claims): Promise<{ accessToken: string; expiresAt: Date }> {
    const issuedAt = Math.floor(Date.now() / 1000) * 1000;
    const expiresAt = new Date(issuedAt + this.lifetimeMs);
    const accessToken = await new SignJWT({ role, satker: satkerId, demo: isDemo })
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
    const known = this.remembered.get(token);
    if (known && known.expiresAt > Date.now()) return known.claims;
    if (known) this.remembered.delete(token);
    if (token.length > MAX_TOKEN_LENGTH) return null;
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const claims = claimsOf(payload);
      if (claims) this.remember(token, { claims, expiresAt: payload.exp! * 1000 });
      return claims;
    } catch {
      return null; // jose only throws about the token: its form, its signature, its claims
    }
  }

  private remember(token: string, entry: Remembered): void {
    if (entry.expiresAt <= Date.now()) return;
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
    this.remembered.set(token, entry);
  }
}

const isKey = (value: unknown): value is string => typeof value === 'string' && /^[1-9]\d{0,18}$/.test(value);

/** A token signed by an earlier version of the product may say less than today's. */
function claimsOf({ sub, role: named, satker, demo }: JWTPayload): Claims | null {
  const role = Object.values(Role).find((known) => known === named);
  if (!isKey(sub) || !role) return null;
  if (satker !== null && !isKey(satker)) return null;
  if (typeof demo !== 'boolean') return null;
  return { userId: sub, role, satkerId: satker, isDemo: demo };
}
