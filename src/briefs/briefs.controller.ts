import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { readBriefQuery } from './brief-query.js';
import { BriefsService } from './briefs.service.js';
import { briefDocument } from './document/brief-document.js';

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Briefs to be handed out. */
@Controller('api/v1')
export class BriefsController {
  constructor(private readonly service: BriefsService) {}

  @Allow('knowledge.read')
  @Header('cache-control', 'no-store')
  @Get('brief.docx')
  async brief(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<StreamableFile> {
    const { stage, satker } = readBriefQuery(query);
    const brief = await this.service.brief(actor, stage, satker);
    const content = await briefDocument(brief);
    return new StreamableFile(content, {
      type: DOCUMENT,
      disposition: `attachment; filename="brief-${brief.stage.code}-${brief.satker.code}.docx"`,
      length: content.length,
    });
  }
}
