import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { startApi, type TestApi } from '../support/api.js';
import { bodyOf, codesOf, faultsOf, JSON_TYPE, listen, send, type Answer, type Asked } from './answers.js';

let api: TestApi;
let base: string;

beforeAll(async () => {
  api = await startApi();
  base = await listen(api);
});
afterAll(() => api.close());

const ask = (asked: Asked): Promise<Answer> => send(base, asked);
const post = (body: unknown): Promise<Answer> => ask({ body: JSON.stringify(body) });
const get = (parameters: Record<string, string>): Promise<Answer> =>
  ask({ method: 'GET', path: `/graphql?${new URLSearchParams(parameters).toString()}` });

describe('GraphQL over HTTP, audited by graphql-http', () => {
  const withoutOk = (results: AuditResult[]): string[] =>
    results.filter(({ status }) => status !== 'ok').map(({ status, id, name }) => `${status} ${id} ${name}`);

  it('passes every audit', async () => {
    // The header that a browser cannot add without asking first: what simple GETs need to get past the CSRF check.
    const fetchFn = (url: string, init?: RequestInit): Promise<Response> =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), 'apollo-require-preflight': 'true' } });
    const results = await auditServer({ url: `${base}/graphql`, fetchFn });
    expect(results).toHaveLength(61);
    expect(withoutOk(results)).toEqual([]);
  });

  it('passes without that header all but three MAYs: GETs that any web page could make a browser send', async () => {
    const results = await auditServer({ url: `${base}/graphql` });
    expect(withoutOk(results).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'notice 5A70 MAY',
      'notice D6D5 MAY',
      'notice 6A70 MAY',
    ]);
  });

  it('says 400 for a bad operation only to clients that know GraphQL answers', async () => {
    const body = JSON.stringify({ query: '{ nothingLikeThis }' });
    const accept = 'application/graphql-response+json';
    expect((await ask({ body })).status).toBe(200);
    expect((await ask({ body, headers: { ...JSON_TYPE, accept } })).status).toBe(400);
  });
});

