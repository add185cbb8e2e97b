import { isValue, isWithin, opening } from '../../common/read/openings.js';
import type { Report } from '../../common/read/report.js';
import { Satker } from '../../satker/satker.entity.js';
import { ElectionCycle } from '../../stages/cycle.entity.js';
import { ObstaclePattern } from '../../patterns/pattern.entity.js';
import { members, recurringPatterns, type RecurringPatterns } from './recurring-patterns.js';
import { LISTED, RecurrenceOrder } from './recurrence.types.js';

const MOST_SKIPPED = 1_000_000;

const ORDERS: Readonly<Record<RecurrenceOrder, string>> = {
  [RecurrenceOrder.SATKER_COUNT]: 'units',
  [RecurrenceOrder.COUNT]: 'n',
  [RecurrenceOrder.AFTER_DONE]: 'after_done',
};

const JSON_TRUE = `'{"recurredAfterDone":true}'::json`;

/** The statement of `recurrence`. */
export function writeRecurrence(report: Report): string {
  const found = recurringPatterns(report);
  const answer = report.object({
    patternCount: '(select count(*) from grouped)',
    patterns: (patterns) => patternsSql(report, patterns, found),
  });
  return `with grouped as materialized (${found.grouped}) select ${answer}`;
}

function patternsSql(report: Report, patterns: Report, found: RecurringPatterns): string {
  const order = `${ORDERS[patterns.args.now['orderBy'] as RecurrenceOrder]} desc, pattern_id`;
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
  const page = `select g.*, ${found.afterDone()} as after_done from grouped g order by ${order} ${limited(patterns)}`;
  return `(select coalesce(json_agg(${object} order by ${order}), '[]')
    from (${page}) g join obstacle_patterns c on c.id = g.pattern_id)`;
}

function limited(field: Report): string {
  const first = field.size('first', 1, LISTED.most);
  const offset = field.size('offset', 0, MOST_SKIPPED);
  return `limit ${first} offset ${offset}`;
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
    from (${members(report)}) f where pattern_id = g.pattern_id group by 1, 2, 3 order by last desc, unit, cycle ${limited(field)}`;
  return `(select coalesce(json_agg(${object} order by a.last desc, a.unit, a.cycle), '[]') from (${rows}) a)`;
}
