import { Global, Module } from '@nestjs/common';
import { Changes } from './changes.service.js';

/** Every module that writes does so through Changes. */
@Global()
@Module({ providers: [Changes], exports: [Changes] })
export class AuditModule {}
