import { Module } from '@nestjs/common';
import { ExperiencesModule } from '../experiences/experiences.module.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { UserNotificationsResolver } from './user-notifications.resolver.js';

@Module({
  imports: [ExperiencesModule],
  providers: [NotificationsService, NotificationsResolver, UserNotificationsResolver],
})
export class NotificationsModule {}
