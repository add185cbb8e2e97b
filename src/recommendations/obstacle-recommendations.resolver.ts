import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { Recommendation } from './recommendation.entity.js';

@Resolver(() => Obstacle)
export class ObstacleRecommendationsResolver {
  @ListFrom(Obstacle, () => Recommendation, {
    via: (recommendation, obstacle) =>
      `${recommendation.column('id')} in (select recommendation_id from recommendation_obstacles where obstacle_id = ${obstacle.column('id')})`,
    order: [['id', 'ASC']],
    description: 'Rekomendasi yang hendak mengatasi kendala ini. / Recommendations that address it.',
  })
  recommendations(): void {}
}