/** What a client may send by mistake or by malice, and the status it deserves. */
const MALFORMED: Record<string, [status: number, asked: Asked]> = {
  'an empty body': [400, { body: '' }],
  'no body and no type': [400, { headers: {} }],
  'text/plain': [400, { headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' }],
  'a form': [400, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=%7Bviewer%7D' }],
  'a multipart form': [415, { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
  XML: [415, { headers: { 'content-type': 'application/xml' }, body: '<query/>' }],
  'a content type that is none': [415, { headers: { 'content-type': ';;;' }, body: '{}' }],
  'broken JSON': [400, { body: '{"query": "{__typ' }],
  'JSON in Latin-1': [400, { body: Buffer.from('{"query":"{__typename}","operationName":"é"}', 'latin1') }],
  'JSON in UTF-16': [400, { body: Buffer.from('{"query":"{__typename}"}', 'utf16le') }],
  'JSON null': [400, { body: 'null' }],
  'a JSON number': [400, { body: '42' }],
  'a JSON string': [400, { body: '"{__typename}"' }],
  'an empty object': [400, { body: '{}' }],
  'an empty batch': [400, { body: '[]' }],
  'a batch': [400, { body: '[{"query":"{__typename}"},{"query":"{__typename}"}]' }],
  'a query that is no text': [400, { body: '{"query":{"kind":"Document"}}' }],
  'variables as text': [400, { body: '{"query":"{__typename}","variables":"{}"}' }],
  'variables as a list': [400, { body: '{"query":"{__typename}","variables":[1]}' }],
  'an operation name that is no text': [400, { body: '{"query":"{__typename}","operationName":7}' }],
  'extensions as a number': [400, { body: '{"query":"{__typename}","extensions":1}' }],
  '__proto__ as a key': [400, { body: '{"query":"{__typename}","__proto__":{"isAdmin":true}}' }],
  '__proto__ in variables': [400, { body: '{"query":"{__typename}","variables":{"__proto__":{"a":1}}}' }],
  'constructor.prototype': [400, { body: '{"query":"{__typename}","constructor":{"prototype":{"a":1}}}' }],
  'a body beyond MAX_BODY_KB': [413, { body: JSON.stringify({ query: `{ __typename } #${'x'.repeat(257 * 1024)}` }) }],
  'gzip that is gzip': [
    415,
    { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(9_999_999)) },
  ],
  'an encoding that is none, on a request without a body': [
    200,
    { method: 'GET', path: '/health/ready', headers: { 'content-encoding': 'x' } },
  ],
  'an encoding that is none, where nobody reads bodies': [
    404,
    { path: '/health/live', headers: { ...JSON_TYPE, 'content-encoding': 'x' }, body: '{}' },
  ],
  'gzip that is not': [415, { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: '{"query":"{a}"}' }],
  'an answer nobody can give': [
    406,
    { headers: { ...JSON_TYPE, accept: 'image/png' }, body: '{"query":"{__typename}"}' },
  ],
  'a GET without a query': [400, { method: 'GET' }],
  'a GET with broken variables': [400, { method: 'GET', path: '/graphql?query={__typename}&variables={' }],
  'a GET with two queries': [400, { method: 'GET', path: '/graphql?query={a}&query={b}' }],
  'a GET that any page could send': [400, { method: 'GET', path: '/graphql?query={__typename}', headers: {} }],
  PUT: [404, { method: 'PUT', body: '{}' }],
  DELETE: [404, { method: 'DELETE', headers: {} }],
  'an address that is not there': [404, { method: 'GET', path: '/api/v9/nothing' }],
  'a POST to an address that is not there': [404, { path: '/graphql/more', body: '{"a":1}' }],
  'a file of the server': [404, { method: 'GET', path: '/playground/assets/..%2f..%2fpackage.json' }],
  'an address that cannot be decoded': [400, { method: 'GET', path: '/%E0%A4%A' }],
  'a host that is none': [400, { headers: { ...JSON_TYPE, host: 'a b[' }, body: '{"query":"{__typename}"}' }],
};

/** Operations that arrive well and cannot be executed: 200 for `application/json`, and always this code. */
const UNFIT: Record<string, [code: string, body: Record<string, unknown>]> = {
  'invalid UTF-8': ['GRAPHQL_PARSE_FAILED', { query: '\ufffd' }],
  'a document that breaks off': ['GRAPHQL_PARSE_FAILED', { query: '{' }],
  'U+0000 in a document': ['GRAPHQL_PARSE_FAILED', { query: '{ __typename \0 }' }],
  'an unknown field': ['GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
  'an unknown directive': ['GRAPHQL_VALIDATION_FAILED', { query: '{ __typename @nothing }' }],
  'fragments in a circle': [
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' },
  ],
  'a variable of the wrong kind': [
    'GRAPHQL_VALIDATION_FAILED',
    { query: 'query ($n: String) { satkers(first: $n) { totalCount } }', variables: { n: '5' } },
  ],
  'a subscription, which goes over WebSocket': [
    'BAD_USER_INPUT',
    { query: 'subscription { experienceChanged { code } }' },
  ],
  'a subscription whose @skip says nothing': [
    'GRAPHQL_VALIDATION_FAILED',
    { query: 'subscription { experienceChanged @skip(if: null) { code } }' },
  ],
  'a name of no operation': ['OPERATION_RESOLUTION_FAILURE', { query: 'query A { __typename }', operationName: 'B' }],
  'several operations and no name': [
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { __typename } query B { __typename }' },
  ],
  '10,000 fields': ['TOO_COMPLEX', { query: `{ ${'__typename '.repeat(10_000)} }` }],
  'a hash of nothing that was sent before': [
    'PERSISTED_QUERY_NOT_FOUND',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } },
  ],
  'a variable that does not fit': [
    'BAD_USER_INPUT',
    { query: 'query ($n: Int) { satkers(first: $n) { totalCount } }', variables: { n: 'five' } },
  ],
  'a variable left out': ['BAD_USER_INPUT', { query: 'query ($n: Int!) { satkers(first: $n) { totalCount } }' }],
  'a hundred misfits in one variable': [
    'BAD_USER_INPUT',
    {
      query: 'query ($n: [String!]) { satkers(filter: { code: { in: $n } }) { totalCount } }',
      variables: { n: Array(100).fill(1) },
    },
  ],
  'null where an argument needs a value': [
    'BAD_USER_INPUT',
    { query: 'query ($n: Int) { electionCycles { stages(first: $n) { code } } }', variables: { n: null } },
  ],
  'a condition that is null': [
    'BAD_USER_INPUT',
    { query: 'query ($b: Boolean = true) { viewer @include(if: $b) { id } }', variables: { b: null } },
  ],
  'U+0000 in a value': ['BAD_USER_INPUT', { query: '{ satker(code: "7\\u0000") { code } }' }],
  'U+0000 in a name to look up': ['BAD_USER_INPUT', { query: '{ satkerLookup(name: "\\u0000") { name } }' }],
};

describe('malformed requests', () => {
  it.each(Object.keys(MALFORMED))('answers %s', async (what) => {
    const [status, asked] = MALFORMED[what]!;
    const answer = await ask(asked);
    expect({ status: answer.status, faults: faultsOf(answer) }).toEqual({ status, faults: [] });
  });

  it.each(Object.keys(UNFIT))('gives its code for %s', async (what) => {
    const [code, body] = UNFIT[what]!;
    const answer = await post(body);
    const { status } = answer;
    expect({ status, codes: [...new Set(codesOf(answer))], faults: faultsOf(answer) }).toEqual({
      status: 200,
      codes: [code],
      faults: [],
    });
  });

  it('says so where letters would be lost, and loses none of UTF-8', async () => {
    const bytes = (encoding: BufferEncoding): Buffer =>
      Buffer.from(
        '{"query":"query ($n: String!) { satkerLookup(name: $n) { name } }","variables":{"n":"Café"}}',
        encoding,
      );
    const refused = await ask({ body: bytes('latin1') });
    expect(bodyOf(refused)).toEqual({ statusCode: 400, message: expect.stringContaining('must be JSON in UTF-8') });
    expect((await ask({ body: bytes('utf8') })).status).toBe(200);
    // Notepad's mark in front.
    expect((await ask({ body: Buffer.concat([Buffer.from('\ufeff'), bytes('utf8')]) })).status).toBe(200);
  });

  it('does not follow variables however deep they are', async () => {
    const query = 'query ($f: SatkerFilter) { satkers(filter: $f) { totalCount } }';
    const deep = `${'{"not":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const answer = await ask({ body: `{"query":${JSON.stringify(query)},"variables":{"f":${deep}}}` });
    expect({ codes: codesOf(answer), faults: faultsOf(answer) }).toEqual({ codes: ['TOO_COMPLEX'], faults: [] });
  });

  it('never runs an operation that it cannot name', async () => {
    // graphql-js, told nothing of the name, would run the only operation there is: unmeasured, and by GET.
    const attempts = async (): Promise<number> =>
      Number((await api.dataSource.query('select count(*) from login_attempts'))[0].count);
    const before = await attempts();
    const query = 'mutation { login(input: { username: "nobody", password: "nothing" }) { accessToken } }';
    expect(codesOf(await get({ query, operationName: 'X' }))).toEqual(['OPERATION_RESOLUTION_FAILURE']);
    expect(codesOf(await get({ query }))).toEqual(['BAD_REQUEST']);
    expect((await get({ query })).status).toBe(405);
    expect(await attempts()).toBe(before);
  });

  it('takes the last of two keys, and answers names that JavaScript keeps for itself', async () => {
    expect(bodyOf(await ask({ body: '{"query":"{","query":"{ __typename }"}' })).data).toEqual({ __typename: 'Query' });
    const strange = '{ __proto__: satker(code: "73") { constructor: code toString: code } }';
    const { text } = await post({ query: strange });
    expect(text).toContain('"__proto__":{"constructor" : "73", "toString" : "73"}');
    expect(({} as { constructor: unknown }).constructor).toBe(Object);
  });

  it.each([
    'GARBAGE\r\n\r\n',
    'POST /graphql HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
  ])('answers what is hardly HTTP: %j', async (bytes) => {
    const { port } = new URL(base);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes));
      let received = '';
      socket.on('data', (chunk) => (received += String(chunk)));
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toHaveProperty('message');
  });
});
