import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../experiences/attachments/attachments.module.js';
import { ExperiencesModule } from '../experiences/experiences.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({
  imports: [AttachmentsModule, ExperiencesModule],
  controllers: [ImportsController],
  providers: [ImportsService],
})
export class ImportsModule {}
