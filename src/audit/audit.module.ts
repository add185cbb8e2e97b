import { Global, Module } from '@nestjs/common';
import { Changes } from './changes.service.js';
import { Creations } from './creations.service.js';
import { Projections } from './projections.service.js';

/** Every module that writes does so through these, and whoever reads what follows from it asks for `Projections`. */
@Global()
@Module({ providers: [Changes, Creations, Projections], exports: [Changes, Creations, Projections] })
export class AuditModule {}
