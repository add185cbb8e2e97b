import { Module } from '@nestjs/common';
import { ExperiencesModule } from '../experiences/experiences.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { DigestJobs } from './digest/digest-jobs.service.js';
import { Digests } from './digest/digests.service.js';
import { Mailer } from './digest/mailer.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { UserNotificationsResolver } from './user-notifications.resolver.js';

@Module({
  imports: [ExperiencesModule, RecommendationsModule],
  providers: [NotificationsService, NotificationsResolver, UserNotificationsResolver, Mailer, Digests, DigestJobs],
})
export class NotificationsModule {}
