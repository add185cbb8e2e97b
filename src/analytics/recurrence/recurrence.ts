import { isValue, isWithin, opening } from '../../common/read/openings.js';
import type { Report } from '../../common/read/report.js';
import { Obstacle } from '../../experiences/obstacle.entity.js';
import { Satker } from '../../satker/satker.entity.js';
import { ElectionCycle } from '../../stages/cycle.entity.js';
import { ObstaclePattern } from '../../patterns/pattern.entity.js';
import { FACTS } from '../obstacle-fact.entity.js';
import { LISTED, RecurrenceOrder } from './recurrence.types.js';

const MOST_SKIPPED = 1_000_000;

const ORDERS: Readonly<Record<RecurrenceOrder, string>> = {
  [RecurrenceOrder.SATKER_COUNT]: 'g.units',
  [RecurrenceOrder.COUNT]: 'g.n',
  [RecurrenceOrder.AFTER_DONE]: 'g.after_done',
};

const JSON_TRUE = `'{"recurredAfterDone":true}'::json`;

/** Members of patterns that the actor may see and the filter finds, with unit and cycle. */
function found(report: Report): string {
  const { row, from, where } = report.found(FACTS, Obstacle);
  return `select m.pattern_id, m.happened_on, ${row.column('satker')} as unit, ${row.column('cycle')} as cycle, p.first_done_on
    from ${from}
    join obstacle_pattern_members m on m.obstacle_id = ${row.column('id')}
    join obstacle_patterns p on p.id = m.pattern_id
    where ${where}`;
}

/** Without a filter the patterns know the numbers themselves: all that is in them is for everybody. */
function groups(report: Report): string {
  const isFiltered = Object.values((report.args.now['filter'] as object | null | undefined) ?? {}).some(
    (condition) => condition !== null,
  );
  return isFiltered
    ? `select pattern_id, count(*)::int as n, count(distinct unit)::int as units, count(distinct cycle)::int as cycles,
         min(happened_on) as first, max(happened_on) as last, min(first_done_on) as done_on,
         count(*) filter (where happened_on > first_done_on)::int as after_done
       from (${found(report)}) f group by pattern_id having count(*) > 1`
    : `select id as pattern_id, obstacle_count as n, satker_count as units, cycle_count as cycles, first_seen as first,
         last_seen as last, first_done_on as done_on, after_done_count as after_done
       from obstacle_patterns where obstacle_count > 1`;
}

/** The statement of `recurrence`. */
export function writeRecurrence(report: Report): string {
  const answer = report.object({
    patternCount: '(select count(*) from grouped)',
    patterns: (patterns) => patternsSql(report, patterns),
  });
  return `with grouped as materialized (${groups(report)}) select ${answer}`;
}

function patternsSql(report: Report, patterns: Report): string {
  const { limit, order } = pageOf(patterns);
  const isOfPattern = isValue('pattern', 'c.code');
  const object = patterns.object({
    pattern: (field) => field.entity(ObstaclePattern, (row) => `${row.column('id')} = g.pattern_id`),
    count: 'g.n',
    satkerCount: 'g.units',
    cycleCount: 'g.cycles',
    firstSeen: 'g.first',
    lastSeen: 'g.last',
    filter: () => opening(report, [isOfPattern]),
    afterDone: (field) =>
      field.object({
        since: 'g.done_on',
        count: 'g.after_done',
        filter: () => opening(report, [isOfPattern, JSON_TRUE]),
      }),
    appearances: (field) => appearancesSql(report, field),
  });
  const page = `select * from grouped g order by ${order} desc, g.pattern_id ${limit}`;
  return `(select coalesce(json_agg(${object} order by ${order} desc, g.pattern_id), '[]')
    from (${page}) g join obstacle_patterns c on c.id = g.pattern_id)`;
}

function pageOf(field: Report): { limit: string; order: string } {
  const first = field.size('first', 1, LISTED.most);
  const offset = field.size('offset', 0, MOST_SKIPPED);
  const order = ORDERS[field.args.now['orderBy'] as RecurrenceOrder];
  return { limit: `limit ${first} offset ${offset}`, order };
}

function appearancesSql(report: Report, field: Report): string {
  const day = (rest: string): string => `lpad(a.year::text, 4, '0') || '-${rest}'`;
  const object = field.object({
    satker: (satker) => satker.entity(Satker, (row) => `${row.column('id')} = a.unit`),
    cycle: (cycle) => cycle.entity(ElectionCycle, (row) => `${row.column('id')} = a.cycle`),
    year: 'a.year',
    count: 'a.n',
    filter: () =>
      opening(report, [
        isValue('pattern', 'c.code'),
        isValue('satker', '(select code from satkers where id = a.unit)'),
        isValue('cycle', '(select code from election_cycles where id = a.cycle)'),
        isWithin('happenedOn', { gte: day('01-01'), lte: day('12-31') }),
      ]),
  });
  const rows = `select unit, cycle, extract(year from happened_on)::int as year, count(*)::int as n, max(happened_on) as last
    from (${found(report)}) f where pattern_id = g.pattern_id group by 1, 2, 3 order by last desc, unit, cycle ${pageOf(field).limit}`;
  return `(select coalesce(json_agg(${object} order by a.last desc, a.unit, a.cycle), '[]') from (${rows}) a)`;
}
