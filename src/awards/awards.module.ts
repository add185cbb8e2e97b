import { Module } from '@nestjs/common';
import { SatkerModule } from '../satker/satker.module.js';
import { AwardsResolver } from './awards.resolver.js';
import { AwardsService } from './awards.service.js';
import { EventAwardsResolver } from './event-awards.resolver.js';
import { PresentationAwardsResolver } from './presentation-awards.resolver.js';
import { SatkerAwardsResolver } from './satker-awards.resolver.js';

@Module({
  imports: [SatkerModule],
  providers: [AwardsService, AwardsResolver, EventAwardsResolver, PresentationAwardsResolver, SatkerAwardsResolver],
})
export class AwardsModule {}
