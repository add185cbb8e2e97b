import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { handleProtocols, type Server } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { ChangeFeed } from '../../audit/change-feed.service.js';
import { RequestContextFactory } from '../../auth/request-context.js';
import type { Config } from '../../config.js';
import { CONFIG } from '../../config.token.js';
import { limits } from '../limits.js';
import { OpenSocket } from './open-socket.js';
import { addressOf, isOwnOrigin, MAX_MESSAGE_BYTES, MAX_SOCKETS } from './socket-limits.js';
import { MAX_SOCKETS_OF_ACCOUNT, MAX_SOCKETS_OF_ADDRESS } from './socket-limits.js';
import { SubscriptionDocuments } from './subscription-documents.js';
import { CLOSE, closeUnlessGood, subscriptionProtocol } from './subscription-protocol.js';

const ENDPOINT = /^\/graphql\/?(\?|$)/;
/** A token that has run out is noticed within this time, though nothing happens. */
const CHECK_EVERY_MS = 5000;
/** Lines of regional offices are slow, and proxies close what is silent for a minute. */
const PING_EVERY_MS = 25_000;
const CLOSE_LIMIT_MS = 500;
/** Close codes of WebSocket: clients come back after both. */
const GOING_AWAY = 1001;
const RESTART = 1012;

/** Lets WebSockets in at the GraphQL endpoint, for subscriptions, and holds them to their limits. */
@Injectable()
export class SocketGate implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly open = new Set<OpenSocket>();
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols,
  });
  private protocol: Server<OpenSocket>;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly adapters: HttpAdapterHost,
    private readonly schemas: GraphQLSchemaHost,
    private readonly contexts: RequestContextFactory,
    private readonly feed: ChangeFeed,
  ) {}

  onApplicationBootstrap(): void {
    const { config, contexts } = this;
    const { schema } = this.schemas;
    this.protocol = subscriptionProtocol({
      schema,
      documents: new SubscriptionDocuments(schema, config.maxTokens),
      admit: limits(config),
      contexts,
      isFull: (userId) => this.count(({ context }) => context?.actor.userId === userId) >= MAX_SOCKETS_OF_ACCOUNT,
    });
    const server = this.adapters.httpAdapter.getHttpServer() as HttpServer;
    server.on('upgrade', (request, line, head) => this.upgrade(request, line, head));
    const each = (work: (open: OpenSocket) => unknown) => (): void => [...this.open].forEach((open) => void work(open));
    this.timers = [
      setInterval(
        each((open) => closeUnlessGood(contexts, open)),
        CHECK_EVERY_MS,
      ).unref(),
      setInterval(
        each((open) => open.ping()),
        PING_EVERY_MS,
      ).unref(),
    ];
    // Whoever comes back asks for what he may have missed.
    this.feed.afterGap(
      each((open) => open.close(RESTART, 'Perubahan mungkin terlewat. / Changes may have been missed.')),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const open of this.open) open.close(GOING_AWAY, 'Server berhenti. / The server stops.');
    for (let waited = 0; this.open.size > 0 && waited < CLOSE_LIMIT_MS; waited += 20) await sleep(20);
    for (const { socket } of this.open) socket.terminate();
  }

  private upgrade(request: IncomingMessage, line: Duplex, head: Buffer): void {
    const refusal = this.refusalOf(request);
    if (refusal) return refuse(line, refusal);
    this.sockets.handleUpgrade(request, line, head, (socket) => this.admit(socket, request));
  }

  private refusalOf(request: IncomingMessage): string | null {
    const { trustedProxies, publicUrl } = this.config;
    if (!ENDPOINT.test(request.url ?? '')) return '404 Not Found';
    if (!isOwnOrigin(request, trustedProxies, publicUrl)) return '403 Forbidden';
    const ip = addressOf(request, trustedProxies);
    const isFull = this.open.size >= MAX_SOCKETS || this.count((open) => open.ip === ip) >= MAX_SOCKETS_OF_ADDRESS;
    return isFull ? '503 Service Unavailable' : null;
  }

  private admit(socket: WebSocket, request: IncomingMessage): void {
    const ip = addressOf(request, this.config.trustedProxies);
    const open = new OpenSocket(socket, ip, request.headers['accept-language']);
    this.open.add(open);
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => open.send(text),
        close: (code = GOING_AWAY, reason = '') => open.close(code, reason),
        onMessage: (take) =>
          void socket.on('message', (data) => {
            if (open.isTalkative()) return open.close(CLOSE.TOO_MANY, 'Too many messages');
            take(String(data)).catch(() => open.close(CLOSE.INTERNAL, 'Internal server error'));
          }),
      },
      open,
    );
    socket.once('close', (code, reason) => {
      this.open.delete(open);
      void closed(code, String(reason));
    });
  }

  private count(isMeant: (open: OpenSocket) => boolean): number {
    return [...this.open].filter(isMeant).length;
  }
}

/** Node leaves what becomes of a request to upgrade to us, the answer too. */
function refuse(line: Duplex, status: string): void {
  line.on('error', () => {});
  line.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
