import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsResolver } from './attachments.resolver.js';
import { AttachmentsService } from './attachments.service.js';
import { IncomingFiles } from './incoming-files.js';
import { FileStorage } from './storage/file-storage.js';
import { StorageKeys } from './storage/storage-keys.js';
import { StorageSweep } from './storage/storage-sweep.js';
import { Uploads } from './upload.js';

@Module({
  controllers: [AttachmentsController],
  providers: [FileStorage, StorageKeys, StorageSweep, IncomingFiles, Uploads, AttachmentsService, AttachmentsResolver],
  exports: [Uploads],
})
export class AttachmentsModule {}
