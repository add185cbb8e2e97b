import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

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
    if (isForm(request)) return refuse(reply, 415, 'Forms with files are not accepted here.');
    next();
  });
}

function isCompressed({ headers }: FastifyRequest): boolean {
  return !['', 'identity'].includes((headers['content-encoding'] ?? '').trim().toLowerCase());
}

function isForm({ headers }: FastifyRequest): boolean {
  return (headers['content-type'] ?? '').trim().toLowerCase().startsWith('multipart/');
}

function refuse(reply: FastifyReply, statusCode: number, message: string): void {
  void reply.code(statusCode).send({ statusCode, message });
}
