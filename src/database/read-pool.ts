import pg from 'pg';
import { AnswerMemory, type StateOfData } from './answer-memory.js';
import { ByteClient, type ReadyStatement } from './byte-client.js';
import type { Measured } from './pipeline.js';
import { Pipelines } from './pipelines.js';

/** More would only take each other's processor. */
const MOST_PIPELINES = 3;

/**
 * The driver's pool, which keeps a third of its connections back, three at most, for short reads to share. Everything
 * else has a connection of its own for as long as it takes.
 */
export class ReadPool extends pg.Pool {
  private readonly pipelines: Pipelines;
  private readonly memory: AnswerMemory;

  constructor({ memory = 0, ...options }: pg.PoolConfig & { max: number; memory?: number }) {
    const shared = Math.min(MOST_PIPELINES, Math.floor(options.max / 3));
    const every = { ...options, Client: ByteClient };
    super({ ...every, max: options.max - shared });
    this.pipelines = new Pipelines(shared, () => new ByteClient({ ...every, pipeline: true }));
    this.memory = new AnswerMemory(memory, (statement, measured) => this.send(statement, measured));
  }

  /** The one value of the first row of a statement for one column, outside of any transaction; null where there is none. */
  async run(statement: ReadyStatement, measured: Measured = () => {}): Promise<Buffer | null> {
    const client = (await this.connect()) as ByteClient & pg.PoolClient;
    const sentAt = performance.now();
    try {
      return await client.queryBytes(statement);
    } finally {
      measured(performance.now() - sentAt);
      client.release();
    }
  }

  /**
   * The same of a statement that changes nothing, waits for no lock, and answers by what is in the tables and the date; the
   * time that it tells may be ten minutes ago, if nothing changed since.
   */
  read(statement: ReadyStatement, state?: StateOfData): Promise<Buffer | null> {
    return this.memory.read(statement, state);
  }

  private send(statement: ReadyStatement, measured: Measured): Promise<Buffer | null> {
    const { name, text, values } = statement;
    const shared = name ? this.pipelines.run({ name, text, values }, measured) : null;
    return shared ?? this.run(statement, measured);
  }

  override end(): Promise<void>;
  override end(done: (error?: Error) => void): void;
  override end(done?: (error?: Error) => void): Promise<void> | void {
    const ended = Promise.all([super.end(), this.pipelines.end()]).then(() => {});
    if (!done) return ended;
    ended.then(() => done(), done);
  }
}
