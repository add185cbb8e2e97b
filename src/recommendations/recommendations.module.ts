import { Module } from '@nestjs/common';
import { ExperiencesModule } from '../experiences/experiences.module.js';
import { EventRecommendationsResolver } from './event-recommendations.resolver.js';
import { ExperienceRecommendationsResolver } from './experience-recommendations.resolver.js';
import { ObstacleRecommendationsResolver } from './obstacle-recommendations.resolver.js';
import { ProposedRecommendations } from './proposed-recommendations.js';
import { RecommendationsResolver } from './recommendations.resolver.js';

@Module({
  imports: [ExperiencesModule],
  providers: [
    ProposedRecommendations,
    RecommendationsResolver,
    EventRecommendationsResolver,
    ExperienceRecommendationsResolver,
    ObstacleRecommendationsResolver,
  ],
})
export class RecommendationsModule {}
