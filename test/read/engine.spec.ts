import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';

const LIMITS = { MAX_COST: '10000000', MAX_DEPTH: '30', MAX_ALIASES: '500', MAX_TOKENS: '20000' };
const INTROSPECTION = '__schema { queryType { name } }';

let api: TestApi;
let reader: Client;
let analyst: Client;

beforeAll(async () => {
  // Statements are counted here, so none may be answered from memory.
  api = await startApi({ ...LIMITS, ANSWER_MEMORY_MB: '0' });
  analyst = await api.as('analis');
  reader = api.anonymous;
  await api.dataSource.query(`update experiences set status = 'DRAFT' where id = (select min(id) from experiences)`);
});
afterAll(() => api?.close());

const globalId = (type: string, key: string | number): string => Buffer.from(`${type}:${key}`).toString('base64');

/** What a client sees of its mistakes: where and which code. */
async function problems(query: string, variables?: Record<string, unknown>): Promise<unknown> {
  const { errors } = await reader.answer(query, variables);
  return errors?.map(({ path, extensions }) => `${extensions?.code} ${path?.join('.')}`);
}

/** The same operation on the raw path and where an executor completes the objects. */
async function onBothPaths(query: string, variables?: Record<string, unknown>): Promise<any> {
  const raw = await reader.answer(query, variables);
  const completed = await reader.answer(query.replace(/\}\s*$/, `${INTROSPECTION} }`), variables);
  const { __schema: _, ...data } = completed.data ?? {};
  expect({ errors: completed.errors?.map((e) => e.path), data }).toEqual({
    errors: raw.errors?.map((e) => e.path),
    data: raw.data ?? {},
  });
  return raw.data;
}

