import { Module } from '@nestjs/common';
import { SatkerResolver } from './satker.resolver.js';
import { SatkerService } from './satker.service.js';

@Module({ providers: [SatkerService, SatkerResolver], exports: [SatkerService] })
export class SatkerModule {}
