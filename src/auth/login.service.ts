import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejected } from '../common/errors.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import { LoginAttempts } from './login-attempts.js';
import { PasswordTurns } from './password-turns.js';
import { verifyPassword } from './passwords.js';
import { ACCOUNT_COLUMNS, Sessions, type Account, type Session } from './sessions.service.js';
import { usernameOf } from '../users/user.entity.js';

interface LocalAccount extends Account {
  passwordHash: string;
}

@Injectable()
export class LoginService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly turns: PasswordTurns,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
  ) {}

  /** Rejects with LOGIN_FAILED, for whatever reason, or LOGIN_LIMITED. */
  async signIn(username: string, password: string, ip: string): Promise<Session> {
    // Attempts begin in turn too: begun attempts count as failed, and those that wait would count against each other.
    const account = await this.turns.take(() => this.authenticate(username, password, ip));
    await this.dataSource.query('update users set last_login_at = now() where id = $1', [account.id]);
    return this.sessions.start(account);
  }

  private async authenticate(given: string, password: string, ip: string): Promise<LocalAccount> {
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
  private async find(username: string): Promise<LocalAccount | null> {
    const [account] = await this.dataSource.query<LocalAccount[]>(
      `select ${ACCOUNT_COLUMNS}, password_hash as "passwordHash"
       from users where username = $1 and is_active and (not is_demo or $2)`,
      [username, this.config.demo],
    );
    return account ?? null;
  }
}
