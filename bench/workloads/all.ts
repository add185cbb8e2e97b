import { listByHash } from './by-hash/by-hash.js';
import { detail } from './detail/detail.js';
import { events } from './events/events.js';
import { insert } from './insert/insert.js';
import { list } from './list/list.js';
import { deepPages, firstPages } from './pages/pages.js';
import { riskMatrix } from './risk-matrix/risk-matrix.js';
import { searchNewest } from './search-newest/search-newest.js';
import { searchCommon, searchFacets, searchPair, searchPhrase, searchRare } from './search/search.js';
import { stageProvince } from './stage-province/stage-province.js';
import { brief, coverage, recurrence, statsFromFacts, trend } from './statistics/statistics.js';
import { trivial } from './trivial/trivial.js';
import type { Workload } from './workload.js';

/** In the order of the table; what writes comes last. */
export const WORKLOADS: readonly Workload[] = [
  ...[detail, list, listByHash, events, firstPages, deepPages, trivial],
  ...[stageProvince, riskMatrix, statsFromFacts, trend, coverage, recurrence, brief],
  ...[searchNewest, searchRare, searchCommon, searchPhrase, searchPair, searchFacets],
  insert,
];
