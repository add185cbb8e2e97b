import { Module } from '@nestjs/common';
import { ExperienceLessonsResolver } from './experience-lessons.resolver.js';
import { ObstacleLessonsResolver } from './obstacle-lessons.resolver.js';
import { StatementLessonsResolver } from './statement-lessons.resolver.js';
import { SourceDocumentLessonsResolver } from './source-document-lessons.resolver.js';
import { RecommendationLessonsResolver } from './recommendation-lessons.resolver.js';
import { ApplicationsResolver } from './applications.resolver.js';
import { ApplicationsService } from './applications.service.js';
import { LessonSourcesResolver } from './lesson-sources.resolver.js';
import { LessonSourcesService } from './lesson-sources.service.js';
import { LessonsResolver } from './lessons.resolver.js';
import { LessonsService } from './lessons.service.js';
import { MergingService } from './merging.service.js';
import { LessonStepsResolver } from './steps/steps.resolver.js';
import { LessonStepsService } from './steps/steps.service.js';

@Module({
  providers: [
    LessonsService,
    LessonsResolver,
    LessonStepsService,
    MergingService,
    LessonStepsResolver,
    LessonSourcesService,
    LessonSourcesResolver,
    ApplicationsService,
    ApplicationsResolver,
    ExperienceLessonsResolver,
    ObstacleLessonsResolver,
    StatementLessonsResolver,
    SourceDocumentLessonsResolver,
    RecommendationLessonsResolver,
  ],
})
export class LessonsModule {}
