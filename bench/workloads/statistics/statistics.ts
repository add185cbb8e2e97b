import { queryIn, same, type Case, type Workload, type World } from '../workload.js';

/** What only the product answers: from the facts, or about patterns that it has found itself. */
const statistic = (name: string, title: string, file: string, cases: (world: World) => Promise<Case[]>): Workload => ({
  name,
  title,
  queries: queryIn('statistics', file),
  cases,
});

const units = async (world: World): Promise<Case[]> => {
  const rows = await world.sql<{ unit: string }>(
    `select code as unit from satkers where level in ('CENTRAL', 'PROVINCE') order by code`,
  );
  return rows.map(same);
};

const stages = async (world: World): Promise<Case[]> => {
  const rows = await world.sql<{ stage: string }>(
    'select s.code as stage from stages s where exists (select from experiences e where e.stage_id = s.id) order by 1',
  );
  return rows.map(same);
};

/** Every stage for the unit whose brief was asked for first. */
const preparations = async (world: World): Promise<Case[]> =>
  (await stages(world)).map(({ product }) => same({ ...product, unit: '73.71' }));

export const statsFromFacts = statistic(
  'stats-from-facts',
  'obstacleStats of a stage by cause × regulated × level, each with its filter',
  'facts.graphql',
  stages,
);
export const trend = statistic('trend', 'trend of the nation and of each province, by quarter', 'trend.graphql', units);
export const coverage = statistic('coverage', 'coverage under the nation and each province', 'coverage.graphql', units);
export const recurrence = statistic('recurrence', 'recurring patterns of a stage', 'recurrence.graphql', stages);
export const brief = statistic('brief', 'mitigationBrief of a unit for a stage', 'brief.graphql', preparations);
