import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Claims } from './claims.js';

/** What was ended by another process is known here after that time. */
const LOOK_EVERY_MS = 5000;
/** More than `TOKEN_MINUTES` may be, now or before the last restart. */
const LONGEST_TOKEN = '3 hours';

/** Ends every session of an account, as a part of the step that is under way: its refresh tokens and its access tokens. */
export async function endSessions(tx: EntityManager, userId: string): Promise<void> {
  await tx.query('update users set session_epoch = session_epoch + 1, session_epoch_since = now() where id = $1', [
    userId,
  ]);
}

/**
 * Which access tokens are over before their time. Asking the database at each request would cost more than many requests
 * themselves; instead each process looks every few seconds which accounts had their sessions ended while such tokens were
 * still about: nearly always none. A number, not a time, tells old from new, so that clocks need not agree.
 */
@Injectable()
export class EndedSessions {
  private readonly logger = new Logger('Sessions');
  /** Only grows, at most to one number for each account. */
  private readonly epochs = new Map<string, number>();
  private lookedAt = -Infinity;
  private looking: Promise<void> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Whether the session is over. One question in five seconds waits for the database, the others for nothing. */
  async include({ userId, sessionEpoch }: Pick<Claims, 'userId' | 'sessionEpoch'>): Promise<boolean> {
    if (performance.now() - this.lookedAt > LOOK_EVERY_MS) await (this.looking ?? this.look());
    return sessionEpoch < (this.epochs.get(userId) ?? 0);
  }

  /** To be called when a step that ended sessions is committed: in this process it counts from now on. */
  lookAgain(): void {
    this.lookedAt = -Infinity;
    this.looking = null; // what is just being read may be older than the step
  }

  private look(): Promise<void> {
    const startedAt = performance.now();
    const looking = this.read().then(() => {
      if (this.looking !== looking) return;
      this.lookedAt = startedAt;
      this.looking = null;
    });
    this.looking = looking;
    return looking;
  }

  private async read(): Promise<void> {
    try {
      const ended = await this.dataSource.query<{ id: string; epoch: number }[]>(
        `select id, session_epoch as epoch from users where session_epoch_since > now() - interval '${LONGEST_TOKEN}'`,
      );
      for (const { id, epoch } of ended) this.epochs.set(id, Math.max(epoch, this.epochs.get(id) ?? 0));
    } catch (error) {
      // Without the database there is nothing to see either; to call good tokens bad would sign everybody out.
      this.logger.warn(`Cannot tell which sessions were ended: ${(error as Error).message}`);
    }
  }
}
