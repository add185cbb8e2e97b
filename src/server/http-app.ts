import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import type { Config } from '../config.js';
import { registerPlayground } from '../playground/register-playground.js';
import {
  limitArrival,
  protectEndpoint,
  REQUEST_LIMIT_MS,
  requireUtf8,
  secureHeaders,
  UPLOAD_LIMIT_MS,
} from './http-rules.js';
import { statusByContentType } from './http-status.js';

/** Where files are sent. */
const UPLOADS = ['/api/v1/experiences/:code/attachments', '/api/v1/import'];

/** Brotli's own default is made for files that are compressed once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The whole HTTP application, wired but not listening. */
export async function createHttpApp(config: Config, dataSource: DataSource): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.maxBody * 1024,
    // The address that the nearest trusted proxy saw; whatever a client wrote into the header stands further left.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    forceCloseConnections: 'idle',
    requestTimeout: UPLOAD_LIMIT_MS,
    http: { headersTimeout: REQUEST_LIMIT_MS },
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, dataSource), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance() as never;
  // Answers are repetitive JSON, and regional offices have slow lines: a tenth of the bytes for a millisecond of work.
  await app.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    brotliOptions: BROTLI,
    // Requests are small, and one that unpacks to gigabytes is an attack.
    globalDecompression: false,
  });
  // Whoever takes files reads the form by himself, as it comes.
  fastify.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  secureHeaders(app);
  requireUtf8(app);
  limitArrival(fastify, UPLOADS);
  protectEndpoint(fastify, '/graphql');
  statusByContentType(fastify, '/graphql');
  await registerPlayground(fastify, { endpoint: '/graphql' });
  return app;
}
