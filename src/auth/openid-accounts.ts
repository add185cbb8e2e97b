import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { ACCOUNT_COLUMNS, type Account } from './sessions.service.js';
import { User, usernameOf } from '../users/user.entity.js';

/** Which of our accounts somebody is whom an OpenID provider vouches for. Demonstration accounts are nobody's. */
@Injectable()
export class OpenIdAccounts {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The active account with this subject. When there is none with it, the account that has the username and no subject
   * yet is bound to this one: from then on the name does not matter, which providers let people change.
   */
  async signIn(subject: string, username: unknown): Promise<Account | null> {
    const known = await this.bySubject(subject);
    const name = typeof username === 'string' ? usernameOf(username) : null;
    if (known || !name) return known;
    // Somebody else's request may have bound it a moment ago.
    return (await this.bind(subject, name)) ?? this.bySubject(subject);
  }

  private async bySubject(subject: string): Promise<Account | null> {
    const [[account]] = await this.dataSource.query<[Account[], number]>(
      `update users set last_login_at = now() where oidc_subject = $1 and is_active and not is_demo
       returning ${ACCOUNT_COLUMNS}`,
      [subject],
    );
    return account ?? null;
  }

  private bind(subject: string, username: string): Promise<Account | null> {
    return this.dataSource.transaction(async (tx) => {
      const [[account]] = await tx.query<[Account[], number]>(BIND, [subject, username]);
      if (account) await record(tx, account.id, subject);
      return account ?? null;
    });
  }
}

/** An account that has the subject may be closed, and must not be replaced by another. */
const BIND = `
  update users set oidc_subject = $1, version = version + 1, updated_at = now(), last_login_at = now()
  where username = $2 and oidc_subject is null and is_active and not is_demo
    and not exists (select 1 from users other where other.oidc_subject = $1)
  returning ${ACCOUNT_COLUMNS}`;

async function record(tx: EntityManager, subjectId: string, subject: string): Promise<void> {
  await tx.insert(AuditEntry, {
    actor: 'system',
    action: 'bindOidcSubject',
    subjectType: User.name,
    subjectId,
    changes: [{ field: 'oidcSubject', before: null, after: subject }],
  });
}
