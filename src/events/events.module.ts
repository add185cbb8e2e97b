import { Module } from '@nestjs/common';
import { SatkerModule } from '../satker/satker.module.js';
import { ConflictsResolver } from './conflicts.resolver.js';
import { ConflictsService } from './conflicts.service.js';
import { EventsResolver } from './events.resolver.js';
import { EventsService } from './events.service.js';
import { PersonAppearancesResolver } from './person-appearances.resolver.js';
import { ProgrammeResolver } from './programme.resolver.js';
import { ProgrammeService } from './programme.service.js';

@Module({
  imports: [SatkerModule],
  providers: [
    EventsService,
    EventsResolver,
    ProgrammeService,
    ProgrammeResolver,
    ConflictsService,
    ConflictsResolver,
    PersonAppearancesResolver,
  ],
  exports: [EventsService],
})
export class EventsModule {}
