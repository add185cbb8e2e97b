import type { SqlRow } from '../common/read/model.js';
import type { Report } from '../common/read/report.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import type { Dimension } from './dimensions.js';
import { COMMON_PROPERTIES, FACETS } from './facets.js';
import { FACTS } from './obstacle-fact.entity.js';

/** How rows of facts or sums are grouped: SQL of a key, and the properties it needs. */
export type Grouping = Pick<Dimension, 'properties' | 'key' | 'unitKey'>;

export interface Groups {
  /** Common table expressions: `counted`, whose rows add up to all that was found, and `grouped` with one row a group. */
  readonly expressions: string;
  /** The columns of `grouped` that hold the keys, in the order of the groupings; beside `n`, `units`, `risk`. */
  readonly keys: readonly string[];
}

/**
 * Counts obstacles that the actor may see and the filter of the report finds: from the sums where one facet has all that
 * is asked for, otherwise from the facts. With `units`, each group says how many units it has.
 */
export function groupsOf(report: Report, groupings: readonly Grouping[], units: boolean): Groups {
  const keys = groupings.map((_, index) => `k${index + 1}`);
  const ofUnit = groupings.flatMap(({ unitKey }, index) => (unitKey ? [`${unitKey('s')} as ${keys[index]}`] : []));
  const { from, where, row, count, risk } = sourceOf(report, groupings);
  const own = groupings.flatMap(({ key }, index) => (key ? [`${key(row)} as ${keys[index]}`] : []));
  const columns = [...own, ...(units || ofUnit.length > 0 ? [`${row.column('satker')} as unit`] : [])];
  const counted = `select ${[...columns, `${count}::int as n`, `${risk} as risk`].join(', ')} from ${from} where ${where}${groupBy(columns)}`;
  const shown = groupings.map(({ unitKey }, index) => `${unitKey ? 'u' : 'c'}.${keys[index]} as ${keys[index]}`);
  const join = ofUnit.length > 0 ? ' join units u on u.id = c.unit' : '';
  const grouped = `select ${[...shown, 'sum(c.n)::int as n', 'count(*) as units', 'max(c.risk) as risk'].join(', ')}
    from counted c${join}${groupBy(shown)}`;
  // What a unit is grouped by is found once a unit, not once a row.
  const expressions = [
    ...(ofUnit.length > 0 ? [`units as materialized (select s.id, ${ofUnit.join(', ')} from satkers s)`] : []),
    `counted as (${counted})`,
    `grouped as (${grouped})`,
  ];
  return { expressions: expressions.join(', '), keys };
}

const groupBy = (columns: readonly string[]): string =>
  columns.length > 0 ? ` group by ${columns.map((_, index) => index + 1).join(', ')}` : '';

interface Source {
  row: SqlRow;
  from: string;
  where: string;
  count: string;
  risk: string;
}

function sourceOf(report: Report, groupings: readonly Grouping[]): Source {
  const needed = groupings.flatMap(({ properties }) => properties);
  const facet = FACETS.find(
    ({ properties, standIn }) =>
      needed.every((property) => properties.includes(property) || COMMON_PROPERTIES.includes(property)) &&
      report.canAnswer(standIn, Obstacle),
  );
  if (!facet) {
    const { row, from, where } = report.found(FACTS, Obstacle);
    return { row, from, where, count: 'count(*)', risk: `max(${row.column('riskScore')})` };
  }
  const { row, from, where } = report.found(facet.standIn, Obstacle);
  return {
    row,
    from,
    where: `${row.column('facet')} = '${facet.name}' and ${where}`,
    count: `sum(${row.column('count')})`,
    risk: `max(${row.column('maxRisk')})`,
  };
}
