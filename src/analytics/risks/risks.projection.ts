import type { EntityManager } from 'typeorm';
import type { Changed } from '../../audit/changed-records.js';
import type { Projection } from '../../audit/projection.js';
import { madeReady, startAnew } from '../../database/table-swap.js';
import { Experience } from '../../experiences/experience.entity.js';
import { HAPPENED_ON } from '../../experiences/happened-on.js';
import { Obstacle } from '../../experiences/obstacle.entity.js';
import { PATTERNS } from '../../patterns/patterns.projection.js';
import { Recommendation } from '../../recommendations/recommendation.entity.js';
import { OPEN_STATUSES } from './open-recommendation.entity.js';
import { HAS_GOOD_RESULT } from './good-results.js';
import { COUNT_OF_CELLS, SUM_OF_CELLS } from './risk-cells.js';

/** The published obstacles of experiences that a condition on `e` finds. */
const obstacles = (condition: string): string => `
  select o.id, e.id as experience_id, o.id = min(o.id) over (partition by e.id) as is_first, e.stage_id, e.satker_id,
    coalesce(p.pattern_id::text, concat_ws('/', coalesce(o.cause_id, 0), coalesce(e.topic_id, 0))) as kind,
    o.likelihood, o.impact, o.risk_score, coalesce(o.regulated = 'UNREGULATED', false), e.is_demo,
    ${HAPPENED_ON}, o.cause_id, e.topic_id, coalesce(${HAS_GOOD_RESULT}, false)
  from experiences e
  join obstacles o on o.experience_id = e.id
  left join obstacle_pattern_members p on p.obstacle_id = o.id
  where e.status = 'PUBLISHED' and e.stage_id is not null and ${condition}`;

/** The sums of rows of obstacles. */
const sums = (rows: string): string => `
  select stage_id, satker_id, kind, count(*), count(*) filter (where is_first), count(*) filter (where is_demo),
    count(*) filter (where is_unregulated), count(*) filter (where risk is null), ${COUNT_OF_CELLS},
    array_agg(distinct extract(year from day)::int), min(day), max(day)
  from ${rows} group by stage_id, satker_id, kind`;

/** The sums of sums of units. */
const totals = (summed: string): string => `
  with summed as (select * from ${summed}),
    years as (
      select stage_id, kind, array_agg(distinct year order by year) as years
      from summed cross join unnest(summed.years) year group by stage_id, kind)
  select stage_id, kind, sum(obstacles), sum(experiences), sum(demo), sum(unregulated), sum(unassessed), ${SUM_OF_CELLS}::int[],
    y.years, max(last), array_agg(satker_id order by satker_id)
  from summed join years y using (stage_id, kind) group by stage_id, kind, y.years`;

/** The open recommendations that a condition on them, `r`, and their experiences, `e`, finds. */
const recommendations = (condition: string): string => `
  select r.id, e.id as experience_id, e.stage_id, e.satker_id, r.status, r.due_date
  from experiences e join recommendations r on r.experience_id = e.id
  where e.status = 'PUBLISHED' and e.stage_id is not null and r.status in (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')}) and ${condition}`;

/** Adds what is open of some rows to the sums, or takes it off them. */
const openSums = (into: string, rows: string, sign: '+' | '-'): string => `
  insert into ${into} (stage_id, status, due_date, count)
  select stage_id, status, due_date, ${sign}count(*) from ${rows} group by stage_id, status, due_date`;
const ADDED = 'on conflict (stage_id, status, due_date) do update set count = open_sums.count + excluded.count';

