import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import type { Config } from '../config.js';
import { registerPlayground } from '../playground/register-playground.js';
import { protectEndpoint, secureHeaders } from './http-rules.js';
import { statusByContentType } from './http-status.js';

/** Milliseconds in which the head of a request has to arrive, however slowly its sender writes. */
const HEAD_TIMEOUT = 30_000;
/** The whole of it: a spreadsheet of some megabytes over the line of an island takes minutes. */
const REQUEST_TIMEOUT = 300_000;

/** Brotli's own default is made for files that are compressed once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The whole HTTP application, wired but not listening. */
export async function createHttpApp(config: Config, dataSource: DataSource): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.maxBody * 1024,
    // The address that the nearest trusted proxy saw; whatever a client wrote into the header stands further left.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT,
    http: { headersTimeout: HEAD_TIMEOUT },
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
  // Files are streams to whoever asks for them, with limits of their own; `bodyLimit` is for what is read as a whole.
  await app.register(multipart);
  secureHeaders(app);
  protectEndpoint(fastify, '/graphql');
  statusByContentType(fastify, '/graphql');
  await registerPlayground(fastify, { endpoint: '/graphql' });
  return app;
}
