import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { areBehind, AT_ONCE, bringUpToDate, followSome } from './follow.js';
import type { Projection } from './projection.js';

/** What the list of all projections is injected by. */
export const ALL_PROJECTIONS = Symbol('ALL_PROJECTIONS');

const LOOK_EVERY_MS = 1000;
/** While requests keep the process busy, notes that nobody asks for wait longer: above this share of its time. */
const BUSY = 0.5;
const WAIT_WHILE_BUSY_MS = 5000;
/** After a failure nothing is lost, only late. */
const LOOK_AGAIN_MS = 30_000;
/** A question rather gets an answer that is a little old than none. */
const PATIENCE_MS = 2000;

/** Keeps the projections up to date while the product serves: always within seconds, and at once for whoever asks. */
@Injectable()
export class Projections implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Projections');
  private timer: NodeJS.Timeout | undefined;
  private step: Promise<number> | null = null;
  private isOver = false;
  private behindSince: number | null = null;
  private load = performance.eventLoopUtilization();
  /** All that was committed before this is in the projections. */
  private isKnownAt = new Date();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ALL_PROJECTIONS) private readonly all: readonly Projection[],
  ) {}

  /** Nothing is served before everything was built once. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.dataSource.isInitialized) return; // the schema is printed without a database
    const startedAt = new Date();
    await bringUpToDate(this.dataSource, this.all, ({ name }) => this.tell(name));
    this.isKnownAt = startedAt;
    this.lookIn(LOOK_EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.step?.catch(() => {});
  }

  /**
   * Resolves when all that was committed before is in the projections: whoever wrote something and asks for it finds it.
   * Returns the time up to which all is in.
   */
  async current(): Promise<Date> {
    return (await this.areBehind()) ? this.caughtUp() : this.isKnownAt;
  }

  /**
   * The same for whose own statement told that they are behind (`ARE_BEHIND`). While very much is being written, or the
   * work fails, it gives up after a moment.
   */
  async caughtUp(): Promise<Date> {
    const patience = sleep(PATIENCE_MS, undefined, { ref: false });
    await Promise.race([this.follow().catch(() => {}), patience]);
    return this.isKnownAt;
  }

  /** A step that is under way may not have seen everything, so a second one follows. */
  private async follow(): Promise<void> {
    for (let steps = 0; steps < 2; steps += 1) {
      await this.once();
      if (!(await this.areBehind())) return;
    }
  }

  private async areBehind(): Promise<boolean> {
    const askedAt = new Date();
    const isMore = await areBehind(this.dataSource);
    if (!isMore && askedAt > this.isKnownAt) this.isKnownAt = askedAt;
    return isMore;
  }

  private once(): Promise<number> {
    this.step ??= followSome(this.dataSource, this.all).finally(() => {
      this.step = null;
    });
    return this.step;
  }

  private lookIn(milliseconds: number): void {
    if (this.isOver) return;
    this.timer = setTimeout(() => void this.look().then((next) => this.lookIn(next)), milliseconds).unref();
  }

  /** Returns when to look again. */
  private async look(): Promise<number> {
    try {
      return await this.workOff();
    } catch (error) {
      if (!this.isOver) this.logger.warn(`They are behind the records: ${(error as Error).message}`);
      return LOOK_AGAIN_MS;
    } finally {
      this.load = performance.eventLoopUtilization();
    }
  }

  private async workOff(): Promise<number> {
    const isBusy = performance.eventLoopUtilization(this.load).utilization > BUSY;
    const startedAt = performance.now();
    this.behindSince = (await this.areBehind()) ? (this.behindSince ?? startedAt) : null;
    if (this.behindSince === null) return LOOK_EVERY_MS;
    if (isBusy && startedAt - this.behindSince < WAIT_WHILE_BUSY_MS) return LOOK_EVERY_MS;
    this.behindSince = null;
    const count = await this.once();
    // What is left after a step that was not full was noted since. After a full one more is waiting.
    return count < AT_ONCE || isBusy ? LOOK_EVERY_MS : performance.now() - startedAt;
  }

  private tell(name: string): (done: number, total: number) => void {
    let toldAt = Date.now();
    return (done, total) => {
      if (Date.now() - toldAt < 5000) return;
      toldAt = Date.now();
      this.logger.warn(`Building "${name}": ${done} of ${total}`);
    };
  }
}
