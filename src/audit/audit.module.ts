import { Global, Module } from '@nestjs/common';
import { Changes } from './changes.service.js';
import { Creations } from './creations.service.js';

/** Every module that writes does so through these. */
@Global()
@Module({ providers: [Changes, Creations], exports: [Changes, Creations] })
export class AuditModule {}
