import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { SignJWT } from 'jose';
import { Role } from '../common/access.js';
import { readConfig } from '../config.js';
import type { Claims } from './claims.js';
import { Tokens } from './tokens.js';

/** Long enough for every HMAC, so that a refused algorithm is refused for itself. */
const SECRET = 'rahasia-untuk-pengujian-saja-0123456789'.repeat(2);
const CLAIMS: Claims = { userId: '12', role: Role.REVIEWER, satkerId: '73', isDemo: false, sessionEpoch: 2 };

const tokensWith = (environment: Record<string, string> = {}): Tokens =>
  new Tokens(readConfig({ TOKEN_SECRET: SECRET, ...environment }));

interface Forged {
  alg?: string;
  issuer?: string;
  audience?: string;
  subject?: string;
  payload?: Record<string, unknown>;
  expires?: number | null;
  secret?: string;
}

function forge(forged: Forged = {}): Promise<string> {
  const token = new SignJWT(forged.payload ?? { role: 'REVIEWER', satker: '73', demo: false, epoch: 2 })
    .setProtectedHeader({ alg: forged.alg ?? 'HS256' })
    .setIssuer(forged.issuer ?? 'rakornas')
    .setAudience(forged.audience ?? 'rakornas-api')
    .setSubject(forged.subject ?? '12')
    .setIssuedAt();
  if (forged.expires !== null) token.setExpirationTime(Math.floor(Date.now() / 1000) + (forged.expires ?? 60));
  return token.sign(new TextEncoder().encode(forged.secret ?? SECRET));
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('Tokens', () => {
  afterEach(() => void jest.useRealTimers());

  it('verifies what it issued, again and again', async () => {
    const tokens = tokensWith();
    const asked = Date.now();
    const { accessToken, expiresAt } = await tokens.issue(CLAIMS);
    const issued = Date.now();
    expect(await tokens.verify(accessToken)).toEqual(CLAIMS);
    expect(await tokens.verify(accessToken)).toEqual(CLAIMS);
    expect(await tokensWith().verify(accessToken)).toEqual(CLAIMS);
    const issuedAt = expiresAt.getTime() - 30 * 60_000; // in whole seconds
    expect([issuedAt > asked - 1000, issuedAt <= issued]).toEqual([true, true]);
  });

  it('ends with its time, remembered or not', async () => {
    const tokens = tokensWith({ TOKEN_MINUTES: '2' });
    const { accessToken, expiresAt } = await tokens.issue(CLAIMS);
    expect(await tokens.verify(accessToken)).toEqual(CLAIMS);
    jest.useFakeTimers({ now: expiresAt.getTime() + 6000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    expect(await tokens.verify(accessToken)).toBeNull();
    expect(await tokensWith().verify(accessToken)).toBeNull();
  });

  it('forgets the oldest tokens first, and still verifies them', async () => {
    const tokens = tokensWith();
    const { accessToken } = await tokens.issue(CLAIMS);
    await tokens.verify(accessToken);
    for (let id = 100; id < 1150; id += 1) {
      const other = await tokens.issue({ ...CLAIMS, userId: String(id) });
      expect((await tokens.verify(other.accessToken))?.userId).toBe(String(id));
    }
    expect((tokens as unknown as { remembered: Map<string, unknown> }).remembered.size).toBe(1000);
    expect(await tokens.verify(accessToken)).toEqual(CLAIMS);
  });

  it('of one process mean nothing to another when no secret is set', async () => {
    const [one, other] = [new Tokens(readConfig({})), new Tokens(readConfig({}))];
    const { accessToken } = await one.issue(CLAIMS);
    expect(await one.verify(accessToken)).toEqual(CLAIMS);
    expect(await other.verify(accessToken)).toBeNull();
  });

  it('accepts a well-made token, so that the refusals below mean something', async () => {
    expect(await tokensWith().verify(await forge())).toEqual(CLAIMS);
  });

  it.each<[string, Forged]>([
    ['another secret', { secret: 'x'.repeat(80) }],
    ['another algorithm', { alg: 'HS512' }],
    ['yet another algorithm', { alg: 'HS384' }],
    ['another issuer', { issuer: 'lain' }],
    ['another audience', { audience: 'lain' }],
    ['no expiry', { expires: null }],
    ['an expiry in the past', { expires: -10 }],
    ['a subject that is no key', { subject: '1 or 1=1' }],
    ['an unknown role', { payload: { role: 'ROOT', satker: null, demo: false, epoch: 2 } }],
    ['a role every object has', { payload: { role: 'constructor', satker: null, demo: false, epoch: 2 } }],
    ['no satker', { payload: { role: 'VIEWER', demo: false, epoch: 2 } }],
    ['no word on the demo', { payload: { role: 'VIEWER', satker: null, epoch: 2 } }],
    ['no word on how often sessions were ended', { payload: { role: 'VIEWER', satker: null, demo: false } }],
  ])('refuses %s', async (_, forged) => {
    expect(await tokensWith().verify(await forge(forged))).toBeNull();
  });

  it('refuses a token without a signature', async () => {
    const [, payload] = (await forge()).split('.');
    for (const alg of ['none', 'None', 'HS256'])
      expect(await tokensWith().verify(`${base64({ alg })}.${payload}.`)).toBeNull();
  });

  it('refuses a token whose content was changed', async () => {
    const [header, payload, signature] = (await forge()).split('.');
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    expect(await tokensWith().verify(`${header}.${base64({ ...content, role: 'ADMIN' })}.${signature}`)).toBeNull();
  });

  it.each(['', '.', '..', 'a.b.c', 'null', '\0', 'x'.repeat(100_000)])('refuses nonsense (%#)', async (nonsense) => {
    expect(await tokensWith().verify(nonsense)).toBeNull();
  });
});
