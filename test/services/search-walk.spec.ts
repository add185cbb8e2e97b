import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringUpToDate } from '../../src/audit/follow.js';
import { anonymousActor, type Actor } from '../../src/common/access.js';
import { Reader } from '../../src/common/read/reader.js';
import { PROJECTIONS } from '../../src/projections.js';
import { answerTo } from '../../src/search/asking/answers.js';
import { EXACT_LIMIT, newest, ranked } from '../../src/search/asking/finds.js';
import type { Find } from '../../src/search/asking/order.js';
import type { Query } from '../../src/search/asking/queries.js';
import type { Question } from '../../src/search/asking/question.js';
import { Sight } from '../../src/search/asking/sight.js';
import type { Walk } from '../../src/search/asking/walk.js';
import { SearchRanking, SearchType } from '../../src/search/search.enums.js';
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
/** Right and wrong ideas of how many there are: they decide how it is gone about, not what is found. */
const SHARES = [1, 0.3, 0.04, 0.0001];

const queryOf = (text: string, share: number): Query => ({
  text: `(${text})`,
  share,
  isFrequent: true,
  totalDocuments: 1_000_000,
});
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
  await bringUpToDate(api.dataSource, PROJECTIONS);
  sight = sightOf(null);
}, 120_000);
afterAll(() => api.close());

const sightOf = (types: SearchType[] | null): Sight =>
  new Sight(api.dataSource, api.app.get(Reader).tables, ANYONE, null, types);

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
  it.each(TEXTS)('%s is found whole and in order, however often it is thought to be there', async (text) => {
    const expected = await plainly(text, by);
    for (const share of SHARES)
      expect(idsOf(await newest(sight, queryOf(text, share), { by, after: null, limit: 20_000 }))).toEqual(expected);
  });

  it.each(TEXTS)('%s is paged through without a gap', async (text) => {
    const expected = await plainly(text, by);
    for (const share of SHARES) {
      const found: Find[] = [];
      for (let last: Find | null = null; ;) {
        const page: Find[] = await newest(sight, queryOf(text, share), { by, after: last, limit: 173 });
        found.push(...page);
        if (page.length < 173) break;
        last = page.at(-1)!;
      }
      expect(idsOf(found)).toEqual(expected);
    }
  });

  it('is found under a filter', async () => {
    const types = [SearchType.RECOMMENDATION];
    const found = await newest(sightOf(types), queryOf(`'suara'`, 0.0001), { by, after: null, limit: 20_000 });
    expect(found.length).toBeGreaterThan(20);
    expect(idsOf(found)).toEqual(await plainly(`'suara'`, by, types));
  });
});

describe('what is counted on the way', () => {
  it.each(TEXTS)('%s: as many as there are, and the newest of too many', async (text) => {
    const expected = await plainly(text, RECENCY);
    for (const share of SHARES) {
      const found = await ranked(sight, queryOf(text, share), question, { by: RECENCY, after: null, limit: 20 });
      expect(found.count).toBe(Math.min(expected.length, EXACT_LIMIT + 1));
      const shown = found.count > EXACT_LIMIT ? found.newest! : found.finds;
      expect(idsOf(shown)).toEqual(expected.slice(0, 20));
    }
  });

  it('has more and fewer than can be ranked among what is tried', async () => {
    const counts = await Promise.all(TEXTS.map((text) => plainly(text, RECENCY)));
    expect(counts.some(({ length }) => length > EXACT_LIMIT)).toBe(true);
    expect(counts.some(({ length }) => length > 20 && length <= EXACT_LIMIT)).toBe(true);
    expect(counts.some(({ length }) => length === 0)).toBe(true);
  });
});

describe('what is asked for of titles first, where words are thought to be frequent', () => {
  const askedFor = async (stem: string, documents: number, size: number): Promise<unknown> => {
    const query = stem === 'tiada' ? `!'tiada'` : `'${stem}'`;
    const inTitle = stem === 'tiada' ? query : `'^${stem}'`;
    const wish = { query, ways: [query], inTitle, forms: [], prefix: null, isFirm: false, documents, telling: 1 };
    const asked = { ...question, wishes: [wish], name: `'=${stem}'`, totalDocuments: 1_000_000 };
    const answer = await answerTo(sight, asked, { by: SearchRanking.RELEVANCE, after: null, size });
    const { count, isBroad, isRelaxed, ranking, finds } = answer;
    return { count, isBroad, isRelaxed, ranking, finds: finds.map(({ find, isRanked }) => [find.id, isRanked]) };
  };

  it.each(['tiada', 'suara', 'makassar', 'tidakada'])('%s: the same answer as of rare ones', async (stem) => {
    for (const size of [5, 20, 100])
      expect(await askedFor(stem, 500_000, size)).toEqual(await askedFor(stem, 10, size));
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

describe('a comparison that notices', () => {
  it('finds documents that lack the lexeme of their week', async () => {
    await api.dataSource.query(
      `update search_documents set words = ts_delete(words, '@@' || to_char(date_trunc('week', reported_at at time zone 'UTC'), 'YYYY-MM-DD'))
       where id = (select id from search_documents where words @@ '''suara'' & !''tiada''' and status = 'PUBLISHED' order by reported_at limit 1)`,
    );
    const found = await newest(sight, queryOf(`'suara'`, 0.0001), { by: RECENCY, after: null, limit: 20_000 });
    expect(idsOf(found)).not.toEqual(await plainly(`'suara'`, RECENCY));
  });
});
