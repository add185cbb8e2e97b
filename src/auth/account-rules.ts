import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Role } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { Satker } from '../satker/satker.entity.js';
import type { SatkerService } from '../satker/satker.service.js';
import { MAX_PASSWORD, MIN_PASSWORD } from './passwords.js';
import { UNIT_ROLES, usernameOf } from '../users/user.entity.js';

/*
 * What every account has to fulfil, whether it is made over the API or from a terminal. Each rule returns the value as it
 * is kept, or rejects naming the input field.
 */

export function acceptableUsername(given: string): string {
  const username = usernameOf(given);
  if (!username) throw Rejected.because('BAD_USERNAME', 'username');
  return username;
}

export function acceptablePassword(password: string, username: string, field: string): string {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD)
    throw Rejected.because('BAD_PASSWORD', field, { min: MIN_PASSWORD, max: MAX_PASSWORD });
  if (usernameOf(password) === usernameOf(username)) throw Rejected.because('PASSWORD_IS_USERNAME', field);
  return password;
}

/**
 * The unit an account of this role acts for, or null where the role acts for none. `given` is a code or a name; left out,
 * the unit the account has stays, as far as its role has use for one.
 */
export async function unitFor(
  tx: EntityManager,
  satkers: SatkerService,
  role: Role,
  given: string | null | undefined,
  known: Satker | null = null,
): Promise<Satker | null> {
  const isUnitRole = UNIT_ROLES.includes(role);
  if (given && !isUnitRole) throw Rejected.because('SATKER_NOT_FOR_ROLE', 'satker');
  if (!isUnitRole) return null;
  const unit = given === undefined ? known : given && (await satkers.get(tx, given, 'satker'));
  if (!unit) throw Rejected.because('SATKER_NEEDED', 'satker', { role });
  return unit;
}

/** Without what looks alike on paper: such a password is read out over the telephone. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Some 99 random bits: "k7mqz-…", four groups of five. */
export function generatedPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
