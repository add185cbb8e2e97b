import { isUtf8 } from 'node:buffer';
import { Socket } from 'node:net';
import { BadRequestException, type INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Milliseconds in which a whole request has to arrive, however slowly its sender writes. */
export const REQUEST_LIMIT_MS = 30_000;
/** A file of 10 MB takes an office with a slow line some minutes. */
export const UPLOAD_LIMIT_MS = 10 * 60_000;

/**
 * What every answer tells a browser: take it as what it says it is, show it nowhere else, tell nobody where you came
 * from. The playground's pages set their own policy. Transport security is the matter of whoever ends TLS, and CORS
 * stays closed because nothing opens it.
 */
export function secureHeaders(app: INestApplication): void {
  app.useSecurityHeaders({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: "'none'", frameAncestors: "'none'" } },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    // Browsers complain about these two wherever there is no TLS.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}

/** Refuses what the GraphQL endpoint would stumble over or misread, and keeps its answers out of caches. */
export function protectEndpoint(fastify: FastifyInstance, endpoint: string): void {
  let known: string | undefined;
  fastify.addHook('onRequest', (request, reply, next) => {
    if (request.routeOptions.url !== endpoint) return next();
    // The endpoint puts its own address together again from the Host header, which is the same in most requests.
    if (request.hostname !== known && !URL.canParse(`${request.protocol}://${request.hostname}/`))
      return refuse(reply, 400, 'The Host header is missing or is not the name of a host.');
    known = request.hostname;
    void reply.header('cache-control', 'no-store');
    if (isCompressed(request)) return refuse(reply, 415, 'Compressed requests are not accepted.');
    if (isForm(request)) return refuse(reply, 415, 'Forms are not accepted.');
    next();
  });
}

/**
 * Takes JSON that is UTF-8. Of any other encoding every letter beyond ASCII would be read as a question mark, and kept as one:
 * whoever sends it has to be told.
 */
export function requireUtf8(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance() as never;
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const message = 'The body must be JSON in UTF-8; this one has another encoding.';
  app.useBodyParser('application/json', {}, (request, body: Buffer, done) => {
    if (isUtf8(body)) void parse(request as FastifyRequest, body.toString(), done);
    else done(new BadRequestException({ statusCode: 400, message }));
  });
}

/**
 * Ends requests that do not arrive in time, with the answer that Node gives. Its own limit is one for all requests, and has to
 * be that of files.
 */
export function limitArrival(fastify: FastifyInstance, uploads: readonly string[], limitMs = REQUEST_LIMIT_MS): void {
  fastify.addHook('onRequest', ({ method, raw, routeOptions }, _reply, next) => {
    if (method !== 'POST' || uploads.includes(routeOptions.url ?? '')) return next();
    const late = setTimeout(() => {
      // Requests that were injected come without a line.
      if (!raw.complete && raw.socket instanceof Socket)
        raw.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    }, limitMs).unref();
    const stop = (): void => clearTimeout(late);
    raw.once('end', stop).once('close', stop);
    next();
  });
}

const isForm = ({ headers }: FastifyRequest): boolean => /^\s*multipart\//i.test(headers['content-type'] ?? '');

function isCompressed({ headers }: FastifyRequest): boolean {
  return !['', 'identity'].includes((headers['content-encoding'] ?? '').trim().toLowerCase());
}

function refuse(reply: FastifyReply, statusCode: number, message: string): void {
  void reply.code(statusCode).send({ statusCode, message });
}
