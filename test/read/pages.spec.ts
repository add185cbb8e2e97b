import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLInputObjectType } from 'graphql';
import { ordered, termsOf, type PageArguments } from './naive.pages.js';
import { globalIdOf, ROOT_CONNECTION, RULES } from './naive.js';
import { Random } from './random.js';
import { RandomValues, valueOf } from './random-values.js';
import { setUp, type Reader, type Setup } from './setup.js';
import { ORDERS } from './spec.lists.js';
import { asking } from './spec.visibility.js';

const SEED = Number(process.env['PROPERTY_SEED'] ?? 20260730);
const WALKS = 60;
const MOST_PAGES = 12;
const ACCOUNTS = ['anonymous', 'analis', 'auditor', 'reviewer.73', 'kontributor.7371'];
const ROOTS = ['experiences', 'obstacles', 'satkers', 'events', 'recommendations'];

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

interface Walk {
  readonly root: string;
  readonly type: string;
  readonly reader: Reader;
  readonly args: Pick<PageArguments, 'filter' | 'orderBy'>;
  readonly size: number;
  readonly backward: boolean;
}

let setup: Setup;
let random: Random;

beforeAll(async () => {
  setup = await setUp(ACCOUNTS, SEED);
  random = new Random(SEED);
});
afterAll(() => setup?.api.close());

