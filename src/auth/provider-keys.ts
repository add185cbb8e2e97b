import { Logger } from '@nestjs/common';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { isSafeAddress } from '../config.js';

/** For the two requests of one look together. */
const TIMEOUT_MS = 5000;
/** Whoever sends tokens with made-up keys, or while the provider is away, does not make us ask each time. */
const COOL_DOWN_MS = 30_000;
const FRESH_MS = 10 * 60_000;
/** A provider that is away for longer may have withdrawn a key meanwhile. */
const KEPT_MS = 60 * 60_000;

/** The public keys of an OpenID provider, found by discovery and kept in memory. */
export class ProviderKeys {
  private readonly logger = new Logger('OpenID');
  private keys: JWTVerifyGetKey | null = null;
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private fetching: Promise<void> = Promise.resolve();

  /** `now` are milliseconds of a clock that nobody sets. */
  constructor(
    private readonly issuer: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The key a token says it was signed with. Rejects, after some seconds at most, when there is none. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.age(this.fetchedAt) > FRESH_MS) await this.fetch();
    try {
      return await this.known(header, token);
    } catch (error) {
      // Providers change their keys from time to time.
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.fetch();
      return this.known(header, token);
    }
  };

  private readonly known: JWTVerifyGetKey = (header, token) => {
    if (!this.keys || this.age(this.fetchedAt) > KEPT_MS) throw new errors.JWKSInvalid('the keys are not known');
    return this.keys(header, token);
  };

  /** Asks the provider, unless that was done just now; requests that come meanwhile wait for the same answer. */
  private fetch(): Promise<void> {
    if (this.age(this.triedAt) < COOL_DOWN_MS) return this.fetching;
    this.triedAt = this.now();
    this.fetching = this.load().catch((error: Error) => {
      // What fetch throws says nothing; its cause does.
      const { message } = (error.cause ?? error) as Error;
      this.logger.warn(`The keys of ${this.issuer} cannot be read, its tokens are refused: ${message}`);
    });
    return this.fetching;
  }

  private async load(): Promise<void> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { issuer, jwks_uri: address } = await json(
      `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      signal,
    );
    if (issuer !== this.issuer) throw new Error(`its discovery is for another issuer, ${String(issuer)}`);
    if (typeof address !== 'string' || !isSafeAddress(address)) throw new Error('its jwks_uri is no https address');
    this.keys = createLocalJWKSet((await json(address, signal)) as unknown as JSONWebKeySet);
    this.fetchedAt = this.now();
  }

  private age(instant: number): number {
    return this.now() - instant;
  }
}

async function json(address: string, signal: AbortSignal): Promise<Record<string, unknown>> {
  const response = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const body = (await response.json()) as Record<string, unknown> | null;
  if (typeof body !== 'object' || !body) throw new Error(`${address} answers no object`);
  return body;
}
