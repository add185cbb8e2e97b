import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type GraphqlResponse, type TestApi } from '../support/api.js';
import { bodyOf, JSON_TYPE, listen, send } from './answers.js';

let api: TestApi;
let client: Client;

beforeAll(async () => {
  api = await startApi({ STATEMENT_TIMEOUT_MS: '2000' });
  client = api.anonymous;
});
afterAll(() => api.close());

const codes = ({ errors = [] }: GraphqlResponse<unknown>): (string | undefined)[] =>
  errors.map(({ extensions }) => extensions?.code);
describe('pages', () => {
  it('have at most 100 rows; more is an error that names itself and its place', async () => {
    expect((await client.query('{ satkers(first: 100) { nodes { code } } }')).satkers.nodes).toHaveLength(100);
    for (const [size, name] of [
      [101, 'first'],
      [0, 'first'],
      [-1, 'first'],
      [2_147_483_647, 'first'],
      [101, 'last'],
    ]) {
      const { data, errors } = await client.answer(`{ units: satkers(${name}: ${size}) { nodes { code } } }`);
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ path: ['units'], extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors![0]!.message).toContain(`${name} must be between 1 and 100`);
    }
  });

  it('are capped inside others and by variables too', async () => {
    const query = 'query ($n: Int) { satker(code: "73") { experiences(first: $n) { nodes { code } } } }';
    expect((await client.answer(query, { n: 100 })).errors).toBeUndefined();
    const { data, errors } = await client.answer(query, { n: 101 });
    expect(data).toEqual({ satker: null });
    expect(errors).toMatchObject([{ path: ['satker', 'experiences'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('bodies', () => {
  it('of MAX_BODY_KB pass, larger ones do not', async () => {
    const base = await listen(api);
    const ofSize = (bytes: number): string => JSON.stringify({ query: '{ __typename }' }).padEnd(bytes);
    expect((await send(base, { body: ofSize(256 * 1024) })).status).toBe(200);
    const larger = { body: ofSize(256 * 1024 + 1) };
    const refused = await send(base, larger);
    expect([refused.status, bodyOf(refused)]).toEqual([
      413,
      { code: 'BODY_TOO_LARGE', field: null, message: 'Permintaan paling besar 256 kB.' },
    ]);
    const english = await send(base, { ...larger, headers: { ...JSON_TYPE, 'accept-language': 'en' } });
    expect(bodyOf(english).message).toBe('A request may have 256 kB at most.');
  });
});

describe('filters', () => {
  const query = 'query ($filter: SatkerFilter) { satkers(filter: $filter) { totalCount } }';
  const condition = { code: { eq: '73' } };
  const conditions = (count: number): object[] => Array.from({ length: count }, () => condition);
  const nested = (levels: number): object => (levels === 1 ? condition : { not: nested(levels - 1) });

  it.each<[string, object, object]>([
    ['conditions', { or: conditions(60) }, { or: conditions(61) }],
    ['levels', nested(8), nested(9)],
    ['values', { code: { in: Array(500).fill('73') } }, { code: { in: Array(501).fill('73') } }],
  ])('have a limit of %s', async (_, fits, isTooMuch) => {
    expect((await client.answer(query, { filter: fits })).errors).toBeUndefined();
    expect(codes(await client.answer(query, { filter: isTooMuch }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('time', () => {
  it('runs out for a statement that waits too long', async () => {
    api.app.useLogger(false);
    const query = '{ satkers(first: 1) { nodes { code } } }';
    const other = api.dataSource.createQueryRunner();
    await other.startTransaction();
    try {
      await other.query('lock table satkers in access exclusive mode');
      const answers = [await client.answer(query), await client.answer('{ satkerLookup(name: "KPU") { name } }')];
      for (const answer of answers) {
        expect(codes(answer)).toEqual(['TOO_COMPLEX']);
        expect(JSON.stringify(answer)).not.toContain('statement timeout');
      }
    } finally {
      await other.rollbackTransaction();
      await other.release();
    }
    await client.query(query);
  });
});

describe('limits of a deployment', () => {
  it('are its own', async () => {
    const strict = await startApi({ MAX_COST: '100', MAX_DEPTH: '3', MAX_ALIASES: '0' });
    try {
      expect(codes(await strict.anonymous.answer('{ satkers { nodes { code } } }'))).toEqual([]);
      expect(codes(await strict.anonymous.answer('{ satkers { nodes { code name } } }'))).toEqual(['TOO_COMPLEX']);
      expect(codes(await strict.anonymous.answer('{ a: __typename }'))).toEqual(['TOO_COMPLEX']);
      expect(codes(await strict.anonymous.answer('{ satker(code: "73") { parent { parent { id } } } }'))).toEqual([
        'TOO_COMPLEX',
      ]);
    } finally {
      await strict.close();
    }
  });
});
