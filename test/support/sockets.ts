import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ChangeFeed } from '../../src/audit/change-feed.service.js';
import type { Client, GraphqlError, TestApi } from './api.js';

/** Why a socket was closed. */
export interface Closed {
  code: number;
  reason: string;
}

/** What one subscriber has received so far. */
export class Received {
  readonly events: any[] = [];
  readonly errors: GraphqlError[] = [];
  isComplete = false;
  stop: () => void = () => {};

  /** The events, once there are so many of them. */
  async atLeast(count: number, limitMs = 5000): Promise<any[]> {
    for (let waited = 0; this.events.length < count && waited < limitMs; waited += 10) await sleep(10);
    if (this.events.length < count)
      throw new Error(`${this.events.length} events instead of ${count}; ${JSON.stringify(this.errors)}`);
    return this.events;
  }
}

/** Sockets to an API, which listens from the first one on. */
export class Sockets {
  private readonly clients: SocketClient[] = [];
  private listening: Promise<unknown> | undefined;
  /** Subscriptions that the server has begun to serve, and those that it has ended. */
  begun = 0;
  ended = 0;

  constructor(private readonly api: TestApi) {
    // Subscribing is not acknowledged, so the server itself has to say when it listens.
    const feed = api.app.get(ChangeFeed);
    const follow = feed.follow.bind(feed);
    feed.follow = async <T>(...asked: Parameters<typeof feed.follow<T>>) => {
      const events = await follow(...asked);
      this.begun += 1;
      const end = events.return.bind(events);
      events.return = (value) => {
        this.ended += 1;
        return end(value);
      };
      return events;
    };
  }

  async url(): Promise<string> {
    const { app } = this.api;
    await (this.listening ??= app.listen(0, '127.0.0.1'));
    return `ws://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  }

  /** A socket of a caller; `closed` settles when the server has closed it. */
  async connect(
    caller: Pick<Client, 'headers'>,
    params: Record<string, unknown> = caller.headers,
  ): Promise<{ client: SocketClient; closed: Promise<Closed> }> {
    let close: (how: Closed) => void;
    const closed = new Promise<Closed>((resolve) => (close = resolve));
    const client = createClient({
      url: await this.url(),
      webSocketImpl: WebSocket,
      connectionParams: params,
      retryAttempts: 0,
      lazyCloseTimeout: 500,
      onNonLazyError: () => {},
      on: { closed: (event) => close(event as Closed) },
    });
    this.clients.push(client);
    return { client, closed };
  }

  /** Subscribes, and returns when the server listens for it: one at a time. */
  async subscribe(caller: Client, query: string, variables?: Record<string, unknown>): Promise<Received> {
    const { client } = await this.connect(caller);
    return this.on(client, query, variables);
  }

  async on(client: SocketClient, query: string, variables?: Record<string, unknown>): Promise<Received> {
    const before = this.begun;
    const received = new Received();
    received.stop = client.subscribe<any>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (errors) received.errors.push(...(errors as never as GraphqlError[]));
          if (data) received.events.push(data);
        },
        error: (error) => void received.errors.push(...(Array.isArray(error) ? error : [error as GraphqlError])),
        complete: () => (received.isComplete = true),
      },
    );
    for (let waited = 0; waited < 5000; waited += 10) {
      if (this.begun > before || received.errors.length > 0 || received.isComplete) return received;
      await sleep(10);
    }
    throw new Error('The server does not listen for the subscription.');
  }

  async close(): Promise<void> {
    for (const client of this.clients) await client.dispose();
  }
}
