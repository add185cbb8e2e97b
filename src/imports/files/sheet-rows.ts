import type { MessageKey } from '../../common/messages.js';
import { columnIndex, textCell, type Cell, type SheetRow } from './cell.js';
import { LIMITS } from './limits.js';
import type { MergedCells } from './merged-cells.js';
import type { SharedTexts } from './shared-texts.js';
import { readXml, unescapeText, type Attributes } from './xml.js';

/** What the rows of a sheet cannot be understood without. */
export interface SheetContext {
  texts: SharedTexts | null;
  merged: MergedCells;
  /** Days are counted from 1904 instead of 1900, as on old Macs. */
  from1904: boolean;
}

/** Days between the two ways to count them. */
const DAYS_TO_1904 = 1462;

/** The rows of a worksheet that have anything in them, from the top down, as they are unpacked. */
export async function* sheetRows(chunks: AsyncIterable<Buffer>, context: SheetContext): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(context);
  const { open, text, close } = reader;
  for await (const _ of readXml(chunks, { open, text, close })) yield* reader.take();
  yield* reader.take();
}

/** Follows the tags of a worksheet. */
class SheetReader {
  private rows: SheetRow[] = [];
  private row = 0;
  private cells: (Cell | undefined)[] = [];
  private column = -1;
  private type = '';
  private value = '';
  private hasValue = false;
  private hasFormula = false;
  private isValue = false;

  constructor(private readonly context: SheetContext) {}

  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'row') {
      this.row = Number(attributes['r']) || this.row + 1;
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = attributes['r'] ? columnIndex(attributes['r']) : this.column + 1;
      this.type = attributes['t'] ?? 'n';
      this.value = '';
      this.hasValue = this.hasFormula = false;
    } else if (name === 'v' || name === 't') this.isValue = this.hasValue = true;
    else if (name === 'f') this.hasFormula = true;
  };

  readonly text = (text: string): void => {
    if (this.isValue) this.value = (this.value + text).slice(0, LIMITS.cell);
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'c' && this.column < LIMITS.columns) {
      const cell = this.cell();
      if (cell) this.cells[this.column] = cell;
    } else if (name === 'row') this.endRow();
  };

  private endRow(): void {
    const { cells, row } = this;
    for (const { top, left, right } of this.context.merged.at(row)) {
      const isAcross = right > left;
      if (!isAcross && row === top) continue;
      for (let column = left; column <= Math.min(right, LIMITS.columns); column++)
        cells[column] = isAcross
          ? { ...(cells[column] ?? textCell('')), problem: 'MERGED_CELLS' }
          : { ...textCell(''), continuesAbove: true };
    }
    if (cells.some((cell) => cell && (cell.text.trim() !== '' || cell.problem))) this.rows.push({ number: row, cells });
  }

  private cell(): Cell | undefined {
    if (!this.hasValue) return this.hasFormula ? faulty('', 'FORMULA_WITHOUT_RESULT') : undefined;
    switch (this.type) {
      case 's':
        return textCell(this.context.texts?.at(Number(this.value)) ?? '');
      case 'e':
        return faulty(this.value, 'CELL_ERROR');
      case 'b':
        return textCell(this.value === '1' ? 'TRUE' : 'FALSE');
      case 'n':
        return this.number();
      default:
        return textCell(unescapeText(this.value)); // str, inlineStr, and d: a day as text
    }
  }

  private number(): Cell | undefined {
    if (this.value.trim() === '') return undefined;
    const number = Number(this.value);
    if (Number.isNaN(number)) return textCell(this.value);
    return { ...textCell(String(number)), number: this.context.from1904 ? number + DAYS_TO_1904 : number };
  }
}

const faulty = (text: string, problem: MessageKey): Cell => ({ ...textCell(text), problem });
