import type { DataSource } from 'typeorm';
import { Role } from '../common/access.js';
import { hashPassword, verifyPassword } from './passwords.js';

interface DemoAccount {
  username: string;
  name: string;
  role: Role;
  satker?: string;
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'viewer', name: 'Pembaca', role: Role.VIEWER },
  { username: 'analis', name: 'Analis Pusat', role: Role.ANALYST },
  { username: 'admin', name: 'Administrator', role: Role.ADMIN },
  { username: 'auditor', name: 'Auditor', role: Role.AUDITOR },
  { username: 'reviewer.73', name: 'Pemeriksa Sulawesi Selatan', role: Role.REVIEWER, satker: '73' },
  { username: 'kontributor.7371', name: 'Kontributor Kota Makassar', role: Role.CONTRIBUTOR, satker: '73.71' },
  { username: 'kontributor.7306', name: 'Kontributor Kabupaten Gowa', role: Role.CONTRIBUTOR, satker: '73.06' },
  { username: 'reviewer.51', name: 'Pemeriksa Bali', role: Role.REVIEWER, satker: '51' },
  { username: 'kontributor.5107', name: 'Kontributor Kabupaten Karangasem', role: Role.CONTRIBUTOR, satker: '51.07' },
];

/**
 * Makes the accounts of the demo what the list says, all with the same password. An account that is not the demo's own
 * is never touched: then it throws one sentence. Costs one comparison of a password when nothing has changed, and one
 * hash more when the password has; all accounts share the hash, for they share the password.
 */
export async function ensureDemoAccounts(dataSource: DataSource, password: string): Promise<void> {
  const known = await dataSource.query<{ username: string; isDemo: boolean; passwordHash: string }[]>(
    `select username, is_demo as "isDemo", password_hash as "passwordHash" from users where username = any($1)`,
    [DEMO_ACCOUNTS.map(({ username }) => username)],
  );
  const taken = known.filter(({ isDemo }) => !isDemo).map(({ username }) => `"${username}"`);
  if (taken.length > 0)
    throw new Error(
      `The demo cannot have its account ${taken.join(', ')}: a real one has that name. Set DEMO=false, or use another database.`,
    );
  const hash = await sharedHash(
    known.map(({ passwordHash }) => passwordHash),
    password,
  );
  const rows = DEMO_ACCOUNTS.map((account) => ({ ...account, name: `${account.name} (peragaan)` }));
  await dataSource.query(UPSERT, [JSON.stringify(rows), hash]);
}

async function sharedHash(known: readonly string[], password: string): Promise<string> {
  const [first] = known;
  if (first && (await verifyPassword(first, password))) return first;
  return hashPassword(password);
}

/** Rows that are as they should be are not written. A satker the database lacks violates the check on roles. */
const UPSERT = `
  insert into users as known (username, display_name, role, satker_id, password_hash, is_demo)
  select given.username, given.name, given.role, satkers.id, $2, true
  from jsonb_to_recordset($1::jsonb) as given(username text, name text, role text, satker text)
  left join satkers on satkers.code = given.satker
  on conflict (username) do update set
    display_name = excluded.display_name, role = excluded.role, satker_id = excluded.satker_id,
    password_hash = excluded.password_hash, is_active = true, version = known.version + 1, updated_at = now(),
    session_epoch = known.session_epoch + 1, session_epoch_since = now()
  where known.is_demo
    and (known.display_name, known.role, known.satker_id, known.password_hash, known.is_active)
      is distinct from (excluded.display_name, excluded.role, excluded.satker_id, excluded.password_hash, true)`;
