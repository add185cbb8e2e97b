import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { readConfig, type Config } from '../../src/config.js';
import { createHttpApp } from '../../src/server/http-app.js';
import { cloneDatabase, PASSWORD, type TestServer } from './test-server.js';

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string } & Record<string, unknown>;
}

export interface GraphqlResponse<T> {
  data?: T | null;
  errors?: GraphqlError[];
  extensions?: { cost?: { total: number; limit: number } };
}

/** A caller of the API; `query` throws on errors, `answer` returns whatever came. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  async query<T = any>(query: string, variables?: Record<string, unknown>): Promise<T> {
    const { data, errors } = await this.answer<T>(query, variables);
    if (errors) throw new Error(`GraphQL: ${errors.map((e) => `${e.extensions?.code} ${e.message}`).join('; ')}`);
    return data as T;
  }

  async answer<T = any>(query: string, variables?: Record<string, unknown>): Promise<GraphqlResponse<T>> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...this.headers },
      payload: JSON.stringify({ query, variables }),
    });
    return response.json<GraphqlResponse<T>>();
  }

  /** A request of plain HTTP, as whoever this is. */
  send(method: 'GET' | 'POST', url: string, body?: { payload: Buffer; type: string }) {
    const type = body ? { 'content-type': body.type } : {};
    return this.app.inject({ method, url, headers: { ...this.headers, ...type }, payload: body?.payload });
  }

  /** The same caller with further headers. */
  with(headers: Record<string, string>): Client {
    return new Client(this.app, { ...this.headers, ...headers });
  }
}

export interface TestApi {
  app: NestFastifyApplication;
  dataSource: DataSource;
  config: Config;
  anonymous: Client;
  /** A demo account, signed in: `await api.as('analis')`. */
  as(username: string): Promise<Client>;
  close(): Promise<void>;
}

/** The product over a database of its own, cloned from the template. */
export async function startApi(environment: Record<string, string> = {}): Promise<TestApi> {
  const files = await mkdtemp(join(tmpdir(), 'rakornas-files-'));
  const config = readConfig({
    DEMO: 'true',
    TOKEN_SECRET: 'rahasia-untuk-uji-yang-cukup-panjang',
    ATTACHMENTS_DIR: files,
    ...environment,
  });
  // The product's own timeout is short for a machine that runs many tests at once, so it has to be asked for.
  const timeout = 'STATEMENT_TIMEOUT_MS' in environment && { statementTimeout: config.statementTimeout };
  const settings = { memory: config.answerMemory, ...timeout };
  const { dataSource, drop } = await cloneDatabase(JSON.parse(process.env['TEST_SERVER']!) as TestServer, settings);
  const app = await createHttpApp(config, dataSource);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const anonymous = new Client(app, {});
  const clients = new Map<string, Promise<Client>>();
  return {
    app,
    dataSource,
    config,
    anonymous,
    as: (username) => {
      if (!clients.has(username)) clients.set(username, signIn(app, anonymous, username));
      return clients.get(username)!;
    },
    close: async () => {
      await app.close();
      await drop();
      await rm(files, { recursive: true, force: true });
    },
  };
}

/** The demonstration's accounts by what they are for a reader of tests. */
const MEMBERS = {
  makassar: 'kontributor.7371',
  gowa: 'kontributor.7306',
  karangasem: 'kontributor.5107',
  sulsel: 'reviewer.73',
  bali: 'reviewer.51',
  analis: 'analis',
  auditor: 'auditor',
  admin: 'admin',
  viewer: 'viewer',
};

/** All of them, signed in. */
export async function members(api: TestApi): Promise<Record<string, Client>> {
  const clients = Object.entries(MEMBERS).map(async ([name, account]) => [name, await api.as(account)] as const);
  return Object.fromEntries(await Promise.all(clients));
}

async function signIn(app: NestFastifyApplication, anonymous: Client, username: string): Promise<Client> {
  const login = `mutation ($input: LoginInput!) { login(input: $input) { accessToken userErrors { message } } }`;
  const data = await anonymous.query(login, { input: { username, password: PASSWORD } });
  if (!data.login.accessToken) throw new Error(`Cannot sign in as ${username}: ${data.login.userErrors[0]?.message}`);
  return new Client(app, { authorization: `Bearer ${data.login.accessToken}` });
}
