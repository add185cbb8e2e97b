import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What accounts with a real owner need; the demo's password is the deployment's own affair. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

/** A well-formed hash that no known password has. To compare with it costs what any comparison costs. */
const NOBODYS_HASH = [
  '$argon2id$v=19',
  `m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}`,
  'A'.repeat(22),
  'A'.repeat(43),
].join('$');

/** The same password typed on another keyboard may arrive as other code points. */
const normalised = (password: string): string => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), COST);
}

/** Whether the password fits. Without a hash (no such account) it is never true, and takes just as long. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  const fits = await verify(hashed ?? NOBODYS_HASH, normalised(password));
  return hashed !== null && fits;
}
