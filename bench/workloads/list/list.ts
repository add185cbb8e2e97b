import { QUESTIONS, queriesIn, same, type Workload } from '../workload.js';

export const list: Workload = {
  name: 'list',
  title: '50 experiences of a stage under a province, nested',
  queries: queriesIn('list'),
  // Pairs that fill a page come first; a small database has few of them.
  cases: async (world) => {
    const rows = await world.sql<{ stage: string; unit: string }>(
      `select stage, unit from (
         select s.code as stage, p.code as unit, count(*) as rows
         from experiences e
         join stages s on s.id = e.stage_id
         join satkers k on k.id = e.satker_id
         join satkers p on p.level = 'PROVINCE' and k.lineage @> array[p.code]
         where e.status = 'PUBLISHED'
         group by 1, 2
       ) pairs
       order by least(rows, 51) desc, md5(stage || unit) limit $1`,
      [QUESTIONS / 4],
    );
    return rows.map((row) => same({ stage: row.stage, unit: row.unit }));
  },
  edges: async () => [
    same({ stage: 'PEMILU-09', unit: '00' }),
    same({ stage: 'PEMILU-09', unit: '73.71' }),
    same({ stage: 'NONE', unit: '73' }),
  ],
};
