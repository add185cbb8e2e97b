import { quoted, RISK, TIME, typeLexeme } from '../documents/lexemes.js';
import { SearchRanking } from '../search.enums.js';
import { comesAfter, falling, keysOf, stretchOf, type Stretch } from './order.js';
import type { Query } from './queries.js';
import type { Seen } from './sight.js';

/** Documents that are looked at one by one before the index of words is asked. */
const LONGEST_HEAD = 3000;
const SHORTEST_HEAD = 100;
/** Where so many documents may fulfil a query, a day's are enough to fetch at a time; otherwise a week's. */
const OFTEN = 0.05;

/** A walk is never by score: that would have to look at everything. */
export type Walk = Stretch & { by: SearchRanking.RECENCY | SearchRanking.SEVERITY };

/** Among so few nothing is far: a walk would cost more than it saves. */
const FEW = 100_000;

/** Under a filter PostgreSQL may know a better way, such as an index of the unit's. */
const isWalkable = ({ isFiltered }: Pick<Seen, 'isFiltered'>, { totalDocuments }: Query): boolean =>
  totalDocuments > FEW && !isFiltered;

/** Whether to count what fulfils a query on a walk, rather than to find all of it at once. */
export const isToBeWalkedTo = (seen: Pick<Seen, 'isFiltered'>, query: Query): boolean =>
  query.isFrequent && isWalkable(seen, query);

/** Common table expressions, to follow `with`, whose `found` holds what fulfils a query, the newest or gravest first. */
export function inTurn(seen: Seen, query: Query, walk: Walk, columns: string): string {
  if (isWalkable(seen, query)) return walked(seen, query, walk, columns);
  const isFound = `d.words @@ ${seen.param(query.text, 'tsquery')}`;
  return `found as materialized (select ${columns} from ${seen.rows()} and ${isFound}${stretchOf(seen, walk)})`;
}

/**
 * The same, until it is so many. The index by date leads to the newest at once where much fulfils the query, and through a
 * million others where only what is old does; the index of words finds everything, which then has to be fetched to see what
 * is new. So some of the newest are looked at one by one, as many as should do; from this edge on the index of words is asked
 * for one day, one week or one risk score after the other, which are lexemes, too. That is a condition of its own, and the
 * first one: so PostgreSQL begins at the part and skips in all lists to where they meet. Nothing is read beyond the limit: the
 * union, the join and the recursion make one row after the other.
 */
export function walked(seen: Seen, query: Query, { by, after, limit }: Walk, columns: string): string {
  const { param, conditions, types } = seen;
  const text = param(query.text, 'tsquery');
  const ofTypes = types ? `d.words @@ ${param(types.map(typeLexeme).map(quoted).join(' | '), 'tsquery')} and` : '';
  const keys = keysOf(by).join(', ');
  const isLater = comesAfter(seen, by, after);
  const enough = Math.ceil(limit / query.share);
  const head = enough <= LONGEST_HEAD ? Math.max(enough, SHORTEST_HEAD) : SHORTEST_HEAD;
  const { parts, lexeme, unindexed } =
    by === SearchRanking.SEVERITY ? RISKS : timesBy(query.share > OFTEN ? 'day' : 'week');
  return `recursive edge as materialized (
      select ${keys} from search_documents d where ${isLater} order by ${falling(by)} offset ${head - 1} limit 1),
    parts (part) as (${parts}),
    found as materialized (
      select * from (
        select ${columns}
        from (select * from search_documents d where ${isLater} order by ${falling(by)} limit ${head}) d
        where ${conditions()} and d.words @@ ${text}
        union all
        select d.* from parts p cross join lateral (
          select ${columns} from search_documents d
          where d.words @@ ('''' || ${lexeme} || '''')::tsquery and d.words @@ ${text} and ${ofTypes} ${conditions()}
            and (${unindexed}) < (select * from edge)
          order by ${LATEST} limit ${limit}) d
        where p.part is not null) d
      limit ${limit})`;
}

/** What the documents are parted by. */
interface Parts {
  /** A recursive query for the parts from the edge on. */
  readonly parts: string;
  /** The lexeme of a part `p`. */
  readonly lexeme: string;
  /** What documents are ordered by, so that no index of it comes to mind: PostgreSQL would read all of a part there as well. */
  readonly unindexed: string;
}

const LATEST = `d.reported_at + interval '0' desc, d.id desc`;

const RISKS: Parts = {
  parts: `select risk_score from edge union all
    select (select max(d.risk_score) from search_documents d where d.risk_score < p.part) from parts p where p.part is not null`,
  lexeme: `'${RISK}' || p.part`,
  unindexed: `d.risk_score + 0, d.reported_at, d.id`,
};

/** Days and weeks begin in universal time. */
function timesBy(unit: keyof typeof TIME): Parts {
  const startOf = (moment: string): string => `date_trunc('${unit}', ${moment} at time zone 'UTC')`;
  const start = `p.part at time zone 'UTC'`;
  const earlier = `(select max(d.reported_at) from search_documents d where d.reported_at < ${start})`;
  return {
    parts: `select ${startOf('reported_at')} from edge union all
      select ${startOf(earlier)} from parts p where p.part is not null`,
    lexeme: `'${TIME[unit]}' || to_char(p.part, 'YYYY-MM-DD')`,
    unindexed: `d.reported_at + interval '0', d.id`,
  };
}
