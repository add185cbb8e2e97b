import { Global, Module } from '@nestjs/common';
import { ChangeFeed } from './change-feed.service.js';
import { Changes } from './changes.service.js';
import { Creations } from './creations.service.js';
import { Projections } from './projections.service.js';

const PROVIDERS = [Changes, Creations, Projections, ChangeFeed];

/** Every module that writes does so through these; whoever reads what follows from it asks for `Projections` or `ChangeFeed`. */
@Global()
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class AuditModule {}
