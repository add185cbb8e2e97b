import type { MessageKey } from '../../common/messages.js';

/** What one cell of a file holds. Nothing in it is computed here: a formula counts as the result the file has for it. */
export interface Cell {
  readonly text: string;
  /** The value of a cell that holds a number; days are numbers from 1900 in a workbook. */
  readonly number: number | null;
  /** Why the cell cannot be used as it is. */
  readonly problem: MessageKey | null;
  /** It shows what stands in the cell above it, with which it is merged. */
  readonly continuesAbove: boolean;
}

/** A row that has anything in it: its number as a spreadsheet shows it, and its cells by column from 0, with holes. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

export const textCell = (text: string): Cell => ({ text, number: null, problem: null, continuesAbove: false });

/** "C" of 2, "AA" of 26. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** 2 of "C5" or "C". */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let i = 0; i < reference.length && reference.charCodeAt(i) >= 65; i++)
    index = index * 26 + reference.charCodeAt(i) - 64;
  return index - 1;
}
