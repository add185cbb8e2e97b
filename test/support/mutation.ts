import { PASSWORD } from './test-server.js';
import type { Client } from './api.js';

/** Runs one mutation and returns its payload, `userErrors` included. */
export async function mutate(
  client: Client,
  name: string,
  input: Record<string, unknown>,
  selection = '',
  type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
): Promise<any> {
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`;
  return (await client.query(text, { input }))[name];
}

export const TOKENS = 'accessToken expiresAt refreshToken refreshExpiresAt user { username role }';

export const signIn = (client: Client, username: string, password = PASSWORD): Promise<any> =>
  mutate(client, 'login', { username, password }, TOKENS);

/** The same caller with an access token. */
export const bearing = (client: Client, accessToken: string): Client =>
  client.with({ authorization: `Bearer ${accessToken}` });

/** The code of the first error of an answer, or null. */
export async function refusalOf(client: Client, query = '{ viewer { username } }', variables = {}): Promise<unknown> {
  const { errors } = await client.answer(query, variables);
  return errors?.[0]?.extensions?.code ?? null;
}
