import { queriesIn, type Case, type Workload } from '../workload.js';

interface Ours {
  obstacleStats: {
    buckets: { keys: { value: string; label: string }[]; count: number; satkerCount: number; maxRisk: number }[];
  };
}

interface Theirs {
  buckets: Record<'stage' | 'stageName' | 'province' | 'region' | 'count' | 'units' | 'maxRisk', unknown>[];
}

const CYCLES = [null, 'PEMILU-2024', 'PILKADA-2024'];
const LEVELS = [null, 'PROVINCE', 'REGENCY', 'CITY'];

/** Obstacles of the nation by stage and province, from the sums that the product keeps; PostGraphile reads the same. */
export const stageProvince: Workload = {
  name: 'stage-province',
  title: 'obstacleStats by stage × province, over the summary',
  queries: queriesIn('stage-province'),
  cases: async () =>
    CYCLES.flatMap((cycle) =>
      LEVELS.flatMap((level) => [null, true].map((isDemo): Case => caseOf(cycle, level, isDemo))),
    ),
  edges: async () => [caseOf('PEMILU-2024', 'CENTRAL', null), caseOf(null, null, false)],
  content: (data: Ours | Theirs) => ('obstacleStats' in data ? rowsOf(data) : data.buckets.map(inOrder)),
};

function caseOf(cycle: string | null, level: string | null, isDemo: boolean | null): Case {
  const filter = {
    ...(cycle && { cycle: { eq: cycle } }),
    ...(level && { satkerLevel: { eq: level } }),
    ...(isDemo !== null && { isDemo }),
  };
  return { product: { filter }, postgraphile: { cycle, level, demo: isDemo }, limit: [cycle, level, isDemo] };
}

const rowsOf = ({ obstacleStats: { buckets } }: Ours): unknown[] =>
  buckets.map(({ keys: [stage, province], count, satkerCount, maxRisk }) => [
    ...[stage!.value, stage!.label, province!.value, province!.label],
    ...[count, satkerCount, maxRisk],
  ]);

const inOrder = ({ stage, stageName, province, region, count, units, maxRisk }: Theirs['buckets'][number]) => [
  ...[stage, stageName, province, region, count, units, maxRisk],
];
