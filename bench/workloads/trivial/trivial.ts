import { QUESTIONS, queriesIn, same, type Workload } from '../workload.js';

/** What a request costs by itself: two columns of one row. */
export const trivial: Workload = {
  name: 'trivial',
  title: 'two fields of one row',
  queries: queriesIn('trivial'),
  cases: async (world) => {
    const rows = await world.sql<{ code: string }>('select code from satkers order by md5(code) limit $1', [QUESTIONS]);
    return rows.map(({ code }) => same({ code }));
  },
  edges: async () => [same({ code: 'NONE' })],
};
