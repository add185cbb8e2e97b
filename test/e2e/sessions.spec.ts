import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { saveAccount } from '../../src/auth/accounts.js';
import { createHttpApp } from '../../src/server/http-app.js';
import { Client, startApi, type TestApi } from '../support/api.js';
import { bearing, mutate, refusalOf, signIn, TOKENS } from '../support/mutation.js';
import { connect, type ServerConnection } from '../support/test-server.js';

/** How sessions go on, and how they end. */
let api: TestApi;
let admin: Client;

const SECRET = 'sandi-rahasia-sekali';
const REFRESH = `mutation ($t: String!) { refresh(input: { refreshToken: $t }) { ${TOKENS} userErrors { code field } } }`;

beforeAll(async () => {
  api = await startApi({ PUBLIC_READ: 'false' });
  admin = await api.as('admin');
});
afterAll(() => api.close());

/** A new account of its own for each test, so that no limit and no session is shared. */
async function member(more: object = {}): Promise<any> {
  const username = `anggota-${randomBytes(5).toString('hex')}`;
  const input = { clientMutationId: randomUUID(), username, displayName: 'Anggota', role: 'ANALYST', password: SECRET };
  return (await mutate(admin, 'createUser', { ...input, ...more }, 'user { id username version }')).user;
}

const session = async (): Promise<any> => signIn(api.anonymous, (await member()).username, SECRET);

