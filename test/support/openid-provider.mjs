import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

/**
 * A real OpenID provider in a process of its own, so that it can be stopped in the middle of things. It tells its address.
 * Tokens are given to one client; the query `claims` of the token endpoint says what the provider shall say otherwise.
 */
const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const keyOf = async (alg) => {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: `${alg}-${process.pid}` };
};

const AUDIENCE = 'https://rakornas.example/api';

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'uji',
      client_secret: 'rahasia-klien-uji',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  jwks: { keys: [await keyOf('RS256'), await keyOf('ES256')] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      getResourceServerInfo: (ctx) => ({
        scope: '',
        audience: AUDIENCE,
        accessTokenTTL: 600,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: ctx.query.alg ?? 'RS256' } },
      }),
    },
  },
  formats: {
    customizers: {
      jwt: (ctx, _token, { payload }) => void Object.assign(payload, JSON.parse(ctx.query.claims ?? '{}')),
    },
  },
});
server.on('request', provider.callback());
process.on('disconnect', () => process.exit(0));
process.send({ issuer });
