import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import { Role, type Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { gather } from '../common/write/gather.js';
import { keyOf } from '../common/write/references.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import { SatkerService } from '../satker/satker.service.js';
import { acceptablePassword, acceptableUsername, generatedPassword, unitFor } from './account-rules.js';
import { EndedSessions, endSessions } from './ended-sessions.js';
import { PasswordTurns } from './password-turns.js';
import { hashPassword } from './passwords.js';
import type { CreateUserInput, ResetPasswordInput, UpdateUserInput } from './user.inputs.js';
import { User } from '../users/user.entity.js';

/** What a change of an account takes away, when it is one of these. */
type Loss = 'role' | 'isActive';

/** How administrators make and change accounts. Nobody's account is ever deleted: the history speaks of it. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly changes: Changes,
    private readonly satkers: SatkerService,
    private readonly turns: PasswordTurns,
    private readonly ended: EndedSessions,
  ) {}

  /** A password that nobody chose comes back once. A repetition of the request has none to give: it is not kept. */
  async create(actor: Actor, given: CreateUserInput): Promise<{ user: User; initialPassword: string | null }> {
    // Without the password: what is remembered of a request is a fast hash, which would be worth guessing at.
    const { password, ...input } = given;
    const { clientMutationId: _, satker, ...values } = input;
    const chosen = password ?? generatedPassword();
    const passwordHash = await this.turns.take(() => hashPassword(chosen));
    let isNew = false;
    const make = async (tx: EntityManager) => {
      isNew = true;
      const checked = await gather({
        username: () => acceptableUsername(values.username),
        satker: () => unitFor(tx, this.satkers, values.role, satker),
        password: () => acceptablePassword(chosen, values.username, 'password'),
      });
      return { ...values, username: checked.username, satker: checked.satker, passwordHash };
    };
    const user = await this.changes.create({ actor, action: 'createUser', entity: User, input, make });
    return { user, initialPassword: isNew && password == null ? chosen : null };
  }

  async update(actor: Actor, input: UpdateUserInput): Promise<User> {
    const { id, expectedVersion, reason, satker, ...values } = input;
    let isOver = false;
    const user = await this.changes.edit({
      actor,
      action: 'updateUser',
      entity: User,
      id: keyOf(User, id, 'id'),
      expectedVersion,
      reason,
      patch: async (tx, { id: key }) => {
        const known = await tx.findOneOrFail(User, { where: { id: key }, relations: { satker: true } });
        await this.refuseLoss(tx, actor, known, values);
        const unit = await unitFor(tx, this.satkers, values.role ?? known.role, satker, known.satker);
        isOver = endsSessions(known, { ...values, satkerId: unit?.id ?? null });
        return { ...values, satker: unit };
      },
      afterwards: async (tx, { id: key }) => {
        if (isOver) await endSessions(tx, key);
      },
    });
    if (isOver) this.ended.lookAgain();
    return user;
  }

  /** A new password for somebody who has lost theirs, or whose account was in wrong hands. */
  async resetPassword(actor: Actor, input: ResetPasswordInput): Promise<{ user: User; newPassword: string }> {
    const { id, expectedVersion, reason } = input;
    const key = keyOf(User, id, 'id');
    // Whoever finds an administrator's screen unlocked must not take the account over: the own password takes the old one.
    if (key === actor.userId) throw Rejected.because('OWN_ACCOUNT', 'id');
    const newPassword = generatedPassword();
    const passwordHash = await this.turns.take(() => hashPassword(newPassword));
    const user = await this.changes.edit({
      actor,
      action: 'resetPassword',
      entity: User,
      id: key,
      expectedVersion,
      reason,
      patch: () => ({ passwordHash }),
      afterwards: (tx) => endSessions(tx, key),
    });
    this.ended.lookAgain();
    return { user, newPassword };
  }

  /** Somebody has to be able to manage accounts tomorrow. */
  private async refuseLoss(tx: EntityManager, actor: Actor, known: User, values: UpdateUserInputValues): Promise<void> {
    const losses: Loss[] = [];
    if (values.role && values.role !== known.role) losses.push('role');
    if (values.isActive === false && known.isActive) losses.push('isActive');
    const [field] = losses;
    if (!field) return;
    if (known.id === actor.userId) throw Rejected.because('OWN_ACCOUNT', field);
    if (known.role !== Role.ADMIN || !known.isActive) return;
    if (!(await this.hasOtherAdmin(tx, known.id))) throw Rejected.because('LAST_ADMIN', field);
  }

  /** Two administrators who close each other's accounts at once take turns, so that the second is refused. */
  private async hasOtherAdmin(tx: EntityManager, id: string): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('users: last administrator', 0))`);
    const others = await tx.query<unknown[]>(
      `select 1 from users where role = 'ADMIN' and is_active and (not is_demo or $2) and id <> $1 limit 1`,
      [id, this.config.demo],
    );
    return others.length > 0;
  }
}

type UpdateUserInputValues = Pick<UpdateUserInput, 'role' | 'isActive' | 'oidcSubject'>;

/** Whether sessions of the account would go on with what it was: another role, another unit, another person, or at all. */
function endsSessions(known: User, values: UpdateUserInputValues & { satkerId: string | null }): boolean {
  const { role = known.role, isActive = known.isActive, oidcSubject = known.oidcSubject, satkerId } = values;
  const before = [known.role, known.isActive, known.oidcSubject, known.satker?.id ?? null];
  return [role, isActive, oidcSubject, satkerId].some((value, index) => value !== before[index]);
}