/** What briefs and `recurrence` are read from: risks by stage and unit, and what is open. Follows the patterns, which tell what is one risk. */
export const RISKS: Projection = {
  name: 'risks',
  version: `5 of patterns ${PATTERNS.version}`,

  async update(tx, changed) {
    const experiences = await experiencesOf(tx, changed);
    if (experiences.length > 0) await replaceObstacles(tx, experiences);
    await replaceRecommendations(tx, experiences, changed.get(Recommendation.name) ?? []);
  },

  async rebuild(tx) {
    const rows = await startAnew(tx, 'risk_obstacles');
    await tx.query(`insert into ${rows} ${obstacles('true')} order by e.stage_id, e.satker_id`);
    const summed = await startAnew(tx, 'risk_sums');
    await tx.query(`insert into ${summed} ${sums(rows)} order by 1, 2, 3`);
    const total = await startAnew(tx, 'risk_totals');
    await tx.query(`insert into ${total} ${totals(summed)}`);
    const open = await startAnew(tx, 'open_recommendations');
    await tx.query(`insert into ${open} ${recommendations('true')} order by e.stage_id, e.satker_id`);
    const openSummed = await startAnew(tx, 'open_sums');
    await tx.query(openSums(openSummed, open, '+'));
    const ready = [
      await madeReady(tx, 'risk_obstacles', rows),
      await madeReady(tx, 'risk_sums', summed),
      await madeReady(tx, 'risk_totals', total),
      await madeReady(tx, 'open_recommendations', open),
      await madeReady(tx, 'open_sums', openSummed),
    ];
    return async () => {
      for (const putInPlace of ready) await putInPlace();
    };
  },
};

/** The experiences whose risks may have changed. */
async function experiencesOf(tx: EntityManager, changed: Changed): Promise<string[]> {
  const ids = new Set(changed.get(Experience.name));
  const own = changed.get(Obstacle.name) ?? [];
  if (own.length > 0)
    for (const { id } of await tx.query<{ id: string }[]>(
      `select experience_id as id from obstacles where id = any($1::bigint[])
       union select experience_id from risk_obstacles where id = any($1::bigint[])`,
      [own],
    ))
      ids.add(id);
  return [...ids];
}

interface Concerned {
  stage: string;
  unit: string;
  kind: string;
}

/**
 * Sums are made anew for the units and stages that were or are concerned, which are of some hundred obstacles each, totals for
 * the risks.
 */
async function replaceObstacles(tx: EntityManager, experienceIds: readonly string[]): Promise<void> {
  const concernedBy = (rows: string): Promise<Concerned[]> =>
    tx.query(
      `with rows as (${rows} returning stage_id, satker_id, kind)
       select distinct stage_id::text as stage, satker_id::text as unit, kind from rows`,
      [experienceIds],
    );
  const gone = await concernedBy('delete from risk_obstacles where experience_id = any($1::bigint[])');
  const fresh = await concernedBy(`insert into risk_obstacles ${obstacles('e.id = any($1::bigint[])')}`);
  const concerned = [...gone, ...fresh];
  if (concerned.length === 0) return; // drafts, which are most of what is written
  const stages = concerned.map(({ stage }) => stage);

  const isPlace = '(stage_id, satker_id) in (select * from unnest($1::bigint[], $2::bigint[]))';
  const places = [stages, concerned.map(({ unit }) => unit)];
  await tx.query(`delete from risk_sums where ${isPlace}`, places);
  await tx.query(`insert into risk_sums ${sums(`(select * from risk_obstacles where ${isPlace}) x`)}`, places);

  const isRisk = '(stage_id, kind) in (select * from unnest($1::bigint[], $2::text[]))';
  const risks = [stages, concerned.map(({ kind }) => kind)];
  await tx.query(`delete from risk_totals where ${isRisk}`, risks);
  await tx.query(`insert into risk_totals ${totals(`risk_sums where ${isRisk}`)}`, risks);
}

async function replaceRecommendations(
  tx: EntityManager,
  experienceIds: readonly string[],
  ids: readonly string[],
): Promise<void> {
  if (experienceIds.length + ids.length === 0) return;
  const concerned = (alias: string): string =>
    `(${alias}.experience_id = any($1::bigint[]) or ${alias}.id = any($2::bigint[]))`;
  const values = [experienceIds, ids];
  const gone = `delete from open_recommendations o where ${concerned('o')} returning o.*`;
  await tx.query(`with gone as (${gone}) ${openSums('open_sums', 'gone', '-')} ${ADDED}`, values);
  const fresh = `insert into open_recommendations ${recommendations(concerned('r'))} returning *`;
  await tx.query(`with fresh as (${fresh}) ${openSums('open_sums', 'fresh', '+')} ${ADDED}`, values);
}
