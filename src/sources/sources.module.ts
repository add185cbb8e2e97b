import { Module } from '@nestjs/common';
import { CitationsResolver } from './citations.resolver.js';
import { CitationsService } from './citations.service.js';
import { Disagreements } from './disagreements.service.js';
import { SourcesResolver } from './sources.resolver.js';
import { SourcesService } from './sources.service.js';

@Module({ providers: [SourcesService, SourcesResolver, CitationsService, CitationsResolver, Disagreements] })
export class SourcesModule {}
