import { Module } from '@nestjs/common';
import { ExperiencesModule } from '../experiences/experiences.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({ imports: [ExperiencesModule], controllers: [ImportsController], providers: [ImportsService] })
export class ImportsModule {}
