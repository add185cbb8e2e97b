import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { acceptablePassword } from './account-rules.js';
import type { ChangePasswordInput } from './auth.inputs.js';
import { EndedSessions, endSessions } from './ended-sessions.js';
import { LoginAttempts } from './login-attempts.js';
import { PasswordTurns } from './password-turns.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { ACCOUNT_COLUMNS, Sessions, type Account, type Session } from './sessions.service.js';
import { User } from '../users/user.entity.js';

/** How people change their own passwords. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly turns: PasswordTurns,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly ended: EndedSessions,
  ) {}

  /** Ends all sessions of the account, wherever they are, and starts the one that goes on here. */
  async change(actor: Actor, { currentPassword, newPassword }: ChangePasswordInput, ip: string): Promise<Session> {
    const { id, username, passwordHash } = await this.account(actor);
    acceptablePassword(newPassword, username, 'newPassword');
    if (newPassword === currentPassword) throw Rejected.because('SAME_PASSWORD', 'newPassword');
    const newHash = await this.turns.take(async () => {
      // Counted as signing in is: who found an open session must not guess the password with it.
      const attempt = await this.attempts.begin(username, ip);
      if (!(await verifyPassword(passwordHash, currentPassword)))
        throw Rejected.because('PASSWORD_WRONG', 'currentPassword');
      await this.attempts.succeeded(attempt);
      return hashPassword(newPassword);
    });
    await this.dataSource.transaction(async (tx) => {
      const patch = () => ({ passwordHash: newHash });
      await this.changes.alter(tx, { actor, action: 'changePassword', entity: User, id, patch });
      await endSessions(tx, id);
    });
    this.ended.lookAgain();
    return this.sessions.start(await this.account(actor));
  }

  private async account({ userId }: Actor): Promise<Account & { username: string; passwordHash: string }> {
    const [account] = await this.dataSource.query<(Account & { username: string; passwordHash: string })[]>(
      `select ${ACCOUNT_COLUMNS}, username, password_hash as "passwordHash" from users where id = $1`,
      [userId],
    );
    return account;
  }
}
