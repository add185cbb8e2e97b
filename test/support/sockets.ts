import type { AddressInfo } from 'node:net';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ChangeFeed } from '../../src/audit/change-feed.service.js';
import type { Client, GraphqlError, TestApi } from './api.js';
import { until } from './until.js';

/** Why a socket was closed. */
export interface Closed {
  code: number;
  reason: string;
}

/** What the server does for one subscription. */
interface Served {
  /** Changed records that it has read for it, also those that made no event. */
  readings: number;
  isEnded: boolean;
}

/** What one subscriber has received so far. */
export class Received {
  served: Served = { readings: 0, isEnded: false };
  readonly events: any[] = [];
  readonly errors: GraphqlError[] = [];
  isComplete = false;
  stop: () => void = () => {};

  /** The events, once there are so many of them. */
  async atLeast(count: number): Promise<any[]> {
    const problem = (): string => `${this.events.length} events instead of ${count}; ${JSON.stringify(this.errors)}`;
    await until(() => this.events.length >= count, { problem });
    return this.events;
  }
}

/**
 * Takes a step that changes one record, and returns when it has been read for each of the subscribers: an event is the record
 * as it is when it is read, so a later step may hide from a slow machine what this one made of it.
 */
export async function heardBy<T>(subscribers: readonly Received[], step: () => Promise<T>): Promise<T> {
  const due = subscribers.map(({ served }) => served.readings + 1);
  const taken = await step();
  await until(() => subscribers.every(({ served }, index) => served.readings >= due[index]!));
  return taken;
}

/** Sockets to an API, which listens from the first one on. */
export class Sockets {
  private readonly clients: SocketClient[] = [];
  private listening: Promise<unknown> | undefined;
  /** Of each subscription that the server has begun to serve, in their order. */
  private readonly begun: Served[] = [];

  constructor(private readonly api: TestApi) {
    // Subscribing is not acknowledged, so the server itself has to say when it listens.
    const feed = api.app.get(ChangeFeed);
    const follow = feed.follow.bind(feed);
    feed.follow = async <T>(...[actor, type, read]: Parameters<typeof feed.follow<T>>) => {
      const served: Served = { readings: 0, isEnded: false };
      const events = await follow(actor, type, (id) => read(id).finally(() => (served.readings += 1)));
      this.begun.push(served);
      const end = events.return.bind(events);
      events.return = (value) => {
        served.isEnded = true;
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
    const number = this.begun.length;
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
    await until(() => this.begun.length > number || received.errors.length > 0 || received.isComplete, {
      problem: () => 'The server does not listen for the subscription.',
    });
    received.served = this.begun[number] ?? received.served;
    return received;
  }

  async close(): Promise<void> {
    for (const client of this.clients) await client.dispose();
  }
}
