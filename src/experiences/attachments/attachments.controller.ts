import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import type { Config } from '../../config.js';
import { CONFIG } from '../../config.token.js';
import { attachmentDisposition } from './file-names.js';
import { shown, type ShownAttachment } from './shown-attachment.js';
import { AttachmentsService } from './attachments.service.js';
import { Uploads } from './upload.js';

/** Files go over plain HTTP, in and out: streamed, and with what browsers and `curl` know of files. */
@Controller('api/v1')
export class AttachmentsController {
  constructor(
    private readonly service: AttachmentsService,
    private readonly uploads: Uploads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 201 for a new attachment, 200 for one that was there: sending a file again, after a lost answer, adds nothing. */
  @Allow('experience.write')
  @Post('experiences/:code/attachments')
  async attach(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<ShownAttachment> {
    const experience = await this.service.writable(actor, code);
    const { attachment, isNew } = await this.uploads.with(request.raw, this.config.maxAttachment, (upload) =>
      this.service.attach(actor, experience, upload),
    );
    const answer = shown(attachment);
    void reply.code(isNew ? 201 : 200).header('location', answer.url);
    return answer;
  }

  @Allow('knowledge.read')
  @Get('attachments/:id')
  async download(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const attachment = await this.service.get(actor, id);
    const { name, contentType, size, sha256 } = attachment;
    void reply.headers({
      // Whoever may read it today may not tomorrow.
      'cache-control': 'private, no-store',
      etag: `"${sha256}"`,
      'content-disposition': attachmentDisposition(name),
      'x-content-type-options': 'nosniff',
      // Should a browser show it all the same, it may do nothing.
      'content-security-policy': "default-src 'none'; sandbox",
    });
    if (isKnown(request.headers['if-none-match'], sha256)) return void reply.code(304).send();
    const content = request.method === 'HEAD' ? Readable.from([]) : await this.service.content(attachment);
    void reply.type(contentType).header('content-length', size).send(content);
  }
}

/** `If-None-Match` lists what the client has. */
function isKnown(header: string | undefined, sha256: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${sha256}"`);
}
