import { detail } from './detail/detail.js';
import { events } from './events/events.js';
import { list } from './list/list.js';
import { deepPages, firstPages } from './pages/pages.js';
import { trivial } from './trivial/trivial.js';
import type { Workload } from './workload.js';

/** In the order of the table. Statistics, search and inserts join when the product has them. */
export const WORKLOADS: readonly Workload[] = [detail, list, events, firstPages, deepPages, trivial];
