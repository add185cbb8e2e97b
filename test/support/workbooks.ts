import { zip } from './zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A cell: a text, a number, or the inside of its element as it is: `{ xml: '<f>1+1</f>' }`. */
export type TestCell = string | number | null | { xml: string; type?: string };

export const HEADER = [
  'Judul',
  'Tahapan',
  'Jenis',
  'Topik',
  'Kegiatan',
  'Tanggal kejadian',
  'Yang seharusnya terjadi',
  'Yang terjadi',
  'Yang dilakukan',
  'Hasilnya',
  'Kendala',
  'Penyebab',
  'Kemungkinan',
  'Dampak',
  'Sudah diatur?',
  'Rekomendasi',
  'Jenis perbaikan',
];

/** A row with only these columns filled, by their header. */
export const row = (cells: Record<string, TestCell>): TestCell[] => HEADER.map((name) => cells[name] ?? null);

/** The smallest workbook there is: one sheet with these rows. `after` follows them, such as merged cells. */
export function workbook(
  rows: readonly TestCell[][],
  { after = '', settings = '', sheet = 'Pengalaman' } = {},
): Buffer {
  return zip(workbookParts(rows, { after, settings, sheet }));
}

export function workbookParts(
  rows: readonly TestCell[][],
  { after = '', settings = '', sheet = 'Pengalaman' } = {},
): Record<string, string> {
  const lines = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, to) => cellXml(cell, at, to)).join('')}</row>`,
  );
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${settings}<sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`,
  };
}

export const merges = (...ranges: string[]): string =>
  `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

function relations(all: [id: string, kind: string, target: string][]): string {
  const each = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${each.join('')}</Relationships>`;
}

function cellXml(cell: TestCell, row: number, column: number): string {
  if (cell === null) return '';
  const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}" t="${cell.type ?? 'n'}">${cell.xml}</c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
