import { Module } from '@nestjs/common';
import { ExperiencesModule } from '../experiences/experiences.module.js';
import { AssessmentsResolver } from './assessments/assessments.resolver.js';
import { AssessmentsService } from './assessments/assessments.service.js';
import { EventRecommendationsResolver } from './event-recommendations.resolver.js';
import { ExperienceRecommendationsResolver } from './experience-recommendations.resolver.js';
import { FollowUpsResolver } from './follow-ups/follow-ups.resolver.js';
import { FollowUpsService } from './follow-ups/follow-ups.service.js';
import { ObstacleRecommendationsResolver } from './obstacle-recommendations.resolver.js';
import { ProposedRecommendations } from './proposed-recommendations.js';
import { RecommendationChangesResolver } from './recommendation-changes.resolver.js';
import { RecommendationListeners } from './recommendation-listeners.js';
import { RecommendationsResolver } from './recommendations.resolver.js';
import { SatkerModule } from '../satker/satker.module.js';
import { RecommendationsService } from './recommendations.service.js';
import { RecommendationStandings } from './steps/standings.js';
import { RecommendationStepsResolver } from './steps/steps.resolver.js';
import { RecommendationStepsService } from './steps/steps.service.js';

@Module({
  imports: [ExperiencesModule, SatkerModule],
  providers: [
    ProposedRecommendations,
    RecommendationsService,
    RecommendationsResolver,
    RecommendationListeners,
    RecommendationStandings,
    RecommendationStepsService,
    RecommendationStepsResolver,
    FollowUpsService,
    FollowUpsResolver,
    AssessmentsService,
    AssessmentsResolver,
    RecommendationChangesResolver,
    EventRecommendationsResolver,
    ExperienceRecommendationsResolver,
    ObstacleRecommendationsResolver,
  ],
  exports: [RecommendationListeners],
})
export class RecommendationsModule {}
