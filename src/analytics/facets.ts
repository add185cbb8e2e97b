import type { StandIn } from '../common/read/stand-in.js';
import { ObstacleSum } from './obstacle-sum.entity.js';

/** Obstacles are summed by one facet at a time, beside unit, status and cycle: together they would be as many as the facts. */
interface Facet {
  readonly name: string;
  /** Properties of the sums that are filled, beside those that all facets have. */
  readonly properties: readonly string[];
  readonly standIn: StandIn;
}

const facet = (name: string, paths: Record<string, string>, ...more: string[]): Facet => ({
  name,
  properties: [...Object.values(paths), ...more],
  standIn: {
    entity: ObstacleSum,
    paths: {
      'experience.satker': 'satker',
      'experience.status': 'status',
      'experience.isDemo': 'isDemo',
      'experience.stage.cycle': 'cycle',
      ...paths,
    },
  },
});

/** What every facet has. */
export const COMMON_PROPERTIES: readonly string[] = ['satker', 'status', 'isDemo', 'cycle'];

/** Those with the fewest rows first. */
export const FACETS: readonly Facet[] = [
  facet('REGULATED', { regulated: 'regulated' }),
  facet('EVENT', { 'experience.event': 'event' }),
  facet('YEAR', {}, 'year'),
  facet('CAUSE', { cause: 'cause' }),
  facet('MONTH', {}, 'month'),
  facet('STAGE', { 'experience.stage': 'stage' }),
  facet('RISK', { likelihood: 'likelihood', impact: 'impact', riskScore: 'riskScore' }),
  facet('TOPIC', { 'experience.topic': 'topic' }),
];

/** Every product of a likelihood and an impact, ascending. */
export const RISK_SCORES: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25];
