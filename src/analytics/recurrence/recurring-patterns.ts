import type { Report } from '../../common/read/report.js';
import type { StandIn } from '../../common/read/stand-in.js';
import { Obstacle } from '../../experiences/obstacle.entity.js';
import { FACTS } from '../obstacle-fact.entity.js';
import { RiskObstacle } from '../risks/risk-obstacle.entity.js';
import { RiskSum } from '../risks/risk-sum.entity.js';

/** What is published and has a stage, for filters that ask for unit and stage only. */
const RISKS: StandIn = {
  entity: RiskObstacle,
  paths: { 'experience.satker': 'satker', 'experience.stage': 'stage' },
};
const RISK_SUMS: StandIn = { ...RISKS, entity: RiskSum };

/** What the filter finds of the patterns that recur. */
export interface RecurringPatterns {
  /** A query for these, with their numbers. */
  readonly grouped: string;
  /** How many obstacles of one of these, `g`, happened after a recommendation was reported done. */
  afterDone(): string;
}

type Filter = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

export function recurringPatterns(report: Report): RecurringPatterns {
  const filter = (report.args.now['filter'] ?? {}) as Filter;
  if (Object.values(filter).every((condition) => condition === null)) return KNOWN;
  return isOfStages(filter) && report.canAnswer(RISK_SUMS, Obstacle) ? summed(report) : counted(report);
}

/** Without a filter the patterns know their numbers themselves: all that is in them is for everybody. */
const KNOWN: RecurringPatterns = {
  grouped: `select id as pattern_id, obstacle_count as n, satker_count as units, cycle_count as cycles, first_seen as first,
      last_seen as last, first_done_on as done_on, after_done_count as recurred
    from obstacle_patterns where obstacle_count > 1`,
  afterDone: () => 'g.recurred',
};

const counted = (report: Report): RecurringPatterns => ({
  grouped: `select pattern_id, count(*)::int as n, count(distinct unit)::int as units, count(distinct cycle)::int as cycles,
      min(happened_on) as first, max(happened_on) as last, min(first_done_on) as done_on,
      count(*) filter (where happened_on > first_done_on)::int as recurred
    from (${members(report)}) f group by pattern_id having count(*) > 1`,
  afterDone: () => 'g.recurred',
});

/** The sums leave out what has no stage, so a stage or a cycle has to be asked for. */
const isOfStages = ({ stage, cycle }: Filter): boolean =>
  [stage?.['eq'], stage?.['in'], cycle?.['eq'], cycle?.['in']].some((wanted) => wanted != null);

function summed(report: Report): RecurringPatterns {
  const sums = report.found(RISK_SUMS, Obstacle);
  const sum = (property: string): string => sums.row.column(property);
  return {
    grouped: `select p.id as pattern_id, s.*, p.first_done_on as done_on
      from (
        select ${sum('kind')} as kind, sum(${sum('obstacles')})::int as n, count(distinct ${sum('satker')})::int as units,
          count(distinct stages.cycle_id)::int as cycles, min(${sum('first')}) as first, max(${sum('last')}) as last
        from ${sums.from} join stages on stages.id = ${sum('stage')}
        where ${sums.where} group by ${sum('kind')} having sum(${sum('obstacles')}) > 1) s
      join obstacle_patterns p on p.id::text = s.kind`,
    afterDone: () => {
      const { row, from, where } = report.found(RISKS, Obstacle);
      return `(select count(*)::int from ${from}
        where ${row.column('kind')} = g.kind and ${row.column('day')} > g.done_on and ${where})`;
    },
  };
}

/** Members of patterns that the actor may see and the filter finds, with unit and cycle. */
export function members(report: Report): string {
  const { row, from, where } = report.found(FACTS, Obstacle);
  return `select m.pattern_id, m.happened_on, ${row.column('satker')} as unit, ${row.column('cycle')} as cycle, p.first_done_on
    from ${from}
    join obstacle_pattern_members m on m.obstacle_id = ${row.column('id')}
    join obstacle_patterns p on p.id = m.pattern_id
    where ${where}`;
}
