import { SearchDimension, SearchRanking } from '../search.enums.js';
import type { Answer } from './answers.js';
import type { Sight } from './sight.js';
import { inTurn } from './walk.js';

/** One value of a dimension and how many hits have it. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** Values that a dimension shows, the most frequent first. */
const MOST_VALUES = 60;
/** In broad answers, so many of the newest are counted by their values. */
const COUNTED = 1000;

/** Value and label of a dimension, by SQL over the counted documents `m`. */
const DIMENSIONS: Readonly<Record<SearchDimension, { value: string; label?: string; join?: string }>> = {
  TYPE: { value: 'm.type::text' },
  STAGE: { value: 'r.code', label: 'r.name', join: 'join stages r on r.id = m.stage_id' },
  CAUSE: {
    value: 'r.code',
    label: 'r.name',
    join: 'cross join unnest(m.causes) cause join causes r on r.code = cause',
  },
  PROVINCE: { value: 'r.code', label: 'r.name', join: 'join satkers r on r.id = m.province_id' },
  CYCLE: { value: 'r.code', label: 'r.name', join: 'join election_cycles r on r.id = m.cycle_id' },
  KIND: { value: 'm.kind::text' },
  YEAR: { value: 'm.year::text' },
  BAND: { value: 'm.band::text' },
};

const COLUMNS = 'd.type, d.stage_id, d.province_id, d.cycle_id, d.causes, d.kind, d.year, d.band';

/** What hits have in common, by dimension. */
export async function countsOf(
  sight: Sight,
  { query, isBroad }: Pick<Answer, 'query' | 'isBroad'>,
  dimensions: readonly SearchDimension[],
): Promise<Record<string, FacetCount[]>> {
  if (dimensions.length === 0) return {};
  return sight.ask((seen) => {
    const members = dimensions.map((dimension) => {
      const { value, label = value, join = '' } = DIMENSIONS[dimension];
      return `'${dimension}', (select coalesce(json_agg(c), '[]') from (
        select ${value} as value, min(${label}) as label, count(*)::int as count from found m ${join}
        where ${value} is not null group by 1 order by 3 desc, 1 limit ${MOST_VALUES}) c)`;
    });
    const newest = { by: SearchRanking.RECENCY, after: null, limit: COUNTED } as const;
    const found = isBroad
      ? inTurn(seen, query, newest, COLUMNS)
      : `found as materialized (select ${COLUMNS} from ${seen.rows()} and d.words @@ ${seen.param(query.text, 'tsquery')})`;
    return `with ${found} select json_build_object(${members.join(', ')})`;
  });
}
