import type { DataSource, EntityManager } from 'typeorm';
import { AuditEntry, type FieldChange } from '../audit/audit-entry.entity.js';
import { change, secretChange } from '../audit/field-changes.js';
import type { Role } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { SatkerService } from '../satker/satker.service.js';
import { acceptablePassword, acceptableUsername, unitFor } from './account-rules.js';
import { endSessions } from './ended-sessions.js';
import { hashPassword } from './passwords.js';
import { User } from '../users/user.entity.js';

/** What an account shall be; what is left out stays as it is. */
export interface WantedAccount {
  username: string;
  role?: Role;
  /** Code or name. */
  satker?: string;
  displayName?: string;
  password?: string;
  isActive?: boolean;
}

export interface SavedAccount {
  username: string;
  isNew: boolean;
  /** Names of the fields that are different now. */
  changed: string[];
}

/** The account cannot be made so; the message is one sentence for the terminal. */
export class AccountError extends Error {}

type State = Pick<User, 'displayName' | 'role' | 'satker' | 'isActive'>;

/**
 * Creates an account or changes it, and writes that into the history. It is for whoever owns the database, so it may also
 * close the last administrator's account.
 */
export async function saveAccount(dataSource: DataSource, wanted: WantedAccount): Promise<SavedAccount> {
  try {
    const username = acceptableUsername(wanted.username);
    const { password } = wanted;
    const passwordHash =
      password === undefined ? undefined : await hashPassword(acceptablePassword(password, username, 'password'));
    return await dataSource.transaction((tx) => save(tx, username, wanted, passwordHash));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const sentences = error.toUserErrors('en').map(({ message }) => message);
    throw new AccountError(sentences.join(' '));
  }
}

async function save(
  tx: EntityManager,
  username: string,
  wanted: WantedAccount,
  passwordHash: string | undefined,
): Promise<SavedAccount> {
  const [known] = await tx.find(User, { where: { username }, relations: { satker: true } });
  if (known?.isDemo) throw new AccountError(`"${username}" is an account of the demo; choose another username.`);
  if (!known && !passwordHash) throw new AccountError(`There is no account "${username}" yet: it needs a password.`);
  const state = await stateOf(tx, username, wanted, known);
  const changes = differences(known, state, passwordHash !== undefined);
  if (changes.length > 0) {
    const id = await write(tx, known, { username, ...state, ...(passwordHash && { passwordHash }) });
    await record(tx, known ? 'updateUser' : 'createUser', id, changes);
    if (changes.some(({ field }) => field !== 'displayName')) await endSessions(tx, id);
  }
  return { username, isNew: !known, changed: changes.map(({ field }) => field) };
}

async function stateOf(tx: EntityManager, username: string, wanted: WantedAccount, known?: User): Promise<State> {
  const role = wanted.role ?? known?.role;
  if (!role) throw new AccountError(`There is no account "${username}" yet: it needs a role.`);
  return {
    displayName: wanted.displayName ?? known?.displayName ?? username,
    role,
    satker: await unitFor(tx, new SatkerService(), role, wanted.satker, known?.satker),
    isActive: wanted.isActive ?? known?.isActive ?? true,
  };
}

/** A new password is named in the history, never shown. */
function differences(known: State | undefined, state: State, isPasswordNew: boolean): FieldChange[] {
  const fields = Object.keys(state) as (keyof State)[];
  const changed = fields
    .map((field) => change(field, known?.[field], state[field]))
    .filter(({ before, after }) => before !== after);
  return isPasswordNew ? [...changed, secretChange('passwordHash')] : changed;
}

async function write(tx: EntityManager, known: User | undefined, values: Partial<User>): Promise<string> {
  if (!known) return (await tx.save(User, tx.create(User, values))).id;
  await tx.update(User, known.id, { ...values, version: known.version + 1 });
  return known.id;
}

async function record(tx: EntityManager, action: string, subjectId: string, changes: FieldChange[]): Promise<void> {
  await tx.insert(AuditEntry, { actor: 'system', action, subjectType: User.name, subjectId, changes });
}
