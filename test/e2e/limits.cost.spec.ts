import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, parse, print, type OperationDefinitionNode } from 'graphql';
import { exampleQueries } from '../../src/playground/example-queries.js';
import { startApi, type Client, type GraphqlResponse, type TestApi } from '../support/api.js';

let api: TestApi;
let client: Client;

beforeAll(async () => {
  api = await startApi();
  client = api.anonymous;
});
afterAll(() => api.close());

const codes = ({ errors = [] }: GraphqlResponse<unknown>): (string | undefined)[] =>
  errors.map(({ extensions }) => extensions?.code);
const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

async function refused(query: string, variables?: Record<string, unknown>): Promise<string> {
  const answer = await client.answer(query, variables);
  expect(codes(answer)).toEqual(['TOO_COMPLEX']);
  expect(answer).not.toHaveProperty('data');
  return answer.errors![0]!.message;
}

async function costOf(query: string, variables?: Record<string, unknown>): Promise<number> {
  const { errors, extensions } = await client.answer(query, variables);
  expect(errors?.filter((error) => error.extensions?.code !== 'TOO_COMPLEX') ?? []).toEqual([]);
  expect(extensions!.cost!.limit).toBe(20_000);
  return extensions!.cost!.total;
}

describe('depth', () => {
  const parents = (levels: number): string =>
    `{ satker(code: "73") ${'{ parent '.repeat(levels - 2)}{ code }${' }'.repeat(levels - 2)} }`;

  it('of 12 passes, of 13 does not', async () => {
    await client.query(parents(12));
    expect(await refused(parents(13))).toContain('13, limit 12 (MAX_DEPTH)');
  });

  it('cannot be hidden in fragments', async () => {
    const fragments = repeated(
      12,
      (i) => `fragment f${i} on Satker { ${i < 11 ? `parent { ...f${i + 1} }` : 'code'} }`,
    );
    expect(await refused(`{ satker(code: "73") { ...f0 } } ${fragments}`)).toContain('13, limit 12');
    const inline = `{ satker(code: "73") { ${'... on Satker { '.repeat(20)} code ${' }'.repeat(20)} } }`;
    expect(await client.query(inline)).toEqual({ satker: { code: '73' } });
  });
});

describe('aliases', () => {
  it('of 30 fields pass, of 31 do not', async () => {
    await client.query(`{ ${repeated(30, (i) => `a${i}: viewer { id }`)} }`);
    expect(await refused(`{ ${repeated(31, (i) => `a${i}: viewer { id }`)} }`)).toContain('31, limit 30 (MAX_ALIASES)');
  });

  it('count wherever a fragment is spread', async () => {
    const fragment = `fragment f on Satker { ${repeated(10, (i) => `a${i}: code`)} }`;
    const at = (count: number): string => repeated(count, (i) => `s${i}: satker(code: "73") { ...f }`);
    await client.query(`{ ${at(2)} } ${fragment}`);
    expect(await refused(`{ ${at(3)} } ${fragment}`)).toContain('33, limit 30');
  });

  it('count inside introspection and on __typename', async () => {
    const types = `{ __schema { types { ${repeated(31, (i) => `a${i}: fields { name }`)} } } }`;
    expect(await refused(types)).toContain('31, limit 30');
    expect(await refused(`{ ${repeated(31, (i) => `a${i}: __typename`)} }`)).toContain('31, limit 30');
  });
});

describe('tokens', () => {
  it('of 2,000 pass, more do not', async () => {
    const document = (count: number): string => `{ ${'__typename @skip(if: false) '.repeat(count)} }`;
    await client.query(document(240)); // 8 tokens each, and 4 around them
    expect(await refused(document(250))).toContain('limit 2000 (MAX_TOKENS)');
  });
});

