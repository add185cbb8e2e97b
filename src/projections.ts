import { SUMS } from './analytics/sums.projection.js';
import type { Projection } from './audit/projection.js';
import { RISKS } from './analytics/risks/risks.projection.js';
import { PATTERNS } from './patterns/patterns.projection.js';
import { SEARCH_INDEX } from './search/search-index.js';

/** Every projection of the product, in the order in which they are brought up to date. */
export const PROJECTIONS: readonly Projection[] = [SUMS, PATTERNS, RISKS, SEARCH_INDEX];
