import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { INK, STYLE } from './styles.js';
import { run } from './text.js';

/** Between the margins of the page, in twentieths of a point. */
export const PAGE_WIDTH = 9638;

export interface Column {
  readonly label: string;
  /** Its part of the width. */
  readonly share: number;
  /** Figures stand to the right. */
  readonly isNumber?: boolean;
}

export type Cell = string | readonly Paragraph[];

const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK.rule };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/** A table as wide as the page whose head comes again on every page, and whose rows are not torn apart. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((PAGE_WIDTH * share) / whole));
  const line = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((content, index) => cell(content, widths[index]!, isHead, columns[index]!.isNumber ?? false)),
    });
  const head = columns.map(({ label }) => label);
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows: [line(head, true), ...rows.map((cells) => line(cells, false))],
  });
}

function cell(content: Cell, width: number, isHead: boolean, isNumber: boolean): TableCell {
  const alignment = isNumber ? AlignmentType.END : undefined;
  const style = isHead ? STYLE.head : STYLE.cell;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 30, left: 90, right: 90 },
    verticalAlign: VerticalAlignTable.TOP,
    shading: isHead ? { type: ShadingType.CLEAR, color: 'auto', fill: INK.heading } : undefined,
    children:
      typeof content === 'string' ? [new Paragraph({ style, alignment, children: [run(content)] })] : [...content],
  });
}