describe('cost', () => {
  const nested = `satkers(first: 100) { nodes { experiences(first: $n) { nodes { code title stage { name } } } } }`;

  it('is the number of values that may come', async () => {
    expect(await costOf('{ satker(code: "73") { code name } }')).toBe(3);
    // The connection, and 20 times: its page, `nodes`, and two fields.
    expect(await costOf('{ satkers { nodes { code name } } }')).toBe(1 + 20 * (1 + (1 + 3)));
  });

  it('depends on the values of variables', async () => {
    const query = `query ($n: Int!) { ${nested} }`;
    expect((await client.answer(query, { n: 5 })).errors).toBeUndefined();
    expect(await refused(query, { n: 100 })).toContain('limit 20000 (MAX_COST)');
    // And again: what was remembered of the first must not serve for the second.
    expect((await client.answer(query, { n: 5 })).errors).toBeUndefined();
    await refused(query, { n: 100 });
  });

  it('takes defaults for variables left out, but not for null', async () => {
    const query = `query ($n: Int = 100) { ${nested} }`;
    const byNull = await costOf(query, { n: null });
    expect(byNull).toBe(await costOf(`{ ${nested.replace('$n', '20')} }`));
    expect(await costOf(query)).toBeGreaterThan(4 * byNull);
    expect(await costOf(query, {})).toBe(await costOf(query, { n: 100 }));
    expect(await costOf(query, { n: null })).toBe(byNull);
    expect(await costOf(`query ($n: Int) { ${nested} }`)).toBe(byNull);
  });

  it('is the same for literals', async () => {
    expect((await client.answer(`{ ${nested.replace('$n', '5')} }`)).errors).toBeUndefined();
    await refused(`{ ${nested.replace('$n', '100')} }`);
  });

  it('follows @include and @skip', async () => {
    const query = `query ($big: Boolean!) { __typename ${nested.replace('$n', '100').replace('{', '@include(if: $big) {')} }`;
    expect(await costOf(query, { big: false })).toBe(1);
    await refused(query, { big: true });
    const skipped = query.replace('@include', '@skip');
    expect(await costOf(skipped, { big: true })).toBe(1);
    await refused(skipped, { big: false });
  });

  it('counts what fragments bring, and merged fields once', async () => {
    const spread = `{ ...f ...f } fragment f on Query { ${nested.replace('$n', '5')} }`;
    expect(await costOf(spread)).toBe(await costOf(`{ ${nested.replace('$n', '5')} }`));
    await refused(spread.replace('first: 5', 'first: 100'));
  });

  it('does not sink for sizes that are none', async () => {
    // Were a page of -1,000 worth -1,000, it would pay for its neighbour.
    const free = `free: satkers(first: -100000) { nodes { code name } }`;
    await refused(`{ ${free} ${nested.replace('$n', '100')} }`);
    await refused(`{ free: electionCycles { stages(first: -100000) { code } } ${nested.replace('$n', '100')} }`);
  });

  it('takes lists that lead back to where they came from for full', async () => {
    const round = (inner: string): string => `appearances { event { ${inner} } }`;
    expect(await costOf('{ event(slug: "x") { appearances { role } } }')).toBe(2 + 10 * 2);
    await client.query(`{ event(slug: "x") { ${round('title')} } }`);
    await refused(`{ event(slug: "x") { ${round(round(round('title')))} } }`);
    await refused(`{ event(slug: "x") { ${round(`sessions { event { statements { gist } } }`)} } }`);
  });

  it('tells its limit and lets everything pass that the product itself offers', async () => {
    // A subscription has no answer over HTTP.
    const asked = exampleQueries.filter((example) => !/^subscription /m.test(example.query));
    for (const { query, variables } of asked) await client.query(query, variables);
    const introspection = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, oneOf: true });
    const [schema] = Object.values(await client.query<Record<string, any>>(introspection));
    expect(schema.types.length).toBeGreaterThan(100);
    expect(await costOf(introspection)).toBeLessThan(10_000);
    expect(await costOf(getIntrospectionQuery())).toBeLessThan(10_000);
  });

  it('keeps introspection from being asked for many times at once', async () => {
    const [operation, ...fragments] = parse(getIntrospectionQuery()).definitions;
    const schema = print((operation as OperationDefinitionNode).selectionSet.selections[0]!);
    const rest = fragments.map(print).join(' ');
    await client.query(`{ ${schema} } ${rest}`);
    await refused(`{ ${repeated(6, (i) => `a${i}: ${schema}`)} } ${rest}`);
  });
});

describe('fragments that double at each level', () => {
  const doubling = (levels: number, of: (next: string) => string): string =>
    `{ satker(code: "73") { ...f0 } } ${repeated(levels, (i) => `fragment f${i} on Satker { ${of(`...f${i + 1}`)} }`)}
     fragment f${levels} on Satker { code }`;

  it.each<[string, string, string[]]>([
    ['side by side', doubling(60, (next) => `${next} ${next}`), []],
    ['below one field', doubling(10, (next) => `parent { ${next} ${next} }`), []],
    ['below one field, twice', doubling(10, (next) => `parent { ${next} } parent { ${next} }`), []],
    ['below two names', doubling(10, (next) => `a: parent { ${next} } b: parent { ${next} }`), ['TOO_COMPLEX']],
    ['with a name each', doubling(60, (next) => `${next} a: code ${next}`), ['TOO_COMPLEX']],
  ])('are cheap or refused: %s', async (_, query, expected) => {
    const began = performance.now();
    expect(codes(await client.answer(query))).toEqual(expected);
    expect(performance.now() - began).toBeLessThan(10_000); // each fragment by itself would take for ever
  });
});
