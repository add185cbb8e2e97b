import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import type { Config } from '../../config.js';
import { CONFIG } from '../../config.token.js';
import { askedRange, contentRange } from './byte-range.js';
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
    const etag = `"${sha256}"`;
    void reply.headers({
      // Whoever may read it today may not tomorrow.
      'cache-control': 'private, no-store',
      etag,
      'accept-ranges': 'bytes',
      'content-disposition': attachmentDisposition(name),
      'x-content-type-options': 'nosniff',
      // Should a browser show it all the same, it may do nothing.
      'content-security-policy': "default-src 'none'; sandbox",
    });
    if (isKnown(request.headers['if-none-match'], etag)) return void reply.code(304).send();
    if (request.method === 'HEAD')
      return void reply.type(contentType).header('content-length', size).send(Readable.from([]));
    const range = askedRange(request.headers, size, etag);
    if (range) void reply.header('content-range', contentRange(range, size));
    if (range && range.first >= size) throw Rejected.because('RANGE_NOT_SATISFIABLE', null, { size });
    const content = await this.service.content(attachment, range);
    const length = range ? range.last - range.first + 1 : size;
    void reply
      .code(range ? 206 : 200)
      .type(contentType)
      .header('content-length', length)
      .send(content);
  }
}

/** `If-None-Match` lists what the client has. */
function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
