import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringUpToDate } from '../../src/audit/follow.js';
import { anonymousActor, type Actor } from '../../src/common/access.js';
import { Reader } from '../../src/common/read/reader.js';
import { PROJECTIONS } from '../../src/projections.js';
import { answerTo } from '../../src/search/asking/answers.js';
import type { FacetCount } from '../../src/search/asking/facets.js';
import { EXACT_LIMIT, newest, newestCounts, ranked } from '../../src/search/asking/finds.js';
import type { Find } from '../../src/search/asking/order.js';
import type { Query } from '../../src/search/asking/queries.js';
import type { Question, Wish } from '../../src/search/asking/question.js';
import { Sight } from '../../src/search/asking/sight.js';
import type { Walk } from '../../src/search/asking/walk.js';
import { SEARCH_INDEX, searchIndex } from '../../src/search/search-index.js';
import { SearchDimension, SearchRanking, SearchType } from '../../src/search/search.enums.js';
import { growDemo } from '../../src/seeds/seed.js';
import { startApi, type TestApi } from '../support/api.js';

/** What is frequent is found part by part, the newest or gravest first, so that it is fast. It must not lose anything. */
let api: TestApi;
let sight: Sight;

const { RECENCY, SEVERITY } = SearchRanking;
const ANYONE: Actor = anonymousActor(['knowledge.read']);
/** From what all have to what hardly any has; the demonstration is from some hundred days. */
const TEXTS = [
  `!'tiada'`,
  `'suara'`,
  `'kpps' | 'tps'`,
  `'surat' & 'suara'`,
  `'lambat' & !'hujan'`,
  `'makassar'`,
  `'tiada'`,
];
/** So few documents a slice that there are parts of every level. */
const SLICE = 10;
const projections = PROJECTIONS.map((projection) => (projection === SEARCH_INDEX ? searchIndex(SLICE) : projection));

const queryOf = (text: string): Query => ({ text: `(${text})`, isFrequent: true, totalDocuments: 1_000_000 });
const question: Question = {
  wishes: [],
  excluded: [],
  name: `'='`,
  phrase: null,
  isPlain: true,
  totalDocuments: 1000,
};

beforeAll(async () => {
  api = await startApi();
  await growDemo(api.dataSource, { experiences: 1500 });
  await bringUpToDate(api.dataSource, projections);
  sight = sightOf(null);
}, 120_000);
afterAll(() => api.close());

const sightOf = (types: SearchType[] | null): Sight =>
  new Sight(api.dataSource, api.app.get(Reader).tables, ANYONE, { types });

/** All that fulfils a query, read plainly and put in order here. */
async function plainly(text: string, by: Walk['by'], types: SearchType[] | null = null): Promise<string[]> {
  const rows = await api.dataSource.query<{ id: string; risk: number; at: string }[]>(
    `select id::text as id, risk_score as risk, (extract(epoch from reported_at) * 1000000)::bigint::text as at
     from search_documents where words @@ $1::tsquery and (status is null or status = 'PUBLISHED')
       and ($2::text[] is null or type = any($2))`,
    [`(${text})`, types],
  );
  const falling = (one: number | bigint, other: number | bigint): number => (one > other ? -1 : one < other ? 1 : 0);
  return rows
    .toSorted(
      (one, other) =>
        (by === SEVERITY ? falling(one.risk, other.risk) : 0) ||
        falling(BigInt(one.at), BigInt(other.at)) ||
        falling(BigInt(one.id), BigInt(other.id)),
    )
    .map(({ id }) => id);
}

const idsOf = (finds: readonly Find[]): string[] => finds.map(({ id }) => id);

