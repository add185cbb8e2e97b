import { Module } from '@nestjs/common';
import { SatkerModule } from '../satker/satker.module.js';
import { BriefsController } from './briefs.controller.js';
import { BriefsResolver } from './briefs.resolver.js';
import { BriefsService } from './briefs.service.js';

@Module({
  imports: [SatkerModule],
  controllers: [BriefsController],
  providers: [BriefsService, BriefsResolver],
})
export class BriefsModule {}
