import type { ByteClient } from './byte-client.js';
import { Pipeline, type Measured, type NamedStatement } from './pipeline.js';

/** A connection with this much to do, in milliseconds, gets no more while another one has less. */
const ENOUGH_MS = 10;
/** No statement waits for more than this, as far as one can know. What takes longer itself has no place here. */
const MOST_MS = 40;
/** What took too long is tried again after as many uses: it may have been the machine, or the first words asked for. */
const USES_BETWEEN_TRIALS = 32;
/** How much of the difference the newest measurement makes. */
const NEWEST = 1 / 4;
/** More than there are statements with names at any time. */
const MOST_MEASURED = 2_000;
/** After a connection that could not be made. */
const PAUSE_MS = 1_000;

interface Pace {
  /** How long PostgreSQL works on the statement, in milliseconds, of late. */
  mean: number;
  usesSinceTrial: number;
}

/**
 * The few connections that short reads share. Which statements are short is measured here: one that nothing is known of
 * goes alone, and a long one goes elsewhere, so that nothing waits behind it.
 */
export class Pipelines {
  private readonly open = new Set<Pipeline>();
  private readonly measured = new Map<string, Pace>();
  private isOpening = false;
  private pausedUntil = 0;
  private isEnding = false;

  constructor(
    private readonly most: number,
    private readonly connect: () => ByteClient,
  ) {}

  /** Sends a statement, or returns null: it has to go over a connection of its own. */
  run(statement: NamedStatement, measured: Measured): Promise<Buffer | null> | null {
    const known = this.measured.get(statement.name);
    const expected = expectationOf(known);
    const pipeline = this.choose(expected);
    if (!pipeline) {
      if (known) known.usesSinceTrial += 1;
      return null;
    }
    const answer = pipeline.run(statement, expected, (milliseconds) => {
      this.learn(statement.name, milliseconds);
      measured(milliseconds);
    });
    if (pipeline.isFull) this.replace(pipeline);
    return answer;
  }

  async end(): Promise<void> {
    this.isEnding = true;
    await Promise.all([...this.open].map((pipeline) => pipeline.end()));
  }

  /** The first one that has little to do, so that few processes do all the work; else the one that has least. */
  private choose(expected: number): Pipeline | null {
    let least: Pipeline | null = null;
    for (const pipeline of this.open) {
      if (pipeline.backlog + expected <= ENOUGH_MS) return pipeline;
      if (!least || pipeline.backlog < least.backlog) least = pipeline;
    }
    if (expected > MOST_MS) return null;
    if (least?.backlog !== 0) this.openAnother();
    return least && least.backlog + expected <= MOST_MS ? least : null;
  }

  private openAnother(): void {
    if (this.isOpening || this.isEnding || this.open.size >= this.most || Date.now() < this.pausedUntil) return;
    this.isOpening = true;
    const client = this.connect();
    const pipeline = new Pipeline(client);
    client.once('end', () => this.open.delete(pipeline));
    client
      .connect()
      .then(() => (this.isEnding ? pipeline.end() : void this.open.add(pipeline)))
      // Until then reads have the connections of the pool, which say what is wrong.
      .catch(() => (this.pausedUntil = Date.now() + PAUSE_MS))
      .finally(() => (this.isOpening = false));
  }

  private replace(pipeline: Pipeline): void {
    this.open.delete(pipeline);
    void pipeline.end().catch(() => {});
  }

  private learn(name: string, milliseconds: number): void {
    const known = this.measured.get(name);
    const mean = known ? known.mean + (milliseconds - known.mean) * NEWEST : milliseconds;
    this.measured.set(name, { mean, usesSinceTrial: 0 });
    if (this.measured.size > MOST_MEASURED) this.measured.delete(this.measured.keys().next().value!);
  }
}

/** What is not known, or on trial, takes all the time that a connection may have: it gets one that is idle, or none. */
function expectationOf(known: Pace | undefined): number {
  if (!known) return MOST_MS;
  return known.mean > MOST_MS && known.usesSinceTrial >= USES_BETWEEN_TRIALS ? MOST_MS : known.mean;
}
