import { SearchRanking, type SearchDimension } from '../search.enums.js';
import { countsIn, FACTS, type Counts } from './facets.js';
import { stretchOf, type Find, type Stretch } from './order.js';
import type { Query } from './queries.js';
import type { Question } from './question.js';
import type { Seen, Sight } from './sight.js';
import { inTurn, isToBeWalkedTo, walked, type Walk } from './walk.js';

/** So many hits are found and ranked all; where there are more, they come by date. */
export const EXACT_LIMIT = 1000;

/** What it is worth that a word stands in a text of weight D (what a record is filed under), C, B and A. */
const WEIGHTS = `'{0.12, 0.35, 0.6, 1.0}'::float4[]`;

export interface Ranked {
  /** Of all that fulfil the query, at most one more than can be ranked. */
  count: number;
  /** None where there are more than can be ranked. */
  finds: Find[];
  /** Where there are more: so many of the newest, or null where this is not known without another question. */
  newest: Find[] | null;
  /** By the dimensions that were asked for, of the newest where there are more; null where this takes another question. */
  counts: Counts | null;
}

/** What a find is made of, and what it is ordered by. */
const COLUMNS = 'd.id, d.type, d.subject_id, d.risk_score, d.reported_at';
const FINDS = `coalesce(json_agg(json_build_object('id', d.id::text, 'type', d.type, 'subjectId', d.subject_id::text,
  'risk', d.risk_score, 'at', (extract(epoch from d.reported_at) * 1000000)::bigint, 'score', d.score)), '[]')`;

const NEWEST = { by: SearchRanking.RECENCY, after: null } as const;

/** Counts what fulfils a query, also by its values, and ranks all of it, where it is not too much. */
export function ranked(
  sight: Sight,
  query: Query,
  question: Question,
  stretch: Stretch,
  dimensions: readonly SearchDimension[],
): Promise<Ranked> {
  return sight.ask((seen) => {
    const newest: Walk = { ...NEWEST, limit: stretch.limit };
    const isWalk = isToBeWalkedTo(seen, query);
    const columns = dimensions.length > 0 ? `${COLUMNS}, ${FACTS}` : COLUMNS;
    const limit = EXACT_LIMIT + 1;
    const all = isWalk ? walked(seen, query, { ...NEWEST, limit }, columns) : some(seen, query.text, columns);
    const values = dimensions.length > 0 ? `, ${VALUES}` : '';
    return `with ${all}${values}, counted as (select count(*)::int as count from found)
      select json_build_object('count', count, 'finds', case when count <= ${EXACT_LIMIT}
          then (select ${FINDS} from (${inOrder(seen, isWalk ? WITH_WORDS : 'found', question, stretch)}) d) else '[]' end,
        'newest', case when count > ${EXACT_LIMIT} then ${isWalk ? firstOf(seen, newest) : 'null'} end,
        'counts', case when ${isWalk} or count <= ${EXACT_LIMIT} then ${countsIn('facts', dimensions)} end)
      from counted`;
  });
}

/** Of the newest that fulfil a query. */
export function newestCounts(sight: Sight, query: Query, dimensions: readonly SearchDimension[]): Promise<Counts> {
  return sight.ask((seen) => {
    const found = inTurn(seen, query, { ...NEWEST, limit: EXACT_LIMIT }, `d.type, ${FACTS}`);
    return `with ${found} select ${countsIn('found', dimensions)}`;
  });
}

/** What values are counted of. */
const VALUES = `facts as materialized (
  select d.type, ${FACTS} from found d order by d.reported_at desc, d.id desc limit ${EXACT_LIMIT})`;

/** Some of what was found, without a score. */
const firstOf = (seen: Seen, stretch: Stretch): string =>
  `(select ${FINDS} from (select d.*, 0 as score from found d where true${stretchOf(seen, stretch)}) d)`;

/** Ranks what fulfils a query, or any thousand of it. */
export function rankedSome(sight: Sight, query: Query, question: Question, limit: number): Promise<Find[]> {
  const stretch: Stretch = { by: SearchRanking.RELEVANCE, after: null, limit };
  return sight.ask(
    (seen) =>
      `with ${some(seen, query.text, COLUMNS)} select ${FINDS} from (${inOrder(seen, 'found', question, stretch)}) d`,
  );
}

/** The newest or gravest that fulfil a query. */
export function newest(sight: Sight, query: Query, walk: Walk): Promise<Find[]> {
  return sight.ask((seen) => `with ${inTurn(seen, query, walk, COLUMNS)} select ${firstOf(seen, walk)}`);
}

/** What was walked to is put in order without its words, which are long. */
const WITH_WORDS = '(select f.*, w.words from found f join search_documents w on w.id = f.id)';

/** Whatever is found is fetched once, with its words: they are counted, and perhaps ranked. */
const some = ({ rows, param }: Seen, query: string, columns: string): string =>
  `found as materialized (select ${columns}, d.words from ${rows()} and d.words @@ ${param(query, 'tsquery')} limit ${EXACT_LIMIT + 1})`;

/** Only what is shown needs its score, unless that is what decides. */
function inOrder(seen: Seen, found: string, question: Question, stretch: Stretch): string {
  const score = scoreOf(seen, question);
  if (stretch.by !== SearchRanking.RELEVANCE)
    return `select d.*, ${score} as score from (select d.* from ${found} d where true${stretchOf(seen, stretch)}) d`;
  return `select d.* from (select d.*, ${score} as score from ${found} d) d where true${stretchOf(seen, stretch)}`;
}

function scoreOf({ param }: Seen, { wishes, name, phrase }: Question): string {
  const total = wishes.reduce((sum, { telling }) => sum + telling, 0) || 1;
  const terms = wishes.map(({ ways, telling }) => {
    // One query with all ways in it would be ranked lower for the ways that a document does not take.
    const ranks = ways.map((way) => {
      const query = param(way, 'tsquery');
      return `case when d.words @@ ${query} then ts_rank(${WEIGHTS}, d.words, ${query}) else 0 end`;
    });
    return `${param(telling / total, 'float8')} * greatest(${ranks.join(', ')})`;
  });
  const isCalled = `d.words @@ ${param(name, 'tsquery')}`;
  const says = phrase ? `when d.words @@ ${param(phrase, 'tsquery')} then 1` : '';
  return `round((case when ${isCalled} then 2 ${says} else 0 end + ${terms.join(' + ') || '0'})::numeric, 6)`;
}
