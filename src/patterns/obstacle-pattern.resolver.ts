import { Resolver } from '@nestjs/graphql';
import { OneFrom } from '../common/read/from-above.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { ObstaclePattern } from './pattern.entity.js';

@Resolver(() => Obstacle)
export class ObstaclePatternResolver {
  @OneFrom(Obstacle, () => ObstaclePattern, {
    via: (pattern, obstacle) =>
      `${pattern.column('id')} = (select pattern_id from obstacle_pattern_members where obstacle_id = ${obstacle.column('id')})`,
    description:
      'Kendala yang sama di tempat lain; kosong sebelum diterbitkan. / The same obstacle elsewhere; empty until published.',
  })
  pattern(): void {}
}
