import { Module } from '@nestjs/common';
import { EventRecommendationsResolver } from './event-recommendations.resolver.js';
import { ExperienceRecommendationsResolver } from './experience-recommendations.resolver.js';
import { ObstacleRecommendationsResolver } from './obstacle-recommendations.resolver.js';
import { RecommendationsResolver } from './recommendations.resolver.js';

@Module({
  providers: [
    RecommendationsResolver,
    EventRecommendationsResolver,
    ExperienceRecommendationsResolver,
    ObstacleRecommendationsResolver,
  ],
})
export class RecommendationsModule {}
