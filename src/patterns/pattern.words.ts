import type { SqlRow } from '../common/read/model.js';

/** "14 satker di 9 provinsi, 2 siklus; kata bersama: sidalih, lambat". */
export const inWords = (row: SqlRow): string => `
  ${row.column('satkerCount')} || ' satker'
  || case when ${row.column('provinceCount')} > 0 then ' di ' || ${row.column('provinceCount')} || ' provinsi' else '' end
  || case when ${row.column('cycleCount')} > 0 then ', ' || ${row.column('cycleCount')} || ' siklus' else '' end
  || '; kata bersama: ' || array_to_string(${row.column('commonWords')}, ', ')`;