/** Runs some work and returns the texts of the statements that any connection was given meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { prototype } = pg.Client as { prototype: { query: (...args: unknown[]) => unknown } };
  const original = prototype.query;
  const seen: string[] = [];
  prototype.query = function (...args) {
    const [first] = args;
    seen.push(typeof first === 'string' ? first : (first as { text: string }).text);
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return seen.filter((text) => text.startsWith('select ('));
}

describe('one statement a root field', () => {
  const deep = `{ nodes { code satker { name parent { name } } stage { cycle { stages { parts { name } } } }
    obstacles { cause { name } recommendations { number } } event { participation(first: 2) { totalCount nodes { satker { name } } } } } totalCount }`;

  it.each([
    ['one root field', `{ experiences(first: 5) ${deep} }`, 1],
    [
      'three root fields',
      `{ a: experiences(first: 2) ${deep} b: experiences(last: 2) ${deep} satker(code: "73") { name } }`,
      3,
    ],
    ['a node', `{ node(id: "${globalId('Satker', 1)}") { id ... on Satker { children { totalCount } } } }`, 1],
    ['no root field left', '{ satkers @skip(if: true) { totalCount } }', 0],
  ])('reads %s', async (_, query, count) => {
    expect(await statementsOf(() => analyst.query(query))).toHaveLength(count);
    expect(await statementsOf(() => analyst.query(query.replace(/\}$/, `${INTROSPECTION} }`)))).toHaveLength(count);
  });

  it('reads the payload of a mutation by one', async () => {
    const person = `mutation { createPerson(input: { slug: "uji-satu-kueri", name: "Uji \\"Satu\\" Kueri", clientMutationId: "uji-1" }) {
      userErrors { code } person { id alias: name name __typename aliases appearances { id } citations(first: 3) { value } ... on Node { key: id } } } }`;
    let answer: any;
    const statements = await statementsOf(async () => (answer = await analyst.query(person)));
    expect(statements).toHaveLength(1);
    const { person: made, userErrors } = answer.createPerson;
    expect(userErrors).toEqual([]);
    expect(made).toMatchObject({
      alias: 'Uji "Satu" Kueri',
      name: 'Uji "Satu" Kueri',
      __typename: 'Person',
      appearances: [],
    });
    expect(made.key).toBe(made.id);
  });
});

describe('unusual selections', () => {
  it('answers more fields than json_build_object takes', async () => {
    const names = Array.from({ length: 130 }, (_, i) => `k${i}`);
    const { satker } = await onBothPaths(`{ satker(code: "00") { ${names.map((n) => `${n}: name`).join(' ')} } }`);
    expect(Object.keys(satker)).toEqual(names);
    expect(new Set(Object.values(satker))).toEqual(new Set([satker.k0]));
  });

  it('answers under names longer than PostgreSQL has for anything', async () => {
    const [one, other] = [`${'a'.repeat(200)}1`, `${'a'.repeat(200)}2`];
    const { satker } = await onBothPaths(`{ satker(code: "00") { ${one}: code ${other}: name } }`);
    expect(satker[one]).toBe('00');
    expect(satker[other]).not.toBe('00');
  });

  it('includes a fragment that one of two conditions takes in', async () => {
    const query = `query ($a: Boolean!, $b: Boolean!) { satker(code: "00") { code ...F @include(if: $a) ...F @include(if: $b) } }
      fragment F on Satker { level }`;
    for (const [a, b, keys] of [
      [false, false, ['code']],
      [true, false, ['code', 'level']],
      [false, true, ['code', 'level']],
      [true, true, ['code', 'level']],
    ] as const)
      expect(Object.keys((await reader.query(query, { a, b })).satker)).toEqual(keys);
  });

  it('answers a page of which only the place is asked', async () => {
    for (const page of ['first: 3', 'last: 3', 'filter: { code: { eq: "tidak-ada" } }'])
      for (const fields of ['__typename', 'hasNextPage', 'hasPreviousPage', 'startCursor @skip(if: true)']) {
        const { satkers } = await onBothPaths(`{ satkers(${page}) { pageInfo { ${fields} } } }`);
        expect(satkers.pageInfo).toEqual(expect.any(Object));
      }
  });

  it('answers objects without any field', async () => {
    const { satkers } = await onBothPaths(
      '{ satkers(first: 2) { nodes { name @skip(if: true) } edges { cursor @skip(if: true) } } satker(code: "00") { name @include(if: false) } }',
    );
    expect(satkers).toEqual({ nodes: [{}, {}], edges: [{}, {}] });
  });

  it('takes a thousand different documents', async () => {
    for (let batch = 0; batch < 20; batch++)
      await Promise.all(
        Array.from({ length: 50 }, async (_, i) => {
          const key = `k${batch}x${i}`;
          expect(await reader.query(`{ ${key}: satker(code: "00") { code } }`)).toEqual({ [key]: { code: '00' } });
        }),
      );
    expect(await onBothPaths('{ satker(code: "00") { code } }')).toEqual({ satker: { code: '00' } });
  });
});

describe('arguments that cannot be used', () => {
  it('refuses a size whatever is selected below it', async () => {
    for (const selection of ['totalCount', '__typename', 'nodes { code }', 'pageInfo { hasNextPage }'])
      expect(await problems(`{ halaman: satkers(first: 101) { ${selection} } }`)).toEqual(['BAD_USER_INPUT halaman']);
  });

  it.each([
    ['first: 0', ['BAD_USER_INPUT halaman']],
    ['first: 101', ['BAD_USER_INPUT halaman']],
    ['first: -1', ['BAD_USER_INPUT halaman']],
    ['last: 0', ['BAD_USER_INPUT halaman']],
    ['last: 101', ['BAD_USER_INPUT halaman']],
    ['first: 1, last: 1', ['BAD_USER_INPUT halaman']],
    ['first: null, last: null', undefined],
    ['first: 100', undefined],
    ['first: 1, last: null', undefined],
  ])('refuses or takes %s', async (args, expected) => {
    expect(await problems(`{ halaman: satkers(${args}) { nodes { code } } }`)).toEqual(expected);
    expect(await problems(`{ halaman: satkers(${args}) { pageInfo { hasPreviousPage } } }`)).toEqual(expected);
  });

  it('checks sizes in variables each time a plan is used', async () => {
    const query = 'query ($n: Int, $m: Int) { satkers(first: $n) { nodes { children(last: $m) { nodes { code } } } } }';
    for (const [n, m, expected] of [
      [1, 1, undefined],
      [0, 1, ['BAD_USER_INPUT satkers']],
      [101, 1, ['BAD_USER_INPUT satkers']],
      [1, 0, ['BAD_USER_INPUT satkers.nodes.children']],
      [1, 2_147_483_647, ['BAD_USER_INPUT satkers.nodes.children']],
      [null, null, undefined],
      [2, 1, undefined],
    ] as const)
      expect(await problems(query, { n, m })).toEqual(expected);
  });

  it.each([
    ['cycles(first: 0) { code }', 'cycles'],
    ['cycles(first: 101) { code }', 'cycles'],
    ['sesi: sessions(offset: -1) { title }', 'sesi'],
    ['participation(first: 1, last: 1) { totalCount nodes { id } }', 'participation'],
    ['sessions { lagi: citations(offset: -5) { id } }', 'sessions.lagi'],
  ])('names the place of %s', async (field, path) => {
    const query = `{ acara: events(first: 1) { nodes { ${field} } } }`;
    expect(await problems(query)).toEqual([`BAD_USER_INPUT acara.nodes.${path}`]);
  });

  it('refuses U+0000, which PostgreSQL has no place for', async () => {
    const query = 'query ($f: SatkerFilter) { satkers(filter: $f) { totalCount } }';
    for (const f of [{ code: { eq: 'a\0' } }, { code: { in: ['a', '\0'] } }, { text: '\0' }, { under: '\0' }])
      expect(await problems(query, { f })).toEqual(['BAD_USER_INPUT satkers']);
    expect(await problems('{ satker(code: "\\u0000") { name } }')).toEqual(['BAD_USER_INPUT satker']);
    expect(await problems('{ event(slug: "x") { claims(field: "\\u0000") { id } } }')).toEqual([
      'BAD_USER_INPUT event',
    ]);
  });

  it('refuses lists and filters beyond reason', async () => {
    const query = 'query ($f: SatkerFilter) { satkers(filter: $f) { totalCount } }';
    const codes = (count: number): unknown => ({ code: { in: Array.from({ length: count }, (_, i) => String(i)) } });
    expect(await problems(query, { f: codes(500) })).toBeUndefined();
    expect(await problems(query, { f: codes(501) })).toEqual(['BAD_USER_INPUT satkers']);
    const nested = (depth: number): unknown => (depth === 1 ? { code: { eq: '00' } } : { not: nested(depth - 1) });
    expect(await problems(query, { f: nested(8) })).toBeUndefined();
    expect(await problems(query, { f: nested(9) })).toEqual(['BAD_USER_INPUT satkers']);
    const wide = (count: number): unknown => ({ or: Array.from({ length: count }, () => ({ code: { eq: '00' } })) });
    expect(await problems(query, { f: wide(60) })).toBeUndefined();
    expect(await problems(query, { f: wide(61) })).toEqual(['BAD_USER_INPUT satkers']);
  });

  it('takes every Int as a bound of a small column', async () => {
    const query = 'query ($n: Int!) { experiences(filter: { riskScore: { lte: $n } }) { totalCount } }';
    const count = async (n: number): Promise<number> => (await reader.query(query, { n })).experiences.totalCount;
    expect(await count(2_147_483_647)).toBe(await count(25));
    expect(await count(-2_147_483_648)).toBe(0);
  });
});

describe('texts that could be mistaken for something else', () => {
  it.each(["' or 1=1 --", '"', '\\', '\\\\', '%', '_', '$1', '{}', 'a\'b"c\\d', '\u2028', 'null'])(
    'looks for %j as it stands',
    async (text) => {
      const query =
        'query ($t: String!) { satker(code: $t) { code } satkers(filter: { code: { eq: $t } }) { totalCount } events(filter: { text: $t }) { nodes { title theme venue } } }';
      const data = await onBothPaths(query, { t: text });
      expect(data).toMatchObject({ satker: null, satkers: { totalCount: 0 } });
      for (const event of data.events.nodes)
        expect(
          Object.values(event).some((value) => (value as string | null)?.toLowerCase().includes(text.toLowerCase())),
        ).toBe(true);
      const literal = await reader.query(`{ satker(code: ${JSON.stringify(text)}) { code } }`);
      expect(literal).toEqual({ satker: null });
    },
  );
});

describe('node(id)', () => {
  const query =
    'query ($id: ID!) { node(id: $id) { __typename id ... on Satker { name } ... on Experience { code } } }';
  const node = async (id: string, client = reader): Promise<any> => {
    const { data, errors } = await client.answer(query, { id });
    expect(errors).toBeUndefined();
    return data.node;
  };

  it('finds a row by the id it was given', async () => {
    const { satkers } = await reader.query('{ satkers(first: 1) { nodes { id name } } }');
    const { id, name } = satkers.nodes[0];
    expect(await node(id)).toEqual({ __typename: 'Satker', id, name });
    expect(await onBothPaths(`{ node(id: ${JSON.stringify(id)}) { id } }`)).toEqual({ node: { id } });
  });

  it.each([
    ['nothing', ''],
    ['no base64', '!!!'],
    ['a bare key', '1'],
    ['no type', globalId('', 1)],
    ['an unknown type', globalId('Nope', 1)],
    ['a type that cannot be read', globalId('ClientMutation', 1)],
    ['another of those', globalId('LoginAttempt', 1)],
    ['a prototype', globalId('constructor', 1)],
    ['a root type', globalId('Query', 1)],
    ['the interface', globalId('Node', 1)],
    ['key 0', globalId('Satker', 0)],
    ['a negative key', globalId('Satker', -1)],
    ['a padded key', globalId('Satker', '01')],
    ['the greatest bigint', globalId('Satker', '9223372036854775807')],
    ['more than a bigint', globalId('Satker', '9223372036854775808')],
    ['much more', globalId('Satker', '9'.repeat(400))],
    ['SQL', globalId('Satker', '1 or 1=1')],
    ['a key with a NUL', globalId('Satker', '1\0')],
    ['an id without its padding', globalId('Satker', 1).replace(/=+$/, '')],
  ])('knows no row by %s', async (_, id) => {
    // Base64 without its padding still decodes, but only the exact text is an id.
    expect(await node(id)).toBeNull();
  });

  it('answers the same for a row that is hidden and one that is not there', async () => {
    const [draft] = await api.dataSource.query<{ id: string; code: string }[]>(
      `select id, code from experiences where status = 'DRAFT' order by id limit 1`,
    );
    const [obstacle] = await api.dataSource.query<{ id: string }[]>(
      'select id from obstacles where experience_id = $1 limit 1',
      [draft!.id],
    );
    const hidden = [globalId('Experience', draft!.id), globalId('Obstacle', obstacle!.id)];
    for (const id of [...hidden, globalId('Experience', 999_999_999), globalId('Obstacle', 999_999_999)]) {
      expect(await node(id)).toBeNull();
      expect(await node(id, analyst)).toBeNull();
    }
    const auditor = await api.as('auditor');
    expect(await node(hidden[0]!, auditor)).toMatchObject({ __typename: 'Experience', code: draft!.code });
    expect(await node(hidden[1]!, auditor)).toMatchObject({ __typename: 'Obstacle' });
    const byCode =
      'query ($c: String!) { experience(code: $c) { code } experiences(filter: { code: { eq: $c } }) { totalCount nodes { id } } }';
    expect(await reader.query(byCode, { c: draft!.code })).toEqual(await reader.query(byCode, { c: 'tidak-ada' }));
  });

  it('keeps accounts to themselves', async () => {
    const [user] = await api.dataSource.query<{ id: string }[]>(`select id from users where username = 'auditor'`);
    const id = globalId('User', user!.id);
    expect(await node(id)).toBeNull();
    expect(await node(id, analyst)).toBeNull();
    expect(await node(id, await api.as('auditor'))).toMatchObject({ __typename: 'User' });
  });
});
