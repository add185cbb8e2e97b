import type { Report } from '../common/read/report.js';
import { literal } from '../common/read/tables.js';
import { TrendDate, TrendStep, type ObstacleDimension } from './dimension.enum.js';
import { DIMENSIONS } from './dimensions.js';
import { groupsOf, type Grouping } from './groups.js';
import { asOf } from './obstacle-stats.js';
import { isMissing, isWithin, opening, type Condition } from '../common/read/openings.js';
import { POINTS, SERIES } from './trend.types.js';

const STEPS: Readonly<Record<TrendStep, string>> = { MONTH: '1 month', QUARTER: '3 months', YEAR: '1 year' };

/** Times are cut into days by Western Indonesian Time, which has no daylight saving: the centre's own. */
const ZONE = { interval: `interval '7 hours'`, offset: '+07:00' };

/** Of what happened there are sums by year and by month; when it was reported is asked of the facts. */
function periodOf(step: TrendStep, date: TrendDate): Grouping {
  const cut = (day: string): string => `date_trunc('${step.toLowerCase()}', ${day})::date`;
  if (date === TrendDate.REPORTED_AT)
    return {
      properties: ['reportedAt'],
      key: (row) => cut(`(${row.column('reportedAt')} at time zone ${ZONE.interval})`),
    };
  if (step === TrendStep.YEAR)
    return { properties: ['year'], key: (row) => `make_date(${row.column('year')}::int, 1, 1)` };
  return { properties: ['month'], key: (row) => cut(`${row.column('month')}::timestamp`) };
}

const within = (date: TrendDate, start: string, end: string): Condition => {
  if (date === TrendDate.OCCURRED_ON) return isWithin('occurredOn', { gte: `${start}::text`, lte: `${end}::text` });
  const midnight = (day: string): string => `(${day})::text || 'T00:00:00${ZONE.offset}'`;
  return isWithin('reportedAt', { gte: midnight(start), lt: midnight(`${end} + 1`) });
};

/** The statement of `trend`: one series for each value of the split, over one span for all. */
export function writeTrend(report: Report): string {
  const { by, date, split } = report.args.now as { by: TrendStep; date: TrendDate; split?: ObstacleDimension | null };
  const dimension = split ? DIMENSIONS[split] : null;
  const period = periodOf(by, date);
  const { expressions } = groupsOf(report, dimension ? [period, dimension] : [period], false);
  const step = `interval '${STEPS[by]}'`;
  const key = dimension ? 'k2' : 'null::text';
  const parts = [
    expressions,
    `dated as (select k1 as start, ${key} as key, n from grouped where k1 is not null)`,
    `span as (select min(start) as start, (max(start) + ${step})::date - 1 as until from dated)`,
    `lines as (select key, sum(n) as n from dated group by 1)`,
  ];
  const rest = `(select coalesce(sum(n), 0) from grouped where k1 is null)`;
  const answer = report.object({
    asOf,
    totalCount: '(select coalesce(sum(n), 0) from grouped)',
    start: '(select start from span)',
    end: '(select until from span)',
    seriesCount: '(select count(*) from lines)',
    series: (series) => seriesSql(report, series, { date, split, step }),
    undated: (undated) =>
      undated.object({
        count: rest,
        filter: () => opening(report, [isMissing(date === TrendDate.OCCURRED_ON ? 'occurredOn' : 'reportedAt')]),
      }),
  });
  return `with ${parts.join(', ')} select ${answer}`;
}

interface Asked {
  date: TrendDate;
  split?: ObstacleDimension | null;
  step: string;
}

function seriesSql(report: Report, series: Report, { date, split, step }: Asked): string {
  const dimension = split ? DIMENSIONS[split] : null;
  const shown = dimension?.show('d', 'l.key');
  const line = series.object({
    key: (field) =>
      shown
        ? field.object({
            dimension: `${literal(split!)}::text`,
            value: shown.value,
            label: shown.label,
            labelEn: shown.labelEn,
          })
        : 'null',
    count: 'l.n',
    points: (points) => {
      const end = `((p.day + ${step})::date - 1)`;
      const conditions = [within(date, 'p.day', end), ...(shown ? [shown.condition] : [])];
      const point = points.object({
        start: 'p.day',
        end,
        count: 'coalesce(x.n, 0)',
        filter: () => opening(report, conditions),
      });
      const last = points.size('last', 1, POINTS.most);
      const days = `select day::date from span, generate_series(span.start::timestamp, span.until, ${step}) as day order by 1 desc limit ${last}`;
      return `(select coalesce(json_agg(${point} order by p.day), '[]') from (${days}) p
        left join dated x on x.start = p.day and x.key is not distinct from l.key)`;
    },
  });
  const first = series.size('first', 1, SERIES.most);
  const page = `select ${line} as line from lines l ${dimension?.join?.('d', 'l.key') ?? ''}
    order by ${['l.n desc', ...(shown ? [`${shown.order} nulls last`] : [])].join(', ')} limit ${first}`;
  return `(select coalesce(json_agg(line), '[]') from (${page}) page)`;
}
