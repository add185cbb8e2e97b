import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { memberActor, type Actor, type Role } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import { LoginAttempts } from './login-attempts.js';
import { verifyPassword } from './passwords.js';
import { Tokens } from './tokens.js';
import { Turns } from '../common/turns.js';
import { usernameOf } from './user.entity.js';

/** Somebody who has just signed in. */
export interface Session {
  readonly actor: Actor;
  readonly userId: string;
  readonly accessToken: string;
  readonly expiresAt: Date;
}

interface Account {
  id: string;
  role: Role;
  satkerId: string | null;
  isDemo: boolean;
  passwordHash: string;
}

/** One core stays free for readers, and one of Node's four threads for everything else that needs them. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
const MAX_WAITING = 100;

@Injectable()
export class LoginService {
  private readonly turns = new Turns(AT_ONCE, MAX_WAITING);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly attempts: LoginAttempts,
    private readonly tokens: Tokens,
  ) {}

  /** Rejects with LOGIN_FAILED, for whatever reason, or LOGIN_LIMITED. */
  async signIn(username: string, password: string, ip: string): Promise<Session> {
    if (this.turns.isFull) throw Rejected.because('LOGIN_LIMITED', null, { seconds: 10 });
    // Attempts begin in turn too: begun attempts count as failed, and those that wait would count against each other.
    const account = await this.turns.take(() => this.authenticate(username, password, ip));
    const { id: userId, role, satkerId, isDemo } = account;
    await this.dataSource.query('update users set last_login_at = now() where id = $1', [userId]);
    const token = await this.tokens.issue({ userId, role, satkerId, isDemo });
    return { actor: memberActor(role, userId, satkerId), userId, ...token };
  }

  private async authenticate(given: string, password: string, ip: string): Promise<Account> {
    const username = usernameOf(given);
    const attempt = await this.attempts.begin(username ?? given, ip);
    const account = username === null ? null : await this.find(username);
    // Also when there is no such account: the time an answer takes must not tell.
    const fits = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !fits) throw Rejected.because('LOGIN_FAILED', null);
    await this.attempts.succeeded(attempt);
    return account;
  }

  /** The account of somebody who may sign in. Those who may not are as good as unknown. */
  private async find(username: string): Promise<Account | null> {
    const [account] = await this.dataSource.query<Account[]>(
      `select id, role, satker_id as "satkerId", is_demo as "isDemo", password_hash as "passwordHash"
       from users where username = $1 and is_active and (not is_demo or $2)`,
      [username, this.config.demo],
    );
    return account ?? null;
  }
}
