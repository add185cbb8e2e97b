import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { bearing, mutate, refusalOf, signIn } from '../support/mutation.js';
import { until } from '../support/until.js';

/** How administrators make and change accounts, and who learns of it. */
let api: TestApi;
let admin: Client;

const SECRET = 'sandi-rahasia-sekali';
const USER = 'user { id username displayName role satker { code } isActive isDemo oidcSubject version }';

beforeAll(async () => {
  api = await startApi({ PUBLIC_READ: 'false' });
  admin = await api.as('admin');
});
afterAll(() => api.close());

const wanted = (username: string, more: object = {}): Record<string, unknown> => ({
  clientMutationId: randomUUID(),
  username,
  displayName: 'Akun Uji',
  role: 'VIEWER',
  ...more,
});

/** An account with a known password. */
async function create(username: string, more: object = {}): Promise<any> {
  const { user, userErrors } = await mutate(admin, 'createUser', wanted(username, { password: SECRET, ...more }), USER);
  expect(userErrors).toEqual([]);
  return user;
}

const update = (user: any, values: object, client = admin): Promise<any> =>
  mutate(client, 'updateUser', { id: user.id, expectedVersion: user.version, ...values }, USER);

const codes = (payload: any): [string, string | null][] => payload.userErrors.map((e: any) => [e.code, e.field]);

