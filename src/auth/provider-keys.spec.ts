import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { ProviderKeys } from './provider-keys.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A provider as far as its keys go, and a clock. */
let server: Server;
let issuer: string;
let discovery: (issuer: string) => unknown;
let keys: JWK[];
let asked: number;
let now: number;
let provider: ProviderKeys;

beforeEach(async () => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  [asked, now] = [0, 0];
  keys = [await key('satu')];
  discovery = (issuer) => ({ issuer, jwks_uri: `${issuer}/keys` });
  server = createServer((request, response) => {
    asked += 1;
    const body = request.url === '/keys' ? { keys } : discovery(issuer);
    response.statusCode = body === undefined ? 503 : 200;
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = new ProviderKeys(issuer, () => now);
});
afterEach(() => {
  jest.restoreAllMocks();
  server.close();
  server.closeAllConnections();
});

async function key(kid: string): Promise<JWK> {
  const { publicKey } = await generateKeyPair('ES256');
  return { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid };
}

/** Whether there is a key of that name. */
const finds = (kid: string): Promise<boolean> =>
  Promise.resolve(provider.find({ alg: 'ES256', kid }, {} as never)).then(
    () => true,
    () => false,
  );

const warnings = (): unknown[] => (Logger.prototype.warn as jest.Mock).mock.calls;

describe('the keys of a provider', () => {
  it('are found by discovery, once for many', async () => {
    expect(await Promise.all([finds('satu'), finds('satu'), finds('satu')])).toEqual([true, true, true]);
    expect(await finds('satu')).toBe(true);
    expect(asked).toBe(2);
    expect(warnings()).toEqual([]);
  });

  it('are asked for again after ten minutes', async () => {
    await finds('satu');
    now += 11 * MINUTE;
    keys = [await key('dua')];
    expect([await finds('satu'), await finds('dua')]).toEqual([false, true]);
    expect(asked).toBe(4);
  });

  it('are asked for again when one is new, and not for every name that somebody makes up', async () => {
    await finds('satu');
    keys = [...keys, await key('dua')];
    expect(await finds('dua')).toBe(false);
    now += 31 * SECOND;
    expect(await finds('dua')).toBe(true);
    for (let i = 0; i < 20; i++) expect(await finds(`karangan-${i}`)).toBe(false);
    expect(asked).toBe(4);
  });

  it('last for an hour while the provider is away', async () => {
    await finds('satu');
    discovery = () => undefined;
    now += 50 * MINUTE;
    expect(await finds('satu')).toBe(true);
    expect(warnings()).toHaveLength(1);
    now += 11 * MINUTE;
    expect(await finds('satu')).toBe(false);
    discovery = (issuer) => ({ issuer, jwks_uri: `${issuer}/keys` });
    now += 31 * SECOND;
    expect(await finds('satu')).toBe(true);
  });

  it.each<[string, (issuer: string) => unknown]>([
    ['speaks for another issuer', (issuer) => ({ issuer: `${issuer}/`, jwks_uri: `${issuer}/keys` })],
    ['names no address', (issuer) => ({ issuer })],
    [
      'names an address that anybody on the way can answer for',
      (issuer) => ({ issuer, jwks_uri: 'http://192.0.2.1/' }),
    ],
    ['says nothing', () => null],
    ['fails', () => undefined],
  ])('are not taken from a discovery that %s', async (_, said) => {
    discovery = said;
    expect(await finds('satu')).toBe(false);
    expect(await finds('satu')).toBe(false);
    expect(asked).toBe(1);
    expect(warnings()).toEqual([[expect.stringContaining(issuer)]]);
  });

  it('are not to be had from nobody', async () => {
    server.close();
    await once(server, 'close');
    expect(await finds('satu')).toBe(false);
    expect(warnings()).toEqual([[expect.stringContaining('ECONNREFUSED')]]);
  });
});
