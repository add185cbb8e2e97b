import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { ReadyStatement } from './byte-client.js';
import type { Measured } from './pipeline.js';

type Ask = (statement: ReadyStatement, measured: Measured) => Promise<Buffer | null>;

/** What PostgreSQL answers in less is not worth asking first whether anything changed. */
const LONG_MS = 2;
/** How much of the difference the newest measurement makes. */
const NEWEST = 1 / 4;
/** Characters of all statements that anything is known of: texts may be long, and anybody may make new ones. */
const MOST_TEXT = 4_000_000;
/** No answer may take more than this part of the memory. */
const LARGEST_PART = 1 / 8;
const MEGABYTE = 1024 * 1024;

/**
 * In SQL what changes whenever anything does: two snapshots of the same text show the same rows, of all tables. The time is
 * for what statements say of it, to ten minutes, and of the date; the start of the server for a database that takes another's
 * place.
 */
export const STATE_OF_DATA = `concat_ws(' ', pg_current_snapshot(), trunc(extract(epoch from now()) / 600), pg_postmaster_start_time())`;
/** What that was for some statement. */
export type StateOfData = string;

const STATE: ReadyStatement = { name: 'state_of_data', text: `select ${STATE_OF_DATA}`, values: [] };

interface Form {
  /** Stands for the text, which is long, and which a statement may be sent by before it has a name. */
  readonly number: number;
  /** How long it takes, in milliseconds, of late. */
  mean: number;
}

interface Remembered {
  readonly state: StateOfData;
  readonly answer: Buffer | null;
}

/**
 * Answers of long reads, given again for as long as nothing changed. They are never old: whoever asks for one asks
 * PostgreSQL first which transactions can be seen. The same question asked by several at once is answered once.
 */
export class AnswerMemory {
  private readonly remembered: LRUCache<string, Remembered> | null;
  private readonly underWay = new Map<string, Promise<Buffer | null>>();
  /** What is known of statements, by their texts. */
  private readonly forms = new LRUCache<string, Form>({
    maxSize: MOST_TEXT,
    sizeCalculation: (_, text) => text.length,
  });
  private count = 0;
  private asked: Promise<StateOfData> | null = null;

  /** @param megabytes 0: nothing is remembered */
  constructor(
    megabytes: number,
    private readonly ask: Ask,
  ) {
    const maxSize = megabytes * MEGABYTE;
    const maxEntrySize = maxSize * LARGEST_PART;
    this.remembered = maxSize === 0 ? null : new LRUCache({ maxSize, maxEntrySize, sizeCalculation: sizeOf });
  }

  /**
   * @param known as another statement of the same question told it: then nothing has to be asked first, and short answers
   *   are worth remembering, too
   */
  async read(statement: ReadyStatement, known?: StateOfData): Promise<Buffer | null> {
    if (!this.remembered) return this.ask(statement, () => {});
    const form = this.formOf(statement.text);
    if (known === undefined && form.mean < LONG_MS) return this.askAnew(statement);
    // Before the statement: so it shows what this state does or something later, never less.
    const state = known ?? (await this.state());
    const key = `${form.number} ${keyOf(statement.values)}`;
    const before = this.remembered.get(key);
    return before?.state === state ? before.answer : this.askOnce(statement, key, state);
  }

  private askAnew(statement: ReadyStatement): Promise<Buffer | null> {
    return this.ask(statement, (milliseconds) => this.learn(statement, milliseconds));
  }

  /** Together with all who ask the same in the same state. */
  private askOnce(statement: ReadyStatement, key: string, state: StateOfData): Promise<Buffer | null> {
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

  /** One for all who ask before it is sent. What was sent already may be of before something that they know of. */
  private state(): Promise<StateOfData> {
    this.asked ??= nextTurn().then(async () => {
      this.asked = null;
      return String(await this.ask(STATE, () => {}));
    });
    return this.asked;
  }

  private learn({ text }: ReadyStatement, milliseconds: number): void {
    const form = this.formOf(text);
    // The first time includes planning, and rows that were not in memory.
    form.mean += (milliseconds - form.mean) * NEWEST;
  }

  private formOf(text: string): Form {
    let form = this.forms.get(text);
    if (!form) this.forms.set(text, (form = { number: (this.count += 1), mean: 0 }));
    return form;
  }
}

/**
 * The same for equal values, which are texts, finite numbers, truth values, null and lists of these. `v8.serialize` would
 * tell lists and texts apart by how the engine holds them, which changes while it optimises: what was known was then not found.
 */
const keyOf = (values: readonly unknown[]): string => JSON.stringify(values);

/** In bytes. Small answers are pieces of a buffer, which lives as long as any of them. */
const sizeOf = ({ answer }: Remembered, key: string): number => key.length + (answer?.buffer.byteLength ?? 1);
