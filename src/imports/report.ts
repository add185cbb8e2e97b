import { message, type Locale } from '../common/messages.js';
import { COLUMNS, type ColumnKey } from './columns.js';
import type { CellProblem } from './draft-builder.js';
import type { IgnoredColumn, Table } from './table.js';

/** Problems that one answer tells; `offset` asks for further ones. */
export const PROBLEMS_AT_ONCE = 200;
/** Letters of a cell that are repeated to its writer. */
const MOST_GIVEN = 200;

export interface ImportProblem {
  /** As the spreadsheet numbers it. */
  row: number;
  /** The column's letter in this file; empty when the file has no such column. */
  column: string;
  header: string;
  code: string;
  message: string;
  given: string;
  /** What was perhaps meant. */
  suggestion: string | null;
}

/** What became of a file, or in a dry run what would. */
export interface ImportReport {
  dryRun: boolean;
  satker: string;
  /** Rows that were read, apart from the example. */
  rows: number;
  /** Experiences that they make. */
  experiences: number;
  created: number;
  /** Sent before by this unit, with the same content: left as it is. */
  alreadyThere: number;
  failed: number;
  failedRows: number;
  ignoredColumns: readonly IgnoredColumn[];
  errors: { total: number; offset: number; items: ImportProblem[] };
}

const LABELS = new Map<ColumnKey, string>(COLUMNS.map(({ key, label }) => [key, label]));

export function worded(problem: CellProblem, table: Table, locale: Locale): ImportProblem {
  const { row, key, code, params, given, suggestion } = problem;
  return {
    row,
    column: table.letterOf(key),
    header: LABELS.get(key)!,
    code,
    message: message(code, locale, params),
    given: given.length > MOST_GIVEN ? `${given.slice(0, MOST_GIVEN)}…` : given,
    suggestion,
  };
}

/** All that is wrong with one experience, for the cell beside it. */
export function inOneText(problems: readonly CellProblem[], table: Table, locale: Locale): string {
  return problems
    .map((problem) => {
      const { row, column, header, message: text, suggestion } = worded(problem, table, locale);
      const meant = suggestion === null ? '' : ` ${message('PERHAPS', locale, { suggestion })}`;
      return `${message('AT_CELL', locale, { cell: `${column}${row}`, header })} ${text}${meant}`;
    })
    .join('\n');
}
