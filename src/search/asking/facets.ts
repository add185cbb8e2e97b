import { SearchDimension } from '../search.enums.js';

/** One value of a dimension and how many hits have it. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** Values that a dimension shows, the most frequent first. */
const MOST_VALUES = 60;

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

/** What of a document is counted, besides its type. */
export const FACTS = 'd.stage_id, d.province_id, d.cycle_id, d.causes, d.kind, d.year, d.band';

/** Values that hits have, by dimension. */
export type Counts = Readonly<Partial<Record<SearchDimension, FacetCount[]>>>;

/** `Counts` in SQL, over rows with types and `FACTS`. */
export function countsIn(rows: string, dimensions: readonly SearchDimension[]): string {
  const members = dimensions.map((dimension) => {
    const { value, label = value, join = '' } = DIMENSIONS[dimension];
    return `'${dimension}', (select coalesce(json_agg(c), '[]') from (
      select ${value} as value, min(${label}) as label, count(*)::int as count from ${rows} m ${join}
      where ${value} is not null group by 1 order by 3 desc, 1 limit ${MOST_VALUES}) c)`;
  });
  return `json_build_object(${members.join(', ')})`;
}
