import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { StartError } from '../../common/start-error.js';
import type { Config } from '../../config.js';
import { CONFIG } from '../../config.token.js';
import { connectionOf } from '../../database/own-connection.js';
import { nextDigest } from './digest-hour.js';
import { Digests } from './digests.service.js';

/** The library keeps its jobs in a schema of its own, which it makes and brings up to date itself. */
const SCHEMA = 'jobs';
const DAY = 'digest-day';
const ONE = 'digest';
/** One that looks for work, and one for what was found. */
const CONNECTIONS = 2;
const STATEMENT_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 8_000;
/** At most one waits for its time under one key. */
const policy = 'short' as const;
/** A minute later, then two, four …: for a mail server that is down for half a day. */
const RETRIES = { retryLimit: 10, retryDelay: 60, retryBackoff: true } as const;
/** After that a process that has begun a job and says no more is taken for dead. */
const LIFE = { expireInSeconds: 300 } as const;
/** Digests that are taken at a time, each of which may wait half a minute for the mail server. */
const BATCH = 5;

interface Day {
  /** The hour that the deployment had set; a day of another one is over. */
  readonly hour: number;
}

/**
 * The daily round of digests. Each day's job orders the next day's before anything else, and a job whose time has passed
 * while nothing ran is done at the next start, so that no day is left out. Of all processes one does each job.
 */
@Injectable()
export class DigestJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Digests');
  private boss: PgBoss | null = null;
  private pool: pg.Pool | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly digests: Digests,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.smtpUrl || !this.dataSource.isInitialized) return;
    const { boss } = this.open();
    try {
      await boss.start();
      await boss.maintain(); // what a killed process had begun is given back
      for (const name of [DAY, ONE]) {
        const queue = { name, policy, ...RETRIES, ...LIFE };
        await boss.createQueue(name, queue);
        await boss.updateQueue(name, queue);
      }
    } catch (error) {
      throw new StartError(
        `The jobs for mails cannot be set up (${(error as Error).message}): the role of DATABASE_URL must own the database.`,
      );
    }
    await this.orderNext();
    await boss.work<Day>(DAY, ([job]) => this.day(job!.data));
    await boss.work<{ userId: string }>(ONE, { batchSize: BATCH }, (jobs) => this.some(jobs));
  }

  async onModuleDestroy(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: STOP_LIMIT_MS }).catch(() => {});
    await this.pool?.end().catch(() => {});
  }

  /** On connections of its own: whatever it looks after, readers do not wait for it. */
  private open(): { boss: PgBoss } {
    const pool = new pg.Pool({
      ...connectionOf(this.dataSource),
      Client: pg.Client,
      application_name: 'rakornas-jobs',
      max: CONNECTIONS,
      statement_timeout: STATEMENT_LIMIT_MS,
    });
    pool.on('error', () => {}); // whoever needs the connection next is told
    const executeSql = (text: string, values?: unknown[]) => pool.query(text, values);
    const boss = new PgBoss({ db: { executeSql }, schema: SCHEMA, schedule: false });
    boss.on('error', (error) => this.logger.warn(`Jobs: ${error.message}`));
    Object.assign(this, { boss, pool });
    return { boss };
  }

  private async orderNext(): Promise<void> {
    const { digestHour: hour } = this.config;
    const startAfter = nextDigest(new Date(), hour);
    await this.boss!.send(DAY, { hour } satisfies Day, { startAfter, singletonKey: String(hour) });
  }

  private async day({ hour }: Day): Promise<void> {
    if (hour !== this.config.digestHour) return;
    await this.orderNext();
    for (const userId of await this.digests.due()) await this.boss!.send(ONE, { userId }, { singletonKey: userId });
  }

  /** One after the other; each that fails is tried again by itself. */
  private async some(jobs: PgBoss.Job<{ userId: string }>[]): Promise<void> {
    for (const { id, data } of jobs)
      try {
        await this.digests.send(data.userId);
      } catch (error) {
        const { message } = error as Error;
        this.logger.warn(`The digest of account ${data.userId} could not be sent and is tried again: ${message}`);
        await this.boss!.fail(ONE, id, { message });
      }
  }
}