describe.each<Walk['by']>([RECENCY, SEVERITY])('by %s', (by) => {
  it.each(TEXTS)('%s is found whole and in order', async (text) => {
    const expected = await plainly(text, by);
    expect(idsOf(await newest(sight, queryOf(text), { by, after: null, limit: 20_000 }))).toEqual(expected);
  });

  it.each(TEXTS)('%s is paged through without a gap', async (text) => {
    const expected = await plainly(text, by);
    const found: Find[] = [];
    for (let last: Find | null = null; ;) {
      const page: Find[] = await newest(sight, queryOf(text), { by, after: last, limit: 173 });
      found.push(...page);
      if (page.length < 173) break;
      last = page.at(-1)!;
    }
    expect(idsOf(found)).toEqual(expected);
  });

  it('is found under a filter', async () => {
    const types = [SearchType.RECOMMENDATION];
    const found = await newest(sightOf(types), queryOf(`'suara'`), { by, after: null, limit: 20_000 });
    expect(found.length).toBeGreaterThan(20);
    expect(idsOf(found)).toEqual(await plainly(`'suara'`, by, types));
  });
});

/** What some documents have in a column, the most frequent first. */
const valuesOf = (column: string, ids: readonly string[]): Promise<FacetCount[]> =>
  api.dataSource.query<FacetCount[]>(
    `select ${column} as value, ${column} as label, count(*)::int as count
     from search_documents where id = any($1) and ${column} is not null group by 1 order by 3 desc, 1`,
    [ids],
  );

describe('what is counted on the way', () => {
  it.each(TEXTS)('%s: as many as there are, and the newest of too many', async (text) => {
    const expected = await plainly(text, RECENCY);
    const dimensions = [SearchDimension.TYPE, SearchDimension.YEAR];
    const found = await ranked(sight, queryOf(text), question, { by: RECENCY, after: null, limit: 20 }, dimensions);
    expect(found.count).toBe(Math.min(expected.length, EXACT_LIMIT + 1));
    const counted = expected.slice(0, EXACT_LIMIT);
    expect(found.counts).toEqual({
      TYPE: await valuesOf('type::text', counted),
      YEAR: await valuesOf('year::text', counted),
    });
    expect(await newestCounts(sight, queryOf(text), dimensions)).toEqual(found.counts);
    const shown = found.count > EXACT_LIMIT ? found.newest! : found.finds;
    expect(idsOf(shown)).toEqual(expected.slice(0, 20));
  });

  it('has more and fewer than can be ranked among what is tried', async () => {
    const counts = await Promise.all(TEXTS.map((text) => plainly(text, RECENCY)));
    expect(counts.some(({ length }) => length > EXACT_LIMIT)).toBe(true);
    expect(counts.some(({ length }) => length > 20 && length <= EXACT_LIMIT)).toBe(true);
    expect(counts.some(({ length }) => length === 0)).toBe(true);
  });
});

describe('what is asked for of titles first, where words are thought to be frequent', () => {
  const WISH = { forms: [], prefix: null, isFirm: false, telling: 1 };
  const askedFor = async (
    stem: string,
    counted: Pick<Wish, 'documents' | 'titles'>,
    size: number,
  ): Promise<unknown> => {
    const query = stem === 'tiada' ? `!'tiada'` : `'${stem}'`;
    const inTitle = stem === 'tiada' ? query : `'^${stem}'`;
    const wish = { ...WISH, query, ways: [query], inTitle, ...counted };
    const asked = { ...question, wishes: [wish], name: `'=${stem}'`, totalDocuments: 1_000_000 };
    const answer = await answerTo(sight, asked, { by: SearchRanking.RELEVANCE, after: null, size, dimensions: [] });
    const { count, isBroad, isRelaxed, ranking, finds } = answer;
    return { count, isBroad, isRelaxed, ranking, finds: finds.map(({ find, isRanked }) => [find.id, isRanked]) };
  };

  it('leaves out none that has the words elsewhere, where too many have them in titles', async () => {
    const experiences = `'~EXPERIENCE'`;
    const wish = { ...WISH, query: `!'tiada'`, ways: [`!'tiada'`], inTitle: experiences, documents: 500_000 };
    const asked = { ...question, wishes: [{ ...wish, titles: 500_000 }], totalDocuments: 1_000_000 };
    const { finds } = await answerTo(sight, asked, {
      by: SearchRanking.RELEVANCE,
      after: null,
      size: 50,
      dimensions: [],
    });
    expect((await plainly(experiences, RECENCY)).length).toBeGreaterThan(EXACT_LIMIT);
    expect(finds.map(({ find }) => find.id)).toEqual((await plainly(`!'tiada'`, RECENCY)).slice(0, 51));
  });

  it.each(['tiada', 'suara', 'makassar', 'tidakada'])('%s: the same answer as of rare ones', async (stem) => {
    for (const size of [5, 20, 100]) {
      const plain = await askedFor(stem, { documents: 10, titles: 10 }, size);
      expect(await askedFor(stem, { documents: 500_000, titles: 10 }, size)).toEqual(plain);
      expect(await askedFor(stem, { documents: 500_000, titles: 500_000 }, size)).toEqual(plain);
    }
  });

  it('has too many in titles, too many elsewhere, and few among what is tried', async () => {
    const counted = (query: string): Promise<number> => plainly(query, RECENCY).then(({ length }) => length);
    expect(await counted(`!'tiada'`)).toBeGreaterThan(EXACT_LIMIT);
    expect(await counted(`'suara'`)).toBeGreaterThan(EXACT_LIMIT);
    const inTitles = await counted(`'^suara'`);
    expect(inTitles).toBeGreaterThan(100);
    expect(inTitles).toBeLessThan(EXACT_LIMIT);
    expect(await counted(`'makassar'`)).toBeLessThan(EXACT_LIMIT);
    expect(await counted(`'makassar'`)).toBeGreaterThan(0);
  });
});

