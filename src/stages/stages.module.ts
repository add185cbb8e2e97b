import { Module } from '@nestjs/common';
import { StagesResolver } from './stages.resolver.js';

@Module({ providers: [StagesResolver] })
export class StagesModule {}
