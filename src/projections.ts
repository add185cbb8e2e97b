import { SUMS } from './analytics/sums.projection.js';
import type { Projection } from './audit/projection.js';
import { PATTERNS } from './patterns/patterns.projection.js';

/** Every projection of the product, in the order in which they are brought up to date. */
export const PROJECTIONS: readonly Projection[] = [SUMS, PATTERNS];