describe('what is written later', () => {
  const slices = async (): Promise<number> => {
    const [row] = await api.dataSource.query<{ n: number }[]>('select count(*)::int as n from search_slices');
    return row!.n;
  };

  it('gets a slice of its own where the last is full, and is found in its place', async () => {
    // Where slices begin must not go by what is only announced.
    const [event] = await api.dataSource.query<{ id: string }[]>(
      `insert into events (slug, title, kind, status, organiser_id, start_date)
       select 'tahun-depan', 'Rapat tahun depan', 'RAKOR', 'SCHEDULED', id, current_date + 365
       from satkers where level = 'CENTRAL' returning id::text as id`,
    );
    await api.dataSource.transaction((tx) => searchIndex(SLICE).update(tx, new Map([['Event', [event!.id]]])));
    const before = await slices();
    expect(before).toBeGreaterThan(100);
    const renew = async (from: number): Promise<void> => {
      const renewed = await api.dataSource.query<{ id: string }[]>(
        `with renewed as (
           update experiences set reported_at = now() - interval '1 year' * (id % 2) where id in (
             select id from experiences where status = 'PUBLISHED' order by id offset $1 limit 30) returning id)
         select id::text as id from renewed`,
        [from],
      );
      const ids = renewed.map(({ id }) => id);
      await api.dataSource.transaction((tx) => searchIndex(SLICE).update(tx, new Map([['Experience', ids]])));
    };
    await renew(0);
    expect(await slices()).toBe(before);
    await renew(30);
    expect(await slices()).toBe(before + 1);
    await renew(60);
    expect(await slices()).toBe(before + 2);
    for (const text of TEXTS) {
      const found = await newest(sight, queryOf(text), { by: RECENCY, after: null, limit: 20_000 });
      expect(idsOf(found)).toEqual(await plainly(text, RECENCY));
    }
  });
});

describe('a comparison that notices', () => {
  it('finds documents that lack the lexeme of their part', async () => {
    await api.dataSource.query(
      `update search_documents set words = ts_delete(words, '@4.0')
       where id = (select id from search_documents where words @@ '''suara'' & !''tiada''' and status = 'PUBLISHED' order by reported_at limit 1)`,
    );
    const found = await newest(sight, queryOf(`'suara'`), { by: RECENCY, after: null, limit: 20_000 });
    expect(idsOf(found)).not.toEqual(await plainly(`'suara'`, RECENCY));
  });
});

describe('a slip of the pen', () => {
  it('is mended, however many have all the other words', async () => {
    const query = '{ search(query: "suara terlambta ") { totalCountIsExact relaxed didYouMean } }';
    const { search } = await api.anonymous.query(query);
    expect(search).toEqual({
      totalCountIsExact: false,
      relaxed: true,
      didYouMean: expect.arrayContaining(['suara terlambat']),
    });
  });
});
