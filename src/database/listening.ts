import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { connectionOf } from './own-connection.js';

/** A line that is cut without a word is found out by asking over it. */
const ASK_EVERY_MS = 30_000;
const ANSWER_LIMIT_MS = 10_000;
const LONGEST_WAIT_MS = 15_000;

interface Heard {
  /** A message of the channel. */
  message(payload: string): void;
  /** Messages may have been missed: the line was lost, and is there again. */
  gap(): void;
  /** The line was lost, in one sentence. */
  trouble(text: string): void;
}

/**
 * Listens to a channel of PostgreSQL on a connection of its own, and connects again when that is lost. In the pool it would
 * take a place that readers need; a proxy between has to let one client keep one connection.
 */
export class Listening {
  private readonly stopping = new AbortController();
  private client: pg.Client | null = null;
  private ask: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly channel: string,
    private readonly heard: Heard,
  ) {}

  /** Settles when messages are heard; throws when the database cannot be reached the first time. */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.ask);
    await this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      ...connectionOf(this.dataSource),
      application_name: 'rakornas-changes',
      query_timeout: ANSWER_LIMIT_MS,
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      keepAlive: true,
    });
    let isOver = false;
    client.on('error', () => {}); // 'end' follows
    client.once('end', () => {
      isOver = true;
      if (this.client === client) void this.again();
    });
    client.on('notification', ({ payload }) => this.heard.message(payload ?? ''));
    await client.connect();
    await client.query(`listen "${this.channel}"`);
    if (this.stopping.signal.aborted) return void client.end().catch(() => {});
    if (isOver) throw new Error('Connection terminated');
    this.client = client;
    this.ask = setInterval(() => {
      client.query('select').catch(() => client.end().catch(() => {}));
    }, ASK_EVERY_MS).unref();
  }

  private async again(): Promise<void> {
    clearInterval(this.ask);
    this.client = null;
    if (this.stopping.signal.aborted) return;
    this.heard.trouble('The connection that hears of changes was lost.');
    for (let wait = 100; !this.stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await sleep(wait, undefined, { signal: this.stopping.signal, ref: false }).catch(() => {});
      if (this.stopping.signal.aborted) return;
      const isBack = await this.connect().then(
        () => true,
        () => false,
      );
      if (isBack) return this.heard.gap();
    }
  }
}
