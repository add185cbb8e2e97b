import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { Turns } from '../common/turns.js';
import { Listening } from '../database/listening.js';
import { announcementOf, CHANNEL } from './announcements.js';
import { ChangeQueue, readings } from './change-queue.js';

/** Reads at once for all subscribers of this process together: the other connections stay for whoever waits for an answer. */
const READS_AT_ONCE = 2;

interface Follower {
  readonly type: string;
  readonly userId: string | null;
  readonly queue: ChangeQueue;
}

/**
 * Tells subscribers of committed changes, whichever process made them. It knows of a change only that it happened: each
 * subscriber reads the record himself, under the scope that his queries have.
 */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly logger = new Logger('Changes');
  private readonly followers = new Set<Follower>();
  private readonly turns = new Turns(READS_AT_ONCE);
  private readonly onGap = new Set<() => void>();
  private listening: { started: Promise<void>; line: Listening } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** What `read` makes of each record of a type that is changed from now on; null is passed over. */
  async follow<T>(actor: Actor, type: string, read: (id: string) => Promise<T | null>): Promise<AsyncGenerator<T>> {
    await this.listen();
    const queue = new ChangeQueue(() => this.followers.delete(follower));
    const follower: Follower = { type, userId: actor.userId, queue };
    this.followers.add(follower);
    return readings(queue, (id) => this.turns.take(() => read(id)));
  }

  /** Calls whoever has to tell subscribers that they may have missed something. */
  afterGap(call: () => void): void {
    this.onGap.add(call);
  }

  /** After the sockets: to a subscriber whose events end before, they seem to be complete. */
  async onApplicationShutdown(): Promise<void> {
    for (const { queue } of this.followers) queue.close();
    await this.listening?.line.stop();
  }

  /** The line is there from the first subscription on. */
  private listen(): Promise<void> {
    if (this.listening) return this.listening.started;
    const line = new Listening(this.dataSource, CHANNEL, {
      message: (payload) => this.pass(payload),
      gap: () => this.onGap.forEach((call) => call()),
      trouble: (text) => this.logger.warn(text),
    });
    const started = line.start().catch((error: unknown) => {
      this.listening = null; // the next one tries again
      throw error;
    });
    this.listening = { started, line };
    return started;
  }

  private pass(payload: string): void {
    const announced = announcementOf(payload);
    if (!announced) return;
    const { type, id, recipientId } = announced;
    for (const follower of this.followers)
      if (follower.type === type && (recipientId === null || recipientId === follower.userId)) follower.queue.push(id);
  }
}
