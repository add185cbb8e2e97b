import { SearchRanking, type SearchType } from '../search.enums.js';
import type { Question } from './question.js';
import type { Seen, Sight } from './sight.js';

/** So many hits are found and ranked all; where there are more, they come by date. */
export const EXACT_LIMIT = 1000;

/** What it is worth that a word stands in a text of weight D (what a record is filed under), C, B and A. */
const WEIGHTS = `'{0.12, 0.35, 0.6, 1.0}'::float4[]`;

/** A document that was found, with what it is ordered by. */
export interface Find {
  id: string;
  type: SearchType;
  subjectId: string;
  /** From 0 to 1 for its words; 1 more for the whole phrase, 2 more for the very name. */
  score: number;
  risk: number;
  /** Microseconds. */
  at: number;
}

/** Some finds in an order: so many of those that come after one of them. */
export interface Stretch {
  by: SearchRanking;
  after: Find | null;
  limit: number;
}

export interface Ranked {
  /** Of all that fulfil the query, at most one more than can be ranked. */
  count: number;
  /** None where there are more than can be ranked. */
  finds: Find[];
}

/** What a find is made of, and what it is ordered by. */
const COLUMNS = 'd.id, d.type, d.subject_id, d.risk_score, d.reported_at';
const FINDS = `coalesce(json_agg(json_build_object('id', d.id::text, 'type', d.type, 'subjectId', d.subject_id::text,
  'risk', d.risk_score, 'at', (extract(epoch from d.reported_at) * 1000000)::bigint, 'score', d.score)), '[]')`;

/** Counts what fulfils a query, and ranks all of it, where it is not too much. */
export function ranked(sight: Sight, query: string, question: Question, stretch: Stretch): Promise<Ranked> {
  return sight.ask((seen) => {
    const all = some(seen, query);
    return `with ${all}, counted as (select count(*)::int as count from found)
      select json_build_object('count', count, 'finds', case when count <= ${EXACT_LIMIT}
        then (select ${FINDS} from (${inOrder(seen, question, stretch)}) d) else '[]' end) from counted`;
  });
}

/** Ranks what fulfils a query, or any thousand of it. */
export function rankedSome(sight: Sight, query: string, question: Question, limit: number): Promise<Find[]> {
  const stretch: Stretch = { by: SearchRanking.RELEVANCE, after: null, limit };
  return sight.ask((seen) => `with ${some(seen, query)} select ${FINDS} from (${inOrder(seen, question, stretch)}) d`);
}

/** The newest or gravest that fulfil a query; `head` is what was shown before by another order. */
export function newest(sight: Sight, query: string, head: string | null, stretch: Stretch): Promise<Find[]> {
  return sight.ask((seen) => {
    const { rows, param } = seen;
    const conditions = [rows(), `d.words @@ ${param(query, 'tsquery')}`];
    if (head) conditions.push(`not d.words @@ ${param(head, 'tsquery')}`);
    return `select ${FINDS} from (
      select ${COLUMNS}, 0 as score from ${conditions.join(' and ')}${stretchOf(seen, stretch)}) d`;
  });
}

/** Whatever is found is fetched once, with its words: they are counted, and perhaps ranked. */
const some = ({ rows, param }: Seen, query: string): string =>
  `found as materialized (
    select ${COLUMNS}, d.words from ${rows()} and d.words @@ ${param(query, 'tsquery')} limit ${EXACT_LIMIT + 1})`;

/** Only what is shown needs its score, unless that is what decides. */
function inOrder(seen: Seen, question: Question, stretch: Stretch): string {
  const score = scoreOf(seen, question);
  if (stretch.by !== SearchRanking.RELEVANCE)
    return `select d.*, ${score} as score from (select d.* from found d where true${stretchOf(seen, stretch)}) d`;
  return `select d.* from (select d.*, ${score} as score from found d) d where true${stretchOf(seen, stretch)}`;
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

type OrderedBy = readonly [column: string, valueOf: (find: Find) => unknown, cast: string];

const ID: OrderedBy = ['id', ({ id }) => id, 'bigint'];
const AT: OrderedBy = ['reported_at', ({ at }) => String(at), 'bigint'];
const RISK: OrderedBy = ['risk_score', ({ risk }) => risk, 'int'];
const SCORE: OrderedBy = ['score', ({ score }) => score, 'numeric'];

/** Total orders, all falling. */
const ORDERS: Readonly<Record<SearchRanking, readonly OrderedBy[]>> = {
  RELEVANCE: [SCORE, RISK, AT, ID],
  SEVERITY: [RISK, AT, ID],
  RECENCY: [AT, ID],
};

/** The end of a query for `d`, which has one condition at least. */
function stretchOf({ param }: Seen, { by, after, limit }: Stretch): string {
  const order = ORDERS[by];
  const columns = order.map(([column]) => `d.${column}`);
  const placeOf = ([column, valueOf, cast]: OrderedBy): string => {
    const value = param(valueOf(after!), cast);
    return column === 'reported_at' ? `timestamptz 'epoch' + ${value} * interval '1 microsecond'` : value;
  };
  const later = after ? ` and (${columns.join(', ')}) < (${order.map(placeOf).join(', ')})` : '';
  return `${later} order by ${columns.map((column) => `${column} desc`).join(', ')} limit ${limit}`;
}
