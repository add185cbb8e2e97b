import { describe, expect, it } from '@jest/globals';
import { Role } from '../common/access.js';
import { readConfig } from '../config.js';
import { RequestContextFactory } from './request-context.js';
import type { Identities } from './identities.js';
import { Tokens } from './tokens.js';

const TOKEN_SECRET = 'rahasia-untuk-pengujian-saja-0123456789';

function factoryWith(environment: Record<string, string>): { factory: RequestContextFactory; tokens: Tokens } {
  const config = readConfig({ TOKEN_SECRET, ...environment });
  const tokens = new Tokens(config);
  // Which sessions were ended is in the database, and has tests of its own.
  const identities = { identify: (token: string) => tokens.verify(token) } as Identities;
  return { factory: new RequestContextFactory(config, identities), tokens };
}

const request = (authorization?: string, language?: string) => ({
  headers: { authorization, 'accept-language': language },
  ip: '10.0.0.1',
});

describe('RequestContextFactory', () => {
  it('makes somebody without a token a public reader only where the deployment says so', async () => {
    const open = await factoryWith({ PUBLIC_READ: 'true' }).factory.create(request());
    expect([...open.actor.permissions]).toEqual(['knowledge.read', 'profile.read']);
    expect(open).toMatchObject({ tokenProblem: null, locale: 'id', ip: '10.0.0.1', actor: { role: null } });
    const closed = await factoryWith({ PUBLIC_READ: 'false' }).factory.create(request());
    expect(closed.actor.permissions.size).toBe(0);
    expect(closed.tokenProblem).toBeNull();
  });

  it('knows a member by the token', async () => {
    const { factory, tokens } = factoryWith({});
    const { accessToken } = await tokens.issue({
      userId: '7',
      role: Role.REVIEWER,
      satkerId: '73',
      isDemo: false,
      sessionEpoch: 0,
    });
    for (const scheme of ['Bearer', 'bearer']) {
      const { actor, tokenProblem } = await factory.create(request(`${scheme} ${accessToken}`));
      expect(actor).toMatchObject({ role: Role.REVIEWER, userId: '7', satkerId: '73' });
      expect(tokenProblem).toBeNull();
    }
  });

  it('refuses accounts of the demo outside of it', async () => {
    const { tokens, factory } = factoryWith({ DEMO: 'true' });
    const { accessToken } = await tokens.issue({
      userId: '7',
      role: Role.ADMIN,
      satkerId: null,
      isDemo: true,
      sessionEpoch: 0,
    });
    expect((await factory.create(request(`Bearer ${accessToken}`))).actor.role).toBe(Role.ADMIN);
    const outside = await factoryWith({ DEMO: 'false', PUBLIC_READ: 'true' }).factory.create(
      request(`Bearer ${accessToken}`),
    );
    expect(outside.actor).toMatchObject({ role: null, userId: null });
    expect(outside.tokenProblem).not.toBeNull();
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer a b', 'Basic dXNlcjpwYXNz', 'nonsense', 'Bearer a.b.c'])(
    'takes every permission from a bad token: "%s"',
    async (authorization) => {
      const { factory } = factoryWith({ PUBLIC_READ: 'true' });
      const { actor, tokenProblem } = await factory.create(request(authorization, 'en'));
      expect(actor.permissions.size).toBe(0);
      expect(tokenProblem).toBe('The token is not valid or has expired; please sign in again.');
    },
  );

  it('does not stumble over what a WebSocket may send', async () => {
    const { factory } = factoryWith({});
    for (const authorization of [42, {}, [], null, true] as unknown as string[]) {
      const { tokenProblem } = await factory.forCaller({ authorization, acceptLanguage: undefined, ip: '' });
      expect(tokenProblem).not.toBeNull();
    }
  });
});
