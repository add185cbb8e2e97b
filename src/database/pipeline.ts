import type { ByteClient, ReadyStatement } from './byte-client.js';

/** Prepared statements pile up in a connection's memory; with more than these it is replaced. */
const MOST_NAMES = 500;

/** A statement that may share a connection: it is prepared. */
export type NamedStatement = ReadyStatement & { name: string };

/** Is told for how many milliseconds PostgreSQL had a statement. */
export type Measured = (milliseconds: number) => void;

/**
 * One connection that takes statements while earlier ones are being answered. On a machine that does much else, most of
 * what a short statement costs is waking the process that answers it, and being woken by it: here neither of them sleeps.
 */
export class Pipeline {
  /** How long PostgreSQL is expected to work on what is under way, in milliseconds. */
  backlog = 0;
  private readonly names = new Set<string>();
  private underWay = 0;
  private answeredAt = 0;
  private isCorked = false;

  constructor(private readonly client: ByteClient) {}

  get isFull(): boolean {
    return this.names.size > MOST_NAMES;
  }

  /**
   * @param expected milliseconds that PostgreSQL is expected to work on it
   */
  async run(statement: NamedStatement, expected: number, measured: Measured): Promise<Buffer | null> {
    const sentAt = performance.now();
    this.names.add(statement.name);
    this.backlog += expected;
    this.underWay += 1;
    this.sendTogether();
    try {
      return await this.client.queryBytes(statement);
    } finally {
      const now = performance.now();
      measured(now - Math.max(sentAt, this.answeredAt));
      this.answeredAt = now;
      this.underWay -= 1;
      // Sums of fractions do not come back to nothing by themselves.
      this.backlog = this.underWay === 0 ? 0 : this.backlog - expected;
    }
  }

  /** Ends the connection when all that is under way has been answered. */
  async end(): Promise<void> {
    await this.client.end();
  }

  /** What is asked in the same turn of the event loop goes out in one piece. */
  private sendTogether(): void {
    if (this.isCorked) return;
    this.isCorked = true;
    const { stream } = this.client.connection;
    stream.cork();
    setImmediate(() => {
      this.isCorked = false;
      stream.uncork();
    });
  }
}