/** New tokens, or the code of the refusal. */
async function refresh(token: string, client = api.anonymous): Promise<any> {
  const { data, errors } = await client.answer(REFRESH, { t: token });
  return errors ? errors[0]!.extensions!.code : data!.refresh;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** As if the token had been used so many seconds earlier. */
const usedEarlier = (token: string, seconds: number): Promise<unknown> =>
  api.dataSource.query('update refresh_tokens set used_at = used_at - make_interval(secs => $2) where hash = $1', [
    hashOf(token),
    seconds,
  ]);

describe('a refresh token', () => {
  it('gives new tokens that work', async () => {
    const first = await session();
    expect(first.refreshToken).toMatch(/^[\w-]{43}$/);
    const days = (new Date(first.refreshExpiresAt).getTime() - Date.now()) / 86_400_000;
    expect(Math.abs(days - 14)).toBeLessThan(0.01);
    const second = await refresh(first.refreshToken);
    expect(second).toMatchObject({ user: first.user, userErrors: [] });
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await refusalOf(bearing(api.anonymous, second.accessToken))).toBeNull();
    expect((await refresh(second.refreshToken)).accessToken).toBeTruthy();
  });

  it('needs no good access token beside it', async () => {
    const { refreshToken } = await session();
    expect((await refresh(refreshToken, bearing(api.anonymous, 'a.b.c'))).user).not.toBeNull();
  });

  it('is kept as a hash only', async () => {
    const { refreshToken } = await session();
    const [{ text }] = await api.dataSource.query<[{ text: string }]>(
      `select string_agg(t::text, ' ') as text from refresh_tokens t`,
    );
    expect(text).not.toContain(refreshToken);
    expect(text).toContain(hashOf(refreshToken));
  });

  it('that comes again after its successor was used ends the session', async () => {
    const first = await session();
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(await refresh(first.refreshToken)).toBe('UNAUTHENTICATED');
    expect(await refresh(third.refreshToken)).toBe('UNAUTHENTICATED');
  });

  it('that comes again later ends the session, and no other one', async () => {
    const account = await member();
    const [first, other] = [
      await signIn(api.anonymous, account.username, SECRET),
      await signIn(api.anonymous, account.username, SECRET),
    ];
    const second = await refresh(first.refreshToken);
    await usedEarlier(first.refreshToken, 31);
    expect(await refresh(first.refreshToken)).toBe('UNAUTHENTICATED');
    expect(await refresh(second.refreshToken)).toBe('UNAUTHENTICATED');
    expect((await refresh(other.refreshToken)).accessToken).toBeTruthy();
  });

  it('whose answer got lost gives another successor', async () => {
    const first = await session();
    await refresh(first.refreshToken);
    await usedEarlier(first.refreshToken, 5);
    const again = await refresh(first.refreshToken);
    expect((await refresh(again.refreshToken)).accessToken).toBeTruthy();
  });

  it('that was lost and found ends the session', async () => {
    const first = await session();
    const lost = await refresh(first.refreshToken);
    await usedEarlier(first.refreshToken, 5);
    const again = await refresh(first.refreshToken);
    expect(await refresh(lost.refreshToken)).toBe('UNAUTHENTICATED');
    expect(await refresh(again.refreshToken)).toBe('UNAUTHENTICATED');
  });

  it('that twenty requests use at once lets exactly one of them win', async () => {
    for (let round = 0; round < 3; round++) {
      const first = await session();
      const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first.refreshToken)));
      const won = answers.filter((answer) => typeof answer === 'object');
      expect(won).toHaveLength(1);
      expect(new Set(answers.filter((answer) => typeof answer === 'string'))).toEqual(new Set(['RATE_LIMITED']));
      const [{ count }] = await api.dataSource.query<[{ count: number }]>(
        `select count(*)::int as count from refresh_tokens
         where family_id = (select family_id from refresh_tokens where hash = $1)`,
        [hashOf(first.refreshToken)],
      );
      expect(count).toBe(2);
      expect((await refresh(won[0].refreshToken)).accessToken).toBeTruthy();
    }
  });

  it('is revoked even while its successor is being used', async () => {
    for (let round = 0; round < 5; round++) {
      const first = await session();
      const second = await refresh(first.refreshToken);
      await usedEarlier(first.refreshToken, 60);
      const [, next] = await Promise.all([refresh(first.refreshToken), refresh(second.refreshToken)]);
      expect(await refresh(next.refreshToken ?? second.refreshToken)).toBe('UNAUTHENTICATED');
    }
  });

  it('that was never given out is refused', async () => {
    expect(await refresh(randomBytes(32).toString('base64url'))).toBe('UNAUTHENTICATED');
    for (const nonsense of ['', 'x', 'x'.repeat(10_000), "' or 1=1 --"])
      expect((await refresh(nonsense)).userErrors).toEqual([{ code: 'BAD_INPUT', field: 'refreshToken' }]);
  });

  it('ends with its time, and its row goes at a later sign-in', async () => {
    const own = await startApi();
    try {
      const old = await signIn(own.anonymous, 'viewer');
      const live = await signIn(own.anonymous, 'viewer');
      await own.dataSource.query(`update refresh_tokens set expires_at = now() - interval '1 s' where hash = $1`, [
        hashOf(old.refreshToken),
      ]);
      expect(await refresh(old.refreshToken, own.anonymous)).toBe('UNAUTHENTICATED');
      const now = performance.now();
      jest.spyOn(performance, 'now').mockReturnValue(now + 61_000);
      await signIn(own.anonymous, 'viewer');
      const left = await own.dataSource.query<{ hash: string }[]>('select hash from refresh_tokens');
      expect(left.map(({ hash }) => hash)).not.toContain(hashOf(old.refreshToken));
      expect(left.map(({ hash }) => hash)).toContain(hashOf(live.refreshToken));
    } finally {
      jest.restoreAllMocks();
      await own.close();
    }
  });
});

describe('logout', () => {
  it('ends the session, whichever of its tokens is sent, and may be repeated', async () => {
    const first = await session();
    const second = await refresh(first.refreshToken);
    for (const refreshToken of [first.refreshToken, second.refreshToken, randomBytes(32).toString('base64url')])
      expect(await mutate(api.anonymous, 'logout', { refreshToken })).toEqual({ userErrors: [] });
    expect(await refresh(second.refreshToken)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(bearing(api.anonymous, second.accessToken))).toBeNull();
  });
});

