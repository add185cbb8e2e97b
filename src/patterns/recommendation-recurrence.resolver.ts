import { Int, Resolver } from '@nestjs/graphql';
import { ConnectionFrom } from '../common/read/declare.js';
import { ComputedFrom } from '../common/read/from-above.js';
import type { SqlRow } from '../common/read/model.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';

/** Members of the patterns of what a recommendation addresses that happened after it was reported done. */
const recurrences = (recommendation: SqlRow, select: string): string =>
  `(select ${select}
    from (select distinct m.pattern_id from recommendation_obstacles l
          join obstacle_pattern_members m on m.obstacle_id = l.obstacle_id
          where l.recommendation_id = ${recommendation.column('id')}) p
    join obstacle_pattern_members again on again.pattern_id = p.pattern_id
      and again.happened_on > (${recommendation.column('reportedDoneAt')} at time zone 'UTC')::date)`;

@Resolver(() => Recommendation)
export class RecommendationRecurrenceResolver {
  @ComputedFrom(Recommendation, () => Int, {
    sql: (row) => recurrences(row, 'count(*)'),
    description:
      'Berapa kali kendala yang sama terjadi lagi, di mana pun, setelah ini dilaporkan selesai. / How often the same obstacles happened again, anywhere, after this was reported done.',
  })
  recurredAfterDone(): void {}

  @ConnectionFrom(Recommendation, () => Obstacle, {
    via: (obstacle, recommendation) =>
      `${obstacle.column('id')} in ${recurrences(recommendation, 'again.obstacle_id')}`,
    description: 'Kendala yang dihitung recurredAfterDone. / The obstacles that recurredAfterDone counts.',
  })
  recurrences(): void {}
}
