import { queryIn, type Case, type Workload, type World } from '../workload.js';

/**
 * Questions as people type them, ranked, with the reason for each hit. Nobody else gives such answers; a word is rare or
 * common by the share of documents that have it, so that the same is asked at every size.
 */
const search = (
  name: string,
  title: string,
  file: string,
  questions: (world: World) => Promise<string[]>,
): Workload => ({
  name,
  title,
  queries: queryIn('search', file),
  cases: async (world) => (await questions(world)).map((words): Case => ({ product: { words: `${words} ` } })),
});

/**
 * Words of what was said at the first real event, which no number of demonstrations makes more frequent, in any of their
 * forms or in what a record is filed under.
 */
const rareWords = (world: World): Promise<string[]> =>
  texts(
    world,
    `select word as text
     from (
       select stem, min(word) as word from search_words where word ~ '^[a-z]{4,}$' and stem ~ '^[a-z]+$'
       group by stem having sum(documents) <= 10) w
     where (select count(*) from (select from search_documents d where d.words @@ stem::tsquery limit 11) d) <= 10
     order by md5(word) limit 60`,
  );

const commonWords = (world: World): Promise<string[]> =>
  texts(
    world,
    `select word as text from search_words where word ~ '^[a-z]{4,}$' order by documents desc, word limit 40`,
  );

/** Three words in a row of each title of the demonstration. */
const phrases = (world: World): Promise<string[]> =>
  texts(
    world,
    `select distinct '"' || array_to_string((string_to_array(title, ' '))[2:4], ' ') || '"' as text
     from (select title from experiences order by id limit 200) first order by 1 limit 100`,
  );

/** Two words of each title that stand apart. */
const pairs = (world: World): Promise<string[]> =>
  texts(
    world,
    `select distinct words[2] || ' ' || words[array_length(words, 1)] as text
     from (select regexp_split_to_array(lower(title), '[^a-z]+') as words from experiences order by id limit 200) first
     order by 1 limit 100`,
  );

const texts = async (world: World, sql: string): Promise<string[]> =>
  (await world.sql<{ text: string }>(sql)).map(({ text }) => text);

export const searchRare = search('search-rare', 'search for a rare word', 'ranked.graphql', rareWords);
export const searchCommon = search('search-common', 'search for a common word', 'ranked.graphql', commonWords);
export const searchPhrase = search('search-phrase', 'search for a phrase', 'ranked.graphql', phrases);
export const searchPair = search('search-pair', 'search for two words', 'ranked.graphql', pairs);
export const searchFacets = search('search-facets', 'two words with facets in all dimensions', 'facets.graphql', pairs);
