import { Module } from '@nestjs/common';
import { AnalyticsResolver } from './analytics.resolver.js';

@Module({ providers: [AnalyticsResolver] })
export class AnalyticsModule {}
