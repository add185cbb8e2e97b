import { listByHash } from './by-hash/by-hash.js';
import { detail } from './detail/detail.js';
import { events } from './events/events.js';
import { insert } from './insert/insert.js';
import { list } from './list/list.js';
import { deepPages, firstPages } from './pages/pages.js';
import { trivial } from './trivial/trivial.js';
import type { Workload } from './workload.js';

/** In the order of the table; what writes comes last. Statistics and search join when the product has them. */
export const WORKLOADS: readonly Workload[] = [
  detail,
  list,
  listByHash,
  events,
  firstPages,
  deepPages,
  trivial,
  insert,
];
