import { Controller, Get, Header, HttpCode, Inject, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor, CurrentLocale, type Actor } from '../common/access.js';
import type { Locale } from '../common/messages.js';
import type { Config } from '../config.js';
import { CONFIG } from '../config.token.js';
import { Uploads } from '../experiences/attachments/upload.js';
import { readImportQuery } from './import-query.js';
import { ImportsService } from './imports.service.js';
import type { ImportReport } from './report.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Spreadsheets in and out. */
@Controller('api/v1/import')
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly uploads: Uploads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow('experience.write')
  @Header('cache-control', 'no-store')
  @Get('template.xlsx')
  async template(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return workbook(await this.service.template(actor), 'pengalaman.xlsx');
  }

  @Allow('experience.write')
  @Header('cache-control', 'no-store')
  @HttpCode(200)
  @Post()
  async import(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CurrentLocale() locale: Locale,
    @Query() query: Record<string, unknown>,
  ): Promise<ImportReport | StreamableFile> {
    const { dryRun, offset, wantsFailedRows } = readImportQuery(query);
    return this.uploads.with(request.raw, this.config.maxImportMb, async ({ path }) => {
      const asked = { actor, path, locale, maxRows: this.config.maxImportRows };
      const report = await this.service.run({ ...asked, dryRun, offset });
      const failed = wantsFailedRows && report.failed > 0 ? await this.service.failedRows(asked) : null;
      return failed ? workbook(failed, 'pengalaman-gagal.xlsx') : report;
    });
  }
}

const workbook = (content: Buffer, name: string): StreamableFile =>
  new StreamableFile(content, {
    type: WORKBOOK,
    disposition: `attachment; filename="${name}"`,
    length: content.length,
  });
