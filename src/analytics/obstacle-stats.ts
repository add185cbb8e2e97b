import type { Report } from '../common/read/report.js';
import { literal } from '../common/read/tables.js';
import { BucketOrder, type ObstacleDimension } from './dimension.enum.js';
import { DIMENSIONS } from './dimensions.js';
import { groupsOf, type Groups } from './groups.js';
import { opening } from '../common/read/openings.js';
import { BUCKETS, MOST_DIMENSIONS } from './stats.types.js';

/** What a report is run with besides its arguments: up to when all is counted, or null for now. */
export const asOfValue = (report: Report): string => report.value(0, 'timestamptz');

export const asOf = (report: Report): string =>
  `to_char(coalesce(${asOfValue(report)}, now()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The statement of `obstacleStats`. */
export function writeObstacleStats(report: Report): string {
  const names = dimensionsOf(report);
  const groupings = names.map((name) => DIMENSIONS[name]);
  const groups = groupsOf(report, groupings, report.asksFor('satkerCount'));
  const answer = report.object({
    asOf,
    totalCount: '(select coalesce(sum(n), 0) from counted)',
    satkerCount: '(select count(*) from (select distinct unit from counted) reporting)',
    bucketCount: '(select count(*) from grouped)',
    buckets: (buckets) => bucketsSql(report, buckets, names, groups),
  });
  return `with ${groups.expressions} select ${answer}`;
}

function dimensionsOf(report: Report): readonly ObstacleDimension[] {
  const names = report.args.now['groupBy'] as ObstacleDimension[];
  if (names.length < 1 || names.length > MOST_DIMENSIONS)
    throw report.refusal(
      `groupBy: 1 to ${MOST_DIMENSIONS} dimensions, not ${names.length} / 1 sampai ${MOST_DIMENSIONS} dimensi.`,
    );
  const again = names.find((name, index) => names.indexOf(name) !== index);
  if (again) throw report.refusal(`groupBy: ${again} stands there twice / disebut dua kali.`);
  return names;
}

function bucketsSql(report: Report, buckets: Report, names: readonly ObstacleDimension[], { keys }: Groups): string {
  const first = buckets.size('first', 1, BUCKETS.most);
  const offset = buckets.size('offset', 0, 1_000_000);
  const dimensions = names.map((name, index) => {
    const { join, show } = DIMENSIONS[name];
    const key = `b.${keys[index]}`;
    return { name, join: join?.(`d${index}`, key) ?? '', shown: show(`d${index}`, key) };
  });
  const natural = dimensions.map(({ shown }) => `${shown.order} nulls last`);
  const order = buckets.args.now['orderBy'] === BucketOrder.NATURAL ? natural : ['b.n desc', ...natural];
  const conditions = dimensions.map(({ shown }) => shown.condition);
  const bucket = buckets.object({
    keys: (field) =>
      `json_build_array(${dimensions
        .map(({ name, shown: { value, label, labelEn } }) =>
          field.object({ dimension: `${literal(name)}::text`, value, label, labelEn }),
        )
        .join(', ')})`,
    count: 'b.n',
    satkerCount: 'b.units',
    maxRisk: 'b.risk',
    filter: () => opening(report, conditions),
  });
  const joins = dimensions.map(({ join }) => join).join(' ');
  const page = `select ${bucket} as bucket from grouped b ${joins} order by ${order.join(', ')} limit ${first} offset ${offset}`;
  return `(select coalesce(json_agg(bucket), '[]') from (${page}) page)`;
}
