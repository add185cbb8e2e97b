import { snakeCase } from '../common/entity.js';
import { FACETS, RISK_SCORES } from './facets.js';

const OBSTACLE_KEYS = [
  'satker_id',
  'facet',
  'status',
  'is_demo',
  'cycle_id',
  'stage_id',
  'topic_id',
  'event_id',
  'cause_id',
  'regulated',
  'likelihood',
  'impact',
  'risk_score',
  'year',
  'month',
];
const EXPERIENCE_KEYS = ['satker_id', 'status', 'is_demo', 'stage_id', 'event_id'];
const REFERENCES = ['satker', 'cycle', 'stage', 'topic', 'event', 'cause'];

const columnOf = (property: string): string => (REFERENCES.includes(property) ? `${property}_id` : snakeCase(property));

/** Rows of a table of facts, and how they are found and summed. Everything about them is SQL over tables of their own. */
export interface Sums {
  readonly facts: string;
  /** The columns of the facts that `source` answers. */
  readonly columns: string;
  readonly sums: string;
  /** The column of the facts that is an experience's key. */
  readonly experience: string;
  /** A query for the facts of the experiences that a condition on `e` finds. */
  source(condition: string): string;
  /** Inserts the sums of a relation's rows into a table of sums; with a minus what they have to be less by. */
  insert(into: string, rows: string, sign: '+' | '-'): string;
  /** Ends such a statement where there are sums already, to add to them. */
  readonly merge: string;
}

export const EXPERIENCE_SUMS: Sums = {
  facts: 'experience_facts',
  columns: 'id, satker_id, status, stage_id, event_id, is_demo',
  sums: 'experience_sums',
  experience: 'id',
  source: (condition) =>
    `select e.id, e.satker_id, e.status, e.stage_id, e.event_id, e.is_demo from experiences e where ${condition}`,
  insert: (into, rows, sign) => {
    const keys = EXPERIENCE_KEYS.join(', ');
    return `insert into ${into} (${keys}, count) select ${keys}, ${sign}count(*) from ${rows} group by ${keys}`;
  },
  merge: `on conflict (${EXPERIENCE_KEYS.join(', ')}) do update set count = experience_sums.count + excluded.count`,
};

export const OBSTACLE_SUMS: Sums = {
  facts: 'obstacle_facts',
  columns: `id, experience_id, satker_id, status, cycle_id, stage_id, topic_id, event_id, cause_id, regulated, likelihood,
    impact, risk_score, year, month, occurred_on, reported_at, is_demo`,
  sums: 'obstacle_sums',
  experience: 'experience_id',
  source: (condition) =>
    `select o.id, o.experience_id, e.satker_id, e.status, s.cycle_id, e.stage_id, e.topic_id, e.event_id, o.cause_id,
       o.regulated, o.likelihood, o.impact, o.risk_score, extract(year from e.occurred_on),
       date_trunc('month', e.occurred_on), e.occurred_on, e.reported_at,
       e.is_demo
     from experiences e join obstacles o on o.experience_id = e.id left join stages s on s.id = e.stage_id
     where ${condition}`,
  insert: (into, rows, sign) => {
    const parts = FACETS.map(({ name, properties }) => facetOf(rows, sign, name, properties.map(columnOf)));
    return `insert into ${into} (${OBSTACLE_KEYS.join(', ')}, count, risks, max_risk) ${parts.join(' union all ')}`;
  },
  merge: `on conflict (${OBSTACLE_KEYS.join(', ')}) do update set count = obstacle_sums.count + excluded.count,
    (risks, max_risk) = (
      select array_agg(n order by place), ${greatest('array_agg(n order by place)')}
      from (select place, known + more as n
        from unnest(obstacle_sums.risks, excluded.risks) with ordinality as both_ (known, more, place)) x)`,
};

/** One facet's groups of some rows. */
function facetOf(rows: string, sign: '+' | '-', name: string, columns: readonly string[]): string {
  const filled = ['satker_id', 'status', 'is_demo', 'cycle_id', ...columns];
  const value = (key: string): string => {
    if (key === 'facet') return `'${name}' as facet`;
    return filled.includes(key) ? key : `null::${typeOf(key)} as ${key}`;
  };
  const risks = RISK_SCORES.map((score) => `${sign}count(*) filter (where risk_score = ${score})`);
  return `select ${OBSTACLE_KEYS.map(value).join(', ')}, ${sign}count(*) as count, array[${risks.join(', ')}]::int[] as risks,
    max(risk_score) as max_risk from ${rows} group by ${filled.join(', ')}`;
}

const typeOf = (key: string): string => {
  if (key.endsWith('_id')) return 'bigint';
  if (key === 'month') return 'date';
  return key === 'regulated' ? 'text' : 'smallint';
};

/** The greatest risk score of which there is one. */
function greatest(risks: string): string {
  return `(select max(score) from unnest(array[${RISK_SCORES.join(', ')}]::smallint[], ${risks}) as y (score, n) where n > 0)`;
}
