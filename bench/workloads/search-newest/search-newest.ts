import { allOf } from '../../../src/search/asking/queries.js';
import { parse } from '../../../src/search/asking/parse.js';
import { questionOf, stemsOf } from '../../../src/search/asking/question.js';
import { Vocabulary } from '../../../src/search/asking/vocabulary.js';
import { queriesIn, type Case, type Workload, type World } from '../workload.js';

/**
 * The newest experiences with a word. The others are given the question as the product puts it to PostgreSQL, with stems
 * and synonyms: that it finds the word in all its forms is work of its own. Among a million, words that
 * none of the newest documents has are left out: the others would look for the newest for many seconds.
 */
export const searchNewest: Workload = {
  name: 'search-newest',
  title: 'the newest experiences with a word, rare or common, and how many there are',
  queries: queriesIn('search-newest'),
  cases: async (world) => {
    const rows = await world.sql<{ word: string }>(
      `with recent as materialized (select words from search_documents order by reported_at desc limit 40000)
       select word from (select word, stem, ntile(20) over (order by documents, word) as part from search_words
         where word ~ '^[a-z]{4,}$') words
       where part > 10 and exists (select from recent where recent.words @@ quote_literal(stem)::tsquery)
       order by md5(word) limit 100`,
    );
    const cases: Case[] = [];
    for (const { word } of rows) cases.push(await caseOf(world, word));
    return cases;
  },
  edges: async (world) => [await caseOf(world, 'takadakatasepertiini'), await caseOf(world, 'pemilu')],
  content: ({ search, ...data }: { search?: Found } & Partial<Found>) => found(search ?? (data as Found)),
};

interface Found {
  totalCount: number;
  nodes: unknown[];
}

/** Of the product's hits, which can be of many types, what was found. */
const found = ({ totalCount, nodes }: Found): Found => ({
  totalCount,
  nodes: nodes.map((hit) => (hit as { node?: unknown }).node ?? hit),
});

async function caseOf(world: World, words: string): Promise<Case> {
  // The space ends the word; without it, it could still become a longer one.
  const parsed = parse(`${words} `);
  const vocabulary = new Vocabulary(
    async ({ text, values }) => Object.values((await world.sql<object>(text, values))[0]!)[0],
    async () => {},
  );
  const known = await vocabulary.lookUp(stemsOf(parsed), null);
  const { text: query } = allOf(questionOf(parsed, known));
  return { product: { words: `${words} ` }, postgraphile: { query }, limit: [query] };
}
