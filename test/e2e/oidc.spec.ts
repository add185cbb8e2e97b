import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { decodeJwt, SignJWT } from 'jose';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { bearing, mutate, refusalOf } from '../support/mutation.js';
import { AUDIENCE, startOpenIdProvider, type OpenIdProvider } from '../support/openid.js';

/** People who sign in with an OpenID provider: a real one, in a process of its own. */
let provider: OpenIdProvider;
let api: TestApi;
let admin: Client;

beforeAll(async () => {
  provider = await startOpenIdProvider();
  api = await startApi({ PUBLIC_READ: 'false', OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE });
  admin = await api.as('admin');
});
afterAll(async () => {
  await api?.close();
  await provider?.stop();
});

let count = 0;
let name: string;
let subject: string;
beforeEach(() => {
  count += 1;
  name = `pegawai-${count}`;
  subject = `subjek-${count}`;
});

async function account(more: object = {}): Promise<any> {
  const input = { clientMutationId: randomUUID(), username: name, displayName: 'Pegawai', role: 'ANALYST', ...more };
  const { user, userErrors } = await mutate(admin, 'createUser', input, 'user { id version }');
  expect(userErrors).toEqual([]);
  return user;
}

const update = (user: any, values: object): Promise<any> =>
  mutate(admin, 'updateUser', { id: user.id, expectedVersion: user.version, ...values }, 'user { id version }');

/** A caller with a token of the provider. */
async function caller(claims: Record<string, unknown> = {}, alg?: string, of = api): Promise<Client> {
  return bearing(of.anonymous, await provider.token({ sub: subject, preferred_username: name, ...claims }, alg));
}

const whoIs = async (client: Client): Promise<any> => (await client.query('{ viewer { username role } }')).viewer;

describe('a token of the provider', () => {
  it('signs in the account that has the name, and binds the subject to it', async () => {
    const user = await account();
    const client = await caller({ role: 'ADMIN', preferred_username: name.toUpperCase() });
    expect(await whoIs(client)).toEqual({ username: name, role: 'ANALYST' });
    const { user: seen } = await admin.query(
      `{ user(username: "${name}") { oidcSubject version lastLoginAt history(first: 1) { nodes { actor action changes { field after } } } } }`,
    );
    expect(seen).toMatchObject({ oidcSubject: subject, version: user.version + 1 });
    expect(seen.lastLoginAt).not.toBeNull();
    expect(seen.history.nodes).toEqual([
      { actor: 'system', action: 'bindOidcSubject', changes: [{ field: 'oidcSubject', after: subject }] },
    ]);
  });

  it('goes by the subject from then on, whatever the name', async () => {
    await account();
    await whoIs(await caller());
    expect((await whoIs(await caller({ preferred_username: 'admin' }))).username).toBe(name);
    expect((await whoIs(await caller({ preferred_username: undefined }))).username).toBe(name);
    expect(await refusalOf(await caller({ sub: `${subject}-lain` }))).toBe('UNAUTHENTICATED');
  });

  it('signs in the account that an administrator gave the subject', async () => {
    await account({ oidcSubject: subject });
    expect((await whoIs(await caller({ preferred_username: 'siapa-saja' }))).username).toBe(name);
  });

  it('binds once when it comes many times at once', async () => {
    await account();
    const client = await caller();
    const seen = await Promise.all(Array.from({ length: 10 }, () => whoIs(client)));
    for (const who of seen) expect(who).toEqual({ username: name, role: 'ANALYST' });
    const { user } = await admin.query(`{ user(username: "${name}") { version } }`);
    expect(user.version).toBe(2);
  });

  it('may do what the role here allows, from the next request on', async () => {
    const user = await account();
    const client = await caller();
    expect((await whoIs(client)).role).toBe('ANALYST');
    const { userErrors } = await update({ ...user, version: 2 }, { role: 'CONTRIBUTOR', satker: '73.71' });
    expect(userErrors).toEqual([]);
    expect((await whoIs(client)).role).toBe('CONTRIBUTOR');
  });

  it('is refused as soon as the account is closed', async () => {
    const user = await account();
    const client = await caller();
    expect((await whoIs(client)).username).toBe(name);
    await update({ ...user, version: 2 }, { isActive: false });
    expect(await refusalOf(client)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(await caller())).toBe('UNAUTHENTICATED');
  });

  it('does not take another account in place of a closed one', async () => {
    const user = await account();
    await whoIs(await caller());
    await update({ ...user, version: 2 }, { isActive: false });
    const other = await account({ username: `${name}-lain` });
    expect(await refusalOf(await caller({ preferred_username: `${name}-lain` }))).toBe('UNAUTHENTICATED');
    expect(
      (await admin.query(`{ node(id: "${other.id}") { ... on User { oidcSubject } } }`)).node.oidcSubject,
    ).toBeNull();
  });

  it('lets go of the account when its subject is taken away', async () => {
    const user = await account({ oidcSubject: subject });
    const client = await caller({ preferred_username: 'siapa-saja' });
    expect((await whoIs(client)).username).toBe(name);
    await update(user, { oidcSubject: null });
    expect(await refusalOf(client)).toBe('UNAUTHENTICATED');
  });
});

