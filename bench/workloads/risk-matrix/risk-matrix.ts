import { queriesIn, same, type Workload } from '../workload.js';

/** The 5 × 5 cells of a province or of the nation, from the sums. */
export const riskMatrix: Workload = {
  name: 'risk-matrix',
  title: 'riskMatrix of the nation and of each province, over the summary',
  queries: queriesIn('risk-matrix'),
  cases: async (world) => {
    const rows = await world.sql<{ code: string }>(
      `select code from satkers where level in ('CENTRAL', 'PROVINCE') order by code`,
    );
    return rows.map(({ code }) => same({ unit: code }));
  },
  edges: async () => [same({ unit: '73.71' })],
  content: (data: { riskMatrix?: { cells: unknown }; cells?: unknown }) => data.riskMatrix?.cells ?? data.cells,
};
