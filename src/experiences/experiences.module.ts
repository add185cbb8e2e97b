import { Module } from '@nestjs/common';
import { EventExperiencesResolver } from './event-experiences.resolver.js';
import { ExperiencesResolver } from './experiences.resolver.js';
import { PresentationExperiencesResolver } from './presentation-experiences.resolver.js';
import { SatkerExperiencesResolver } from './satker-experiences.resolver.js';
import { StageExperiencesResolver } from './stage-experiences.resolver.js';

@Module({
  providers: [
    ExperiencesResolver,
    EventExperiencesResolver,
    PresentationExperiencesResolver,
    SatkerExperiencesResolver,
    StageExperiencesResolver,
  ],
})
export class ExperiencesModule {}
