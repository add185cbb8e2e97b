import { quoted, RISK, SLICE, typeLexeme } from '../documents/lexemes.js';
import { LEVEL_BITS, TOP_LEVEL } from '../documents/slices.js';
import { SearchRanking } from '../search.enums.js';
import { moment, placeOf, stretchOf, type Find, type Stretch } from './order.js';
import type { Query } from './queries.js';
import type { Seen } from './sight.js';

/** A walk is never by score: that would have to look at everything. */
export type Walk = Stretch & { by: SearchRanking.RECENCY | SearchRanking.SEVERITY };

/** Among so few nothing is far: a walk would cost more than it saves. */
const FEW = 100_000;
const GREATEST_RISK = 25;

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
 * is new. So the index of words is asked for one part after the other: a slice of the documents, several slices or a risk
 * score, which are lexemes, too. That is a condition of its own, and the first one: so PostgreSQL begins at the part and
 * skips in all lists to where they meet. Nothing is read beyond the limit: the join makes one row after the other. What
 * documents are ordered by is in no index, or PostgreSQL would read all of a part there as well.
 */
export function walked(seen: Seen, query: Query, { by, after, limit }: Walk, columns: string): string {
  const { param, conditions, types } = seen;
  const isGravest = by === SearchRanking.SEVERITY;
  const place = `${isGravest ? 'd.risk_score + 0, ' : ''}d.reported_at + interval '0', d.id`;
  const asked = [
    `d.words @@ parts.lexeme::tsquery`,
    `d.words @@ ${param(query.text, 'tsquery')}`,
    types && `d.words @@ ${param(types.map(typeLexeme).map(quoted).join(' | '), 'tsquery')}`,
    conditions(),
    after && `(${place}) < (${placeOf(seen, by, after)})`,
  ];
  return `parts as materialized (${isGravest ? byRisk(seen, after) : byTime(seen, after)}),
    found as materialized (
      select d.* from parts cross join lateral (
        select ${columns} from search_documents d where ${asked.filter(Boolean).join(' and ')}
        order by d.reported_at + interval '0' desc, d.id desc limit ${limit}) d
      limit ${limit})`;
}

/**
 * Slices to where a part of the next level begins, then such parts: the further back, the longer, for what is dense is found in
 * few. Alternatives in one query, `'@0.7' | '@0.6'`, would do with fewer, but PostgreSQL takes three times as long for them.
 */
function byTime({ param }: Seen, after: Find | null): string {
  const begun = after ? `where since <= ${moment(param(String(after.at), 'bigint'))}` : '';
  const newest = `coalesce((select number from search_slices ${begun} order by number desc limit 1), 0)`;
  return `with recursive levels (level, first) as (
      select 0, ${newest} union all
      select level + 1, (first >> ${LEVEL_BITS}) - 1 from levels where level < ${TOP_LEVEL} and first >= ${1 << LEVEL_BITS})
    select '''${SLICE}' || level || '.' || number || '''' as lexeme
    from levels cross join lateral generate_series(
      first, case level when ${TOP_LEVEL} then 0 else (first >> ${LEVEL_BITS}) << ${LEVEL_BITS} end, -1) number`;
}

const byRisk = ({ param }: Seen, after: Find | null): string =>
  `select '''${RISK}' || risk || '''' as lexeme from generate_series(${after ? param(after.risk, 'int') : GREATEST_RISK}, 0, -1) risk`;
