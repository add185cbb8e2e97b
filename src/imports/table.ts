import { Rejected } from '../common/errors.js';
import { COLUMNS, ERROR_COLUMN, UNIT_LINE, type ColumnKey } from './columns.js';
import { columnName, type Cell, type SheetRow } from './files/cell.js';
import { nearest, normalised } from './nearest.js';

/** Rows in which the header is looked for. */
const HEADER_WITHIN = 20;

/** A row of data: its cells by what they mean. */
export interface TableRow {
  readonly number: number;
  readonly cells: ReadonlyMap<ColumnKey, Cell>;
}

/** A column that nothing is taken from, and the one that was perhaps meant. */
export interface IgnoredColumn {
  column: string;
  header: string;
  suggestion: string | null;
}

/** What the lines above the data say. */
export interface Heading {
  /** The unit that the template was made for, as it is written there; null where there is no such line. */
  unit: string | null;
  columns: ReadonlyMap<number, ColumnKey>;
  ignored: IgnoredColumn[];
}

const KEYS = new Map<string, ColumnKey>(
  COLUMNS.flatMap(({ key, label, labelEn }) => [key, label, labelEn].map((name) => [normalised(name), key])),
);
const WITHOUT_MEANING = normalised(ERROR_COLUMN);

/** A table that is read row by row; its heading is there before the first of them. */
export class Table {
  private constructor(
    readonly heading: Heading,
    private readonly rest: AsyncIterator<SheetRow>,
  ) {}

  static async open(rows: AsyncIterable<SheetRow>): Promise<Table> {
    const iterator = rows[Symbol.asyncIterator]();
    try {
      return new Table(await readHeading(iterator), iterator);
    } catch (error) {
      await iterator.return?.();
      throw error;
    }
  }

  /** The column's letter in this file. */
  letterOf(key: ColumnKey): string {
    for (const [index, column] of this.heading.columns) if (column === key) return columnName(index);
    return '';
  }

  /** The rows below the heading that have anything in a column with a meaning. */
  async *rows(): AsyncGenerator<TableRow> {
    try {
      for (let next = await this.rest.next(); !next.done; next = await this.rest.next()) {
        const cells = new Map<ColumnKey, Cell>();
        for (const [index, key] of this.heading.columns) {
          const cell = next.value.cells[index];
          if (cell && (cell.text.trim() !== '' || cell.problem || cell.continuesAbove)) cells.set(key, cell);
        }
        if ([...cells.values()].some(({ continuesAbove }) => !continuesAbove))
          yield { number: next.value.number, cells };
      }
    } finally {
      await this.rest.return?.();
    }
  }
}

async function readHeading(rows: AsyncIterator<SheetRow>): Promise<Heading> {
  let unit: string | null = null;
  for (let looked = 0; looked < HEADER_WITHIN; looked++) {
    const next = await rows.next();
    if (next.done) break;
    const texts = next.value.cells.map((cell) => cell?.text ?? '');
    const known = texts.map((text) => KEYS.get(normalised(text)));
    if (known.includes('title')) return { unit, ...columnsOf(texts, known) };
    if (normalised(texts[0] ?? '') === normalised(UNIT_LINE)) unit = texts[1]?.trim() || null;
  }
  throw Rejected.because('NO_HEADER', 'file', { header: COLUMNS[0]!.label });
}

function columnsOf(texts: readonly string[], known: readonly (ColumnKey | undefined)[]): Omit<Heading, 'unit'> {
  const columns = new Map<number, ColumnKey>();
  const ignored: IgnoredColumn[] = [];
  for (let index = 0; index < texts.length; index++) {
    const key = known[index];
    const header = texts[index]?.trim() ?? '';
    if (key && [...columns.values()].includes(key))
      throw Rejected.because('REPEATED_COLUMN', 'file', { header, column: columnName(index) });
    if (key) columns.set(index, key);
    else if (header !== '' && normalised(header) !== WITHOUT_MEANING)
      ignored.push({ column: columnName(index), header, suggestion: meant(header) });
  }
  return { columns, ignored };
}

function meant(header: string): string | null {
  const near = nearest(normalised(header), KEYS.keys());
  return near === null ? null : COLUMNS.find(({ key }) => key === KEYS.get(near))!.label;
}