describe('an account whose sessions are ended', () => {
  const steps: [string, (user: any) => [name: string, input: object]][] = [
    ['deactivated', () => ['updateUser', { isActive: false }]],
    ['given another role', () => ['updateUser', { role: 'VIEWER' }]],
    ['given a unit', () => ['updateUser', { role: 'REVIEWER', satker: '73' }]],
    ['bound to another person', () => ['updateUser', { oidcSubject: randomUUID() }]],
    ['given a new password', () => ['resetPassword', {}]],
  ];

  it.each(steps)('because it was %s has no good token left', async (_, step) => {
    const user = await member();
    const before = await signIn(api.anonymous, user.username, SECRET);
    const client = bearing(api.anonymous, before.accessToken);
    expect(await refusalOf(client)).toBeNull();
    const [name, input] = step(user);
    const done = await mutate(admin, name, { id: user.id, expectedVersion: user.version, ...input });
    expect(done.userErrors).toEqual([]);
    expect(await refusalOf(client)).toBe('UNAUTHENTICATED');
    expect(await refresh(before.refreshToken)).toBe('UNAUTHENTICATED');
  });

  it('is no account that got another name only', async () => {
    const user = await member();
    const before = await signIn(api.anonymous, user.username, SECRET);
    await mutate(admin, 'updateUser', { id: user.id, expectedVersion: user.version, displayName: 'Lain' });
    expect(await refusalOf(bearing(api.anonymous, before.accessToken))).toBeNull();
    expect((await refresh(before.refreshToken)).accessToken).toBeTruthy();
  });

  it('cannot sign in while it is closed, and can when it is open again', async () => {
    const user = await member();
    const input = { id: user.id, expectedVersion: user.version };
    await mutate(admin, 'updateUser', { ...input, isActive: false });
    expect((await signIn(api.anonymous, user.username, SECRET)).userErrors[0].code).toBe('LOGIN_FAILED');
    await mutate(admin, 'updateUser', { ...input, expectedVersion: 2, isActive: true });
    const { accessToken } = await signIn(api.anonymous, user.username, SECRET);
    expect(await refusalOf(bearing(api.anonymous, accessToken))).toBeNull();
  });

  it('signs in with the password that was made for it', async () => {
    const user = await member();
    const input = { id: user.id, expectedVersion: user.version };
    const { newPassword } = await mutate(admin, 'resetPassword', input, 'newPassword');
    expect((await signIn(api.anonymous, user.username, SECRET)).userErrors[0].code).toBe('LOGIN_FAILED');
    expect((await signIn(api.anonymous, user.username, newPassword)).user.username).toBe(user.username);
  });
});

describe('another process', () => {
  it('knows within seconds, and asks the database only so often', async () => {
    const { database } = api.dataSource.options as unknown as { database: string };
    const { connection } = JSON.parse(process.env['TEST_SERVER']!) as { connection: ServerConnection };
    const dataSource = await connect({ ...connection, database });
    const app = await createHttpApp(api.config, dataSource);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    try {
      const user = await member();
      const { accessToken } = await signIn(api.anonymous, user.username, SECRET);
      const elsewhere = new Client(app, { authorization: `Bearer ${accessToken}` });
      const another = await member();
      const open = await signIn(api.anonymous, another.username, SECRET);
      const query = jest.spyOn(dataSource, 'query');
      for (let i = 0; i < 50; i++) expect(await refusalOf(elsewhere)).toBeNull();
      const looks = query.mock.calls.filter(([text]) => text.includes('session_epoch')).length;
      expect(looks).toBeGreaterThan(0);
      expect(looks).toBeLessThan(5);
      await mutate(admin, 'updateUser', { id: user.id, expectedVersion: user.version, isActive: false });
      // What `npm run user -- --disable` does, in a process of its own.
      await saveAccount(dataSource, { username: another.username, isActive: false });
      expect(await refresh(open.refreshToken)).toBe('UNAUTHENTICATED');
      const now = performance.now();
      jest.spyOn(performance, 'now').mockReturnValue(now + 5500);
      expect(await refusalOf(elsewhere)).toBe('UNAUTHENTICATED');
      expect(await refusalOf(bearing(api.anonymous, open.accessToken))).toBe('UNAUTHENTICATED');
    } finally {
      jest.restoreAllMocks();
      await app.close();
      await dataSource.destroy();
    }
  });
});

