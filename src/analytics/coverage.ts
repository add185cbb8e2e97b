import type { Report } from '../common/read/report.js';
import { ExperienceStatus } from '../experiences/experience.enums.js';
import { Stage } from '../stages/stage.entity.js';
import { writeUnits } from './coverage-units.js';
import { provinceOf } from './dimensions.js';
import { ExperienceSum } from './experience-sum.entity.js';
import { asOf } from './obstacle-stats.js';
import type { Open } from '../common/read/openings.js';

const NOT_HANDED_IN: readonly ExperienceStatus[] = [ExperienceStatus.DRAFT, ExperienceStatus.WITHDRAWN];
const HANDED_IN = Object.values(ExperienceStatus).filter((status) => !NOT_HANDED_IN.includes(status));

/**
 * The statement of `coverage`. `units` are those that are expected: the event's participants where they are known, and
 * whoever reported without being one; `reports` how many experiences each handed in at each stage.
 */
export function writeCoverage(report: Report): string {
  const open = opener(report);
  const parts = [`reports as (${reportsSql(report)})`, `units as (${unitsSql(report)})`, TOTALS];
  const all = (sql: string): string => `(select ${sql} from told)`;
  const answer = report.object({
    asOf,
    unitCount: all('count(*)'),
    reportedCount: all('count(*) filter (where n > 0)'),
    silentCount: all('count(*) filter (where n = 0)'),
    experienceCount: all('coalesce(sum(n), 0)'),
    filter: () => open(),
    stages: (stages) => stagesSql(report, stages, open),
    provinces: (provinces) => provincesSql(provinces, open),
    satkers: (satkers) => writeUnits(satkers, open),
  });
  return `with ${parts.join(', ')} select ${answer}`;
}

/** Every unit with the number of its experiences and of the stages they are about. */
const TOTALS = `told as (
  select u.id, u.code, u.province, coalesce(sum(r.n), 0)::int as n, count(r.stage_id) as stages
  from units u left join reports r on r.satker_id = u.id group by 1, 2, 3)`;

function reportsSql(report: Report): string {
  const { row, from, where } = report.visible(ExperienceSum);
  const statuses = NOT_HANDED_IN.map((status) => `'${status}'`).join(', ');
  const conditions = [where, `${row.column('status')} not in (${statuses})`];
  if (report.args.now['event'] != null)
    conditions.push(`${row.column('event')} = (select id from events where slug = ${given(report, 'event')})`);
  if (report.args.now['cycle'] != null) conditions.push(`${row.column('stage')} in (${stagesOfCycle(report)})`);
  return `select ${row.column('satker')} as satker_id, ${row.column('stage')} as stage_id, sum(${row.column('count')}) as n
    from ${from} where ${conditions.join(' and ')} group by 1, 2`;
}

function unitsSql(report: Report): string {
  const { event, cycle, under } = report.args.now;
  const conditions = ['true'];
  if (under != null) conditions.push(`s.lineage @> array[${given(report, 'under')}]`);
  if (cycle != null) conditions.push(`exists (select from election_cycles where code = ${given(report, 'cycle')})`);
  if (event != null) {
    const slug = given(report, 'event');
    const taking = `select p.satker_id from participations p join events e on e.id = p.event_id where e.slug = ${slug}`;
    conditions.push(`exists (select from events where slug = ${slug})`);
    conditions.push(`(s.id in (${taking}) or s.id in (select satker_id from reports) or not exists (${taking}))`);
  }
  return `select s.id, s.code, ${provinceOf('s')} as province from satkers s where ${conditions.join(' and ')}`;
}

const given = (report: Report, name: string): string => report.derived(name, 'text', (value) => value);

const stagesOfCycle = (report: Report): string =>
  `select st.id from stages st join election_cycles c on c.id = st.cycle_id where c.code = ${given(report, 'cycle')}`;

function opener(report: Report): Open {
  const { event, cycle, under } = report.args.now;
  const base = (): string => {
    const members = [
      `'status', json_build_object('in', json_build_array(${HANDED_IN.map((status) => `'${status}'`).join(', ')}))`,
      ...(event != null ? [`'event', json_build_object('eq', ${given(report, 'event')})`] : []),
      ...(cycle != null ? [`'cycle', json_build_object('eq', ${given(report, 'cycle')})`] : []),
      ...(under != null ? [`'satker', json_build_object('under', ${given(report, 'under')})`] : []),
    ];
    return members.join(', ');
  };
  return (more = {}) => {
    const added = Object.entries(more).map(([field, sql]) => `json_build_object('${field}', ${sql})`);
    const and = added.length > 0 ? `, 'and', json_build_array(${added.join(', ')})` : '';
    return `json_build_object(${base()}${and})`;
  };
}

function stagesSql(report: Report, stages: Report, open: Open): string {
  const stage = stages.object({
    stage: (field) => field.entity(Stage, (row) => `${row.column('id')} = st.id`),
    reportedCount: 'coalesce(x.reported, 0)',
    silentCount: '(select count(*) from units) - coalesce(x.reported, 0)',
    experienceCount: 'coalesce(x.n, 0)',
    filter: () => open({ stage: `json_build_object('eq', st.code)` }),
  });
  const where = report.args.now['cycle'] == null ? '' : ` where st.id in (${stagesOfCycle(report)})`;
  return `(select coalesce(json_agg(${stage} order by st.code), '[]') from stages st left join (
    select r.stage_id, count(*) as reported, sum(r.n)::int as n
    from reports r join units u on u.id = r.satker_id group by 1) x on x.stage_id = st.id${where})`;
}

function provincesSql(provinces: Report, open: Open): string {
  const operator = `case when p.code = '00' then 'eq' else 'under' end`;
  const province = provinces.object({
    code: 'p.code',
    name: '(select region from satkers where code = p.code)',
    unitCount: 'p.units',
    reportedCount: 'p.reported',
    silentCount: 'p.units - p.reported',
    share: 'round(p.reported::numeric / p.units, 4)',
    experienceCount: 'p.n',
    filter: () => open({ satker: `json_build_object(${operator}, p.code)` }),
  });
  return `(select coalesce(json_agg(${province} order by p.code), '[]') from (
    select province as code, count(*) as units, count(*) filter (where n > 0) as reported, sum(n) as n
    from told group by 1) p)`;
}
