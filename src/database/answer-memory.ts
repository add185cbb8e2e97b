import { serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import type { ReadyStatement } from './byte-client.js';
import type { Measured } from './pipeline.js';

type Ask = (statement: ReadyStatement, measured: Measured) => Promise<Buffer | null>;

/** What PostgreSQL answers in less is not worth asking first whether anything changed. */
const LONG_MS = 5;
/** How much of the difference the newest measurement makes. */
const NEWEST = 1 / 4;
/** More than there are forms of statements at any time. */
const MOST_MEASURED = 2_000;
/** No answer may take more than this part of the memory. */
const LARGEST_PART = 1 / 8;
const MEGABYTE = 1024 * 1024;

/**
 * Changes whenever anything does: two snapshots of the same text show the same rows, of all tables. The time is for what
 * statements say of it, to ten minutes, and of the date; the start of the server for a database that takes another's place.
 */
const STATE: ReadyStatement = {
  name: 'state_of_data',
  text: `select concat_ws(' ', pg_current_snapshot(), trunc(extract(epoch from now()) / 600), pg_postmaster_start_time())`,
  values: [],
};

interface Remembered {
  readonly state: string;
  readonly answer: Buffer | null;
}

/**
 * Answers of long reads, given again for as long as nothing changed. They are never old: whoever asks for one asks
 * PostgreSQL first which transactions can be seen. The same question asked by several at once is answered once.
 */
export class AnswerMemory {
  private readonly remembered: LRUCache<string, Remembered> | null;
  private readonly underWay = new Map<string, Promise<Buffer | null>>();
  /** How long statements take, in milliseconds, of late, by their texts; the ones that were learned first at the beginning. */
  private readonly measured = new Map<string, number>();
  private asked: Promise<string> | null = null;

  /** @param megabytes 0: nothing is remembered */
  constructor(
    megabytes: number,
    private readonly ask: Ask,
  ) {
    const maxSize = megabytes * MEGABYTE;
    const maxEntrySize = maxSize * LARGEST_PART;
    this.remembered = maxSize === 0 ? null : new LRUCache({ maxSize, maxEntrySize, sizeCalculation: sizeOf });
  }

  async read(statement: ReadyStatement): Promise<Buffer | null> {
    if (!this.remembered || !this.isLong(statement)) return this.askAnew(statement);
    // Before the statement: so it shows what this state does or something later, never less.
    const state = await this.state();
    const key = `${statement.name ?? statement.text}\n${serialize(statement.values).toString('latin1')}`;
    const known = this.remembered.get(key);
    return known?.state === state ? known.answer : this.askOnce(statement, key, state);
  }

  private isLong({ text }: ReadyStatement): boolean {
    return (this.measured.get(text) ?? 0) >= LONG_MS;
  }

  private askAnew(statement: ReadyStatement): Promise<Buffer | null> {
    return this.ask(statement, (milliseconds) => this.learn(statement, milliseconds));
  }

  /** Together with all who ask the same in the same state. */
  private askOnce(statement: ReadyStatement, key: string, state: string): Promise<Buffer | null> {
    const both = `${state}\n${key}`;
    const underWay = this.underWay.get(both);
    if (underWay) return underWay;
    const answered = this.askAnew(statement)
      .then((answer) => {
        this.remembered!.set(key, { state, answer });
        return answer;
      })
      .finally(() => this.underWay.delete(both));
    this.underWay.set(both, answered);
    return answered;
  }

  /** Shared by those who ask in the same turn of the event loop: what was sent earlier may not know of what they know. */
  private state(): Promise<string> {
    if (this.asked) return this.asked;
    setImmediate(() => (this.asked = null));
    return (this.asked = this.ask(STATE, () => {}).then(String));
  }

  private learn({ text }: ReadyStatement, milliseconds: number): void {
    // The first time includes planning, and rows that were not in memory.
    const mean = this.measured.get(text) ?? milliseconds / 2;
    this.measured.set(text, mean + (milliseconds - mean) * NEWEST);
    if (this.measured.size > MOST_MEASURED) this.measured.delete(this.measured.keys().next().value!);
  }
}

/** In bytes. Small answers are pieces of a buffer, which lives as long as any of them. */
const sizeOf = ({ answer }: Remembered, key: string): number => key.length + (answer?.buffer.byteLength ?? 1);
