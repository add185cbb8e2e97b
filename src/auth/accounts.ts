import type { DataSource, EntityManager } from 'typeorm';
import { AuditEntry, type FieldChange } from '../audit/audit-entry.entity.js';
import type { Role } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { Satker } from '../satker/satker.entity.js';
import { SatkerService } from '../satker/satker.service.js';
import { hashPassword, MAX_PASSWORD, MIN_PASSWORD } from './passwords.js';
import { UNIT_ROLES, User, usernameOf } from './user.entity.js';

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

/** Creates an account or changes it, and writes that into the history. */
export async function saveAccount(dataSource: DataSource, wanted: WantedAccount): Promise<SavedAccount> {
  const username = usernameOf(wanted.username);
  if (!username)
    throw new AccountError(
      'A username has 3 to 64 letters and digits, with single dots, hyphens or underscores between.',
    );
  const passwordHash = wanted.password === undefined ? undefined : await hashPassword(acceptable(wanted.password));
  return dataSource.transaction(async (tx) => {
    const [known] = await tx.find(User, { where: { username }, relations: { satker: true } });
    if (known?.isDemo) throw new AccountError(`"${username}" is an account of the demo; choose another username.`);
    if (!known && !passwordHash) throw new AccountError(`There is no account "${username}" yet: it needs a password.`);
    const state = await stateOf(tx, username, wanted, known);
    const changes = differences(known, state, passwordHash !== undefined);
    if (changes.length > 0) {
      const id = await write(tx, known, { username, ...state, ...(passwordHash && { passwordHash }) });
      await record(tx, known ? 'updateUser' : 'createUser', id, changes);
    }
    return { username, isNew: !known, changed: changes.map(({ field }) => field) };
  });
}

function acceptable(password: string): string {
  if (password.length >= MIN_PASSWORD && password.length <= MAX_PASSWORD) return password;
  throw new AccountError(`A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`);
}

async function stateOf(tx: EntityManager, username: string, wanted: WantedAccount, known?: User): Promise<State> {
  const role = wanted.role ?? known?.role;
  if (!role) throw new AccountError(`There is no account "${username}" yet: it needs a role.`);
  const forUnit = UNIT_ROLES.includes(role);
  if (wanted.satker && !forUnit) throw new AccountError(`Only ${UNIT_ROLES.join(' and ')} act for a work unit.`);
  const satker = wanted.satker ? await unit(tx, wanted.satker) : (known?.satker ?? null);
  if (forUnit && !satker) throw new AccountError(`A ${role} acts for a work unit: give its code, such as 73.71.`);
  return {
    displayName: wanted.displayName ?? known?.displayName ?? username,
    role,
    satker: forUnit ? satker : null,
    isActive: wanted.isActive ?? known?.isActive ?? true,
  };
}

async function unit(tx: EntityManager, key: string): Promise<Satker> {
  try {
    return await new SatkerService().get(tx, key, 'satker');
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    throw new AccountError(
      error
        .toUserErrors('en')
        .map(({ message }) => message)
        .join(' '),
    );
  }
}

/** A new password is named in the history, never shown. */
function differences(known: State | undefined, state: State, isPasswordNew: boolean): FieldChange[] {
  const changes = (Object.keys(state) as (keyof State)[]).map((field) => ({
    field,
    before: known ? worded(known[field]) : null,
    after: worded(state[field]),
  }));
  const changed: FieldChange[] = changes.filter(({ before, after }) => before !== after);
  return isPasswordNew ? [...changed, { field: 'password', before: known ? '•••' : null, after: '•••' }] : changed;
}

const worded = (value: State[keyof State]): string | null =>
  value === null ? null : typeof value === 'object' ? value.code : String(value);

async function write(tx: EntityManager, known: User | undefined, values: Partial<User>): Promise<string> {
  if (!known) return (await tx.save(User, tx.create(User, values))).id;
  await tx.update(User, known.id, { ...values, version: known.version + 1 });
  return known.id;
}

async function record(tx: EntityManager, action: string, subjectId: string, changes: FieldChange[]): Promise<void> {
  await tx.insert(AuditEntry, { actor: 'system', action, subjectType: User.name, subjectId, changes });
}
