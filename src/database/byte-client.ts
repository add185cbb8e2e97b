import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import pg from 'pg';

/** A statement to send; with a name each connection keeps it prepared, so that its text must never change. */
export interface ReadyStatement {
  name?: string | null;
  text: string;
  values: unknown[];
}

/** What is used here of pg's connection. */
interface Wire extends pg.Connection {
  /** Gives its parser whatever `stream` emits. */
  attachListeners(stream: Pick<EventEmitter, 'on'>): void;
}

/**
 * A client that can also hand over a value as the bytes that PostgreSQL sent. The driver makes a string of every value;
 * a page of JSON would become a string of 100 kB and a buffer again, which costs more than all other work on it.
 */
export class ByteClient extends pg.Client {
  private readonly rows = new RowTap();
  /** The connection as a query for bytes sees it: it knows the form of its answer and does not ask for it. */
  private readonly undescribed: Wire;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as { connection: Wire };
    const attach = connection.attachListeners.bind(connection);
    connection.attachListeners = (stream) => attach(this.rows.tap(stream as Socket));
    this.undescribed = Object.create(connection, { describe: { value: () => {} } }) as Wire;
    // A lost connection fails the query that is under way, which says so. Without a listener it would end the process.
    this.on('error', () => {});
  }

  /**
   * The one value of the first row of a query for one column; null where it is null or there is no row. A client with
   * `pipeline` takes no other queries.
   */
  queryBytes({ name, text, values }: ReadyStatement): Promise<Buffer | null> {
    const { rows, undescribed } = this;
    return new Promise((resolve, reject) => {
      const callback = (error: Error | null | undefined): void => {
        const value = rows.takeFirst();
        if (!this.pipeline) rows.close();
        if (error) reject(error);
        else resolve(value);
      };
      const query = new pg.Query(text, values, callback);
      if (name) Object.assign(query, { name });
      const submit = query.submit.bind(query);
      // Called when all that belongs to earlier queries has been received; of a pipeline at once.
      query.submit = () => {
        if (!this.pipeline || !rows.isOpen) rows.open();
        return submit(undescribed);
      };
      this.query(query);
    });
  }
}

const DATA_ROW = 'D'.charCodeAt(0);
/** A message is a letter, its length in four bytes that count themselves, and its content. */
const HEADER = 5;
/** A row of one column: the number of columns in two bytes, the value's length in four, the value. */
const BEFORE_VALUE = 6;
const NOTHING = Buffer.alloc(0);

/** Stands between the socket and the parser. While it is open, rows end here; all other messages pass as they come. */
class RowTap {
  isOpen = false;
  private first: Buffer | null = null;
  private readonly rest = new EventEmitter();
  /** The beginning of a header that came in two parts. */
  private header = NOTHING;
  /** How much is still to come of the message under way, and the row that it is, if it is one. */
  private missing = 0;
  private row: Buffer | null = null;

  tap(stream: Socket): EventEmitter {
    stream.on('data', (chunk: Buffer) => (this.isOpen ? this.take(chunk) : this.rest.emit('data', chunk)));
    stream.on('end', () => this.rest.emit('end'));
    return this.rest;
  }

  /** The next byte has to be the first of a message. */
  open(): void {
    this.isOpen = true;
    this.first = null;
    this.header = NOTHING;
    this.missing = 0;
  }

  /** Whenever no row is under way. */
  close(): void {
    this.isOpen = false;
  }

  /** The value of the first row since this was called, or opened. */
  takeFirst(): Buffer | null {
    const { first } = this;
    this.first = null;
    return first;
  }

  private take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      if (this.missing > 0) at += this.content(chunk, at);
      else at += this.begin(chunk, at);
    }
  }

  private begin(chunk: Buffer, at: number): number {
    const part = chunk.subarray(at, at + HEADER - this.header.length);
    const header = this.header.length > 0 ? Buffer.concat([this.header, part]) : part;
    const isRow = header[0] === DATA_ROW;
    if (!isRow) this.rest.emit('data', part);
    this.header = header.length < HEADER ? Buffer.from(header) : NOTHING;
    if (header.length < HEADER) return part.length;
    this.missing = header.readUInt32BE(1) - (HEADER - 1);
    this.row = isRow ? Buffer.allocUnsafe(this.missing) : null;
    return part.length;
  }

  private content(chunk: Buffer, at: number): number {
    const part = chunk.subarray(at, at + this.missing);
    const { row } = this;
    if (row) part.copy(row, row.length - this.missing);
    this.missing -= part.length;
    // The parser comes last: at the end of a query it submits the next one, which opens this anew.
    if (!row) this.rest.emit('data', part);
    else if (this.missing === 0) this.first ??= valueOf(row);
    return part.length;
  }
}

/** A length of -1 says that the value is null. */
function valueOf(row: Buffer): Buffer | null {
  return row.readInt32BE(2) < 0 ? null : row.subarray(BEFORE_VALUE);
}
