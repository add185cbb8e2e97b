import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const AUDIENCE = 'https://rakornas.example/api';

export interface OpenIdProvider {
  readonly issuer: string;
  /** A token that the provider signs; `claims` replace its own. */
  token(claims: Record<string, unknown>, alg?: string): Promise<string>;
  /** It accepts connections and says nothing. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  // Its warnings about http and the like are of no use here.
  const child = fork(join(import.meta.dirname, 'openid-provider.mjs'), { silent: true });
  let complaints = '';
  child.stderr!.on('data', (text: Buffer) => (complaints += text.toString()));
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [{ issuer: string }];
  if (!message?.issuer) throw new Error(`The OpenID provider does not start: ${complaints}`);
  const { issuer } = message;
  return {
    issuer,
    token: (claims, alg = 'RS256') => tokenOf(issuer, claims, alg),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function tokenOf(issuer: string, claims: object, alg: string): Promise<string> {
  const query = new URLSearchParams({ alg, claims: JSON.stringify(claims) });
  const response = await fetch(`${issuer}/token?${query.toString()}`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'uji',
      client_secret: 'rahasia-klien-uji',
    }),
  });
  const { access_token: token, ...rest } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`The OpenID provider gives no token: ${JSON.stringify(rest)}`);
  return token;
}
