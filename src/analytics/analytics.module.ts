import { Module } from '@nestjs/common';
import { AnalyticsResolver } from './analytics.resolver.js';
import { RecurrenceResolver } from './recurrence/recurrence.resolver.js';

@Module({ providers: [AnalyticsResolver, RecurrenceResolver] })
export class AnalyticsModule {}
