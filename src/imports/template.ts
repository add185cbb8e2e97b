import { writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { COLUMNS, ERROR_COLUMN, GUIDE, LISTS, SHEET, UNIT_LINE, type Column, type ListName } from './columns.js';
import { columnName } from './files/cell.js';
import type { ChoicesByList } from './read-choices.js';

export interface Unit {
  code: string;
  name: string;
}

/** A row of the sheet, by the columns of the template. */
export type TemplateRow = readonly (string | number | null)[];

/** Failed rows: each with what is wrong with it in front. */
export interface FailedRows {
  rows: readonly TemplateRow[];
  /** Failed rows that are not among them, since a workbook holds so many at most. */
  left: number;
}

/** Rows below the header that have dropdowns. */
const ROWS_WITH_LISTS = 5000;
const HEADER_ROW = 2;
const NARROW = 14;

const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '7A1F1F' } },
  alignment: { wrapText: true, vertical: 'center' },
};
const NOTE: CellStyle = { font: { italic: true, color: { rgb: '666666' } } };
const BOLD: CellStyle = { font: { bold: true } };
const ERROR: CellStyle = { font: { color: { rgb: 'B00020' } }, alignment: { wrapText: true, vertical: 'top' } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** The office's own workbook: a sheet to fill in, one that explains and one with the choices; or its failed rows in it. */
export async function writeTemplate(unit: Unit, choices: ChoicesByList, failed?: FailedRows): Promise<Buffer> {
  const sheets = [sheetToFill(unit, choices, failed), guide(), lists(choices)];
  return Buffer.from(await writeXlsx({ sheets, properties: { title: `${SHEET} ${unit.name}` } }));
}

function sheetToFill({ code, name }: Unit, choices: ChoicesByList, failed?: FailedRows): WriteSheet {
  const before = failed ? [{ label: ERROR_COLUMN, width: 60 }] : [];
  const columns = [...before, ...COLUMNS.map(({ label, width }) => ({ label, width }))];
  const rows = failed ? failed.rows : exampleRows(choices);
  const note = failed ? noteOnFailed(failed.left) : `Isi mulai baris ${HEADER_ROW + 3}; penjelasan di lembar ${GUIDE}.`;
  const grid = [
    [bold(UNIT_LINE), bold(`${code} ${name}`), styled(note, NOTE)],
    columns.map(({ label }) => styled(label, HEADER)),
    ...rows.map((row) => [...row]),
  ];
  return {
    name: SHEET,
    columns: columns.map(({ width }, index) => ({ width, style: failed && index === 0 ? ERROR : WRAPPED })),
    ...written(grid),
    freezePane: { rows: HEADER_ROW, columns: before.length + 1 },
    dataValidations: COLUMNS.flatMap((column, index) =>
      column.list ? [dropdown(column, column.list, columnName(before.length + index), choices)] : [],
    ),
  };
}

const noteOnFailed = (left: number): string =>
  `Perbaiki baris ini lalu unggah berkas ini; kolom ${ERROR_COLUMN} tidak perlu dihapus.` +
  (left > 0 ? ` Masih ada ${left} baris gagal lain.` : '');

/** The example shows the labels that a person would pick. */
function exampleRows(choices: ChoicesByList): TemplateRow[] {
  const shown = (column: Column, value: string | number): string | number => {
    const known = column.list && choices[column.list].all.find(({ code }) => code === value);
    return known && typeof value === 'string' ? known.label : value;
  };
  return [0, 1].map((line) => COLUMNS.map((column) => shown(column, column.example[line]!) || null));
}

function dropdown(column: Column, list: ListName, letter: string, choices: ChoicesByList): DataValidation {
  const source = columnName(LIST_NAMES.indexOf(list));
  const last = choices[list].all.length + 1;
  return {
    type: 'list',
    range: `${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + ROWS_WITH_LISTS}`,
    formula1: `${LISTS}!$${source}$2:$${source}$${last}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: column.label,
    errorMessage: `Pilih dari daftar; lihat lembar ${LISTS}.`,
  };
}

function guide(): WriteSheet {
  const lines = [
    'Satu baris = satu kendala dengan rekomendasinya.',
    'Pengalaman dengan beberapa kendala: tulis kendala berikutnya di baris di bawahnya dan kosongkan Judul.',
    'Baris yang judulnya diawali CONTOH: tidak diimpor; boleh dihapus.',
    'Sel tidak perlu digabung, dan rumus tidak dihitung: tempel nilainya.',
    'Unggah dahulu sebagai uji coba; sesudah itu baris yang benar masuk sebagai konsep, yang salah kembali dengan alasannya.',
    'Berkas yang sama boleh diunggah lagi: yang sudah masuk tidak masuk dua kali.',
  ];
  return {
    name: GUIDE,
    columns: [{ width: 24 }, { width: 10 }, { width: 70, style: WRAPPED }, { width: 44, style: WRAPPED }],
    ...written([
      [bold('Cara mengisi')],
      ...lines.map((line) => [line]),
      [],
      ['Kolom', 'Wajib', 'Penjelasan', 'Contoh'].map((label) => styled(label, HEADER)),
      ...COLUMNS.map((column: Column) => [
        bold(column.label),
        column.isRequired ? 'ya' : null,
        column.help,
        column.example[0] || null,
      ]),
    ]),
  };
}

const LIST_NAMES: readonly ListName[] = COLUMNS.flatMap((column: Column) => column.list ?? []);

function lists(choices: ChoicesByList): WriteSheet {
  const longest = Math.max(...LIST_NAMES.map((name) => choices[name].all.length));
  const labelOf = (name: ListName): string => COLUMNS.find((column: Column) => column.list === name)!.label;
  const line = (at: number): (string | null)[] => LIST_NAMES.map((name) => choices[name].all[at]?.label ?? null);
  return {
    name: LISTS,
    columns: LIST_NAMES.map((name) => ({
      width: choices[name].all.some(({ label }) => label.length > NARROW) ? 50 : NARROW,
    })),
    ...written([
      LIST_NAMES.map((name) => styled(labelOf(name), HEADER)),
      ...Array.from({ length: longest }, (_, at) => line(at)),
    ]),
    freezePane: { rows: 1 },
  };
}

type StyledCell = { value: string; style: CellStyle };

const styled = (value: string, style: CellStyle): StyledCell => ({ value, style });
const bold = (value: string): StyledCell => styled(value, BOLD);

/** Rows as the writer takes them: values here, and cells with a style of their own by their place. */
function written(
  grid: readonly (readonly (StyledCell | string | number | null)[])[],
): Pick<WriteSheet, 'rows' | 'cells'> {
  const cells = new Map<string, StyledCell>();
  const rows = grid.map((line, row) =>
    line.map((cell, column) => {
      if (cell === null || typeof cell !== 'object') return cell;
      cells.set(`${row},${column}`, cell);
      return cell.value;
    }),
  );
  return { rows, cells };
}