describe('changing the own password', () => {
  const change = (client: Client, currentPassword: string, newPassword: string): Promise<any> =>
    mutate(client, 'changePassword', { currentPassword, newPassword }, TOKENS);

  it('ends every other session and goes on in this one', async () => {
    const user = await member();
    const [here, there] = [
      await signIn(api.anonymous, user.username, SECRET),
      await signIn(api.anonymous, user.username, SECRET),
    ];
    const changed = await change(bearing(api.anonymous, here.accessToken), SECRET, 'sandi-baru-yang-lain');
    expect(changed).toMatchObject({ user: { username: user.username }, userErrors: [] });
    expect(await refusalOf(bearing(api.anonymous, changed.accessToken))).toBeNull();
    expect((await refresh(changed.refreshToken)).accessToken).toBeTruthy();
    for (const { accessToken, refreshToken } of [here, there]) {
      expect(await refusalOf(bearing(api.anonymous, accessToken))).toBe('UNAUTHENTICATED');
      expect(await refresh(refreshToken)).toBe('UNAUTHENTICATED');
    }
    expect((await signIn(api.anonymous, user.username, SECRET)).userErrors[0].code).toBe('LOGIN_FAILED');
    expect((await signIn(api.anonymous, user.username, 'sandi-baru-yang-lain')).accessToken).toBeTruthy();
    const { user: seen } = await admin.query(
      `{ user(username: "${user.username}") { history { nodes { actor action changes { field before after } } } } }`,
    );
    expect(seen.history.nodes[0]).toEqual({
      actor: user.username,
      action: 'changePassword',
      changes: [{ field: 'password', before: null, after: '•••' }],
    });
  });

  it('refuses what is wrong or no password', async () => {
    const user = await member();
    const client = bearing(api.anonymous, (await signIn(api.anonymous, user.username, SECRET)).accessToken);
    const refused = async (...passwords: [string, string]): Promise<unknown> =>
      (await change(client, ...passwords)).userErrors.map((e: any) => [e.code, e.field]);
    expect(await refused('salah-sama-sekali', 'sandi-baru-yang-lain')).toEqual([['PASSWORD_WRONG', 'currentPassword']]);
    expect(await refused(SECRET, 'pendek')).toEqual([['BAD_PASSWORD', 'newPassword']]);
    expect(await refused(SECRET, user.username.toUpperCase())).toEqual([['PASSWORD_IS_USERNAME', 'newPassword']]);
    expect(await refused(SECRET, SECRET)).toEqual([['SAME_PASSWORD', 'newPassword']]);
    expect(await refusalOf(client)).toBeNull();
  });

  it('is limited as signing in is, and counts with it', async () => {
    const user = await member();
    const client = bearing(api.anonymous, (await signIn(api.anonymous, user.username, SECRET)).accessToken);
    const codes: string[] = [];
    for (let i = 0; i < 7; i++)
      codes.push((await change(client, `tebakan-${i}`, 'sandi-baru-lagi')).userErrors[0].code);
    expect(codes).toEqual([...Array<string>(5).fill('PASSWORD_WRONG'), 'LOGIN_LIMITED', 'LOGIN_LIMITED']);
    expect((await signIn(api.anonymous, user.username, SECRET)).userErrors[0].code).toBe('LOGIN_LIMITED');
  });

  it('is for those who are signed in', async () => {
    const text = `mutation { changePassword(input: { currentPassword: "x", newPassword: "y" }) { accessToken } }`;
    expect(await refusalOf(api.anonymous, text)).toBe('UNAUTHENTICATED');
  });
});