const PAGE = `totalCount nodes { id } edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

function queryOf(root: string, type: string): string {
  return `query ($filter: ${type}Filter, $orderBy: [${type}Order!], $first: Int, $after: String, $last: Int, $before: String) {
    page: ${root}(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { ${PAGE} } }`;
}

async function read(
  { root, type, reader }: Pick<Walk, 'root' | 'type' | 'reader'>,
  args: PageArguments,
): Promise<Page> {
  const data = await reader.client.query(queryOf(root, type), { ...args });
  return data.page as Page;
}

/** All rows that the specification has for a walk, in its order. */
function wanted({ type, reader, args }: Walk): string[] {
  const ask = asking(setup.world, reader.viewer, RULES);
  const terms = termsOf(type, args.orderBy);
  return ordered(ask, type, setup.world.rows(type), terms, args.filter ?? {}).map((row) => globalIdOf(type, row));
}

function randomWalk(): Walk {
  const root = random.pick(ROOTS);
  const type = ROOT_CONNECTION[root]!;
  const values = new RandomValues(random, setup.world, setup.cursors);
  const filter = random.chance(40)
    ? (valueOf(values.filter(setup.schema.getType(`${type}Filter`) as GraphQLInputObjectType)) as object)
    : null;
  const fields = ['ID', ...Object.keys(ORDERS[type]!.terms)];
  const orderBy = random.some(fields, random.between(0, 3)).map((field) => ({
    field,
    direction: random.pick(['ASC', 'DESC'] as const),
  }));
  const walk = { root, type, reader: setup.reader(random.pick(ACCOUNTS)), args: { filter, orderBy } };
  const rows = wanted({ ...walk, size: 1, backward: false }).length;
  const least = Math.max(1, Math.ceil(rows / MOST_PAGES));
  return {
    ...walk,
    size: random.between(least, Math.max(least, Math.min(100, rows + 1))),
    backward: random.chance(50),
  };
}

/** Reads a list page by page, and checks on the way what every page says of itself. */
async function walkThrough(walk: Walk): Promise<string[]> {
  const { args, size, backward } = walk;
  const expected = wanted(walk).length;
  let ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const at: PageArguments = backward ? { last: size, before: cursor } : { first: size, after: cursor };
    const { totalCount, nodes, edges, pageInfo } = await read(walk, { ...args, ...at });
    const found = nodes.map(({ id }) => id);
    ids = backward ? [...found, ...ids] : [...ids, ...found];
    expect(totalCount).toBe(expected);
    expect(edges.map(({ node }) => node.id)).toEqual(found);
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    const isMore = ids.length < expected;
    expect([pageInfo.hasPreviousPage, pageInfo.hasNextPage]).toEqual(
      backward ? [isMore, cursor !== null] : [cursor !== null, isMore],
    );
    if (!isMore || found.length === 0) return ids;
    cursor = random.pick([
      (backward ? pageInfo.startCursor : pageInfo.endCursor)!,
      edges.at(backward ? 0 : -1)!.cursor,
    ]);
  }
}

describe('pages by cursor', () => {
  it(`shows every row once and in order in ${WALKS} walks`, async () => {
    let pagesOfSeveral = 0;
    for (let i = 0; i < WALKS; i++) {
      const walk = randomWalk();
      const expected = wanted(walk);
      if (expected.length > walk.size) pagesOfSeveral += 1;
      const { root, args, size, backward, reader } = walk;
      const what = { root, args, size, backward, as: reader.viewer.name };
      expect({ ...what, ids: await walkThrough(walk) }).toEqual({ ...what, ids: expected });
    }
    // Most walks have to be worth the name.
    expect(pagesOfSeveral).toBeGreaterThan(WALKS / 2);
  });

  it.each<[string, string, string[]]>([
    ['experiences', 'Experience', ['OCCURRED_ON']],
    ['experiences', 'Experience', ['RISK_SCORE', 'OCCURRED_ON']],
    ['experiences', 'Experience', ['SEVERITY', 'REPORTED_AT']],
    ['recommendations', 'Recommendation', ['DUE_DATE']],
    ['recommendations', 'Recommendation', ['PRIORITY', 'DUE_DATE']],
    ['obstacles', 'Obstacle', ['RISK_SCORE', 'LIKELIHOOD', 'IMPACT']],
  ])('walks %s over missing values in %s order by %s', async (root, type, fields) => {
    for (const directions of [['ASC'], ['DESC'], ['ASC', 'DESC'], ['DESC', 'ASC']] as const)
      for (const backward of [false, true]) {
        const orderBy = fields.map((field, i) => ({ field, direction: directions[i % directions.length]! }));
        const walk = { root, type, reader: setup.reader('auditor'), args: { orderBy }, size: 97, backward };
        expect(await walkThrough(walk)).toEqual(wanted(walk));
      }
  });

  it('shows the rows strictly between two cursors', async () => {
    for (let i = 0; i < 20; i++) {
      const { cursors, orderBy } = random.pick(setup.cursors.ordersOf('Experience'));
      const [from, to] = [random.below(cursors.length), random.below(cursors.length)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const walk = {
        root: 'experiences',
        type: 'Experience',
        reader: setup.reader('auditor'),
        args: {},
        size: 100,
        backward: false,
      };
      const all = wanted({ ...walk, args: { orderBy: orderBy ? [...orderBy] : null } });
      const args = { orderBy: orderBy ? [...orderBy] : null, after: cursors[from], before: cursors[to] };
      const page = await read(walk, { ...args, first: 100 });
      expect(page.nodes.map(({ id }) => id)).toEqual(all.slice(from + 1, to));
      const fromTheEnd = await read(walk, { ...args, last: 3 });
      expect(fromTheEnd.nodes.map(({ id }) => id)).toEqual(all.slice(from + 1, to).slice(-3));
    }
  });
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** A good cursor, taken apart and put together wrongly. */
function tampered(cursor: string): string[] {
  const parts = JSON.parse(Buffer.from(cursor, 'base64').toString()) as (string | null)[];
  const [name, ...values] = parts;
  const key = values.at(-1)!;
  return [
    [name],
    [name, ...values, '1'],
    [name, ...values.slice(1)],
    [name, ...values.map(() => 1)],
    [name, ...values.map(() => null)],
    [name, ...values.map(() => ['1'])],
    [name, ...values.map(() => ({}))],
    [name, ...values.map(() => true)],
    [name, ...values.slice(0, -1), 'bukan kunci'],
    [name, ...values.slice(0, -1), '99999999999999999999'],
    [name, ...values.slice(0, -1), `${key}; drop table experiences`],
    [name, ...values.slice(0, -1), `${key}\u0000`],
    [name, ...values.slice(0, -1), ''],
    [`${name}x`, ...values],
    [null, ...values],
    [...values, name],
    Object.fromEntries(parts.entries()),
  ].map(encoded);
}

const GARBAGE = ['', ' ', 'x', '!!!!', '\u0000', '🗳', '%', "'; --", '='.repeat(50), 'A'.repeat(50_000)];
const NO_ARRAYS = [null, 1, 'teks', {}, [], [null], [[]], ['x']].map(encoded);

describe('cursors that are not good', () => {
  const query = `query ($orderBy: [ExperienceOrder!], $after: String, $before: String, $last: Int) {
    halaman: experiences(orderBy: $orderBy, after: $after, before: $before, last: $last) { nodes { id } } }`;
  const byTime = [{ field: 'REPORTED_AT', direction: 'DESC' as const }];

  async function refusal(variables: Record<string, unknown>, text = query): Promise<unknown> {
    const { data, errors } = await setup.reader('analis').client.answer(text, variables);
    return { data, errors: errors?.map(({ path, extensions }) => ({ path, code: extensions?.code })) };
  }

  const refused = (path: string[]): unknown => ({ data: null, errors: [{ path, code: 'BAD_USER_INPUT' }] });

  async function goodCursor(): Promise<string> {
    const page = await read(
      { root: 'experiences', type: 'Experience', reader: setup.reader('analis') },
      { orderBy: byTime, first: 1 },
    );
    return page.pageInfo.endCursor!;
  }

  it('are refused, with the field that was asked', async () => {
    const good = await goodCursor();
    for (const cursor of [...GARBAGE, ...NO_ARRAYS, ...tampered(good)])
      for (const variables of [{ after: cursor }, { before: cursor, last: 5 }])
        expect({
          cursor: cursor.slice(0, 99),
          ...((await refusal({ orderBy: byTime, ...variables })) as object),
        }).toEqual({
          cursor: cursor.slice(0, 99),
          ...(refused(['halaman']) as object),
        });
    // The plan has been used with all of them, and still takes a good one.
    expect(await refusal({ orderBy: byTime, after: good })).toMatchObject({ data: { halaman: {} } });
  });

  it('are refused where a time is none', async () => {
    const [name, , key] = JSON.parse(Buffer.from(await goodCursor(), 'base64').toString()) as string[];
    for (const time of ['kemarin', '', '2024-13-45', '1e9', '2024-01-01T99:00:00Z'])
      expect(await refusal({ orderBy: byTime, after: encoded([name, time, key]) })).toEqual(refused(['halaman']));
  });

  it('are refused in another order than their own', async () => {
    const after = await goodCursor();
    for (const orderBy of [
      [{ field: 'REPORTED_AT', direction: 'ASC' }],
      [{ field: 'TITLE', direction: 'DESC' }],
      [{ field: 'ID', direction: 'DESC' }],
      [...byTime, { field: 'CODE', direction: 'ASC' }],
    ])
      expect(await refusal({ orderBy, after })).toEqual(refused(['halaman']));
    // The usual order is this very order.
    expect(await refusal({ orderBy: null, after })).toMatchObject({ data: { halaman: {} } });
  });

  it('are refused at their own place below a root field, on both paths', async () => {
    const nested = (more: string): string => `query ($after: String) { anak: satker(code: "73") {
      turunan: children(first: 1, after: $after) { nodes { id } } } ${more} }`;
    for (const text of [nested(''), nested('__schema { queryType { name } }')]) {
      const { errors, data } = (await refusal({ after: 'rusak' }, text)) as { errors: unknown; data: { anak: null } };
      expect({ errors, anak: data.anak }).toEqual({
        errors: [{ path: ['anak', 'turunan'], code: 'BAD_USER_INPUT' }],
        anak: null,
      });
    }
  });
});
