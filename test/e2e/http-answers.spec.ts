import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.js';
import { withServer, type TestServer } from '../support/test-server.js';
import { bodyOf, codesOf, faultsOf, JSON_TYPE, listen, send, type Answer } from './answers.js';

let api: TestApi;
let base: string;
/** What the product wrote into its log: failures are provoked here, and belong there and nowhere else. */
let log: string;

beforeAll(async () => {
  api = await startApi();
  base = await listen(api);
  const write = (...parts: unknown[]): void => void (log += parts.map(String).join(' '));
  api.app.useLogger({ log: write, warn: write, error: write });
});
beforeEach(() => {
  log = '';
});
afterAll(() => api.close());

const post = (query: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(base, { headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ query }) });
const read = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(base, { method: 'GET', path, headers });

describe('errors of operations whose JSON comes from the database', () => {
  /** The same operation where graphql-js does all the work: introspection beside it keeps it off the short way. */
  async function bothWays(selection: string, caller = api.anonymous): Promise<any> {
    const short = await caller.answer(`{ ${selection} }`);
    const long = await caller.answer(`{ ${selection} schema: __schema { queryType { name } } }`);
    delete long.data?.schema;
    expect({ data: short.data, errors: short.errors }).toEqual({ data: long.data, errors: long.errors });
    return short;
  }

  it('are at their place, beside what could be read', async () => {
    const { data, errors } = await bothWays('bad: satker(code: "7\\u0000") { code } good: satker(code: "73") { code }');
    expect(data).toEqual({ bad: null, good: { code: '73' } });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('U+0000'),
        path: ['bad'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('take everything with them where null is not allowed', async () => {
    const { data, errors } = await bothWays(
      'satker(code: "73") { code } satkers(first: 0) { totalCount nodes { code } }',
    );
    expect(data).toBeNull();
    expect(errors.map((error: any) => [error.path, error.extensions.code])).toEqual([[['satkers'], 'BAD_USER_INPUT']]);
  });

  it('are the same for a field that the guard refuses', async () => {
    const closed = await startApi({ PUBLIC_READ: 'false' });
    try {
      const { data, errors } = await bothWays('viewer { id } satker(code: "73") { code }', closed.anonymous);
      expect(data).toEqual({ viewer: null, satker: null });
      expect(errors.map((error: any) => [error.path[0], error.extensions.code])).toEqual([
        ['viewer', 'UNAUTHENTICATED'],
        ['satker', 'UNAUTHENTICATED'],
      ]);
      expect((await bothWays('topics { code }', closed.anonymous)).data).toBeNull();
    } finally {
      await closed.close();
    }
  });

  it('tell nothing of a statement that fails', async () => {
    await api.dataSource.query('alter table source_documents rename to elsewhere');
    try {
      const { data, errors } = await bothWays('source(slug: "x") { title } satker(code: "73") { code }');
      expect(data).toEqual({ source: null, satker: { code: '73' } });
      expect(errors).toEqual([
        {
          message: expect.stringContaining('Something went wrong on the server'),
          path: ['source'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ]);
      expect(log).toContain('relation "source_documents" does not exist');
    } finally {
      await api.dataSource.query('alter table elsewhere rename to source_documents');
    }
  });
});

describe('headers', () => {
  it.each(['/health/live', '/graphql', '/nothing', '/%E0%A4%A'])(
    'of %s keep browsers from misusing it',
    async (path) => {
      const { headers } = await read(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    },
  );

  it('of the playground are its own', async () => {
    const { status, headers, text } = await read('/playground');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    const asset = await read(/\/playground\/assets\/[^"]+\.js/.exec(text)![0]);
    expect(asset.status).toBe(200);
    expect(asset.headers['x-content-type-options']).toBe('nosniff');
  });

  it('lead a browser that opens the endpoint to the playground', async () => {
    const { status, headers } = await read('/graphql', { accept: 'text/html' });
    expect({ status, location: headers.location }).toEqual({ status: 302, location: '/playground' });
  });

  it('let no other site read answers', async () => {
    const origin = 'https://elsewhere.example';
    const preflight = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-y' };
    const answers = [
      await send(base, { method: 'OPTIONS', headers: preflight }),
      await post('{ __typename }', { origin }),
      await read('/health/live', { origin }),
    ];
    for (const { headers } of answers)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('keep answers out of caches', async () => {
    expect((await post('{ __typename }')).headers['cache-control']).toBe('no-store');
  });
});

describe('a document by its hash', () => {
  const query = 'query ($code: String!) { satker(code: $code) { name } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const askFor = (body: object): Promise<Answer> => send(base, { body: JSON.stringify(body) });

  it('is known once it was sent whole', async () => {
    const variables = { code: '73' };
    const unknown = await askFor({ extensions, variables });
    expect([unknown.status, codesOf(unknown)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    await askFor({ query, extensions, variables });
    const known = await askFor({ extensions, variables });
    expect(bodyOf(known).data.satker.name).toBe('KPU Provinsi Sulawesi Selatan');
    expect(bodyOf(known).extensions.cost.total).toBeGreaterThan(0);
    // What is asked for in this way is checked as anything else.
    expect(codesOf(await askFor({ extensions, variables: {} }))).toEqual(['BAD_USER_INPUT']);
  });

  it('is not taken under the hash of another, nor when it is no good', async () => {
    const other = await askFor({ query: '{ __typename }', extensions });
    expect([other.status, codesOf(other)]).toEqual([200, ['BAD_USER_INPUT']]);
    const bad = '{ nothing }';
    const hashOfBad = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(bad).digest('hex') } };
    await askFor({ query: bad, extensions: hashOfBad });
    expect(codesOf(await askFor({ extensions: hashOfBad }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });
});

describe('languages', () => {
  const messageFor = async (language: string): Promise<string> => {
    const answer = await post('{ viewer { id } }', { 'accept-language': language, authorization: 'Bearer none' });
    return bodyOf(answer).errors[0].message as string;
  };

  it.each(['en', 'en-GB,en;q=0.9', 'EN', 'fr, en;q=0.5'])('are English for %s', async (language) => {
    expect(await messageFor(language)).toBe('The token is not valid or has expired; please sign in again.');
  });

  it.each(['id', 'id-ID,id;q=0.9,en;q=0.8', 'fr', '*', ''])('are Indonesian for %j', async (language) => {
    expect(await messageFor(language)).toBe('Token tidak sah atau sudah kedaluwarsa; silakan masuk lagi.');
  });
});

describe('health', () => {
  const { connection } = JSON.parse(process.env['TEST_SERVER']!) as TestServer;

  /** Takes the database away under the running product, as a restart or a fail-over of the server does. */
  async function away(work: () => Promise<void>): Promise<void> {
    const name = api.dataSource.options.database as string;
    await withServer(connection, async (client) => {
      const disconnect = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
      await client.query(disconnect, [name]);
      await client.query(`alter database ${name} rename to ${name}_away`);
      try {
        await work();
      } finally {
        await client.query(disconnect, [`${name}_away`]);
        await client.query(`alter database ${name}_away rename to ${name}`);
      }
    });
  }

  it('is live and ready', async () => {
    expect(bodyOf(await read('/health/live'))).toEqual({ status: 'ok' });
    expect(bodyOf(await read('/health/ready'))).toEqual({ status: 'ok', database: 'reachable' });
  });

  it('outlives a connection that is lost in the middle of a read', async () => {
    const database = api.dataSource.options.database as string;
    await withServer({ ...connection, database }, async (client) => {
      await client.query('begin; lock table satkers in access exclusive mode');
      const waiting = post('{ satker(code: "73") { code } }');
      for (let pid: number | undefined; !pid; await sleep(20)) {
        await client.query('select pg_stat_clear_snapshot()');
        const blocked = `select pid from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`;
        pid = (await client.query<{ pid: number }>(blocked, [database])).rows[0]?.pid;
        if (pid) await client.query('select pg_terminate_backend($1)', [pid]);
      }
      await client.query('rollback');
      expect(codesOf(await waiting)).toEqual(['UNAVAILABLE']);
    });
    expect(bodyOf(await post('{ satker(code: "73") { code } }')).data).toEqual({ satker: { code: '73' } });
  });

  it('is live but not ready without the database, and recovers', async () => {
    await away(async () => {
      expect((await read('/health/live')).status).toBe(200);
      const ready = await read('/health/ready');
      expect(ready.status).toBe(503);
      expect(bodyOf(ready)).toEqual({ status: 'unavailable', database: 'unreachable' });
      // By the read engine, by TypeORM, and in a transaction of a mutation.
      const reads = ['{ satker(code: "73") { code } }', '{ satkerLookup(name: "Sulawesi") { name } }'];
      for (const query of [...reads, 'mutation { login(input: { username: "a", password: "b" }) { accessToken } }']) {
        const answer = await post(query);
        const [error] = bodyOf(answer).errors;
        expect(error.extensions).toEqual({ code: 'UNAVAILABLE' });
        expect(faultsOf(answer)).toEqual([]);
      }
    });
    expect((await read('/health/ready')).status).toBe(200);
    expect(bodyOf(await post('{ satker(code: "73") { code } }')).data).toEqual({ satker: { code: '73' } });
  });
});