describe('creating an account', () => {
  it('makes somebody who can sign in and acts for a unit', async () => {
    const user = await create('Kontributor.Uji', { role: 'CONTRIBUTOR', satker: 'KPU Makassar', oidcSubject: 's-1' });
    expect(user).toMatchObject({
      username: 'kontributor.uji',
      role: 'CONTRIBUTOR',
      satker: { code: '73.71' },
      isActive: true,
      isDemo: false,
      oidcSubject: 's-1',
      version: 1,
    });
    expect((await signIn(api.anonymous, 'kontributor.uji', SECRET)).user.role).toBe('CONTRIBUTOR');
  });

  it('shows a password that it made once, and never again', async () => {
    const input = wanted('dibuatkan');
    const first = await mutate(admin, 'createUser', input, `initialPassword ${USER}`);
    expect(first.initialPassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect((await signIn(api.anonymous, 'dibuatkan', first.initialPassword)).accessToken).toBeTruthy();
    const again = await mutate(admin, 'createUser', input, `initialPassword ${USER}`);
    expect(again).toMatchObject({ initialPassword: null, user: { id: first.user.id }, userErrors: [] });
    // Nothing that is kept of a request says what its password was.
    const other = await mutate(admin, 'createUser', { ...input, password: SECRET }, `initialPassword ${USER}`);
    expect(other).toMatchObject({ initialPassword: null, user: { id: first.user.id }, userErrors: [] });
    const chosen = await mutate(admin, 'createUser', wanted('dipilih', { password: SECRET }), 'initialPassword');
    expect(chosen).toEqual({ initialPassword: null, userErrors: [] });
  });

  it('keeps no password but as its hash', async () => {
    const { initialPassword } = await mutate(admin, 'createUser', wanted('tanpa-jejak'), 'initialPassword');
    await create('tanpa-jejak-2');
    const kept = await api.dataSource.query<{ text: string }[]>(
      `select t::text as text from audit_entries t union all select t::text from client_mutations t
       union all select t::text from users t`,
    );
    const all = kept.map(({ text }) => text).join('\n');
    for (const secret of [initialPassword, SECRET]) expect(all).not.toContain(secret);
    expect(all).toContain('•••');
    expect(all.match(/argon2/g)).toHaveLength(kept.filter(({ text }) => text.includes('argon2')).length);
    const [{ hashes }] = await api.dataSource.query<[{ hashes: number }]>(
      `select count(*)::int as hashes from audit_entries where changes::text like '%argon2%'`,
    );
    expect(hashes).toBe(0);
  });

  it('says everything that is wrong at once', async () => {
    const input = wanted('tidak boleh!', { role: 'REVIEWER', password: 'pendek' });
    expect(codes(await mutate(admin, 'createUser', input))).toEqual([
      ['BAD_USERNAME', 'username'],
      ['SATKER_NEEDED', 'satker'],
      ['BAD_PASSWORD', 'password'],
    ]);
  });

  it.each<[string, object, [string, string]]>([
    ['a name that is taken', { username: 'ADMIN' }, ['DUPLICATE', 'username']],
    ['a subject that is taken', { oidcSubject: 's-1' }, ['DUPLICATE', 'oidcSubject']],
    ['a unit for a role without one', { role: 'ANALYST', satker: '73' }, ['SATKER_NOT_FOR_ROLE', 'satker']],
    ['a unit that is not there', { role: 'REVIEWER', satker: '99.99' }, ['NOT_FOUND', 'satker']],
    ['a unit that is ambiguous', { role: 'REVIEWER', satker: 'KPU Bandung' }, ['AMBIGUOUS', 'satker']],
    [
      'its name as password',
      { username: 'nama.panjang.sekali', password: 'Nama.Panjang.Sekali' },
      ['PASSWORD_IS_USERNAME', 'password'],
    ],
    ['a password of 11 characters', { password: 'x'.repeat(11) }, ['BAD_PASSWORD', 'password']],
    ['a password of 201 characters', { password: 'x'.repeat(201) }, ['TOO_LONG', 'password']],
    ['a blank name', { displayName: ' ' }, ['REQUIRED', 'displayName']],
  ])('refuses %s', async (_, more, complaint) => {
    const count = async (): Promise<number> => (await admin.query('{ users { totalCount } }')).users.totalCount;
    const before = await count();
    const payload = await mutate(admin, 'createUser', wanted('ditolak', more), USER);
    expect({ user: payload.user, codes: codes(payload) }).toEqual({ user: null, codes: [complaint] });
    expect(await count()).toBe(before);
  });

  it('takes passwords of 12 and of 200 characters', async () => {
    await create('dua-belas', { password: 'x'.repeat(12) });
    await create('dua-ratus', { password: 'x'.repeat(200) });
  });
});

describe('reading accounts', () => {
  const query = `query ($f: UserFilter) { users(filter: $f, first: 100, orderBy: { field: DISPLAY_NAME }) { totalCount nodes { username } }
    user(username: "kontributor.7371") { username satker { code } lastLoginAt } }`;

  it('is for administrators and auditors', async () => {
    for (const name of ['admin', 'auditor']) {
      const { users, user } = await (await api.as(name)).query(query, { f: { satker: { under: '73' } } });
      expect(user).toMatchObject({ username: 'kontributor.7371', satker: { code: '73.71' } });
      expect(users.nodes.map((node: any) => node.username)).toEqual(
        expect.arrayContaining(['reviewer.73', 'kontributor.7371', 'kontributor.7306']),
      );
      expect(users.nodes).not.toContainEqual({ username: 'reviewer.51' });
    }
  });

  it('filters and finds', async () => {
    const names = async (f: object): Promise<string[]> =>
      (await admin.query(query, { f })).users.nodes.map((node: any) => node.username).sort();
    expect(await names({ isDemo: true, role: { in: ['ADMIN', 'AUDITOR'] } })).toEqual(['admin', 'auditor']);
    expect(await names({ text: 'kontributor.51' })).toEqual(['kontributor.5107']);
  });

  it('shows nobody else that there is anybody', async () => {
    const { user } = await admin.query('{ user(username: "auditor") { id history { totalCount } } }');
    const node = `{ node(id: "${user.id}") { id } }`;
    const own = await create('sendiri');
    const entries = await api.dataSource.query<{ id: string }[]>(
      `select id from audit_entries where subject_type = 'User' and subject_id = $1`,
      [Buffer.from(own.id, 'base64').toString().split(':')[1]],
    );
    const entry = `{ node(id: "${Buffer.from(`AuditEntry:${entries[0]!.id}`).toString('base64')}") { id } }`;
    for (const name of ['viewer', 'analis', 'reviewer.73', 'kontributor.7371']) {
      const client = await api.as(name);
      expect(await refusalOf(client, query)).toBe('FORBIDDEN');
      for (const hidden of [node, entry]) expect((await client.query(hidden)).node).toBeNull();
      expect((await client.query('{ viewer { username } }')).viewer.username).toBe(name);
    }
    for (const shown of [node, entry]) expect((await admin.query(shown)).node).not.toBeNull();
  });
});

describe('changing an account', () => {
  const HISTORY = `query ($u: String!) { user(username: $u) { history(first: 1) { nodes { actor action reason changes { field before after } } } } }`;

  it('keeps before, after and why', async () => {
    const user = await create('berubah', { role: 'CONTRIBUTOR', satker: '73.71' });
    const { user: changed } = await update(user, { role: 'ANALYST', displayName: 'Nama Baru', reason: 'Mutasi' });
    expect(changed).toMatchObject({ role: 'ANALYST', satker: null, displayName: 'Nama Baru', version: 2 });
    const [entry] = (await admin.query(HISTORY, { u: 'berubah' })).user.history.nodes;
    expect(entry).toMatchObject({ actor: 'admin', action: 'updateUser', reason: 'Mutasi' });
    expect(entry.changes).toEqual(
      expect.arrayContaining([
        { field: 'role', before: 'CONTRIBUTOR', after: 'ANALYST' },
        { field: 'satker', before: '73.71', after: null },
        { field: 'displayName', before: 'Akun Uji', after: 'Nama Baru' },
      ]),
    );
    expect(entry.changes).toHaveLength(3);
  });

  it('leaves the unit where only something else changes', async () => {
    const user = await create('tetap', { role: 'CONTRIBUTOR', satker: '73.71' });
    expect((await update(user, { displayName: 'Lain' })).user.satker.code).toBe('73.71');
  });

  it('refuses what does not fit', async () => {
    const user = await create('menolak', { role: 'CONTRIBUTOR', satker: '73.71' });
    expect(codes(await update(user, { satker: null }))).toEqual([['SATKER_NEEDED', 'satker']]);
    expect(codes(await update(user, { displayName: 'Akun Uji' }))).toEqual([['NOTHING_TO_CHANGE', null]]);
    expect(codes(await update(user, { isActive: null }))).toEqual([['REQUIRED', 'isActive']]);
    expect(codes(await update(user, { role: null }))).toEqual([['REQUIRED', 'role']]);
    expect(codes(await update({ ...user, version: 7 }, { displayName: 'X' }))).toEqual([
      ['CONFLICT', 'expectedVersion'],
    ]);
    expect(codes(await update({ ...user, id: 'RXZlbnQ6MQ==' }, { displayName: 'X' }))).toEqual([['NOT_FOUND', 'id']]);
  });

  it('does not take the own role or activity', async () => {
    const self = (await admin.query(`{ viewer { id version } }`)).viewer;
    expect(codes(await update(self, { role: 'VIEWER' }))).toEqual([['OWN_ACCOUNT', 'role']]);
    expect(codes(await update(self, { isActive: false }))).toEqual([['OWN_ACCOUNT', 'isActive']]);
    expect(codes(await mutate(admin, 'resetPassword', { id: self.id, expectedVersion: self.version }))).toEqual([
      ['OWN_ACCOUNT', 'id'],
    ]);
    expect((await update(self, { displayName: 'Administrator Utama' })).userErrors).toEqual([]);
  });
});

/** Each step waits when it writes its history, after everything that it checks: so they are under way at once. */
async function whileHistoryIsLocked(own: TestApi, steps: () => Promise<any>[]): Promise<any[]> {
  const runner = own.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('lock table audit_entries in access exclusive mode');
  const under = steps();
  await until(async () => {
    const [{ waiting }] = await own.dataSource.query<[{ waiting: number }]>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting === under.length;
  });
  await runner.commitTransaction();
  await runner.release();
  return Promise.all(under);
}

describe('the last administrator', () => {
  it('stays, also when two of them close each other’s accounts at once', async () => {
    const own = await startApi();
    try {
      const first = await own.as('admin');
      const other = await mutate(first, 'createUser', wanted('admin.dua', { role: 'ADMIN', password: SECRET }), USER);
      const second = bearing(own.anonymous, (await signIn(own.anonymous, 'admin.dua', SECRET)).accessToken);
      const { user: demo } = await second.query('{ user(username: "admin") { id version } }');
      const answers = await whileHistoryIsLocked(own, () => [
        update(other.user, { isActive: false }, first),
        update(demo, { role: 'VIEWER' }, second),
      ]);
      expect(answers.map(codes).sort()).toEqual([[], [['LAST_ADMIN', expect.any(String)]]]);
      const [{ left }] = await own.dataSource.query<[{ left: number }]>(
        `select count(*)::int as left from users where role = 'ADMIN' and is_active`,
      );
      expect(left).toBe(1);
    } finally {
      await own.close();
    }
  });

  it('is not the last one while there is another', async () => {
    const user = await create('admin.tiga', { role: 'ADMIN' });
    expect((await update(user, { isActive: false })).user.isActive).toBe(false);
  });
});
