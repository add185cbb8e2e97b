import { QUESTIONS, queriesIn, same, type Case, type Workload, type World } from '../workload.js';

export const detail: Workload = {
  name: 'detail',
  title: 'one experience with all that belongs to it',
  queries: queriesIn('detail'),
  cases: (world) => codes(world, `status = 'PUBLISHED'`, QUESTIONS),
  // What is not published must be nobody's.
  edges: async (world) => [...(await codes(world, `status <> 'PUBLISHED'`, 10)), same({ code: 'NONE' })],
};

/** Any codes, but the same in each run. */
async function codes(world: World, condition: string, count: number): Promise<Case[]> {
  const rows = await world.sql<{ code: string }>(
    `select code from experiences where ${condition} order by md5(code) limit $1`,
    [count],
  );
  return rows.map(({ code }) => same({ code }));
}
