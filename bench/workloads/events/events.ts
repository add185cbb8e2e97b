import { queriesIn, same, type Workload } from '../workload.js';

/** There is one event so far; what varies is the province whose participants are counted. */
export const events: Workload = {
  name: 'events',
  title: 'events with appearances, people, award categories, counts',
  queries: queriesIn('events'),
  cases: async (world) => {
    const rows = await world.sql<{ code: string }>(`select code from satkers where level = 'PROVINCE' order by code`);
    return rows.map(({ code }) => same({ unit: code }));
  },
};
