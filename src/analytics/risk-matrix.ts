import type { Report } from '../common/read/report.js';
import { groupsOf, type Grouping } from './groups.js';
import { asOf } from './obstacle-stats.js';
import { isMissing, isValue, opening } from '../common/read/openings.js';
import { bandSql } from './risk-bands.js';

const SCALES: readonly Grouping[] = ['likelihood', 'impact'].map((property) => ({
  properties: [property],
  key: (row) => row.column(property),
}));

/** The statement of `riskMatrix`: all cells, also those where nothing is. */
export function writeRiskMatrix(report: Report): string {
  const { expressions } = groupsOf(report, SCALES, report.asksFor('satkerCount'));
  const answer = report.object({
    asOf,
    totalCount: '(select coalesce(sum(n), 0) from grouped)',
    cells: (cells) => {
      const cell = cells.object({
        likelihood: 'l',
        impact: 'i',
        riskScore: 'l * i',
        band: bandSql('l * i'),
        count: 'coalesce(n, 0)',
        satkerCount: 'coalesce(units, 0)',
        filter: () => opening(report, [isValue('likelihood', 'l'), isValue('impact', 'i')]),
      });
      return `(select json_agg(${cell} order by l, i)
        from generate_series(1, 5) l cross join generate_series(1, 5) i left join grouped on k1 = l and k2 = i)`;
    },
    unassessed: (rest) =>
      rest.object({
        count: '(select coalesce(sum(n), 0) from grouped where k1 is null or k2 is null)',
        filter: () => opening(report, [isMissing('riskScore')]),
      }),
  });
  return `with ${expressions} select ${answer}`;
}
