import { Module } from '@nestjs/common';
import { addFilter } from '../common/read/from-above.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { ObstaclePatternResolver } from './obstacle-pattern.resolver.js';
import { happenedOn, ofPattern, recurredAfterDone } from './pattern.filters.js';
import { PatternsResolver } from './patterns.resolver.js';
import { RecommendationRecurrenceResolver } from './recommendation-recurrence.resolver.js';

addFilter(Obstacle, 'pattern', ofPattern);
addFilter(Obstacle, 'recurredAfterDone', recurredAfterDone);
addFilter(Obstacle, 'happenedOn', happenedOn);

@Module({
  providers: [PatternsResolver, ObstaclePatternResolver, RecommendationRecurrenceResolver],
})
export class PatternsModule {}
