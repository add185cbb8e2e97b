import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import {
  ALLOW_KEY,
  PERMISSIONS,
  PUBLIC_KEY,
  Role,
  ROLE_PERMISSIONS,
  type Permission,
} from '../../src/common/access.js';
import { startApi, type Client, type TestApi } from '../support/api.js';

const ACCOUNTS: Record<Role, string> = {
  [Role.VIEWER]: 'viewer',
  [Role.CONTRIBUTOR]: 'kontributor.7371',
  [Role.REVIEWER]: 'reviewer.73',
  [Role.ANALYST]: 'analis',
  [Role.ADMIN]: 'admin',
  [Role.AUDITOR]: 'auditor',
};

let demo: TestApi;
let closed: TestApi;

beforeAll(async () => {
  demo = await startApi();
  closed = await startApi({ PUBLIC_READ: 'false' });
});
afterAll(async () => {
  await demo.close();
  await closed.close();
});

/** A value of an input type that the schema accepts, so that only the guard can refuse the operation. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(
      (f) => isNonNullType(f.type) && f.defaultValue === undefined,
    );
    return Object.fromEntries(required.map((f) => [f.name, sample(f.type)]));
  }
  return (
    { Int: 1, Boolean: true, Date: '2025-07-30', DateTime: '2025-07-30T00:00:00Z' }[(type as { name: string }).name] ??
    'x'
  );
}

/** A document that calls one root field with sample arguments. */
function call(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
): { query: string; variables: Record<string, unknown> } {
  const args = field.args.filter((a) => isNonNullType(a.type) && a.defaultValue === undefined);
  const declared = args.map((a) => `$${a.name}: ${String(a.type)}`).join(', ');
  const passed = args.map((a) => `${a.name}: $${a.name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  return {
    query: `${kind} ${declared ? `(${declared})` : ''} { ${field.name} ${passed ? `(${passed})` : ''} ${selection} }`,
    variables: Object.fromEntries(args.map((a) => [a.name, sample(a.type)])),
  };
}

/** Every root field with the permission its resolver declares; null for a public one. */
function operations(): {
  kind: 'query' | 'mutation';
  field: GraphQLField<unknown, unknown>;
  permission: Permission | null;
}[] {
  const { schema } = demo.app.get(GraphQLSchemaHost);
  const scanner = new MetadataScanner();
  const declared = new Map<string, Permission | null>();
  for (const { metatype } of demo.app.get(DiscoveryService, { strict: false }).getProviders())
    for (const name of scanner.getAllMethodNames(metatype?.prototype ?? null)) {
      const method = metatype!.prototype[name];
      const permission = Reflect.getMetadata(ALLOW_KEY, method) as Permission | undefined;
      if (permission || Reflect.getMetadata(PUBLIC_KEY, method)) declared.set(name, permission ?? null);
    }
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    return Object.values(type.getFields()).map((field) => ({
      kind,
      field,
      permission: declared.get(field.name) ?? null,
    }));
  });
}

async function refusal(
  client: Client,
  operation: { query: string; variables: Record<string, unknown> },
): Promise<string | null> {
  const { errors } = await client.answer(operation.query, operation.variables);
  const codes = (errors ?? []).map((e) => e.extensions?.code);
  return codes.find((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') ?? null;
}

describe('role × operation', () => {
  it('covers every operation of the schema', () => {
    expect(operations().length).toBeGreaterThan(35);
    expect(
      operations()
        .filter(({ permission }) => permission === null)
        .map(({ field }) => field.name),
    ).toEqual(['login', 'logout', 'refresh']);
  });

  it.each(Object.values(Role))('%s may do exactly what the table says', async (role) => {
    const client = await demo.as(ACCOUNTS[role]);
    for (const { kind, field, permission } of operations()) {
      const expected = !permission || ROLE_PERMISSIONS[role].includes(permission) ? null : 'FORBIDDEN';
      expect([field.name, await refusal(client, call(kind, field))]).toEqual([field.name, expected]);
    }
  });

  it('lets anonymous readers of a demo read, and nothing else', async () => {
    for (const { kind, field, permission } of operations()) {
      const allowed = !permission || permission === 'knowledge.read' || permission === 'profile.read';
      expect([field.name, await refusal(demo.anonymous, call(kind, field))]).toEqual([
        field.name,
        allowed ? null : 'UNAUTHENTICATED',
      ]);
    }
  });

  it('shows anonymous callers nothing where reading is not public', async () => {
    for (const { kind, field, permission } of operations())
      expect([field.name, await refusal(closed.anonymous, call(kind, field))]).toEqual([
        field.name,
        permission ? 'UNAUTHENTICATED' : null,
      ]);
  });

  it('uses every permission', () => {
    expect([...new Set(operations().map(({ permission }) => permission))].filter(Boolean).sort()).toEqual(
      [...PERMISSIONS].sort(),
    );
  });
});

describe('signing in', () => {
  const login = `mutation ($input: LoginInput!) { login(input: $input) { accessToken expiresAt user { username role satker { code } } userErrors { code message } } }`;

  it('gives a token, when it ends, and the account', async () => {
    const { login: payload } = await demo.anonymous.query(login, {
      input: { username: 'Reviewer.73', password: 'kata-sandi-uji' },
    });
    expect(payload).toMatchObject({
      user: { username: 'reviewer.73', role: 'REVIEWER', satker: { code: '73' } },
      userErrors: [],
    });
    expect(new Date(payload.expiresAt).getTime()).toBeGreaterThan(Date.now());
    const { viewer } = await demo.anonymous
      .with({ authorization: `Bearer ${payload.accessToken}` })
      .query('{ viewer { username } }');
    expect(viewer.username).toBe('reviewer.73');
  });

  it('says the same for a wrong password and for a name that does not exist', async () => {
    const attempt = async (username: string): Promise<any> =>
      (await demo.anonymous.query(login, { input: { username, password: 'salah-sekali' } })).login;
    const [wrong, unknown] = [await attempt('viewer'), await attempt('tidak-ada')];
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ accessToken: null, user: null, userErrors: [{ code: 'LOGIN_FAILED' }] });
  });

  it('stops guessing after a few attempts, without locking out another account', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 8; i++) {
      const { login: payload } = await demo.anonymous.query(login, {
        input: { username: 'kontributor.5107', password: `tebakan-${i}` },
      });
      codes.push(payload.userErrors[0].code);
    }
    expect(codes.at(0)).toBe('LOGIN_FAILED');
    expect(codes.at(-1)).toBe('LOGIN_LIMITED');
    const { login: right } = await demo.anonymous.query(login, {
      input: { username: 'kontributor.5107', password: 'kata-sandi-uji' },
    });
    expect(right.userErrors[0].code).toBe('LOGIN_LIMITED');
    const { login: other } = await demo.anonymous.query(login, {
      input: { username: 'auditor', password: 'kata-sandi-uji' },
    });
    expect(other.accessToken).toBeTruthy();
  });

  it('refuses forged, expired and foreign tokens instead of treating them as anonymous', async () => {
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const body = Buffer.from(
      JSON.stringify({ sub: '1', role: 'ADMIN', iss: 'rakornas', aud: 'rakornas-api', exp: 4e9 }),
    ).toString('base64url');
    for (const token of ['x', `${none}.${body}.`, `${none}.${body}.AAAA`, 'a.b.c']) {
      const { errors } = await demo.anonymous
        .with({ authorization: `Bearer ${token}` })
        .answer('{ events { totalCount } }');
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
  });

  it('keeps demo accounts out of a deployment that is no demo', async () => {
    const production = await startApi({ DEMO: 'false', NODE_ENV: 'production' });
    try {
      const { login: payload } = await production.anonymous.query(login, {
        input: { username: 'analis', password: 'kata-sandi-uji' },
      });
      expect(payload.userErrors[0].code).toBe('LOGIN_FAILED');
      const token = (await demo.anonymous.query(login, { input: { username: 'analis', password: 'kata-sandi-uji' } }))
        .login.accessToken;
      const { errors } = await production.anonymous
        .with({ authorization: `Bearer ${token}` })
        .answer('{ events { totalCount } }');
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    } finally {
      await production.close();
    }
  });

  it('speaks English to those who prefer it', async () => {
    const { errors } = await closed.anonymous
      .with({ 'accept-language': 'en-GB,en;q=0.9' })
      .answer('{ events { totalCount } }');
    expect(errors?.[0]?.message).toBe('Please sign in first.');
  });
});
