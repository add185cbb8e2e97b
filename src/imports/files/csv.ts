import { textCell, type SheetRow } from './cell.js';
import { LIMITS } from './limits.js';

const DELIMITERS = [';', ',', '\t'] as const;

/** What a cell that was opened by a quotation mark and never closed is cut at: a whole file may be in it. */
const LONGEST = LIMITS.cell;

/** The rows of comma-separated text that have anything in them, numbered as a spreadsheet shows them. */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  const beginning = first.done ? '' : first.value;
  const parser = new CsvParser(delimiterOf(beginning));
  yield* parser.take(beginning);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield* parser.take(next.value);
  yield* parser.end();
}

/** The sign that the fullest of the first lines has most of. Excel writes the one of its country's settings. */
export function delimiterOf(beginning: string): string {
  const lines = beginning.split(/\r\n|\r|\n/).slice(0, 20);
  const counts = DELIMITERS.map((sign) => Math.max(...lines.map((line) => unquoted(line).split(sign).length)));
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

const unquoted = (line: string): string => line.replace(/"[^"]*"/g, '');

/** Follows the text letter by letter, as RFC 4180 has it; any line end will do. */
class CsvParser {
  private number = 1;
  private cells: string[] = [];
  private cell = '';
  private isQuoted = false;
  /** The letter before was a quotation mark inside a quoted cell: its end, or the first half of a doubled one. */
  private isAfterQuote = false;
  private isAfterReturn = false;

  constructor(private readonly delimiter: string) {}

  *take(text: string): Generator<SheetRow> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]!;
      if (this.isQuoted && !this.isAfterQuote) {
        if (letter !== '"') continue;
        this.add(text.slice(from, at));
        this.isAfterQuote = true;
        from = at + 1;
      } else if (letter === '"' && (this.isAfterQuote || this.cell + text.slice(from, at) === '')) {
        // The second half of a doubled mark belongs to the cell.
        from = this.isAfterQuote ? at : at + 1;
        this.isQuoted = true;
        this.isAfterQuote = false;
      } else if (letter === this.delimiter || letter === '\n' || letter === '\r') {
        const isSecondHalf = letter === '\n' && this.isAfterReturn && from === at && this.isAtStart();
        if (!isSecondHalf) {
          this.add(text.slice(from, at));
          this.endCell();
          if (letter !== this.delimiter) yield* this.endRow();
        }
        from = at + 1;
      }
      this.isAfterReturn = letter === '\r' && !this.isQuoted;
    }
    this.add(text.slice(from));
  }

  *end(): Generator<SheetRow> {
    if (this.isAtStart()) return;
    this.endCell();
    yield* this.endRow();
  }

  private isAtStart(): boolean {
    return this.cells.length === 0 && this.cell === '';
  }

  private add(text: string): void {
    if (text !== '') this.cell = (this.cell + text).slice(0, LONGEST);
  }

  private endCell(): void {
    if (this.cells.length < LIMITS.columns) this.cells.push(this.cell);
    this.cell = '';
    this.isQuoted = this.isAfterQuote = false;
  }

  private *endRow(): Generator<SheetRow> {
    const { number, cells } = this;
    this.number += 1;
    this.cells = [];
    if (cells.some((cell) => cell.trim() !== '')) yield { number, cells: cells.map(textCell) };
  }
}
