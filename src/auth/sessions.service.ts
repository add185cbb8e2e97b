import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { memberActor, type Actor, type Role } from '../common/access.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import { judge, type Presented, type Verdict } from './refresh-rules.js';
import { Tokens } from './tokens.js';

/** What a session needs to know of its account. */
export interface Account {
  readonly id: string;
  readonly role: Role;
  readonly satkerId: string | null;
  readonly isDemo: boolean;
  readonly sessionEpoch: number;
}

/** Columns of `users` that make an Account. */
export const ACCOUNT_COLUMNS = `users.id, users.role, users.satker_id as "satkerId", users.is_demo as "isDemo",
  users.session_epoch as "sessionEpoch"`;

interface RefreshToken {
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

/** Somebody who is signed in. */
export interface Session extends RefreshToken {
  readonly actor: Actor;
  readonly userId: string;
  readonly accessToken: string;
  readonly expiresAt: Date;
}

interface Found extends Account, Presented {
  readonly familyId: string;
  readonly replacedBy: string | null;
}

/** Why there is no session: sign in again, or come back in a second. */
export type Refusal = 'REFRESH_INVALID' | 'REFRESH_UNDER_WAY';

const SWEEP_EVERY_MS = 60_000;

/** Sessions that renew themselves: each refresh token is good once, and one that comes twice ends its family. */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('Sessions');
  private sweptAt = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly tokens: Tokens,
  ) {}

  /** A new session of somebody who has proven to be the owner of the account. */
  async start(account: Account): Promise<Session> {
    await this.sweep();
    return this.session(account, await this.add(this.dataSource.manager, account, randomUUID()));
  }

  /** The session goes on with new tokens. */
  async refresh(token: string): Promise<Session | Refusal> {
    // What is decided is kept, above all that a family is revoked: so nothing in here throws.
    const outcome = await this.dataSource.transaction((tx) => this.turn(tx, hashOf(token)));
    return typeof outcome === 'string' ? outcome : this.session(outcome.account, outcome.next);
  }

  /** Ends the session that a token is of, whichever of its tokens it is. Of an unknown one there is nothing to end. */
  async end(token: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const familyId = await lockFamily(tx, hashOf(token));
      if (familyId) await revoke(tx, familyId);
    });
  }

  private async session(account: Account, next: RefreshToken): Promise<Session> {
    const { id: userId, role, satkerId, isDemo, sessionEpoch } = account;
    const token = await this.tokens.issue({ userId, role, satkerId, isDemo, sessionEpoch });
    return { actor: memberActor(role, userId, satkerId), userId, ...token, ...next };
  }

  private async turn(tx: EntityManager, hash: string): Promise<{ account: Account; next: RefreshToken } | Refusal> {
    if (!(await lockFamily(tx, hash))) return 'REFRESH_INVALID';
    const [found] = await tx.query<Found[]>(FIND, [hash, this.config.demo]);
    if (!found) return 'REFRESH_INVALID'; // swept a moment ago
    const verdict = judge(found);
    if (verdict === 'REVOKE') await this.revokeCopied(tx, found);
    if (verdict === 'WAIT') return 'REFRESH_UNDER_WAY';
    if (verdict === 'REFUSE' || verdict === 'REVOKE') return 'REFRESH_INVALID';
    return { account: found, next: await this.replace(tx, hash, found, verdict) };
  }

  private async replace(tx: EntityManager, hash: string, found: Found, verdict: Verdict): Promise<RefreshToken> {
    // Whoever has the lost successor after all shows that there are two of them.
    if (verdict === 'REPLACE')
      await tx.query('update refresh_tokens set revoked_at = now() where hash = $1', [found.replacedBy]);
    const next = await this.add(tx, found, found.familyId);
    await tx.query(
      'update refresh_tokens set used_at = coalesce(used_at, clock_timestamp()), replaced_by = $2 where hash = $1',
      [hash, hashOf(next.refreshToken)],
    );
    return next;
  }

  private async revokeCopied(tx: EntityManager, { id, familyId }: Found): Promise<void> {
    if (await revoke(tx, familyId))
      this.logger.warn(`A refresh token of account ${id} was used twice: somebody has a copy. Its session was ended.`);
  }

  private async add(tx: EntityManager, account: Account, familyId: string): Promise<RefreshToken> {
    const refreshToken = randomBytes(32).toString('base64url');
    const [{ refreshExpiresAt }] = await tx.query<[{ refreshExpiresAt: Date }]>(
      `insert into refresh_tokens (hash, family_id, user_id, session_epoch, expires_at)
       values ($1, $2, $3, $4, now() + make_interval(days => $5::int)) returning expires_at as "refreshExpiresAt"`,
      [hashOf(refreshToken), familyId, account.id, account.sessionEpoch, this.config.refreshDays],
    );
    return { refreshToken, refreshExpiresAt };
  }

  /** Rows that are just being used are left for the next time: waiting for them could deadlock. */
  private async sweep(): Promise<void> {
    if (performance.now() - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = performance.now();
    await this.dataSource.query(
      `delete from refresh_tokens
       where hash in (select hash from refresh_tokens where expires_at <= now() for update skip locked)`,
    );
  }
}

/** A token is 256 random bits, so a fast hash is as good as a slow one. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The family of a token, which then is this transaction's alone: else a family could be revoked while a successor that
 * the revoking statement does not see yet is being added.
 */
async function lockFamily(tx: EntityManager, hash: string): Promise<string | null> {
  const [found] = await tx.query<{ familyId: string }[]>(
    `select family_id as "familyId", pg_advisory_xact_lock(hashtextextended(family_id::text, 0))
     from refresh_tokens where hash = $1`,
    [hash],
  );
  return found?.familyId ?? null;
}

/** Whether there was anything left to revoke. */
async function revoke(tx: EntityManager, familyId: string): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    'update refresh_tokens set revoked_at = now() where family_id = $1 and revoked_at is null',
    [familyId],
  );
  return count > 0;
}

const FIND = `
  select ${ACCOUNT_COLUMNS}, own.family_id as "familyId", own.replaced_by as "replacedBy",
    own.expires_at <= now() as "isExpired", own.revoked_at is not null as "isRevoked",
    users.is_active and users.session_epoch = own.session_epoch and (not users.is_demo or $2) as "isOpen",
    extract(epoch from now() - own.used_at)::float8 as "secondsSinceUse", next.used_at is not null as "isSuccessorUsed"
  from refresh_tokens own join users on users.id = own.user_id
  left join refresh_tokens next on next.hash = own.replaced_by
  where own.hash = $1`;