describe('a token is refused that', () => {
  const seconds = (): number => Math.floor(Date.now() / 1000);

  it.each<[string, () => Record<string, unknown>]>([
    ['is for somebody unknown', () => ({ preferred_username: 'tidak-dikenal' })],
    ['names nobody', () => ({ preferred_username: null })],
    ['names a thing that is no name', () => ({ preferred_username: { toString: 'admin' } })],
    ['has no subject', () => ({ sub: null })],
    ['has a subject without an end', () => ({ sub: 'x'.repeat(300) })],
    ['is of a demonstration account', () => ({ preferred_username: 'admin' })],
    ['is for another audience', () => ({ aud: 'https://lain.example' })],
    ['is of another issuer', () => ({ iss: 'https://lain.example' })],
    ['has expired', () => ({ exp: seconds() - 10 })],
    ['never expires', () => ({ exp: null })],
    ['is not good yet', () => ({ nbf: seconds() + 60 })],
  ])('%s', async (_, claims) => {
    await account();
    expect(await refusalOf(await caller(claims()))).toBe('UNAUTHENTICATED');
    // The same without the fault, so that the refusal means something.
    expect((await whoIs(await caller())).username).toBe(name);
  });

  it('is signed with another algorithm of the provider', async () => {
    await account();
    expect(await refusalOf(await caller({}, 'ES256'))).toBe('UNAUTHENTICATED');
    const other = await startApi({ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE, OIDC_ALGORITHM: 'ES256' });
    try {
      await other.dataSource.query(`update users set is_demo = false, oidc_subject = $1 where username = 'analis'`, [
        subject,
      ]);
      expect((await whoIs(await caller({}, 'ES256', other))).username).toBe('analis');
      expect(await refusalOf(await caller({}, 'RS256', other))).toBe('UNAUTHENTICATED');
    } finally {
      await other.close();
    }
  });

  it('is forged', async () => {
    await account();
    const good = await provider.token({ sub: subject, preferred_username: name });
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { keys } = (await (await fetch(`${provider.issuer}/jwks`)).json()) as { keys: { kid: string; n: string }[] };
    const shared = (secret: string): Promise<string> =>
      new SignJWT(decodeJwt(good)).setProtectedHeader({ alg: 'HS256', kid: keys[0]!.kid }).sign(Buffer.from(secret));
    const forged = [
      `${encode({ alg: 'none' })}.${payload}.`,
      `${encode({ alg: 'none' })}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${encode({ ...decodeJwt(good), sub: 'lain' })}.${signature}`,
      await shared(JSON.stringify(keys[0])),
      await shared(keys[0]!.n),
      await shared('rahasia-untuk-uji-yang-cukup-panjang'),
      'x'.repeat(20_000),
    ];
    for (const token of forged) expect(await refusalOf(bearing(api.anonymous, token))).toBe('UNAUTHENTICATED');
    expect((await whoIs(bearing(api.anonymous, good))).username).toBe(name);
  });

  it('is of a provider that is not configured', async () => {
    const other = await startOpenIdProvider();
    const trusting = await startApi({ OIDC_ISSUER: other.issuer, OIDC_AUDIENCE: AUDIENCE });
    const plain = await startApi();
    try {
      await account();
      const token = await other.token({ sub: subject, preferred_username: name });
      for (const { anonymous } of [api, plain])
        expect(await refusalOf(bearing(anonymous, token))).toBe('UNAUTHENTICATED');
      await trusting.dataSource.query(`update users set is_demo = false where username = 'analis'`);
      const known = await other.token({ sub: subject, preferred_username: 'analis' });
      expect((await whoIs(bearing(trusting.anonymous, known))).username).toBe('analis');
    } finally {
      await Promise.all([trusting.close(), plain.close(), other.stop()]);
    }
  });
});

describe('a provider that is away', () => {
  it('keeps nobody waiting for long, and stops nobody who is in', async () => {
    const own = await startOpenIdProvider();
    const environment = { OIDC_ISSUER: own.issuer, OIDC_AUDIENCE: AUDIENCE };
    const [known, fresh] = [await startApi(environment), await startApi(environment)];
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    try {
      for (const { dataSource } of [known, fresh])
        await dataSource.query(`update users set is_demo = false where username = 'analis'`);
      const token = await own.token({ sub: subject, preferred_username: 'analis' });
      const another = await own.token({ sub: subject, preferred_username: 'analis' });
      expect((await whoIs(bearing(known.anonymous, token))).username).toBe('analis');
      own.pause();
      expect((await whoIs(bearing(known.anonymous, another))).username).toBe('analis');
      const asked = jest.spyOn(globalThis, 'fetch');
      const startedAt = performance.now();
      const client = bearing(fresh.anonymous, token);
      expect(await Promise.all([refusalOf(client), refusalOf(client)])).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
      expect(performance.now() - startedAt).toBeLessThan(20_000); // five seconds, and what a busy machine needs
      expect(await refusalOf(client)).toBe('UNAUTHENTICATED');
      expect(asked).toHaveBeenCalledTimes(1); // whoever comes next does not wait for it again
      const said = warned.mock.calls.map(([text]) => String(text)).filter((text) => text.includes(own.issuer));
      expect(said).toEqual([expect.stringMatching(/^The keys of .* cannot be read, its tokens are refused: /)]);
      // Others are served all the while.
      expect(await refusalOf(await fresh.as('viewer'))).toBeNull();
    } finally {
      jest.restoreAllMocks();
      own.resume();
      await Promise.all([known.close(), fresh.close(), own.stop()]);
    }
  });
});
