import { Module } from '@nestjs/common';
import { BriefsController } from './briefs.controller.js';
import { BriefsResolver } from './briefs.resolver.js';
import { BriefsService } from './briefs.service.js';

@Module({
  controllers: [BriefsController],
  providers: [BriefsService, BriefsResolver],
})
export class BriefsModule {}
