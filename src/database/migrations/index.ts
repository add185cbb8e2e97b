import { Initial1763928000000 } from './1763928000000-initial.js';
import { LighterInserts1764000000000 } from './1764000000000-lighter-inserts.js';
import { Domains1764100000000 } from './1764100000000-domains.js';
import { Reviews1764150000000 } from './1764150000000-reviews.js';
import { Accounts1764200000000 } from './1764200000000-accounts.js';
import { Attachments1764300000000 } from './1764300000000-attachments.js';
import { Projections1764400000000 } from './1764400000000-projections.js';
import { Accountability1764500000000 } from './1764500000000-accountability.js';
import { Notifications1764600000000 } from './1764600000000-notifications.js';
import { Analytics1764700000000 } from './1764700000000-analytics.js';
import { Patterns1764800000000 } from './1764800000000-patterns.js';
import { Lessons1764850000000 } from './1764850000000-lessons.js';
import { Search1764900000000 } from './1764900000000-search.js';
import { RecommendationNotifications1765000000000 } from './1765000000000-recommendation-notifications.js';
import { Risks1765100000000 } from './1765100000000-risks.js';
import { FirstDays1765200000000 } from './1765200000000-first-days.js';
import { Months1765300000000 } from './1765300000000-months.js';
import { SearchSlices1765400000000 } from './1765400000000-search-slices.js';
import { OpenSums1765500000000 } from './1765500000000-open-sums.js';
import { RiskTotals1765600000000 } from './1765600000000-risk-totals.js';
import { GoodResults1765700000000 } from './1765700000000-good-results.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Initial1763928000000,
  LighterInserts1764000000000,
  Domains1764100000000,
  Reviews1764150000000,
  Accounts1764200000000,
  Attachments1764300000000,
  Projections1764400000000,
  Accountability1764500000000,
  Notifications1764600000000,
  Analytics1764700000000,
  Patterns1764800000000,
  Lessons1764850000000,
  Search1764900000000,
  RecommendationNotifications1765000000000,
  Risks1765100000000,
  FirstDays1765200000000,
  Months1765300000000,
  SearchSlices1765400000000,
  OpenSums1765500000000,
  RiskTotals1765600000000,
  GoodResults1765700000000,
];
