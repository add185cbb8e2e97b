import { Module } from '@nestjs/common';
import { SatkerResolver } from './satker.resolver.js';
import { SatkerService } from './satker.service.js';
import { UnitChanges } from './unit-changes.service.js';

@Module({ providers: [SatkerService, SatkerResolver, UnitChanges], exports: [SatkerService, UnitChanges] })
export class SatkerModule {}
