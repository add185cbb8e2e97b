import { Module } from '@nestjs/common';
import { SatkerModule } from '../satker/satker.module.js';
import { DraftChecks } from './draft-checks.js';
import { EventExperiencesResolver } from './event-experiences.resolver.js';
import { ExperienceChangesResolver } from './experience-changes.resolver.js';
import { ExperienceParts } from './experience-parts.js';
import { ExperiencesResolver } from './experiences.resolver.js';
import { ExperiencesService } from './experiences.service.js';
import { PresentationExperiencesResolver } from './presentation-experiences.resolver.js';
import { ReviewsResolver } from './review/reviews.resolver.js';
import { ReviewsService } from './review/reviews.service.js';
import { Standings } from './review/standings.js';
import { StepListeners } from './review/step-listeners.js';
import { SatkerExperiencesResolver } from './satker-experiences.resolver.js';
import { StageExperiencesResolver } from './stage-experiences.resolver.js';

@Module({
  imports: [SatkerModule],
  providers: [
    ExperienceParts,
    DraftChecks,
    Standings,
    StepListeners,
    ExperiencesService,
    ExperiencesResolver,
    ExperienceChangesResolver,
    ReviewsService,
    ReviewsResolver,
    EventExperiencesResolver,
    PresentationExperiencesResolver,
    SatkerExperiencesResolver,
    StageExperiencesResolver,
  ],
  exports: [ExperienceParts, ExperiencesService, DraftChecks, StepListeners],
})
export class ExperiencesModule {}
